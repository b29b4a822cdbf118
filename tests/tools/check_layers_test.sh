#!/usr/bin/env bash
# Plants one breach of each rule in a copy of the sources; tools/check_layers.sh must find every one, and nothing in the
# copy as it is.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# plant FILE "LINE TO PLANT", into the copy as it was before the last one
planted=
plant() {
    if [[ -n $planted ]]; then
        rm "$work/tree/$planted"
        [[ ! -f $root/$planted ]] || cp "$root/$planted" "$work/tree/$planted"
    fi
    planted=$1
    mkdir -p "$(dirname "$work/tree/$1")"
    printf '%s\n' "$2" >>"$work/tree/$1"
}
# finds FILE "LINE TO PLANT" "WORDS OF THE RULE"
finds() {
    plant "$1" "$2"
    if "$root/tools/check_layers.sh" "$work/tree" >"$work/out" || ! grep -qF "$3" "$work/out" || ! grep -qF "$1:" "$work/out"; then
        echo "not found: '$2' in $1 (rule: $3)" && cat "$work/out"
        ((++failures))
    fi
}
# passes FILE "LINE TO PLANT"
passes() {
    plant "$1" "$2"
    if ! "$root/tools/check_layers.sh" "$work/tree" >"$work/out"; then
        echo "wrongly found: '$2' in $1" && cat "$work/out"
        ((++failures))
    fi
}

mkdir "$work/tree"
(cd "$root" && cp -R --parents CMakeLists.txt CMakePresets.json geo sim tools/cli "$work/tree")
"$root/tools/check_layers.sh" "$work/tree" || { echo "the tree itself has breaches; nothing can be planted" && exit 1; }
finds tests/lonely_test.cpp '// TEST(Lonely, Runs) {}' 'every test file is built'
finds geo/zonal.cpp '#include "sim/world/world.h"' 'does not list it'
finds sim/radio/free_space.cpp '#include "sim/rollout/rollout.h"' 'does not list it'
finds sim/world/world.h '#include "sim/run/outcome.h"' 'does not list it'
finds sim/radio/deeper/sketch.cpp '#include "sim/finance/finance.h"' 'does not list it'
finds sim/finance/appraise.cpp '#include <boost/graph/adjacency_list.hpp>' 'does not list it'
finds sim/run/run.cpp '#include "tools/cli/options.h"' 'does not list it'
passes sim/radio/deeper/sketch.cpp '#include "sim/world/world.h"'
finds sim/world/read.cpp '#include <gdal_priv.h>' 'GDAL belongs to geo/io'
finds sim/radio/footprint.cpp '#include <fstream>' 'touch files'
finds geo/raster.cpp 'bool there(auto p) { return std::filesystem::exists(p); }' 'touch files'
finds sim/adoption/adopt.cpp 'auto* f = fopen("a", "r");' 'touch files'
finds sim/adoption/adopt.cpp 'int f = ::open("a", 0);' 'touch files'
passes sim/adoption/adopt.cpp 'void Purse::open(int year) {}'
passes sim/world/read.cpp '#include <fstream>'
passes sim/finance/finance.h 'std::filesystem::path folder();'
passes sim/radio/footprint.cpp '// #include <fstream> is not for formulas'
finds sim/run/run.cpp 'void hello() { std::cout << 7; }' 'only tools/ prints'
finds geo/problem.cpp 'void hello() { fmt::print("x"); }' 'only tools/ prints'
finds geo/problem.cpp 'void hello() { printf("x"); }' 'only tools/ prints'
passes geo/problem.cpp 'auto s = snprintf(nullptr, 0, "std::cout printf(");'
finds sim/targets/evaluate.cpp 'using namespace std;' 'using namespace'
finds sim/radio/footprint.cpp 'void f() { double sum = 0;
#pragma omp parallel for reduction(+ : sum)
}' 'only integers'
passes sim/radio/footprint.cpp 'void f() { long missing = 0;
#pragma omp simd reduction(+ : missing)
}'
passes sim/radio/footprint.cpp 'void f() { float best = 0;
#pragma omp simd reduction(max : best)
}'
finds sim/radio/footprint.cpp 'void f() {
#pragma omp parallel for
}' 'geo::parallel_for'
finds sim/world/world.cpp '#include <toml++/toml.h>' 'does not list it'
finds sim/output/tables.cpp '#include <unordered_map>
std::unordered_map<int, int> m;' 'unordered'
finds sim/radio/CMakeLists.txt 'target_compile_options(phusong_radio PRIVATE -ffast-math)' 'changes results'

if ((failures)); then echo "$failures checks of check_layers.sh failed" && exit 1; fi

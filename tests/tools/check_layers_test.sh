#!/usr/bin/env bash
# Plants what is allowed in a copy of the sources, and then a breach of each rule; tools/check_layers.sh must find every breach where it
# was planted, and nothing before. All are planted together: every look takes a second.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# plant FILE "LINES TO PLANT": at its end; their numbers go to $first and $last
plant() {
    mkdir -p "$(dirname "$work/tree/$1")"
    first=1
    [[ ! -f $work/tree/$1 ]] || first=$(($(wc -l <"$work/tree/$1") + 1))
    printf '%s\n' "$2" >>"$work/tree/$1"
    last=$(wc -l <"$work/tree/$1")
}
# finds FILE "LINES TO PLANT" "WORDS OF THE RULE"
wanted=()
finds() {
    plant "$1" "$2"
    wanted+=("$1" "$first" "$last" "$3")
}
# passes FILE "LINES TO PLANT"
passes() { plant "$@"; }
# Whether it said FILE:LINE with a line that was planted, and the words of the rule below.
said() { # said FILE FIRST LAST WORDS
    awk -v file="$1" -v first="$2" -v last="$3" -v words="$4" '
        /^    / { if (here && index($0, words)) found = 1; next }
        { n = split($0, part, ":"); here = n > 1 && part[1] == file && part[2] + 0 >= first + 0 && part[2] + 0 <= last + 0 }
        END { exit !found }' "$work/out"
}

mkdir "$work/tree"
(cd "$root" && cp -R --parents CMakeLists.txt CMakePresets.json geo sim tools/cli "$work/tree")
"$root/tools/check_layers.sh" "$work/tree" || { echo "the tree itself has breaches; nothing can be planted" && exit 1; }
passes sim/radio/deeper/sketch.cpp '#include "sim/world/world.h"'
passes sim/adoption/adopt.cpp 'void Purse::open(int year) {}'
passes sim/world/read.cpp '#include <fstream>'
passes sim/finance/finance.h 'std::filesystem::path folder();'
passes sim/radio/footprint.cpp '// #include <fstream> is not for formulas'
passes geo/problem.cpp 'auto s = snprintf(nullptr, 0, "std::cout printf(");'
passes sim/radio/footprint.cpp 'void f() { long missing = 0;
#pragma omp simd reduction(+ : missing)
}'
passes sim/radio/footprint.cpp 'void f() { float best = 0;
#pragma omp simd reduction(max : best)
}'
if ! "$root/tools/check_layers.sh" "$work/tree" >"$work/out"; then
    echo "wrongly found:" && cat "$work/out"
    ((++failures))
fi

finds tests/lonely_test.cpp '// TEST(Lonely, Runs) {}' 'every test file is built'
finds geo/zonal.cpp '#include "sim/world/world.h"' 'does not list it'
finds sim/radio/free_space.cpp '#include "sim/rollout/rollout.h"' 'does not list it'
finds sim/world/world.h '#include "sim/run/outcome.h"' 'does not list it'
finds sim/radio/deeper/sketch.cpp '#include "sim/finance/finance.h"' 'does not list it'
finds sim/finance/appraise.cpp '#include <boost/graph/adjacency_list.hpp>' 'does not list it'
finds sim/run/run.cpp '#include "tools/cli/options.h"' 'does not list it'
finds sim/world/read.cpp '#include <gdal_priv.h>' 'GDAL belongs to geo/io'
finds sim/radio/footprint.cpp '#include <fstream>' 'touch files'
finds geo/raster.cpp 'bool there(auto p) { return std::filesystem::exists(p); }' 'touch files'
finds sim/adoption/adopt.cpp 'auto* f = fopen("a", "r");' 'touch files'
finds sim/adoption/adopt.cpp 'int f = ::open("a", 0);' 'touch files'
finds sim/run/run.cpp 'void hello() { std::cout << 7; }' 'only tools/ prints'
finds geo/problem.cpp 'void hello() { fmt::print("x"); }' 'only tools/ prints'
finds geo/problem.cpp 'void hello() { printf("x"); }' 'only tools/ prints'
finds sim/targets/evaluate.cpp 'using namespace std;' 'using namespace'
finds sim/radio/footprint.cpp 'void f() { double sum = 0;
#pragma omp parallel for reduction(+ : sum)
}' 'only integers'
finds sim/radio/footprint.cpp 'void f() {
#pragma omp parallel for
}' 'geo::parallel_for'
finds sim/world/world.cpp '#include <toml++/toml.h>' 'does not list it'
finds sim/output/tables.cpp '#include <unordered_map>
std::unordered_map<int, int> m;' 'unordered'
finds sim/radio/CMakeLists.txt 'target_compile_options(phusong_radio PRIVATE -ffast-math)' 'changes results'
if "$root/tools/check_layers.sh" "$work/tree" >"$work/out"; then echo "nothing was found" && ((++failures)); fi
for ((i = 0; i < ${#wanted[@]}; i += 4)); do
    said "${wanted[@]:i:4}" || { echo "not found: ${wanted[*]:i:4}" && ((++failures)); }
done

if ((failures)); then cat "$work/out" && echo "$failures checks of check_layers.sh failed" && exit 1; fi

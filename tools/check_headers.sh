#!/usr/bin/env bash
# Every header compiles alone. One that some source file, or a header, includes before anything else is proved by a build that compiles
# file by file (presets dev and clang), or with that header; the others are compiled here, each by itself. Ends with status 1 when one
# does not.
#   tools/check_headers.sh [FOLDER]     FOLDER is the repository to look at, this one when it is not given
set -euo pipefail
cd "${1:-$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/..}"
[[ -d geo && -d sim ]] || { echo "check_headers: no geo/ and sim/ in $PWD" >&2 && exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
find geo sim tools -name '*.h' ! -name '*-inl.h' | sort >"$work/headers" # -inl.h are read once per instruction set, inside
find geo sim tools \( -name '*.cpp' -o -name '*.h' ! -name '*-inl.h' \) -print0 | xargs -0 -r grep -h -m 1 '^#include' |
    sed -n 's/^#include "\(.*\)".*/\1/p' | sort -u >"$work/first"
comm -23 "$work/headers" "$work/first" >"$work/alone"
[[ -s $work/headers ]] || { echo "check_headers: no header in $PWD" >&2 && exit 2; }

export compile="${CXX:-c++} -std=c++20 -fsyntax-only -I. -isystem /usr/include/eigen3 -isystem /usr/include/gdal -x c++ -"
# shellcheck disable=SC2016
if ! xargs -r -P "$(nproc)" -n 1 sh -c 'echo "#include \"$0\"" | $compile' <"$work/alone"; then
    echo "check_headers: a header above does not compile alone" && exit 1
fi
echo "check_headers: $(wc -l <"$work/headers") headers compile alone"

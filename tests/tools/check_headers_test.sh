#!/usr/bin/env bash
# A header that leans on what others include is found, one that a source file includes first is left to the build; a whole one that
# another header includes first is compiled there, and a leaning one is found there.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/geo" "$work/sim" "$work/tools"
echo '#pragma once' >"$work/geo/whole.h"
printf '#pragma once\ninline std::string leaning;\n' >"$work/geo/first.h"
echo '#include "geo/first.h"' >"$work/geo/first.cpp"
"$root/tools/check_headers.sh" "$work" >"$work/out" || { cat "$work/out" && echo "a whole header failed" && exit 1; }
cp "$work/geo/first.h" "$work/sim/leaning.h"
printf '#pragma once\n#include "sim/leaning.h"\n#include <string>\n' >"$work/sim/outer.h"
if "$root/tools/check_headers.sh" "$work" >"$work/out" 2>&1; then echo "the planted fault was not found" && exit 1; fi
grep -qF sim/leaning.h "$work/out" || { cat "$work/out" && echo "the fault is not named" && exit 1; }

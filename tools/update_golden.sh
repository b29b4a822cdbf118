#!/usr/bin/env bash
# Writes the toy province's figures on record (tests/golden/toy) anew. Run it after a change that was meant to change
# them, and read the diff before you commit it.
#   tools/update_golden.sh [PROGRAM]     PROGRAM is the built phusong, build/release/phusong if not given
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P)
program=$(readlink -f "${1:-$root/build/release/phusong}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$program" run "$root/scenarios/toy.toml" -q -o out --store store >/dev/null
mkdir -p "$root/tests/golden/toy"
cp out/summary.json out/tables/*.csv "$root/tests/golden/toy/"
git -C "$root" --no-pager diff --stat -- tests/golden/toy

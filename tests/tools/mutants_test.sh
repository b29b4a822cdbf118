#!/usr/bin/env bash
# The draw of tools/mutants: the same for the same seed, another for another, and every mutant differs from its line.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
command -v python3 >/dev/null || { echo "no python3" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tools/mutants --list >"$work/first"
tools/mutants --list >"$work/again"
tools/mutants --list --seed 2 >"$work/other"
tools/mutants --list --from 40 --count 60 >"$work/rest"
failures=0
not_true() { ((++failures)) && echo "NOT TRUE: $1"; }
cmp -s "$work/first" "$work/again" || not_true "the same seed draws the same mutants"
! cmp -s "$work/first" "$work/other" || not_true "another seed draws others"
[[ $(wc -l <"$work/first") == 100 && $(cut -f 1 "$work/first" | sort | uniq -c | awk '$1 == 25' | wc -l) == 4 ]] ||
    not_true "a hundred are drawn, a quarter of each kind"
[[ $(wc -l <"$work/rest") == 60 && $(sort "$work/first" "$work/rest" | uniq -d | wc -l) == 60 ]] ||
    not_true "what is left out by --from are the first of the draw"
awk -F '\t' '$3 == $4 { found = 1 } END { exit found }' "$work/first" || not_true "every mutant differs from its line"
exit $((failures > 0))

#!/usr/bin/env bash
# Kills a study at seeded random instants and resumes it: every time the bytes are those of an uninterrupted study.
#   tests/tools/kill_study.sh PROGRAM      PHUSONG_KILLS: how many (6 if not given), PHUSONG_KILL_SEED: which
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
# shellcheck source-path=SCRIPTDIR source=uncertain_toy.sh
source "$root/tests/tools/uncertain_toy.sh"
program=$(readlink -f "$1")
kills=${PHUSONG_KILLS:-6}
RANDOM=${PHUSONG_KILL_SEED:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
write_uncertain_toy 60
study=(batch s.toml --allow-path "$root" --store store -q)
milliseconds() { echo $(($(date +%s%N) / 1000000)); }
"$program" "${study[@]}" -o whole >/dev/null
began=$(milliseconds)
"$program" "${study[@]}" -o again >/dev/null
whole_ms=$(($(milliseconds) - began + 20)) # what an instant is drawn from
hits=0
for ((round = 1; hits < kills && round <= 4 * kills; ++round)); do # some instants come too late
    after=$(awk -v r="$RANDOM" -v w="$whole_ms" 'BEGIN { printf "%.3f", w * r / 32768 / 1000 + 0.002 }')
    status=0
    timeout -s KILL "$after" "$program" "${study[@]}" -o out >/dev/null 2>&1 || status=$?
    ((status == 0 || status == 137)) || { printf 'exit %s after %s s\n' "$status" "$after" && exit 1; }
    ((status == 0)) || ((hits += 1))
    "$program" "${study[@]}" -o out >/dev/null
    diff -r whole out
    [[ ! -e out.unfinished ]] || { printf 'left behind: out.unfinished, killed after %s s\n' "$after" && exit 1; }
    rm -rf out
done
((hits == kills)) || { printf 'only %s of %s instants hit the study\n' "$hits" "$kills" && exit 1; }
printf '%s kills while it ran: the same bytes every time\n' "$hits"

#!/usr/bin/env bash
# How long `phusong compare` takes for many options, and how much memory. It runs the toy province with eight values of
# one key and copies those folders until there are as many as asked for.
#   tests/bench/compare_bench.sh PROGRAM [OPTIONS]     OPTIONS: 1000 if not given
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
program=$(readlink -f "$1")
options=${2:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for i in 0 1 2 3 4 5 6 7; do
    "$program" run "$root/scenarios/toy.toml" -q -o "made_$i" --store store --set "rollout.public_budget_bn_vnd=$((1 + i))" >/dev/null
done
for ((i = 0; i < options; ++i)); do cp -r "made_$((i % 8))" "$(printf 'run_%04d' "$i")"; done
du -shc run_* | tail -1
/usr/bin/time -f '%e s, %U s of user CPU, %M KiB' "$program" compare run_* -o compared -q
ls -l compared

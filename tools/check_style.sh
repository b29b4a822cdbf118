#!/usr/bin/env bash
# Scripts parse and pass shellcheck; C++ has the form of .clang-format. A check whose program is not installed is skipped:
# exit status 77 when nothing failed but something was skipped.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
faults=0 skipped=()

mapfile -t scripts <<<"$(grep -lE '^#!/usr/bin/env bash|^# shellcheck shell=bash' tools/* tests/tools/* .ci/* 2>/dev/null)"
for script in "${scripts[@]}"; do bash -n "$script" || ((++faults)); done
if command -v shellcheck >/dev/null; then shellcheck -x "${scripts[@]}" || ((++faults)); else skipped+=(shellcheck); fi

if command -v clang-format >/dev/null && clang-format --version | grep -q 'version 14'; then
    mapfile -t sources <<<"$(find geo sim tools tests -name '*.cpp' -o -name '*.h' | sort)"
    clang-format --dry-run -Werror "${sources[@]}" || ((++faults))
else
    skipped+=("clang-format 14") # another version breaks lines elsewhere
fi

if ((faults)); then echo "check_style: $faults faults" && exit 1; fi
if ((${#skipped[@]})); then echo "check_style: not installed: $(IFS=, && echo "${skipped[*]}")" && exit 77; fi
echo "check_style: the form holds"

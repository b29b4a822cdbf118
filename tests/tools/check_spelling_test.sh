#!/usr/bin/env bash
# tools/check_spelling.sh finds words with the tone on the second vowel, and only those.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{geo,sim,tools,tests,docs,scenarios,data}
failures=0

finds() { # finds WORD
    printf 'say("a %s, b")\n' "$1" >"$work/geo/a.cpp"
    if "$root/tools/check_spelling.sh" "$work" >"$work/out"; then echo "not found: $1" && ((++failures)); fi
    rm "$work/geo/a.cpp"
}
passes() { # passes WORD
    printf 'a %s, b\n' "$1" >"$work/docs/a.md"
    "$root/tools/check_spelling.sh" "$work" >"$work/out" || { cat "$work/out" && echo "wrongly found: $1" && ((++failures)); }
    rm "$work/docs/a.md"
}
printf '# a\n' >"$work/README.md"
for word in tuỳ xoá toạ hoà khoẻ thuỷ Tuỳ; do finds "$word"; done
for word in tùy xóa tọa hòa khỏe thủy quý quỹ toàn hoạt loạt khoảng đoạn luyện; do passes "$word"; done
printf '00922,Thuận Hoà\n' >"$work/data/communes.csv" # names stand as their source writes them
"$root/tools/check_spelling.sh" "$work" >"$work/out" || { cat "$work/out" && ((++failures)); }

if ((failures)); then echo "$failures checks of check_spelling.sh failed" && exit 1; fi
echo "check_spelling finds the other spelling"

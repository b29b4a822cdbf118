#!/usr/bin/env bash
# Vietnamese is written in one way: the tone stands on the first vowel of final "oa", "oe" and "uy" (hóa, khỏe, tùy). Prints each
# word written the other way as file:line:word; ends with status 1 when there is one. Tables are left out: names stand there as
# their sources write them.
#   tools/check_spelling.sh [FOLDER]     FOLDER is the repository, this one if not given
set -euo pipefail
cd "${1:-$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/..}"

# By bytes, so that it needs no locale: final "o" with a tone on its a or e, "u" with a tone on its y, but not "quy".
tones='o(á|à|ả|ã|ạ|é|è|ẻ|ẽ|ẹ)|(^|[^qQ])u(ý|ỳ|ỷ|ỹ|ỵ)'
found=$(find geo sim tools tests docs scenarios data ./*.md -type f \
    \( -name '*.cpp' -o -name '*.h' -o -name '*.md' -o -name '*.toml' -o -name '*.json' -o -name '*.sh' -o -name phusong -o -name fetch \) \
    ! -name 'check_spelling*' -print0 | sort -z | xargs -0 -r env LC_ALL=C grep -nEo "[A-Za-z]*($tones)([^A-Za-z\x80-\xFF]|$)" || true)
[[ -z $found ]] || { printf '%s\n' "$found" && echo "check_spelling: write the tone on the first vowel: hóa, tùy" && exit 1; }
echo "check_spelling: one spelling"

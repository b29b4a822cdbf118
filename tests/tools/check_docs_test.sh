#!/usr/bin/env bash
# A small project with sound documents passes tools/check_docs.sh; each fault planted in it is found and named.
# shellcheck disable=SC2016 # backticks here are Markdown
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# A stand-in for the program: refuses whatever holds the word "broken", and notes what it was asked.
cat >"$work/phusong" <<END
#!$(command -v bash)
echo "\$*" >>"$work/asked"
[[ "\$*" != *broken* ]]
END
chmod +x "$work/phusong"

fresh_project() {
    rm -rf "$work/p" "$work/asked" && mkdir -p "$work/p"/{docs,data,scenarios/north,tools}
    cd "$work/p"
    touch .phusong-project docs/facts.md CHANGELOG.md CONTRIBUTING.md scenarios/toy.toml scenarios/north/base.toml
    printf '#!/bin/sh\n' >tools/test && chmod +x tools/test
    printf '%s\n' '# One' '[facts](docs/facts.md) and `scenarios/north/base.toml`' '```sh' 'tools/phusong run scenarios/toy.toml # quick' \
        'tools/phusong run scenarios/north/base.toml --set a.b=7 -o out' 'tools/test' '```' '## Two' >README.md
    sed 's/quick/nhanh/; s/# One/# Một/; s/Two/Hai/' README.md >README.vi.md
}
expect() { # expect STATUS WORDS
    local status=0
    "$root/tools/check_docs.sh" "$work/phusong" "$work/p" >"$work/out" 2>&1 || status=$?
    if [[ $status != "$1" ]] || ! grep -qF -- "$2" "$work/out"; then
        echo "wanted status $1 and '$2', got status $status and:" && cat "$work/out"
        ((++failures))
    fi
}
both() { printf '%s\n' "$@" | tee -a README.md >>README.vi.md; }

fresh_project
expect 0 "the documents hold"
grep -qx "run scenarios/toy.toml --overwrite" "$work/asked" || { echo "the toy was not run" && ((++failures)); }
grep -qx "check scenarios/north/base.toml --set a.b=7" "$work/asked" || { echo "the long run was not checked" && ((++failures)); }
[[ -z $(find . -newer "$work/asked" -type f) ]] || { echo "something was written into the project" && ((++failures)); }

fresh_project && both '```sh' 'tools/phusong broken' '```'
expect 1 "'tools/phusong broken' fails"
fresh_project && both '```sh' 'make coffee' '```'
expect 1 "does not know how to try"
fresh_project && both '[gone](docs/gone.md)'
expect 1 "README.vi.md: link to docs/gone.md"
fresh_project && both 'See `geo/no_such_file.h`.'
expect 1 "names geo/no_such_file.h"
fresh_project && echo '## Three' >>README.md
expect 1 "different headings"
fresh_project && printf '%s\n' '```sh' 'tools/test unit' '```' >>README.vi.md
expect 1 "different commands"
fresh_project && touch scenarios/north/broken.toml
expect 1 "phusong check scenarios/north/broken.toml fails"

if ((failures)); then echo "$failures checks of check_docs.sh failed" && exit 1; fi

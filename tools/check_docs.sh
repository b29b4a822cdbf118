#!/usr/bin/env bash
# Holds the documents against the program: every command in a ```sh block of README.md, README.vi.md and CONTRIBUTING.md
# works, every scenario passes `phusong check`, every link and every path named in a document exists, and the two READMEs
# say the same. Prints each fault; ends with status 1 when there is one.
#   tools/check_docs.sh PROGRAM [FOLDER]     PROGRAM is the built phusong, FOLDER the repository, this one if not given
set -euo pipefail
program=$(readlink -f "$1")
cd "${2:-$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/..}"
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0
fault() {
    ((++faults))
    printf '%s\n' "$@"
}

documents=(README.md README.vi.md CONTRIBUTING.md CHANGELOG.md docs/*.md)
while IFS= read -r file; do [[ -z $file ]] || documents+=("$file"); done <<<"$(find data scenarios -name '*.md' | sort)"

# The lines of the ```sh blocks of a document, without comments.
commands_of() { awk '/^```/ { on = ($0 == "```sh"); next } on { sub(/[ \t]+#.*|^#.*/, ""); if ($0 ~ /[^ \t]/) print }' "$1"; }
headings_of() { awk '/^```/ { on = !on } !on && /^#+ / { sub(/ .*/, ""); print }' "$1"; }

# 1. The two READMEs are equals.
for language in "" .vi; do
    commands_of README$language.md >"$work/commands$language"
    headings_of README$language.md >"$work/headings$language"
done
if ! diff "$work/commands" "$work/commands.vi" >"$work/diff"; then
    fault "README.md and README.vi.md have different commands:" "$(cat "$work/diff")"
fi
if ! diff "$work/headings" "$work/headings.vi" >"$work/diff"; then
    fault "README.md and README.vi.md have different headings (number or level)"
fi

# 2. Links and paths exist. A path in `backticks` counts when it starts with a folder of the repository; * matches, and
# NAME or STAGE stands for something new.
links_of() { grep -oE '\]\([^)# ]+' "$1" | sed 's/^](//' | grep -vE '^(https?|mailto):' || true; }
# shellcheck disable=SC2016
paths_of() {
    awk '/^```/ { on = !on; next } !on' "$1" | grep -oE '`(geo|sim|tools|tests|docs|data|scenarios)/[^`[:space:]]*`' |
        tr -d '`' | grep -vE 'NAME|STAGE|…|data/open/' || true
}
for document in "${documents[@]}"; do
    while IFS= read -r link; do
        [[ -z $link || -e $(dirname "$document")/$link ]] || fault "$document: link to $link, which does not exist"
    done <<<"$(links_of "$document")"
    while IFS= read -r path; do
        [[ -z $path ]] || compgen -G "$path" >/dev/null || fault "$document: names $path, which does not exist"
    done <<<"$(paths_of "$document")"
done

# 3. Every scenario is sound. A fragment (a file that only others extend) says so in its first line: "# fragment".
while IFS= read -r scenario; do
    if head -n 1 "$scenario" | grep -qi '^# *fragment'; then continue; fi
    "$program" check "$scenario" >"$work/out" 2>&1 || fault "phusong check $scenario fails:" "$(tail -n 20 "$work/out")"
done <<<"$(find scenarios -name '*.toml' | sort)"

# 4. Every command works, in a copy of the project so that nothing is written here. A run of the province takes a
# minute, its gaps half of one: the arguments are checked, and the toy is taken in its place.
mkdir "$work/project"
cp -R .phusong-project scenarios data "$work/project"
attempt() { # attempt DOCUMENT COMMAND PROGRAM ARGUMENTS...
    local document=$1 command=$2
    shift 2
    (cd "$work/project" && "$@") >"$work/out" 2>&1 </dev/null ||
        fault "$document: '$command' fails:" "$(tail -n 20 "$work/out")"
}
run_shortened() { # run_shortened DOCUMENT COMMAND SCENARIO OPTIONS...
    local document=$1 command=$2 scenario=$3 choices=() runs=()
    shift 3
    while (($#)); do
        case $1 in
        --with | --set) choices+=("$1" "$2") && runs+=("$1" "$2") && shift ;;
        *) runs+=("$1") ;;
        esac
        shift
    done
    if [[ $scenario == scenarios/toy*.toml ]]; then
        attempt "$document" "$command" "$program" run "$scenario" "${runs[@]}" --overwrite
    else
        attempt "$document" "$command" "$program" check "$scenario" "${choices[@]}"
    fi
}
try_command() { # try_command DOCUMENT COMMAND
    local word
    read -ra word <<<"$2"
    case $2 in
    "tools/phusong run "* | "phusong run "*) run_shortened "$1" "$2" "${word[@]:2}" ;;
    "tools/phusong gaps "*)
        attempt "$1" "$2" "$program" check "${word[@]:2}"
        attempt "$1" "$2" "$program" gaps scenarios/toy.toml
        ;;
    tools/phusong* | phusong*) attempt "$1" "$2" "$program" "${word[@]:1}" ;;
    tools/fetch*) attempt "$1" "$2" "$root/tools/fetch" --list "${word[@]:1}" ;;
    tools/test*) [[ -x tools/test ]] || fault "$1: tools/test is not there" ;;
    *) fault "$1: '$2' is a command that tools/check_docs.sh does not know how to try" ;;
    esac
}
for document in README.md CONTRIBUTING.md; do
    while IFS= read -r command; do [[ -z $command ]] || try_command "$document" "$command"; done <<<"$(commands_of "$document")"
done

if ((faults)); then echo "check_docs: $faults faults" && exit 1; fi
echo "check_docs: the documents hold"

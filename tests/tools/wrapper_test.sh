#!/usr/bin/env bash
# tools/phusong and tools/test in a made-up clone, with made-up dpkg-query, apt-get, cmake, ninja and ctest: what they
# install, when they build, what they say and how they count. Nothing is installed or built here.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
clone="$work/a clone" bin=$work/bin elsewhere="$work/thư mục khác"
mkdir -p "$clone/tools" "$bin" "$elsewhere"
cp "$root"/tools/{phusong,test,prepare.sh,packages.txt,count_junit.awk,failed_output.awk} "$clone/tools"

# Only these real commands can be seen, so that neither sudo nor a real compiler gets in the way.
for name in awk bash cat chmod cut dirname env flock grep head mkdir mktemp mv nproc readlink rm sed sort tail touch; do
    ln -s "$(command -v "$name")" "$bin/$name"
done
made_up() { # made_up NAME: the script comes on stdin; $work holds its state
    { printf '#!%s\nwork=%q clone=%q\n' "$(command -v bash)" "$work" "$clone" && cat; } >"$bin/$1"
    chmod +x "$bin/$1"
}
made_up dpkg-query <<'END'
shift 2
for name in "$@"; do grep -qx "$name" "$work/absent" 2>/dev/null || echo "installed $name"; done
END
made_up apt-get <<'END'
echo "$*" >>"$work/apt"
if [[ -e $work/apt_fails ]]; then echo "E: Unable to fetch some archives" >&2; exit 100; fi
[[ $* != *install* ]] || rm -f "$work/absent"
END
made_up id <<'END'
cat "$work/uid"
END
made_up cmake <<'END'
echo "$*" >>"$work/cmake"
if [[ $1 == --build ]]; then
    if [[ -e $work/compile_fails ]]; then echo "a.cpp:7: error: no such thing"; exit 1; fi
    printf '#!%s\nprintf "%%s|" "$PWD" "$@"\nexit 4\n' "$BASH" >"$clone/build/release/phusong"
    chmod +x "$clone/build/release/phusong" && touch "$work/built"
else
    touch "$clone/build/$2/build.ninja"
    echo "CMAKE_HOME_DIRECTORY:INTERNAL=$clone" >"$clone/build/$2/CMakeCache.txt"
fi
END
made_up ninja <<'END'
[[ ! -e $work/built ]] || echo "ninja: no work to do."
END
made_up ctest <<'END'
echo "$*" >>"$work/ctest"
while (($#)); do [[ $1 != --output-junit ]] || report=$2; shift; done
[[ ! -e $work/junit ]] || cat "$work/junit" >"$report"
cat "$work/ctest_says" 2>/dev/null
exit "$(cat "$work/ctest_status")"
END
echo 0 >"$work/uid"

failures=0
expect() {
    local what=$1
    shift
    if ! "$@"; then
        ((++failures))
        echo "NOT TRUE: $what   ($*)"
        sed 's/^/    said: /' "$work/said" "$work/out"
    fi
}
call() { # call TOOL ARGUMENTS...: from another folder; status, said (stderr) and out (stdout)
    local tool=$1
    shift
    status=0
    (cd "$elsewhere" && env -i PATH="$bin" LANG="${language:-en_US.UTF-8}" "$clone/tools/$tool" "$@") >"$work/out" 2>"$work/said" </dev/null || status=$?
}
is() { [[ $1 == "$2" ]]; }
said() { grep -qF -- "$1" "$work/said"; }
silent() { [[ ! -s $work/said ]]; }
lines() { if [[ -e $1 ]]; then wc -l <"$1"; else echo 0; fi; }
last_line() { tail -n 1 "$work/out"; }

# First call: one package is missing, nothing is built.
printf 'libgdal-dev\n' >"$work/absent"
call phusong run "a b.toml" --set 'x=*'
expect "the program's own exit status is kept" is "$status" 4
expect "arguments and the folder of the caller are kept" is "$(cat "$work/out")" "$elsewhere|run|a b.toml|--set|x=*|"
expect "it says what it installs" said "Installing 1 missing packages (first time only, needs network): libgdal-dev"
expect "it installs only that" is "$(tail -n 1 "$work/apt")" "install -q -y --no-install-recommends libgdal-dev"
expect "it says that it builds" said "Building (release)"

# Second call: nothing is asked of apt or cmake, nothing is said, no argument is also fine.
rm "$work/apt" "$work/cmake"
call phusong
expect "the second call is silent" silent
expect "no argument reaches the program" is "$(cat "$work/out")" "$elsewhere|"
expect "no apt" is "$(lines "$work/apt")" 0
expect "no cmake" is "$(lines "$work/cmake")" 0

# Called through a link, and after the clone was moved from another place.
ln -s "$clone/tools/phusong" "$elsewhere/phusong"
status=0 && (cd "$elsewhere" && env -i PATH="$bin" LANG=en_US.UTF-8 ./phusong check) >"$work/out" 2>"$work/said" || status=$?
expect "a link to the wrapper works" is "$(cat "$work/out")" "$elsewhere|check|"
echo "CMAKE_HOME_DIRECTORY:INTERNAL=/somewhere/else" >"$clone/build/release/CMakeCache.txt"
call phusong
expect "a moved clone is configured afresh" grep -q -- "--preset release --fresh" "$work/cmake"

# No right to install, apt that fails: what, why and what to do, in the reader's language.
printf 'cmake\nlibgdal-dev\n' >"$work/absent"
echo 1000 >"$work/uid"
call phusong doctor
expect "neither root nor sudo is an error" is "$status" 5
expect "with the command to ask for" said "apt-get install --no-install-recommends cmake libgdal-dev"
language=vi_VN.UTF-8 call phusong doctor
expect "also in Vietnamese" said "Hãy nhờ người quản trị chạy"
language=C call phusong doctor
expect "Vietnamese is the language of a machine that names none" said "Hãy nhờ người quản trị chạy"
call phusong doctor --lang vi
expect "--lang counts for the wrapper too" said "Hãy nhờ người quản trị chạy"
echo 0 >"$work/uid" && touch "$work/apt_fails"
call phusong doctor
expect "a failing apt is an error" is "$status" 5
expect "with apt's own words" said "E: Unable to fetch some archives"
expect "and what to do" said "Check the network"
rm "$work/apt_fails" "$work/absent"

# A build that fails names the line and the log, and nothing runs.
rm "$work/built" && touch "$work/compile_fails"
call phusong run x.toml
expect "a failing build is an error" is "$status" 1
expect "it shows the compiler's line" said "a.cpp:7: error: no such thing"
expect "it names the log" said "build/release/build.log"
expect "nothing ran" is "$(wc -c <"$work/out")" 0
call test
expect "tools/test ends with its line all the same" is "$(last_line)" "0 passed, 1 failed"
expect "and fails" is "$status" 1
rm "$work/compile_fails"

# Counting. Skipped is what says so; a program that is not there has failed.
junit() { # junit NAME:STATUS:REASON...
    local test
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="x"\n\ttests="%d"\n\tskipped="0"\n\t>\n' $#
    for test in "$@"; do
        IFS=: read -r name how why <<<"$test"
        printf '\t<testcase name="%s" classname="%s" time="0.5" status="%s">\n' "$name" "$name" "$how"
        [[ -z $why ]] || printf '\t\t<skipped message="%s"/>\n' "$why"
        printf '\t\t<system-out>&lt;testcase status="run"&gt;\n/t.cpp:7: Skipped\nno such layer here\n</system-out>\n\t</testcase>\n'
    done
    echo '</testsuite>'
}
touch "$work/built" && echo 0 >"$work/ctest_status"
junit A.b:run C.d:run E.f:notrun:SKIP_REGULAR_EXPRESSION_MATCHED G.h:disabled >"$work/junit"
rm "$work/built"
call test
expect "passed and skipped are counted" is "$(last_line)" "2 passed, 0 failed, 2 skipped"
expect "success" is "$status" 0
expect "a skip says why" said "skipped: E.f (no such layer here)"

# A program of GoogleTest is one test of ctest; its TESTs are counted.
program_said() { # program_said STATUS, what it said on stdin: beside a test that passed
    junit A.b:run >"$work/one"
    {
        sed 's/tests="1"/tests="2"/; /<.testsuite>/d' "$work/one"
        printf '\t<testcase name="test_geo.1" classname="x" time="0.5" status="%s">\n\t\t<system-out>' "$1"
        cat && printf '</system-out>\n\t</testcase>\n</testsuite>\n'
    } >"$work/junit"
}
began='Running main() from gtest
[==========] Running 4 tests from 2 test suites.
[ RUN      ] S.A
[       OK ] S.A (3 ms)
[ RUN      ] X.y/Z
/t.cpp:7: Skipped
no such layer here
[  SKIPPED ] X.y/Z, where GetParam() = 7 (3 ms)
[ RUN      ] S.B
words [       OK ] S.B (4 ms)'
program_said run <<<"$began
[ RUN      ] S.C
[       OK ] S.C (5 ms)
[  PASSED  ] 3 tests.
[  SKIPPED ] 1 test, listed below:
[  SKIPPED ] X.y/Z"
call test
expect "the TESTs of a program are counted" is "$(last_line)" "4 passed, 0 failed, 1 skipped"
expect "those that it skipped say why" said "skipped: X.y/Z (no such layer here)"
program_said fail <<<"$began
[ RUN      ] S.C
[  FAILED  ] S.C (5 ms)
[  PASSED  ] 2 tests.
[  SKIPPED ] 1 test, listed below:
[  SKIPPED ] X.y/Z
[  FAILED  ] 1 test, listed below:
[  FAILED  ] S.C"
call test
expect "so are those that failed" is "$(last_line)" "3 passed, 1 failed, 1 skipped"
program_said fail <<<"$began
[ RUN      ] S.C"
call test
expect "one in which it ended has failed" is "$(last_line)" "2 passed, 1 failed, 1 skipped"
program_said fail <<<"$began
[ RUN      ] S.C
[       OK ] S.C (5 ms)
[  PASSED  ] 3 tests."
call test
expect "a program that passed all and ended badly has failed" is "$(last_line)" "4 passed, 1 failed, 1 skipped"
program_said run <<<"[==========] Running 1 test from 1 test suite.
[ RUN      ] X.y
[  SKIPPED ] X.y (3 ms)
[  PASSED  ] 0 tests."
call test
expect "a program that skipped all has not passed" is "$(last_line)" "1 passed, 0 failed, 1 skipped"
program_said run <<<"[==========] Running 1 test from 1 test suite.
[ RUN      ] X.y
[       OK ] X.y (3 ms)
[  PASSED  ] 1 test.

  YOU HAVE 2 DISABLED TESTS
"
call test
expect "tests that are disabled count as skipped" is "$(last_line)" "2 passed, 0 failed, 2 skipped"
program_said run <<<"[==========] Running 0 tests from 0 test suites.
[  PASSED  ] 0 tests."
call test
expect "nor has one that ran nothing" is "$(last_line)" "1 passed, 0 failed"
printf '%s\n' '1/2 Test  #1: test_geo.1 ....***Failed' "$began" '[ RUN      ] S.C' 'expected 7, got 8' '[  FAILED  ] S.C (5 ms)' \
    '2/2 Test  #2: test_run.1 ....***Exception: SegFault' '[ RUN      ] R.A' 'here it ended' >"$work/ctest_says"
program_said fail <<<"$began"
call test
expect "what the failed TEST said is shown" said "expected 7, got 8"
expect "and what the one said in which the program ended" said "here it ended"
expect "what the others said is not" is "$(grep -c 'no such layer here$' "$work/said" || true)" 0
rm "$work/ctest_says"

# Programs asked for by name.
echo 0 >"$work/ctest_status"
call test --targets test_geo test_run -- --repeat until-fail:3
expect "only their CTests are run" grep -qF -- '-R ^(test_geo|test_run)(\.[0-9]+)?$ --repeat' "$work/ctest"

touch "$work/built"

junit A.b:run C.d:fail E.f:notrun:"Unable to find executable" >"$work/junit"
echo 8 >"$work/ctest_status"
printf '1/3 Test  #1: A.b ....   Passed\n2/3 Test  #2: C.d ....***Failed\nexpected 7, got 8\n3/3 Test  #3: E.f ...***Not Run\n' >"$work/ctest_says"
call test unit
expect "a missing program has failed" is "$(last_line)" "1 passed, 2 failed"
expect "failure" is "$status" 1
expect "what the failed test said is shown" said "expected 7, got 8"
expect "what passed is not" is "$(grep -c 'A.b' "$work/said" || true)" 0
expect "the label reaches ctest" grep -qF -- "-L ^(unit)\$" "$work/ctest"

# ctest that could not run, that crashed half way, that found nothing, or whose report is torn is a failure.
rm "$work/junit"
call test
expect "no report" is "$(last_line)" "0 passed, 1 failed"
junit A.b:run >"$work/junit"
call test unit
expect "a status without a failed test" is "$(last_line)" "1 passed, 1 failed"
echo 0 >"$work/ctest_status" && junit >"$work/junit"
call test unit
expect "no test at all" is "$(last_line)" "0 passed, 1 failed"
junit A.b:run C.d:run | head -n 9 >"$work/junit"
call test unit
expect "a torn report" is "$(last_line)" "0 passed, 1 failed"
call test --nonsense
expect "an unknown option is a mistake of the caller" is "$status" 2

if ((failures)); then echo "$failures checks of the wrappers failed" && exit 1; fi

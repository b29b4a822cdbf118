# Reads the JUnit file of ctest, prints "PASSED FAILED SKIPPED"; skipped tests are named on stderr with their reason.
# A test that did not run counts as skipped only when it said so itself or is disabled; a missing program is a failure.
# A program of GoogleTest is one test of ctest: each TEST of it is counted, as its last lines say. One that ended before them has
# failed once, by the TEST that ran. Ends with status 1 when the file is not whole.
function attribute(line, name,    at) {
    gsub(/\t/, " ", line)
    at = index(line, " " name "=\"")
    if (!at) return ""
    line = substr(line, at + length(name) + 3)
    return substr(line, 1, index(line, "\"") - 1)
}
function skip(name, why) {
    ++skipped
    print "skipped: " name (why == "" ? "" : " (" why ")") > "/dev/stderr"
    reason = ""
}
announced == "" { announced = attribute($0, "tests") }
/<testcase / {
    ++seen
    name = attribute($0, "name"); status = attribute($0, "status"); reason = ""
    of_several = good = bad = 0
    summed = ""
}
/<skipped / { reason = attribute($0, "message") }
/<system-out>/ && reason ~ /^SKIP_RETURN_CODE/ {
    sub(/.*<system-out>/, "")
    if ($0 != "") reason = reason ": " $0
}
take_reason { reason = (of_several ? "" : reason ": ") $0; take_reason = 0 }
/: Skipped$/ { take_reason = 1 }
/\[==========\] Running [0-9]+ tests? from / { of_several = 1 }
of_several && /^\[       OK \] .*\([0-9]+ ms\)$/ { ++good }
of_several && /^\[  SKIPPED \] .*\([0-9]+ ms\)$/ {
    sub(/,$/, "", $4)
    skip($4, reason)
}
of_several && /^  YOU HAVE [0-9]+ DISABLED TESTS?$/ { skipped += $3 }
of_several && /^\[  PASSED  \] [0-9]+ tests?\.$/ { summed = $4 }
of_several && /^\[  FAILED  \] [0-9]+ tests?, listed below:$/ { bad = $4 }
/<\/testcase>/ {
    if (of_several) {
        passed += (summed == "" ? good : summed)
        failed += (summed == "" || (status != "run" && !bad) ? bad + 1 : bad)
    } else if (status == "run") ++passed
    else if (status == "disabled") ++skipped
    else if (status == "notrun" && reason ~ /^SKIP_/) {
        sub(/^SKIP_[A-Z_]*(=[0-9]+)?(: *)?/, "", reason)
        skip(name, reason)
    } else ++failed
}
/<\/testsuite>/ { whole = 1 }
END {
    print passed + 0, failed + 0, skipped + 0
    exit !(whole && seen == announced)
}

# Reads the JUnit file of ctest, prints "PASSED FAILED SKIPPED"; skipped tests are named on stderr with their reason.
# A test that did not run counts as skipped only when it said so itself or is disabled; a missing program is a failure.
# A program of several tests is one here: those that it skipped are named and counted too, and one that skipped all has not passed.
# Ends with status 1 when the file is not whole.
function attribute(line, name,    at) {
    gsub(/\t/, " ", line)
    at = index(line, " " name "=\"")
    if (!at) return ""
    line = substr(line, at + length(name) + 3)
    return substr(line, 1, index(line, "\"") - 1)
}
announced == "" { announced = attribute($0, "tests") }
/<testcase / { ++seen; name = attribute($0, "name"); status = attribute($0, "status"); reason = ""; inside = none = 0 }
/<skipped / { reason = attribute($0, "message") }
/<system-out>/ && reason ~ /^SKIP_RETURN_CODE/ {
    sub(/.*<system-out>/, "")
    if ($0 != "") reason = reason ": " $0
}
take_reason { reason = (status == "run" ? "" : reason ": ") $0; take_reason = 0 }
/: Skipped$/ { take_reason = 1 }
status == "run" && /^\[  SKIPPED \] .*\([0-9]+ ms\)$/ {
    ++skipped
    ++inside
    sub(/,$/, "", $4)
    print "skipped: " $4 (reason == "" ? "" : " (" reason ")") > "/dev/stderr"
    reason = ""
}
/^\[  PASSED  \] 0 tests/ { none = 1 }
/<\/testcase>/ {
    if (status == "run" && inside && none) none = 0
    else if (status == "run") ++passed
    else if (status == "disabled") ++skipped
    else if (status == "notrun" && reason ~ /^SKIP_/) {
        ++skipped
        sub(/^SKIP_[A-Z_]*(=[0-9]+)?(: *)?/, "", reason)
        print "skipped: " name (reason == "" ? "" : " (" reason ")") > "/dev/stderr"
    } else ++failed
}
/<\/testsuite>/ { whole = 1 }
END {
    print passed + 0, failed + 0, skipped + 0
    exit !(whole && seen == announced)
}

# Reads what ctest --output-on-failure printed; prints what the failed tests said (the first 40 lines of each; the log
# has the rest) and the list of them. Of a program of GoogleTest only the TESTs that failed and the one that it ended in.
function tell(text,    lines, n, i) {
    n = split(text, lines, "\n")
    for (i = 1; i <= n; ++i)
        if (left-- > 0) print lines[i]
        else if (left == -1) print "    … the rest is in " FILENAME
}
function tell_held() { # a TEST that has not passed
    if (held != "") { left = 40; tell(held) }
    held = ""
}
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+:/ { tell_held(); show = /\*\*\*/ && !/\*\*\*(Skipped|Not Run \(Disabled\))/; left = 40 }
/^ *Start +[0-9]+:/ { tell_held(); show = 0 }
/^The following tests FAILED:/ { tell_held(); show = 1; left = 200 }
/^The following tests did not run:/ { show = 0 }
!show { next }
/^\[ RUN      \]/ { held = $0; next }
held != "" {
    if (/^\[  (     OK|SKIPPED) \] .*\([0-9]+ ms\)$/) held = ""
    else held = held "\n" $0
    if (/^\[  FAILED  \] .*\([0-9]+ ms\)$/) tell_held()
    next
}
/^\[(=+|-+)\]/ { next }
{ tell($0) }
END { tell_held() }

# Reads what ctest --output-on-failure printed; prints what the failed tests said (the first 40 lines of each; the log
# has the rest) and the list of them.
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+:/ { show = /\*\*\*/ && !/\*\*\*(Skipped|Not Run \(Disabled\))/; left = 40 }
/^ *Start +[0-9]+:/ { show = 0 }
/^The following tests FAILED:/ { show = 1; left = 200 }
/^The following tests did not run:/ { show = 0 }
show && left-- > 0
show && left == -1 { print "    … the rest is in " FILENAME }

# Reads what ctest --output-on-failure printed; prints what the failed tests said and the list of them.
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+:/ { show = /\*\*\*/ && !/\*\*\*(Skipped|Not Run \(Disabled\))/ }
/^ *Start +[0-9]+:/ { show = 0 }
/^The following tests FAILED:/ { show = 1 }
/^The following tests did not run:/ { show = 0 }
show

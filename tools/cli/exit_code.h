#pragma once
#include "geo/message.h"
#include "geo/problem.h"

namespace phusong::cli {

/// What the shell sees. A stop by signal n is 128 + n. 4 is kept free for scenarios that demand what no plan can give;
/// so far none can: a goal that is missed is told as missed, and without money the plan is empty.
enum ExitCode { ok = 0, our_bug = 1, usage = 2, bad_input = 3, file_trouble = 5 };

/// A command line that cannot be understood: exit code 2.
class UsageError : public geo::Failure {
  public:
    using Failure::Failure;
    explicit UsageError(geo::Message what, geo::Message hint = {})
        : Failure({{"", std::move(what), std::move(hint)}}) {}
};

/// The user pressed Ctrl-C, or the system wants the program to end.
struct Interrupted {};

/// What to say when something was thrown that no user can mend.
[[nodiscard]] geo::Problem our_fault(std::string const& what);

/// What to say when the machine, or the limit set for the program, has no memory left.
[[nodiscard]] geo::Problem out_of_memory();

/// The table of exit codes as the help pages show it.
[[nodiscard]] geo::Message exit_code_table();

} // namespace phusong::cli

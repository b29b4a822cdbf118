#pragma once
#include "geo/message.h"
#include <filesystem>

namespace phusong::cli {

/// Blocks SIGINT and SIGTERM in this and every later thread and hands them to a watching thread; ignores SIGPIPE and
/// SIGXFSZ, so that a closed pipe or a full quota is an error of the write that met it. Call before any thread exists.
/// Whoever ends the process says so on stderr in `language`, once.
void watch_signals(geo::Language language);

/// The signal that asked to stop, 0 when none did. Long work asks at every progress report.
[[nodiscard]] int requested_stop();

/// Ends the process with 128 + signal, `folder` removed, if work has not ended by itself soon after a stop was asked
/// for (or at once when it is asked for twice). Empty = nothing to remove.
void remove_when_interrupted(std::filesystem::path const& folder);

/// What stays for the next process to go on with, which is told where the work ends before its time. Empty = nothing.
void keep_when_interrupted(std::filesystem::path const& folder);

/// Ends the process at once, as one that ran out of memory, with nothing half-written left: for libraries that would
/// abort it. `reason`: what the library says.
[[noreturn]] void give_up(char const* reason);

/// For the way out after a stop: waits for a removal under way, removes what is left, gives the exit code.
[[nodiscard]] int finish_stop(geo::Language language);

} // namespace phusong::cli

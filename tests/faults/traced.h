#pragma once
#include "tests/tools/cli_program.h"
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace phusong::test {

/// strace may look at what a program does.
[[nodiscard]] bool can_trace();
inline constexpr auto no_trace =
    "strace may not trace here: ptrace is forbidden, or it is not installed (tools/test installs it)";

/// A call to the system by the first thread: what kind of file it concerns ("tif", "csv", "folder", "memory"), and the
/// how manyth call of its name it is.
using TracedCall = std::pair<std::string, std::size_t>;

/// By the name of the call.
using TracedCalls = std::map<std::string, std::vector<TracedCall>>;
inline constexpr std::array traced_names{"write", "fsync", "rename", "openat", "close", "mmap"};

/// Calls of the program that concern the folder where results are made (for mmap: memory taken after the libraries were
/// loaded). Runs the command once.
[[nodiscard]] TracedCalls traced_calls(std::string const& command, std::filesystem::path const& project);

/// Which of the calls of that name to disturb: of `write` one, of the others one of some kinds of file in the short
/// round; one of every kind when PHUSONG_FAULTS is "kinds", every one when it is "all".
[[nodiscard]] std::vector<TracedCall> chosen(std::string const& call, std::vector<TracedCall> const& calls);

/// What stands before the program so that its k-th call meets `how` ("error=EIO", "signal=KILL").
[[nodiscard]] std::string injection(std::string const& call, std::string const& how, std::size_t k);

} // namespace phusong::test

#pragma once
#include "geo/problem.h"
#include <filesystem>

namespace phusong::geo::io {

/// What the operating system's error number means, in words a planner knows.
[[nodiscard]] Message system_reason(int error_number);

/// What was being done to `file`, the reason, and what to do about the common ones.
[[nodiscard]] Problem problem_of(std::filesystem::path const& file, Message const& doing, int error_number);

/// Throws a FileError at `file`: what was being done, the reason, and what to do about the common ones.
[[noreturn]] void throw_file_error(std::filesystem::path const& file, Message const& doing, int error_number);

/// Throws a FileError at `file` with a text of its own.
[[noreturn]] void throw_file_error(std::filesystem::path const& file, Message what, Message hint);

} // namespace phusong::geo::io

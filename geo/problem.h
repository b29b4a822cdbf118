#pragma once
#include "geo/message.h"
#include <stdexcept>
#include <string>
#include <vector>

namespace phusong::geo {

/// One mistake in an input: where it is ("scenarios/north.toml:12:9 radio.radius_km", "villages.csv:40 people"), what
/// is wrong, and what to do about it (may be empty).
struct Problem {
    std::string where;
    Message what;
    Message hint;
};

using Problems = std::vector<Problem>;

/// Base of the errors that are people's to mend. `problems` is never empty; what() is the English text of all of them.
class Failure : public std::runtime_error {
  public:
    explicit Failure(Problems list);
    Problems problems;
};

/// Mistakes in scenario files, tables or layers, all found at once: exit code 3.
class InputError : public Failure {
    using Failure::Failure;
};

/// A file that could not be read or written (disk, permission): exit code 5.
class FileError : public Failure {
    using Failure::Failure;
};

[[nodiscard]] std::string text(Problems const& problems, Language language);
void throw_if_any(Problems problems);

} // namespace phusong::geo

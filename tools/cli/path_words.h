#pragma once
#include "tools/cli/path_answer.h"

namespace phusong::cli {

/// The answer for people, in one language, with a unit behind every figure.
[[nodiscard]] std::string path_text(PathAnswer const& answer, geo::Language language);

/// The answer for programs: every input as it was used, the loss, every figure on the way; doubles as they are.
[[nodiscard]] std::string path_json(PathAnswer const& answer, geo::Language language);

} // namespace phusong::cli

#pragma once
#include "geo/message.h"
#include <string>

namespace phusong::cli {

/// README.md of a new project folder.
[[nodiscard]] std::string project_readme(geo::Language language);

} // namespace phusong::cli

#pragma once
#include "geo/message.h"
#include <string>

namespace phusong::cli {

// Texts of a new project folder: README.md and KEYS.md, or README.vi.md and KEYS.vi.md.
[[nodiscard]] std::string project_readme(geo::Language language);
[[nodiscard]] std::string key_list(geo::Language language);

} // namespace phusong::cli

#pragma once
#include "geo/problem.h"
#include <nlohmann/json.hpp>
#include <string>

namespace phusong::cli {

using Json = nlohmann::ordered_json;

/// {"error": {"exit_code": …, "problems": […]}} and a line end.
[[nodiscard]] std::string error_json(geo::Problems const& problems, int exit_code, geo::Language language);

/// Each problem with where, file, line, column (where known), message and hint in one language.
[[nodiscard]] Json problems_json(geo::Problems const& problems, geo::Language language);

/// Text with a line end; bytes that are no UTF-8 (a file name may hold any) become U+FFFD.
[[nodiscard]] std::string dump(Json const& json);

} // namespace phusong::cli

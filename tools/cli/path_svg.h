#pragma once
#include "tools/cli/path_answer.h"

namespace phusong::cli {

/// A drawing of the path: ground over the curved earth, what stands on it, the ray with its first Fresnel zone (whole
/// and 60 %), where ground or clutter enters that zone, the horizons, axes with units. The same answer gives the same
/// bytes.
[[nodiscard]] std::string path_svg(PathAnswer const& answer, geo::Language language);

} // namespace phusong::cli

#pragma once
#include "sim/compare/compare.h"
#include <string>

namespace phusong {

/// Money against people with 4G or 5G, one mark per option, as an SVG element: filled on the Pareto front (people x
/// money x equity), hollow off it, a square for the baseline; the larger the mark, the better the worst-served tenth of
/// communes is served. Readable without colour. Names are written where there are few options; every mark has its
/// title.
[[nodiscard]] std::string pareto_svg(Comparison const& comparison, geo::Language language);

} // namespace phusong

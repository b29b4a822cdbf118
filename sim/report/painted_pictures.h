#pragma once
#include "sim/report/report.h"

namespace phusong::report {

/// The report's maps and charts as pictures of their own, in both languages, each with its heading, key, scenario and
/// what is made up: pictures/map_2020.vi.png and so on, one a year (coverage by the best technology, outlines of
/// communes, villages by state), money.vi.png (by year and purse), villages (by signal), subscribers (of each service,
/// with and without the plan). The same run gives the same bytes on one machine; letters are those of its fonts.
/// Errors: std::runtime_error when librsvg cannot draw one.
[[nodiscard]] std::vector<TextFile> painted_pictures(Source const& source);

} // namespace phusong::report

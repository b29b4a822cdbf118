#pragma once
#include "sim/report/report.h"

namespace phusong::report {

/// pictures/map_2020.png and so on, one a year: the map of the report's first page as a picture of its own, coverage by
/// the best technology, outlines of communes, villages by state (dots, diamonds, triangles). No words: GDAL draws none.
/// Errors: std::runtime_error when GDAL cannot make a picture.
[[nodiscard]] std::vector<TextFile> painted_maps(Source const& source);

} // namespace phusong::report

#pragma once
#include "geo/io/vector_file.h"
#include "sim/scenario/scenario.h"
#include <vector>

namespace phusong {

/// Gives the layers of plan.gpkg the style in which QGIS opens them: communes by people with signal and villages by
/// state, both in the last year; sites by status; links and phases by year. Shapes differ as well as colours, so that
/// the maps can be read without colour vision.
void add_styles(std::vector<geo::io::OutLayer>& layers, Scenario const& scenario);

} // namespace phusong

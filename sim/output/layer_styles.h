#pragma once
#include "geo/io/vector_file.h"
#include "geo/message.h"
#include "sim/scenario/scenario.h"
#include <optional>
#include <string>
#include <vector>

namespace phusong {

/// The words of a legend: both languages side by side ("Sóng tốt / Good"), or one alone.
struct Legend {
    std::optional<geo::Language> only;
    [[nodiscard]] std::string operator()(geo::Message const& words) const;
};

/// How QGIS draws one layer of plan.gpkg: communes by people with signal and villages by state, both in `year`; sites
/// by status; links and phases by year. Shapes differ as well as colours, so that the maps can be read without colour
/// vision. Result: a whole QML style; empty for a layer that has none.
[[nodiscard]] std::string layer_style(std::string const& layer, Scenario const& scenario, int year, Legend legend);

/// Gives every layer the style in which QGIS opens plan.gpkg: the state of the last year, in both languages.
void add_styles(std::vector<geo::io::OutLayer>& layers, Scenario const& scenario);

} // namespace phusong

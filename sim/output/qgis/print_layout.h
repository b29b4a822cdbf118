#pragma once
#include "geo/polygon.h"
#include "sim/output/qgis/project_layers.h"
#include <string>
#include <vector>

namespace phusong {

/// What stands on the sheet, in Vietnamese.
struct Sheet {
    std::string title;                   ///< of the scenario
    std::string crs_name;                ///< "EPSG:32648"
    std::vector<std::string> notes;      ///< beside the title block, a paragraph each: source, what is synthetic
    geo::Box ground;                     ///< that both maps show, projected metres
    int before_year = 0, after_year = 0; ///< their map themes have the names of the years
    std::vector<ProjectLayer> legend;    ///< rows of the legend, in order
};

/// <Layout>: an A3 sheet, lying, with the map of the first year beside that of the last, legend, scale bar, north
/// arrow, title block and notes. One scale serves both maps.
[[nodiscard]] std::string print_layout_xml(Sheet const& sheet);

} // namespace phusong

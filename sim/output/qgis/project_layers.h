#pragma once
#include "geo/io/vector_file.h"
#include "sim/scenario/scenario.h"
#include <string>
#include <utility>
#include <vector>

namespace phusong {

/// One layer of the QGIS project.
struct ProjectLayer {
    enum class Kind { raster, point, line, polygon };
    std::string id, name, source; ///< source: relative to the project, "./plan.gpkg|layername=sites"
    Kind kind = Kind::raster;
    std::string style;          ///< a whole QML style
    int year = 0;               ///< the one year of the time slider in which it is drawn; 0 = all of them
    std::string from_year = {}; ///< QGIS expression of the year from which a feature is drawn; empty = always
    bool visible = true;
    std::string label = {};       ///< attribute written beside the features; empty = none
    double label_scale = 0;       ///< 1 : this and larger
    double label_size_points = 7; ///< of its letters
    std::vector<std::pair<std::string, std::string>> heads = {}; ///< attribute and its head in Vietnamese
};

/// Layers of one branch of the tree, the uppermost first. year: 0 = the plan itself.
struct ProjectGroup {
    std::string name;
    int year = 0;
    std::vector<ProjectLayer> layers;
};

/// The plan on top, then the years, the last one first: without the time slider the last year covers the others. Of a
/// year's signal maps only the newest technology that every year has is shown.
/// maps: names of the maps in the folder, "signal_4g_2025.tif". layers: those of plan.gpkg.
[[nodiscard]] std::vector<ProjectGroup> project_groups(std::vector<std::string> const& maps,
                                                       std::vector<geo::io::OutLayer> const& layers,
                                                       Scenario const& scenario);

} // namespace phusong

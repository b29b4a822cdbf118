#pragma once
#include "geo/io/crs.h"
#include "sim/output/qgis/project_layers.h"
#include <string>

namespace phusong {

/// `text` for a place where QGIS works out what stands between [% and %]: it is shown as it is, and nothing is run.
[[nodiscard]] std::string inert(std::string_view text);

/// <spatialrefsys>, with the whole WKT: QGIS takes no reference system from its number alone.
[[nodiscard]] std::string reference_xml(geo::io::Crs const& crs);

/// <maplayer>: source, style, labels, heads of attributes, range of time.
[[nodiscard]] std::string layer_xml(ProjectLayer const& layer, geo::io::Crs const& crs);

/// <layer-tree-layer>: the layer's row in the tree of layers.
[[nodiscard]] std::string tree_row(ProjectLayer const& layer);
/// The same in a legend that is printed: all classes open; of a raster only the classes, not the name of its band.
[[nodiscard]] std::string legend_row(ProjectLayer const& layer);

} // namespace phusong

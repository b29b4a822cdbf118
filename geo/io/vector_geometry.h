#pragma once
#include "geo/io/crs.h"
#include "geo/io/vector_file.h"
#include "geo/problem.h"
#include <memory>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

namespace phusong::geo::io {

/// Turns the geometries of one layer into plain polygons, lines and points in the scenario's system. Multi-part shapes
/// and collections are taken apart, curves are drawn with short straight lines, heights are dropped.
class GeometryReader {
  public:
    GeometryReader(OGRSpatialReference const& source, Crs const& crs);
    [[nodiscard]] std::string const& source_name() const { return source_name_; }
    /// A feature without geometry stays empty. A Problem: coordinates that cannot be those of the source's system.
    void take(OGRGeometry const* geometry, Shape& shape, Problems& problems) const;
    void take_wkt(std::string const& wkt, Shape& shape, Problems& problems) const;

  private:
    std::string source_name_;
    bool geographic_ = false;
    std::unique_ptr<OGRCoordinateTransformation> to_scenario_;
};

} // namespace phusong::geo::io

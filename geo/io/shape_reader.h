#pragma once
#include "geo/io/vector_file.h"
#include <memory>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

namespace phusong::geo::io {

/// Turns the geometries of one file into shapes of the scenario and gathers what is wrong with them.
class ShapeReader {
  public:
    /// Errors: InputError at `where` when `source` cannot be brought into `crs`.
    ShapeReader(OGRSpatialReference const& source, Crs const& crs, std::string const& where);

    /// Projects `geometry` (may be null) into `shape`, or adds Problems at `shape.where`.
    void read(OGRGeometry const* geometry, Shape& shape);

    [[nodiscard]] bool has_many_problems() const { return problems_.size() >= 20; }
    [[nodiscard]] Problems take_problems() { return std::move(problems_); }

  private:
    [[nodiscard]] bool is_placed(OGRGeometry const& geometry, std::string const& where);
    [[nodiscard]] bool is_sound(OGRGeometry const& geometry, std::string const& where);
    void collect(OGRGeometry const& geometry, Shape& shape);
    void collect_polygon(OGRPolygon const& polygon, Shape& shape);
    void problem(std::string const& where, Message what, Message hint);

    OGRSpatialReference source_;
    OGREnvelope usable_lonlat_; ///< where the scenario's reference system may be used, and ten degrees around
    std::unique_ptr<OGRCoordinateTransformation> to_crs_, to_lonlat_;
    Problems problems_;
};

} // namespace phusong::geo::io

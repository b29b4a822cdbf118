#pragma once
#include "geo/point.h"
#include "geo/polygon.h"
#include <memory>
#include <string>
#include <vector>

namespace phusong::geo::io {

/// The scenario's projected coordinate reference system and the way from and to WGS 84. Copies share one pair of
/// transformations, made once.
/// Threads: any thread may call; calls take turns, so project before a parallel loop where speed matters.
class Crs {
  public:
    /// `definition`: "EPSG:32648" or another EPSG code. Errors: InputError when unknown or not projected in metres.
    Crs(std::string const& definition, std::string const& where);
    [[nodiscard]] std::string const& name() const { return name_; } ///< "EPSG:32648"
    [[nodiscard]] std::string const& wkt() const { return wkt_; }
    /// Errors: a point that the projection cannot take gives NaN coordinates.
    [[nodiscard]] XY project(LonLat p) const;
    [[nodiscard]] LonLat unproject(XY p) const;
    /// Whether the system is made for this place, or one within 10° of where it is.
    [[nodiscard]] bool serves(LonLat p) const;

  private:
    struct Transforms;
    std::string name_, wkt_;
    std::shared_ptr<Transforms> transforms_;
};

} // namespace phusong::geo::io

#pragma once
#include "geo/raster.h"

namespace phusong {

/// Where water gathers: 1 in cells that drain at least `catchment_km2`, 0 elsewhere. Such cells are joined by sides, so
/// that no diagonal step slips through a river. Of a terrain turned upside down these are its main ridges.
/// Shapes:  as `height_m`.
/// Errors:  cells without height are 0; water leaves the map at them and at its edge.
/// Source:  priority flood (Barnes, Lehman and Mulla 2014, Computers & Geosciences 62, algorithm 1): each cell drains
/// to
///          the neighbour from which the flood reached it.
[[nodiscard]] geo::Array2D<std::uint8_t> drainage(geo::Raster const& height_m, double catchment_km2);

/// The terrain on a grid `times` as coarse whose middle is that of the terrain, so that a mirrored terrain gives the
/// mirrored grid; `sign` -1 turns it upside down.
[[nodiscard]] geo::Raster coarser(geo::Raster const& terrain_m, int times, float sign = 1);

} // namespace phusong

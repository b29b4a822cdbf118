#pragma once
#include "geo/raster.h"
#include "sim/world/world.h"
#include <string>

namespace phusong {

/// What sites stand on, and how the store of path loss knows it again.
struct AreaGround {
    geo::Raster const* height_m = nullptr;                  ///< must outlive whatever is made with this
    double latitude_deg = 0;                                ///< of the middle
    std::string crs{}, sha256{};                            ///< of the ground's bytes; empty where no store is asked
    geo::Raster const* clutter_m = nullptr;                 ///< null = none
    geo::Array2D<std::uint8_t> const* radio_zone = nullptr; ///< null = inland everywhere
};
[[nodiscard]] AreaGround area_ground(World const& world);
AreaGround area_ground(World const&& world) = delete;

/// Of heights, clutter and zones, lower-case hexadecimal; missing cells included.
[[nodiscard]] std::string sha256_of(AreaGround const& ground);

} // namespace phusong

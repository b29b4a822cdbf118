#include "sim/radio/area/area_ground.h"
#include "geo/io/hash.h"
#include "sim/radio/footprint.h"
#include <string_view>

namespace phusong {

std::string sha256_of(geo::Raster const& heights) {
    auto const* const bytes = reinterpret_cast<char const*>(heights.values.data());
    return geo::io::sha256(std::string_view(bytes, static_cast<std::size_t>(heights.values.size()) * sizeof(float)));
}

AreaGround area_ground(World const& world) {
    return {&world.terrain_m, middle_latitude_deg(world), world.crs ? world.crs->wkt() : std::string(),
            sha256_of(world.terrain_m)};
}

} // namespace phusong

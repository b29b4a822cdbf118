#include "sim/radio/area/area_ground.h"
#include "geo/io/hash.h"
#include "sim/radio/footprint.h"
#include <string_view>

namespace phusong {

namespace {

template <class T> std::string_view bytes_of(geo::Array2D<T> const& values) {
    return {reinterpret_cast<char const*>(values.data()), static_cast<std::size_t>(values.size()) * sizeof(T)};
}

} // namespace

/// Of one layer the hash is that of its bytes; with others, that of the layers' hashes under their names.
std::string sha256_of(AreaGround const& ground) {
    auto const heights = geo::io::sha256(bytes_of(ground.height_m->values));
    if (ground.clutter_m == nullptr && ground.radio_zone == nullptr) return heights;
    std::string all = "heights " + heights;
    if (ground.clutter_m != nullptr) all += " clutter " + geo::io::sha256(bytes_of(ground.clutter_m->values));
    if (ground.radio_zone != nullptr) all += " zones " + geo::io::sha256(bytes_of(*ground.radio_zone));
    return geo::io::sha256(all);
}

AreaGround area_ground(World const& world) {
    AreaGround out{.height_m = &world.terrain_m,
                   .latitude_deg = middle_latitude_deg(world),
                   .crs = world.crs ? world.crs->wkt() : std::string()};
    if (world.clutter_m.values.size() > 0) out.clutter_m = &world.clutter_m;
    if (world.radio_zone.size() > 0) out.radio_zone = &world.radio_zone;
    out.sha256 = sha256_of(out);
    return out;
}

} // namespace phusong

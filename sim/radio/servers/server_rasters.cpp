#include "sim/radio/servers/server_map.h"
#include <cmath>

namespace phusong {
namespace {

double dbm_of(std::uint32_t key) { return (static_cast<int>(key >> 16) - 32768) / 100.0; }

template <class T, class Value> geo::Array2D<T> each_cell(geo::Grid const& grid, Value const& value) {
    geo::Array2D<T> out(grid.rows, grid.cols);
    for (std::size_t cell = 0; cell < grid.size(); ++cell) out.data()[cell] = value(cell);
    return out;
}

} // namespace

std::optional<Server> ServerMap::server(std::uint32_t cell, int rank) const {
    auto const key = keys(rank)[cell];
    if (key == 0) return std::nullopt;
    return Server{no_sector - (key & 0xFFFFU), dbm_of(key)};
}

double ServerMap::total_mw(std::uint32_t cell) const { return std::ldexp(static_cast<double>(total_[cell]), -56); }

geo::Raster power_dbm(ServerMap const& map, int rank) {
    auto const keys = map.keys(rank);
    geo::Raster out(map.grid());
    out.values = each_cell<float>(map.grid(), [&](std::size_t cell) {
        return keys[cell] == 0 ? geo::no_data : static_cast<float>(dbm_of(keys[cell]));
    });
    return out;
}

geo::Array2D<std::int32_t> sector_of_cell(ServerMap const& map, int rank) {
    auto const keys = map.keys(rank);
    return each_cell<std::int32_t>(map.grid(), [&](std::size_t cell) {
        return keys[cell] == 0 ? -1 : static_cast<std::int32_t>(no_sector - (keys[cell] & 0xFFFFU));
    });
}

geo::Array2D<std::int32_t> overlap_count(ServerMap const& map) {
    return each_cell<std::int32_t>(map.grid(), [&](std::size_t cell) { return std::int32_t{map.overlaps()[cell]}; });
}

geo::Array2D<std::int32_t> servers_within(ServerMap const& map, double margin_db) {
    auto const margin = static_cast<std::uint32_t>(std::lround(100 * margin_db));
    return each_cell<std::int32_t>(map.grid(), [&](std::size_t cell) {
        std::int32_t count = 0;
        for (int rank = 0; rank < ServerMap::ranks; ++rank) {
            auto const key = map.keys(rank)[cell];
            count += key != 0 && (map.keys(0)[cell] >> 16) - (key >> 16) <= margin ? 1 : 0;
        }
        return count;
    });
}

} // namespace phusong

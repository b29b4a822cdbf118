#include "sim/radio/sweep/frame.h"
#include "geo/earth.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong {

namespace {

constexpr double radians = std::numbers::pi / 180;

/// Whole numbers from `low` to `high` that lie in [0, count).
struct Span {
    int first, count;
};
Span span(double low, double high, int count) {
    int const first = std::clamp(static_cast<int>(std::ceil(low)), 0, count);
    int const last = std::clamp(static_cast<int>(std::floor(high)), -1, count - 1);
    return {first, std::max(0, last - first + 1)};
}

template <class Value> std::vector<float> table(Span s, Value const& value) {
    std::vector<float> out(static_cast<std::size_t>(s.count));
    for (int i = 0; i < s.count; ++i) out[static_cast<std::size_t>(i)] = static_cast<float>(value(s.first + i));
    return out;
}

RasterSpot spot_of(PlaneGrid const& grid, geo::XY p) {
    return {(p.x_m - grid.west_m) / grid.cell_east_m - 0.5, (grid.north_m - p.y_m) / grid.cell_north_m - 0.5};
}

RasterSpot spot_of(GeographicGrid const& grid, double lon_deg, double lat_deg) {
    return {(lon_deg - grid.west_deg) / grid.cell_lon_deg - 0.5, (grid.north_deg - lat_deg) / grid.cell_lat_deg - 0.5};
}

} // namespace

SweepFrame plane_frame(geo::Grid const& grid, geo::Grid const& terrain, geo::XY antenna, double radius_km) {
    auto const plane = [](geo::Grid const& g) {
        return PlaneGrid{g.west_m, g.north_m, g.cell_m, g.cell_m, g.rows, g.cols};
    };
    return plane_frame(plane(grid), plane(terrain), antenna, radius_km);
}

SweepFrame plane_frame(PlaneGrid const& grid, PlaneGrid const& terrain, geo::XY antenna, double radius_km) {
    RasterSpot const at = spot_of(grid, antenna), ray = spot_of(terrain, antenna);
    double const east_km = grid.cell_east_m / 1000, north_km = grid.cell_north_m / 1000;
    RasterSpot const per_km{1000 / terrain.cell_east_m, 1000 / terrain.cell_north_m};
    Span const rows = span(at.row - radius_km / north_km, at.row + radius_km / north_km, grid.rows),
               cols = span(at.col - radius_km / east_km, at.col + radius_km / east_km, grid.cols);
    SweepFrame f;
    f.first_row = rows.first;
    f.first_col = cols.first;
    f.cell_km = std::min(east_km, north_km);
    f.east_scale = table(rows, [](int) { return 1.0; });
    f.north = table(rows, [&](int r) { return (at.row - r) * north_km; });
    f.north_bend = table(rows, [](int) { return 0.0; });
    f.east = table(cols, [&](int c) { return (c - at.col) * east_km; });
    f.bend = table(cols, [](int) { return 0.0; });
    f.first_spot = spot_of(terrain, geo::XY{grid.west_m + (cols.first + 0.5) * grid.cell_east_m,
                                            grid.north_m - (rows.first + 0.5) * grid.cell_north_m});
    f.per_cell = {grid.cell_east_m / terrain.cell_east_m, grid.cell_north_m / terrain.cell_north_m};
    f.seen = [=](RasterSpot s) {
        double const x = (s.col - ray.col) / per_km.col, y = (ray.row - s.row) / per_km.row;
        return Polar{std::atan2(x, y), std::hypot(x, y)};
    };
    f.spot = [=](double azimuth, double d_km) {
        return RasterSpot{ray.col + std::sin(azimuth) * d_km * per_km.col,
                          ray.row - std::cos(azimuth) * d_km * per_km.row};
    };
    return f;
}

SweepFrame sphere_frame(GeographicGrid const& grid, GeographicGrid const& terrain, double lon_deg, double lat_deg,
                        double radius_km) {
    double const R = geo::earth_radius_km, phi0 = lat_deg * radians, lambda0 = lon_deg * radians, reach = radius_km / R;
    auto const latitude = [=](int r) { return (grid.north_deg - (r + 0.5) * grid.cell_lat_deg) * radians; };
    auto const longitude = [=](int c) { return (grid.west_deg + (c + 0.5) * grid.cell_lon_deg) * radians - lambda0; };
    RasterSpot const at = spot_of(grid, lon_deg, lat_deg);
    double const rows_reach = reach / radians / grid.cell_lat_deg;
    double const widest = std::asin(std::min(1.0, std::sin(reach) / std::cos(phi0)));
    double const cols_reach = widest / radians / grid.cell_lon_deg;
    Span const rows = span(at.row - rows_reach, at.row + rows_reach, grid.rows);
    Span const cols = span(at.col - cols_reach, at.col + cols_reach, grid.cols);
    SweepFrame f;
    f.first_row = rows.first;
    f.first_col = cols.first;
    f.cell_km = R * radians * std::min(grid.cell_lat_deg, grid.cell_lon_deg * std::cos(phi0));
    f.curve = static_cast<float>(1 / (6 * R * R)); // asin s = s + s³/6 + …
    // y = sin(phi − phi0) + sin phi0 cos phi (1 − cos dlambda)
    f.east_scale = table(rows, [&](int r) { return std::cos(latitude(r)); });
    f.north = table(rows, [&](int r) { return R * std::sin(latitude(r) - phi0); });
    f.north_bend = table(rows, [&](int r) { return std::sin(phi0) * std::cos(latitude(r)); });
    f.east = table(cols, [&](int c) { return R * std::sin(longitude(c)); });
    f.bend = table(cols, [&](int c) { return R * 2 * std::pow(std::sin(longitude(c) / 2), 2); });
    f.first_spot = spot_of(terrain, lon_deg + longitude(cols.first) / radians, latitude(rows.first) / radians);
    f.per_cell = {grid.cell_lon_deg / terrain.cell_lon_deg, grid.cell_lat_deg / terrain.cell_lat_deg};
    f.seen = [=](RasterSpot spot) {
        double const phi = (terrain.north_deg - (spot.row + 0.5) * terrain.cell_lat_deg) * radians;
        double const dl = (terrain.west_deg + (spot.col + 0.5) * terrain.cell_lon_deg) * radians - lambda0;
        double const x = std::cos(phi) * std::sin(dl);
        double const y = std::sin(phi - phi0) + std::sin(phi0) * std::cos(phi) * 2 * std::pow(std::sin(dl / 2), 2);
        double const z = std::sin(phi0) * std::sin(phi) + std::cos(phi0) * std::cos(phi) * std::cos(dl);
        return Polar{std::atan2(x, y), R * std::atan2(std::hypot(x, y), z)};
    };
    f.spot = [=](double azimuth, double d_km) {
        double const s = d_km / R, east = std::sin(s) * std::sin(azimuth);
        double const north = std::cos(phi0) * std::cos(s) - std::sin(phi0) * std::sin(s) * std::cos(azimuth);
        double const up = std::sin(phi0) * std::cos(s) + std::cos(phi0) * std::sin(s) * std::cos(azimuth);
        return spot_of(terrain, lon_deg + std::atan2(east, north) / radians,
                       std::atan2(up, std::hypot(east, north)) / radians);
    };
    return f;
}

SweepFrame mapped_frame(SweepFrame const& terrain, std::vector<RasterSpot> spots, int cols, double cell_km) {
    SweepFrame f;
    auto const width = static_cast<std::size_t>(cols), rows = spots.size() / width;
    f.cell_km = cell_km;
    f.east_scale = f.north = f.north_bend = std::vector<float>(rows);
    f.east = f.bend = std::vector<float>(width);
    f.spot = terrain.spot;
    f.seen = terrain.seen;
    f.spots = std::move(spots);
    return f;
}

} // namespace phusong

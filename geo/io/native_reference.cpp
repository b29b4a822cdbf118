#include "geo/io/gdal_guard.h"
#include "geo/io/native_raster.h"
#include "geo/io/spatial_reference.h"
#include "geo/parallel.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <mutex>
#include <numbers>

namespace phusong::geo::io {
namespace {

using Transformation = std::unique_ptr<OGRCoordinateTransformation>;

Transformation way_between(NativeReference const& from, NativeReference const& to) {
    auto const a = from_wkt(from.wkt), b = from_wkt(to.wkt);
    Transformation made(OGRCreateCoordinateTransformation(&a, &b));
    if (!made) throw std::runtime_error("PROJ finds no way between " + from.name + " and " + to.name);
    return made;
}

/// PROJ objects serve one caller at a time, also when they are copied.
Transformation copy(OGRCoordinateTransformation const& way) {
    static std::mutex turn;
    std::lock_guard const lock(turn);
    return Transformation(way.Clone());
}

/// Columns of coordinates, as GDAL wants them.
struct Columns {
    std::vector<double> x, y;
    std::vector<int> worked;
    explicit Columns(std::size_t count) : x(count), y(count), worked(count) {}

    void transform(OGRCoordinateTransformation& way) {
        way.Transform(static_cast<int>(x.size()), x.data(), y.data(), nullptr, worked.data());
    }
    [[nodiscard]] XY at(std::size_t i) const {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        bool const known = worked[i] != 0 && std::isfinite(x[i]) && std::isfinite(y[i]);
        return known ? XY{x[i], y[i]} : XY{none, none};
    }
};

} // namespace

NativeReference native_reference(OGRSpatialReference const& reference) {
    NativeReference out;
    char* text = nullptr;
    if (reference.exportToWkt(&text) == OGRERR_NONE && text != nullptr) out.wkt = text;
    CPLFree(text);
    out.name = reference_name(reference);
    out.geographic = reference.IsGeographic() != 0;
    if (!out.geographic) out.unit_m = reference.GetLinearUnits();
    return out;
}

NativeReference wgs84_reference() {
    guard_gdal();
    return native_reference(wgs84());
}

NativeReference utm_reference(LonLat place) {
    guard_gdal();
    int const zone = std::clamp(static_cast<int>(std::floor((place.lon_deg + 180) / 6)) + 1, 1, 60);
    OGRSpatialReference reference;
    if (reference.importFromEPSG((place.lat_deg < 0 ? 32700 : 32600) + zone) != OGRERR_NONE)
        throw std::runtime_error("PROJ's data base (proj.db) cannot be read");
    return native_reference(reference);
}

bool same_reference(NativeReference const& a, NativeReference const& b) {
    if (a.wkt == b.wkt) return true;
    auto const first = from_wkt(a.wkt), second = from_wkt(b.wkt);
    char const* const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT", nullptr};
    return first.IsSame(&second, options) != 0;
}

double point_scale(NativeReference const& projected, LonLat place) {
    constexpr double step_deg = 1e-3, radians = std::numbers::pi / 180;
    auto const reference = from_wkt(projected.wkt);
    double const a = reference.GetSemiMajor(), flattening = reference.GetInvFlattening(),
                 f = flattening > 0 ? 1 / flattening : 0, e2 = f * (2 - f);
    double const phi = place.lat_deg * radians, w2 = 1 - e2 * std::sin(phi) * std::sin(phi);
    double const meridian_m = a * (1 - e2) / (w2 * std::sqrt(w2)), parallel_m = a / std::sqrt(w2) * std::cos(phi);
    XY const around[] = {{place.lon_deg, place.lat_deg - step_deg},
                         {place.lon_deg, place.lat_deg + step_deg},
                         {place.lon_deg - step_deg, place.lat_deg},
                         {place.lon_deg + step_deg, place.lat_deg}};
    auto const p = transformed(around, wgs84_reference(), projected);
    double const north = distance_m(p[0], p[1]) * projected.unit_m / (2 * step_deg * radians * meridian_m);
    double const east = distance_m(p[2], p[3]) * projected.unit_m / (2 * step_deg * radians * parallel_m);
    return std::sqrt(north * east);
}

std::vector<XY> transformed(std::span<XY const> places, NativeReference const& from, NativeReference const& to) {
    auto const way = way_between(from, to);
    Columns columns(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) columns.x[i] = places[i].x_m, columns.y[i] = places[i].y_m;
    columns.transform(*way);
    std::vector<XY> out(places.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = columns.at(i);
    return out;
}

std::vector<XY> transformed_centres(NativeGrid const& grid, NativeReference const& from, NativeReference const& to) {
    constexpr int rows_at_once = 16; // a way is made for each
    std::vector<XY> out(grid.size());
    auto const width = static_cast<std::size_t>(grid.cols);
    auto const way = way_between(from, to);
    parallel_for((grid.rows + rows_at_once - 1) / rows_at_once, 1, [&](std::ptrdiff_t block) {
        Transformation const mine = copy(*way);
        Columns columns(width);
        for (int row = static_cast<int>(block) * rows_at_once;
             row < std::min(grid.rows, (static_cast<int>(block) + 1) * rows_at_once); ++row) {
            for (std::size_t c = 0; c < width; ++c)
                columns.x[c] = grid.x(static_cast<double>(c)), columns.y[c] = grid.y(row);
            columns.transform(*mine);
            for (std::size_t c = 0; c < width; ++c) out[static_cast<std::size_t>(row) * width + c] = columns.at(c);
        }
    });
    return out;
}

} // namespace phusong::geo::io

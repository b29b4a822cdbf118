#include "geo/io/crs.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/spatial_reference.h"
#include "geo/problem.h"
#include <charconv>
#include <limits>
#include <mutex>
#include <optional>
#include <stdexcept>

namespace phusong::geo::io {

using Transformation = std::unique_ptr<OGRCoordinateTransformation>;

struct Crs::Transforms {
    Transformation project, unproject;
    std::mutex turn; // PROJ objects serve one caller at a time
};

namespace {

[[noreturn]] void refuse(std::string const& where, Message what) {
    throw InputError({{where, std::move(what),
                       say("ghi một hệ tọa độ phẳng tính bằng mét, ví dụ EPSG:32648 (UTM múi 48 Bắc)",
                           "name a projected system in metres, for example EPSG:32648 (UTM zone 48N)")}});
}

std::optional<int> epsg_code(std::string const& definition) {
    int code = 0;
    if (definition.rfind("EPSG:", 0) != 0) return std::nullopt;
    auto const* const end = definition.data() + definition.size();
    auto const [stop, error] = std::from_chars(definition.data() + 5, end, code);
    if (error != std::errc{} || stop != end || code <= 0) return std::nullopt;
    return code;
}

OGRSpatialReference projected(std::string const& definition, std::string const& where) {
    auto const code = epsg_code(definition);
    if (!code) refuse(where, say("là “{}”, không phải mã EPSG", "is “{}”, which is not an EPSG code", definition));
    OGRSpatialReference reference;
    if (reference.importFromEPSG(*code) != OGRERR_NONE)
        refuse(where, say("không có hệ tọa độ {}", "there is no reference system {}", definition));
    if (!reference.IsProjected() || reference.IsCompound() || reference.GetLinearUnits() != 1.0)
        refuse(where, say("{} không phải hệ phẳng tính bằng mét", "{} is not projected in metres", definition));
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

Transformation transformation(OGRSpatialReference const& from, OGRSpatialReference const& to) {
    Transformation made(OGRCreateCoordinateTransformation(&from, &to));
    if (!made)
        throw std::runtime_error("PROJ finds no way between " + reference_name(from) + " and " + reference_name(to));
    return made;
}

/// NaN in both where the point cannot be taken.
void apply(OGRCoordinateTransformation& way, double& x, double& y) {
    int worked = FALSE;
    bool const all = std::isfinite(x) && std::isfinite(y) && way.Transform(1, &x, &y, nullptr, &worked);
    if (!all || !worked || !std::isfinite(x) || !std::isfinite(y)) x = y = std::numeric_limits<double>::quiet_NaN();
}

} // namespace

OGRSpatialReference wgs84() {
    OGRSpatialReference reference;
    if (reference.importFromEPSG(4326) != OGRERR_NONE)
        throw std::runtime_error("PROJ's data base (proj.db) cannot be read");
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

OGRSpatialReference from_wkt(std::string const& wkt) {
    OGRSpatialReference reference;
    if (reference.importFromWkt(wkt.c_str()) != OGRERR_NONE) throw std::runtime_error("PROJ cannot read " + wkt);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

std::string reference_name(OGRSpatialReference const& reference) {
    auto known = reference;
    if (known.GetAuthorityCode(nullptr) == nullptr) (void)known.AutoIdentifyEPSG();
    char const* const authority = known.GetAuthorityName(nullptr);
    char const* const code = known.GetAuthorityCode(nullptr);
    if (authority && code) return std::string(authority) + ":" + code;
    char const* const name = known.GetName();
    return name ? name : "";
}

Crs::Crs(std::string const& definition, std::string const& where)
    : name_(definition), transforms_(std::make_shared<Transforms>()) {
    guard_gdal();
    auto const reference = projected(definition, where);
    char* text = nullptr;
    if (reference.exportToWkt(&text) == OGRERR_NONE && text) wkt_ = text;
    CPLFree(text);
    transforms_->project = transformation(wgs84(), reference);
    transforms_->unproject = transformation(reference, wgs84());
}

XY Crs::project(LonLat p) const {
    std::lock_guard const lock(transforms_->turn);
    XY out{p.lon_deg, p.lat_deg};
    apply(*transforms_->project, out.x_m, out.y_m);
    return out;
}

LonLat Crs::unproject(XY p) const {
    std::lock_guard const lock(transforms_->turn);
    LonLat out{p.x_m, p.y_m};
    apply(*transforms_->unproject, out.lon_deg, out.lat_deg);
    return out;
}

bool Crs::serves(LonLat p) const {
    constexpr double margin_deg = 10;
    auto const reference = projected(name_, {});
    double west = -180, south = -90, east = 180, north = 90;
    bool const known = reference.GetAreaOfUse(&west, &south, &east, &north, nullptr);
    if (!known || west > east) return true;
    return p.lon_deg >= west - margin_deg && p.lon_deg <= east + margin_deg && p.lat_deg >= south - margin_deg &&
           p.lat_deg <= north + margin_deg;
}

} // namespace phusong::geo::io

#include "tools/cli/coverage_area.h"
#include "geo/earth.h"
#include "tools/cli/dem_files.h"
#include "tools/cli/exit_code.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace phusong::cli {
namespace {

using namespace geo::io;
using geo::say;

constexpr double radians = std::numbers::pi / 180;
constexpr int dem_margin = 2; ///< cells around the circle, for interpolation at its edge

/// Direction of true north on a plane, clockwise from the grid's. Looked for along the meridian towards the equator,
/// where there is no pole.
double north_on(NativeReference const& plane, geo::LonLat site) {
    double const step_deg = site.lat_deg < 0 ? 1e-3 : -1e-3;
    geo::XY const meridian[] = {{site.lon_deg, site.lat_deg}, {site.lon_deg, site.lat_deg + step_deg}};
    auto const p = transformed(meridian, wgs84_reference(), plane);
    double const sign = step_deg < 0 ? -1 : 1;
    return std::atan2(sign * (p[1].x_m - p[0].x_m), sign * (p[1].y_m - p[0].y_m)) / radians;
}

/// Where the site lies in the DEM, and how long a metre is there.
void place_site(CoverageArea& area, NativeHeader const& dem, CoverageQuery const& query) {
    geo::XY const lonlat[] = {{query.site.lon_deg, query.site.lat_deg}};
    auto const wgs84 = wgs84_reference();
    area.site = same_reference(wgs84, dem.reference) ? lonlat[0] : transformed(lonlat, wgs84, dem.reference)[0];
    auto const& g = dem.grid;
    double const east = g.west + g.cols * g.cell_x, south = g.north - g.rows * g.cell_y;
    auto const& p = area.site;
    if (!(p.x_m >= g.west && p.x_m <= east && p.y_m >= south && p.y_m <= g.north))
        throw geo::InputError(
            {{query.dems.front(),
              say("trạm {}, {} nằm ngoài tệp này, vốn phủ từ {:.5f}, {:.5f} đến {:.5f}, {:.5f} ({})",
                  "the site {}, {} lies outside of this file, which covers {:.5f}, {:.5f} to {:.5f}, {:.5f} ({})",
                  query.site.lon_deg, query.site.lat_deg, g.west, south, east, g.north, dem.reference.name),
              say("kiểm tra thứ tự kinh độ, vĩ độ của --site, hoặc lấy địa hình đúng vùng",
                  "check the order longitude, latitude of --site, or take terrain of the right place")}});
    if (dem.reference.geographic) return;
    area.scale = point_scale(dem.reference, {query.site.lon_deg, query.site.lat_deg});
    area.north_deg = north_on(dem.reference, {query.site.lon_deg, query.site.lat_deg});
}

/// The box around the circle in the DEM's reference system.
NativeBox circle_in_dem(CoverageArea const& area, NativeReference const& reference, double radius_km) {
    auto const& p = area.site;
    double x = radius_km * 1000 * area.scale / reference.unit_m, y = x;
    if (reference.geographic) {
        double const reach = radius_km / geo::earth_radius_km;
        y = reach / radians;
        x = std::asin(std::min(1.0, std::sin(reach) / std::cos(p.y_m * radians))) / radians;
    }
    return {p.x_m - x, p.y_m - y, p.x_m + x, p.y_m + y};
}

/// A grid of the DEM's reference system in metres on the ground.
PlaneGrid plane(NativeGrid const& g, double unit_m) {
    return {g.west * unit_m, g.north * unit_m, g.cell_x * unit_m, g.cell_y * unit_m, g.rows, g.cols};
}

GeographicGrid globe(NativeGrid const& g) { return {g.west, g.north, g.cell_x, g.cell_y, g.rows, g.cols}; }

/// The frame of a grid in the DEM's own reference system.
SweepFrame frame_of(CoverageArea const& area, NativeGrid const& grid, double radius_km) {
    auto const& reference = area.dem.header.reference;
    if (reference.geographic)
        return sphere_frame(globe(grid), globe(area.dem.grid), area.site.x_m, area.site.y_m, radius_km);
    double const unit_m = reference.unit_m / area.scale;
    return plane_frame(plane(grid, unit_m), plane(area.dem.grid, unit_m),
                       {area.site.x_m * unit_m, area.site.y_m * unit_m}, radius_km);
}

/// The box around the circle in any reference system: its edge is followed there.
NativeBox circle_in(NativeReference const& reference, CoverageArea const& area, SweepFrame const& dem_frame,
                    double radius_km) {
    constexpr int points = 720;
    constexpr double wider = 0.01; // of its size, for what bulges between the points
    std::vector<geo::XY> edge;
    for (int i = 0; i < points; ++i) {
        auto const spot = dem_frame.spot(2 * std::numbers::pi * i / points, radius_km);
        edge.push_back({area.dem.grid.x(spot.col), area.dem.grid.y(spot.row)});
    }
    if (!same_reference(area.dem.header.reference, reference))
        edge = transformed(edge, area.dem.header.reference, reference);
    constexpr double none = std::numeric_limits<double>::infinity();
    NativeBox box{none, none, -none, -none};
    for (auto const& p : edge)
        if (!std::isnan(p.x_m))
            box = {std::min(box.west, p.x_m), std::min(box.south, p.y_m), std::max(box.east, p.x_m),
                   std::max(box.north, p.y_m)};
    double const x = (box.east - box.west) * wider, y = (box.north - box.south) * wider;
    return {box.west - x, box.south - y, box.east + x, box.north + y};
}

/// Square cells whose centres lie on whole multiples of their side.
NativeGrid aligned_grid(NativeBox const& box, double cell) {
    double const first_col = std::floor(box.west / cell), first_row = std::ceil(box.north / cell);
    return {(first_col - 0.5) * cell,
            (first_row + 0.5) * cell,
            cell,
            cell,
            static_cast<int>(first_row - std::floor(box.south / cell)) + 1,
            static_cast<int>(std::ceil(box.east / cell) - first_col) + 1};
}

/// The DEM's cells that the box touches, going on where the DEM has ended: a cell without terrain is counted on every
/// grid alike.
NativeGrid cells_around(NativeGrid const& dem, NativeBox const& box) {
    auto const left = static_cast<int>(std::floor((box.west - dem.west) / dem.cell_x)),
               top = static_cast<int>(std::floor((dem.north - box.north) / dem.cell_y)),
               right = static_cast<int>(std::ceil((box.east - dem.west) / dem.cell_x)),
               bottom = static_cast<int>(std::ceil((dem.north - box.south) / dem.cell_y));
    return part_of(dem, {top, left, bottom - top, right - left});
}

/// Where the DEM ends before the circle does.
void find_edges(CoverageArea& area, NativeHeader const& dem, NativeBox const& circle, double radius_km) {
    auto const& g = dem.grid;
    auto const& p = area.site;
    auto const note = [&](DemSide side, double inside, double reach) {
        if (inside < reach) area.edges.push_back({side, radius_km * inside / reach});
    };
    note(DemSide::north, g.north - p.y_m, circle.north - p.y_m);
    note(DemSide::east, g.west + g.cols * g.cell_x - p.x_m, circle.east - p.x_m);
    note(DemSide::south, p.y_m - (g.north - g.rows * g.cell_y), p.y_m - circle.south);
    note(DemSide::west, p.x_m - g.west, p.x_m - circle.west);
}

/// Which grid the map has, and which of its cells the circle may touch.
void lay_grid(CoverageArea& area, CoverageQuery const& query, SweepFrame const& dem_frame, NativeBox const& circle) {
    auto const& dem = area.dem.header;
    if (!query.like.empty()) {
        auto const like = read_native_header(query.like, "");
        area.reference = like.reference;
        area.grid = like.grid;
    } else if (query.resolution_m) {
        area.reference =
            dem.reference.geographic ? utm_reference({query.site.lon_deg, query.site.lat_deg}) : dem.reference;
        area.grid = aligned_grid(circle_in(area.reference, area, dem_frame, query.radius_km),
                                 *query.resolution_m / area.reference.unit_m);
    } else {
        area.reference = dem.reference;
        area.grid = cells_around(dem.grid, circle);
    }
    area.window = cells_in(area.grid, circle_in(area.reference, area, dem_frame, query.radius_km), 1);
    if (area.window.rows == 0 || area.window.cols == 0)
        throw geo::InputError({{query.like,
                                say("không chạm vòng tròn {} km quanh trạm",
                                    "does not touch the circle of {} km around "
                                    "the site",
                                    query.radius_km),
                                say("chọn ảnh lưới quanh trạm, hoặc bỏ --like", "take a raster around the site, or "
                                                                                "leave --like out")}});
}

/// The smaller side of a cell of another reference system, on the ground at the site.
double ground_cell_km(CoverageArea const& area, CoverageQuery const& query) {
    double const x = area.grid.cell_x, y = area.grid.cell_y;
    geo::LonLat const site{query.site.lon_deg, query.site.lat_deg};
    if (area.reference.geographic)
        return geo::earth_radius_km * radians * std::min(y, x * std::cos(site.lat_deg * radians));
    return std::min(x, y) * area.reference.unit_m / point_scale(area.reference, site) / 1000;
}

void lay_frame(CoverageArea& area, CoverageQuery const& query, SweepFrame const& dem_frame) {
    auto const part = part_of(area.grid, area.window);
    auto const& dem = area.dem;
    if (same_reference(area.reference, dem.header.reference)) {
        area.frame = frame_of(area, part, query.radius_km);
        return;
    }
    auto const places = transformed_centres(part, area.reference, dem.header.reference);
    std::vector<RasterSpot> spots(places.size());
    for (std::size_t i = 0; i < spots.size(); ++i)
        spots[i] = {(places[i].x_m - dem.grid.west) / dem.grid.cell_x - 0.5,
                    (dem.grid.north - places[i].y_m) / dem.grid.cell_y - 0.5};
    area.frame = mapped_frame(dem_frame, std::move(spots), part.cols, ground_cell_km(area, query));
}

/// Ground at a spot of the DEM: the cell itself at its centre, which has no need of its neighbours.
float height_at(SweepTerrain const& terrain, RasterSpot spot) {
    constexpr double centre = 1e-6; // cells
    double const col = std::round(spot.col), row = std::round(spot.row);
    bool const on_centre = std::abs(spot.col - col) < centre && std::abs(spot.row - row) < centre;
    if (on_centre && col >= 0 && row >= 0 && col < terrain.cols && row < terrain.rows)
        return terrain.height_m[static_cast<std::ptrdiff_t>(row) * terrain.cols + static_cast<std::ptrdiff_t>(col)];
    return static_cast<float>(ground_at(terrain, spot));
}

void find_heights(CoverageArea& area, CoverageQuery const& query, SweepFrame const& dem_frame) {
    auto const terrain = area.ground().terrain;
    area.ground_m = height_at(terrain, dem_frame.spot(0, 0));
    if (std::isnan(area.ground_m))
        throw geo::InputError({{query.dems.front(),
                                say("không có địa hình tại trạm {}, {}", "has no terrain at the site {}, {}",
                                    query.site.lon_deg, query.site.lat_deg),
                                say("dời trạm, hoặc lấp chỗ trống của DEM: gdal_fillnodata.py",
                                    "move the site, or fill the gaps of the DEM: gdal_fillnodata.py")}});
    auto const width = static_cast<std::size_t>(area.window.cols);
    area.height_m.assign(width * static_cast<std::size_t>(area.window.rows), std::numeric_limits<float>::quiet_NaN());
    for (int r = 0; r < area.frame.rows(); ++r)
        for (int c = 0; c < area.frame.cols(); ++c)
            area.height_m[static_cast<std::size_t>(area.frame.first_row + r) * width +
                          static_cast<std::size_t>(area.frame.first_col + c)] =
                height_at(terrain, area.frame.cell_spot(r, c));
}

/// Ground lies between four cells.
void refuse_too_small(CoverageArea const& area, CoverageQuery const& query) {
    auto const& grid = area.dem.grid;
    if (grid.rows >= 2 && grid.cols >= 2) return;
    throw geo::InputError(
        {{query.dems.front(),
          say("chỉ có {} hàng × {} cột quanh trạm; cần ít nhất 2 × 2",
              "has only {} rows × {} columns around the site; 2 × 2 at least are needed", grid.rows, grid.cols),
          say("lấy DEM phủ hết vòng tròn quanh trạm", "take a DEM that covers the circle around the "
                                                      "site")}});
}

/// What the engine can take: 65,520 rays, 65,535 cells across.
void refuse_too_fine(CoverageArea const& area, CoverageQuery const& query, SweepFrame const& dem_frame) {
    constexpr double most_rays = 65520;
    constexpr int most_cells = 65535;
    double const finest_km = std::min(ground_cell_km(area, query), dem_frame.cell_km);
    double const rays = 2 * std::numbers::pi * query.radius_km / finest_km * query.ray_density;
    if (rays <= most_rays && area.window.rows <= most_cells && area.window.cols <= most_cells) return;
    throw UsageError(say("{} km quanh trạm với ô {:.1f} m: cần hơn {} tia",
                         "{} km around the site in cells of {:.1f} m: needs more than {} rays", query.radius_km,
                         finest_km * 1000, most_rays),
                     say("giảm --radius-km hoặc --ray-density, hoặc dùng DEM và bản đồ thô hơn",
                         "lower --radius-km or --ray-density, or take a coarser DEM and map"));
}

} // namespace

SweepGround CoverageArea::ground() const {
    SweepTerrain const terrain{.height_m = dem.values.data(),
                               .clutter_m = clutter_m.empty() ? nullptr : clutter_m.data(),
                               .rows = dem.grid.rows,
                               .cols = dem.grid.cols};
    return {terrain, height_m.data(), nullptr, window.cols};
}

CoverageArea coverage_area(CoverageQuery const& query) {
    CoverageArea area;
    auto const header = dem_header(query.dems);
    place_site(area, header, query);
    auto const circle = circle_in_dem(area, header.reference, query.radius_km);
    find_edges(area, header, circle, query.radius_km);
    area.dem = dem_part(query.dems, header, circle, dem_margin);
    refuse_too_small(area, query);
    auto const dem_frame = frame_of(area, area.dem.grid, query.radius_km);
    area.dem_cell_km = dem_frame.cell_km;
    lay_grid(area, query, dem_frame, circle);
    refuse_too_fine(area, query, dem_frame);
    lay_frame(area, query, dem_frame);
    find_heights(area, query, dem_frame);
    bool const sees_clutter = query.model == PathModel::p1812 || query.model == PathModel::p526;
    if (sees_clutter && !query.clutter.empty()) {
        area.clutter_m = clutter_on(area.dem, query.clutter);
        area.clutter_unknown =
            static_cast<std::size_t>(std::ranges::count_if(area.clutter_m, [](float h) { return std::isnan(h); }));
    }
    return area;
}

} // namespace phusong::cli

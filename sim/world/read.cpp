#include "sim/world/read.h"
#include "geo/io/gdal_guard.h"
#include "geo/zonal.h"
#include "sim/world/data_errors.h"
#include "sim/world/read_terrain.h"
#include "sim/world/reading.h"

namespace phusong {
namespace {

/// A system made for another part of the world would make every layer complain in its own way: it is told once.
bool crs_serves(Reading& reading) {
    for (auto const& commune : reading.world.communes) {
        if (reading.crs.serves(commune.seat_lonlat)) continue;
        reading.problems.push_back(
            {"world.crs",
             geo::say("{} không dùng cho nơi này: xã {} ở kinh độ {}, vĩ độ {}",
                      "{} is not made for this place: commune {} lies at longitude {}, latitude {}", reading.crs.name(),
                      commune.code, commune.seat_lonlat.lon_deg, commune.seat_lonlat.lat_deg),
             geo::say("chọn hệ đúng vùng (kinh độ 102–108° bắc bán cầu: EPSG:32648), hoặc xem seat_lon và seat_lat có "
                      "bị đổi chỗ không",
                      "choose the system of the region (102–108° E in the north: EPSG:32648), or look whether seat_lon "
                      "and seat_lat are "
                      "swapped")});
        return false;
    }
    return true;
}

/// All tables and headers, in the order in which one needs the other. Problems pile up in `reading`.
TerrainFacts read_tables(Reading& reading) {
    read_communes(reading);
    if (!crs_serves(reading)) return {};
    read_boundaries(reading);
    lay_grid(reading);
    read_villages(reading);
    read_roads(reading);
    read_sites(reading);
    read_fibre_nodes(reading);
    read_institutions(reading);
    read_divisions(reading);
    TerrainFacts facts;
    if (reading.scenario.world.terrain.empty()) facts = {read_spot_heights(reading), read_mountains(reading)};
    check_terrain(reading, facts);
    check_ground_cover(reading);
    check_people(reading);
    return facts;
}

void find_communes_of_cells(World& world) {
    std::vector<geo::MultiPolygon> shapes;
    for (auto const& commune : world.communes) shapes.push_back(commune.boundary);
    world.commune_of_cell = geo::zone_of_cell(shapes, world.grid);
}

} // namespace

World read_world(Scenario const& scenario, Store const& store, geo::Progress const& progress) {
    geo::io::guard_gdal();
    auto const stage = [&](char const* vi, char const* en, double done) { geo::tell(progress, {vi, en}, done); };
    World world;
    world.crs.emplace(scenario.world.crs, "world.crs");
    world.census_year = scenario.world.census_year;
    world.people_growth_share_per_year = scenario.world.people_growth_share_per_year;
    geo::Problems problems;
    Reading reading{scenario, *world.crs, world, problems};
    stage("Đọc các bảng", "Reading tables", 0);
    auto const facts = read_tables(reading);
    geo::throw_if_any(problems);
    find_communes_of_cells(world);
    stage("Đọc các bảng", "Reading tables", 1);
    stage("Địa hình", "Terrain", 0);
    read_terrain(reading, facts, store);
    geo::throw_if_any(problems);
    read_ground_cover(reading);
    geo::throw_if_any(problems);
    stage("Địa hình", "Terrain", 1);
    stage("Dân cư", "People", 0);
    read_people(reading);
    geo::throw_if_any(problems);
    apply_data_errors(world, scenario);
    stage("Dân cư", "People", 1);
    return world;
}

void check_world(Scenario const& scenario) {
    geo::io::guard_gdal();
    World world;
    world.crs.emplace(scenario.world.crs, "world.crs");
    geo::Problems problems;
    Reading reading{scenario, *world.crs, world, problems};
    (void)read_tables(reading);
    geo::throw_if_any(problems);
}

} // namespace phusong

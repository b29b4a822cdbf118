#include "sim/radio/servers/zone_coverage.h"

namespace phusong {
namespace {

/// Calls add(what) for the whole zone and for every threshold that the cell meets.
template <class Add> void count(ZoneCoverage& zone, float value, std::span<double const> thresholds, Add const& add) {
    add(zone.all);
    for (std::size_t i = 0; i < thresholds.size(); ++i)
        if (value >= static_cast<float>(thresholds[i])) add(zone.at[i]);
}

/// Whole cells first, so that the area is a product and no sum of roundings.
void count_cells(std::vector<ZoneCoverage>& zones, geo::Raster const& values, std::span<double const> thresholds,
                 geo::Array2D<std::int32_t> const& zone_of_cell) {
    for (Eigen::Index cell = 0; cell < zone_of_cell.size(); ++cell)
        if (auto const zone = zone_of_cell.data()[cell]; zone != geo::outside)
            count(zones[static_cast<std::size_t>(zone)], values.values.data()[cell], thresholds,
                  [](Covered& c) { c.area_km2 += 1; });
    for (auto& zone : zones) {
        zone.all.area_km2 *= values.grid.cell_area_km2();
        for (auto& c : zone.at) c.area_km2 *= values.grid.cell_area_km2();
    }
}

} // namespace

Places places_of(World const& world) {
    Places out{world.commune_of_cell, world.communes.size(), {}, {}};
    auto const zone_of = [&](VillageId v) { return world.villages[v.value].commune.value; };
    for (auto const& p : world.people) out.people.push_back({p.cell, zone_of(p.village), p.people});
    for (std::uint32_t v = 0; v < world.villages.size(); ++v)
        if (auto const cell = world.grid.cell_at(world.villages[v].xy)) out.halls.push_back({*cell, zone_of({v})});
    return out;
}

std::vector<ZoneCoverage> coverage_by_zone(geo::Raster const& values, std::span<double const> thresholds,
                                           Places const& places) {
    std::vector<ZoneCoverage> zones(places.zones, {{}, std::vector<Covered>(thresholds.size())});
    count_cells(zones, values, thresholds, places.zone_of_cell);
    for (auto const& p : places.people)
        count(zones[p.zone], values.at(p.cell), thresholds, [&](Covered& c) { c.people += p.people; });
    for (auto const& hall : places.halls)
        count(zones[hall.zone], values.at(hall.cell), thresholds, [](Covered& c) { ++c.villages; });
    return zones;
}

} // namespace phusong

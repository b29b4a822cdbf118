#include "geo/problem.h"
#include "tools/synthesize/draws.h"
#include "tools/synthesize/villages.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace phusong::synthesize {
namespace {

constexpr double spacing_m = 500;        ///< between a made-up village and any other
constexpr double centre_within_m = 1000; ///< a known village this near to the seat is the centre

struct Cells {
    std::vector<std::vector<std::uint32_t>> of_commune; ///< cells whose centre lies in the commune and has terrain
};

Cells cells_by_commune(World const& world) {
    Cells cells{std::vector<std::vector<std::uint32_t>>(world.communes.size())};
    auto const* zone = world.commune_of_cell.data();
    for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell)
        if (zone[cell] != geo::outside && !std::isnan(world.terrain_m.at(cell)))
            cells.of_commune[static_cast<std::size_t>(zone[cell])].push_back(cell);
    return cells;
}

/// Steepness at a cell; steep where the terrain is unknown.
double slope(World const& world, std::uint32_t cell) {
    auto const cols = static_cast<std::uint32_t>(world.grid.cols);
    double const rise = geo::slope(world.terrain_m, static_cast<int>(cell / cols), static_cast<int>(cell % cols));
    return std::isnan(rise) ? 1 : rise;
}

/// Cells of a commune in a random order in which low and gentle ground tends to come first.
/// Source: exponential races (Efraimidis, Spirakis 2006).
std::vector<std::uint32_t> likely_cells(World const& world, std::vector<std::uint32_t> const& cells, int seed) {
    float low = HUGE_VALF, high = -HUGE_VALF;
    for (auto const cell : cells)
        low = std::min(low, world.terrain_m.at(cell)), high = std::max(high, world.terrain_m.at(cell));
    std::vector<std::pair<double, std::uint32_t>> race;
    for (auto const cell : cells) {
        double const height_rank = high > low ? (world.terrain_m.at(cell) - low) / (high - low) : 0;
        double const pull = std::exp(-4 * height_rank - slope(world, cell) / 0.2);
        race.emplace_back(-std::log(geo::uniform(key(seed, Draw::village_cell, cell))) / pull, cell);
    }
    std::ranges::sort(race);
    std::vector<std::uint32_t> order;
    for (auto const& [time, cell] : race) order.push_back(cell);
    return order;
}

/// The villages placed so far, found by place.
struct Placed {
    std::multimap<double, geo::XY> by_x;
    void add(geo::XY p) { by_x.emplace(p.x_m, p); }
    [[nodiscard]] bool free(geo::XY p, double distance) const {
        for (auto at = by_x.lower_bound(p.x_m - distance); at != by_x.end() && at->first <= p.x_m + distance; ++at)
            if (geo::distance_m(at->second, p) < distance) return false;
        return true;
    }
};

/// Up to `count` cells of `order`, far apart first, then closer, never closer than 500 m.
std::vector<std::uint32_t> pick(World const& world, std::vector<std::uint32_t> const& order, int count,
                                Placed& placed) {
    std::vector<std::uint32_t> picked;
    double const roomy =
        0.75 * std::sqrt(static_cast<double>(order.size()) * world.grid.cell_area_km2() * 1e6 / (count + 1));
    for (double apart = std::max(roomy, spacing_m);; apart = std::max(apart * 0.85, spacing_m)) {
        for (auto const cell : order) {
            if (static_cast<int>(picked.size()) == count) return picked;
            if (!placed.free(world.grid.centre(cell), apart)) continue;
            placed.add(world.grid.centre(cell));
            picked.push_back(cell);
        }
        if (apart <= spacing_m) return picked;
    }
}

geo::LonLat rounded(geo::LonLat p) { return {std::round(p.lon_deg * 1e5) / 1e5, std::round(p.lat_deg * 1e5) / 1e5}; }

VillageRow made_village(World const& world, CommuneId commune, geo::LonLat place, char const* source) {
    VillageRow row{.source = source, .commune = commune, .lonlat = rounded(place), .synthetic = true};
    row.xy = world.crs->project(row.lonlat);
    return row;
}

/// The known villages, and one at each seat that has none near.
std::vector<VillageRow> known_and_seats(World const& world, Facts const& facts) {
    std::vector<VillageRow> rows;
    std::vector<bool> has_centre(world.communes.size());
    for (auto const& v : facts.known) {
        rows.push_back({.name = v.name, .source = v.source, .commune = v.commune, .lonlat = v.lonlat, .xy = v.xy});
        if (geo::distance_m(v.xy, world.communes[v.commune.value].seat) <= centre_within_m)
            has_centre[v.commune.value] = true;
    }
    for (std::uint32_t c = 0; c < world.communes.size(); ++c)
        if (!has_centre[c])
            rows.push_back(made_village(world, {c}, world.communes[c].seat_lonlat, "phusong-synthesize (at the seat)"));
    return rows;
}

/// Codes and names in the order of distance from the seat.
void number_villages(std::vector<VillageRow>& rows, World const& world) {
    for (auto& row : rows) row.seat_distance_m = geo::distance_m(row.xy, world.communes[row.commune.value].seat);
    std::ranges::stable_sort(rows, [](VillageRow const& a, VillageRow const& b) {
        return std::pair(a.commune, a.seat_distance_m) < std::pair(b.commune, b.seat_distance_m);
    });
    int number = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        number = i > 0 && rows[i].commune == rows[i - 1].commune ? number + 1 : 1;
        auto const& commune = world.communes[rows[i].commune.value];
        rows[i].code = fmt::format("{}-{:02}", commune.code, number);
        if (rows[i].synthetic)
            rows[i].name = fmt::format("{} {} {} (giả định)", commune.kind == "commune" ? "Thôn" : "Tổ dân phố", number,
                                       commune.name);
    }
}

} // namespace

std::vector<VillageRow> place_villages(World const& world, Facts const& facts, int seed) {
    auto rows = known_and_seats(world, facts);
    Placed placed;
    auto missing = village_counts(world, facts);
    for (auto const& row : rows) placed.add(row.xy), --missing[row.commune.value];
    auto const cells = cells_by_commune(world);
    auto const source = fmt::format("phusong-synthesize, seed {}", seed);
    geo::Problems problems;
    for (std::uint32_t c = 0; c < world.communes.size(); ++c) {
        auto const order = likely_cells(world, cells.of_commune[c], seed);
        auto const picked = pick(world, order, missing[c], placed);
        for (auto const cell : picked)
            rows.push_back(made_village(world, {c}, world.crs->unproject(world.grid.centre(cell)), source.c_str()));
        if (static_cast<int>(picked.size()) < missing[c])
            problems.push_back({world.communes[c].code,
                                geo::say("không đủ chỗ cho {} thôn", "there is no room for {} villages", missing[c]),
                                {}});
    }
    geo::throw_if_any(std::move(problems));
    number_villages(rows, world);
    return rows;
}

} // namespace phusong::synthesize

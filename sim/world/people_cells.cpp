#include "sim/world/people_cells.h"
#include "geo/nearest.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong {
namespace {

constexpr double decay_m = 400, easy_slope = 0.35, reach_m = 1'200;
constexpr std::size_t usual_cells = 60;
constexpr double usual_area_km2 = 0.5;
constexpr std::uint32_t no_village = std::numeric_limits<std::uint32_t>::max();

/// Steps from a cell to those around it, nearest first; ties in reading order.
struct Step {
    int rows, cols;
    double distance_m;
};

std::vector<Step> steps_within(double reach, double cell_m) {
    int const n = static_cast<int>(reach / cell_m);
    std::vector<Step> out;
    for (int r = -n; r <= n; ++r)
        for (int c = -n; c <= n; ++c)
            if (double const d = std::hypot(r, c) * cell_m; d <= reach) out.push_back({r, c, d});
    std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.distance_m < b.distance_m; });
    return out;
}

struct Place {
    int row, col;
};

Place place_of(geo::Grid const& grid, geo::XY xy) {
    std::uint32_t const cell = grid.cell_at(xy).value(); // checked by the readers
    auto const width = static_cast<std::uint32_t>(grid.cols);
    return {static_cast<int>(cell / width), static_cast<int>(cell % width)};
}

/// Which village each cell belongs to: homes first, then the nearest village of the same drawn commune.
std::vector<std::uint32_t> settle(World const& world) {
    geo::Grid const& grid = world.grid;
    std::vector<std::uint32_t> owner(grid.size(), no_village);
    std::vector<float> distance(grid.size(), std::numeric_limits<float>::infinity());
    auto const steps = steps_within(std::max(reach_m, 3 * grid.cell_m), grid.cell_m);
    auto const zone_at = [&](std::uint32_t cell) { return world.commune_of_cell.data()[cell]; };
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        auto const at = place_of(grid, world.villages[v].xy);
        auto const zone = zone_at(grid.index(at.row, at.col));
        std::uint32_t home = no_village;
        for (auto const& step : steps) {
            if (!grid.contains(at.row + step.rows, at.col + step.cols)) continue;
            auto const cell = grid.index(at.row + step.rows, at.col + step.cols);
            if (zone_at(cell) != zone || distance[cell] < 0) continue;
            home = cell;
            break;
        }
        if (home == no_village) continue; // more villages than cells; the caller shares the cell of another
        owner[home] = v;
        distance[home] = -1; // nearer than anyone else can be
    }
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        auto const at = place_of(grid, world.villages[v].xy);
        auto const zone = zone_at(grid.index(at.row, at.col));
        for (auto const& step : steps) {
            if (!grid.contains(at.row + step.rows, at.col + step.cols)) continue;
            auto const cell = grid.index(at.row + step.rows, at.col + step.cols);
            auto const d = static_cast<float>(geo::distance_m(grid.centre(cell), world.villages[v].xy));
            if (zone_at(cell) != zone || !(d < distance[cell])) continue;
            owner[cell] = v;
            distance[cell] = d;
        }
    }
    return owner;
}

/// Steepness at a cell; 0 where a neighbour has no terrain.
double known_slope(geo::Raster const& terrain_m, int row, int col) {
    double const slope = geo::slope(terrain_m, row, col);
    return std::isfinite(slope) ? slope : 0;
}

struct Weighted {
    double weight;
    std::uint32_t cell;
};

/// The cells of one village, best first.
std::vector<Weighted> cells_of(World const& world, std::uint32_t v, std::vector<std::uint32_t> const& owner) {
    geo::Grid const& grid = world.grid;
    auto const at = place_of(grid, world.villages[v].xy);
    int const n = static_cast<int>(std::max(reach_m, 3 * grid.cell_m) / grid.cell_m);
    std::vector<Weighted> out;
    for (int row = at.row - n; row <= at.row + n; ++row)
        for (int col = at.col - n; col <= at.col + n; ++col) {
            if (!grid.contains(row, col) || owner[grid.index(row, col)] != v) continue;
            auto const cell = grid.index(row, col);
            if (std::isnan(world.terrain_m.at(cell))) continue;
            double const d = geo::distance_m(grid.centre(cell), world.villages[v].xy);
            out.push_back({std::exp(-d / decay_m - known_slope(world.terrain_m, row, col) / easy_slope), cell});
        }
    if (out.empty())
        out.push_back({1, grid.index(at.row, at.col)}); // no terrain, or no free cell: where the hall stands
    std::sort(out.begin(), out.end(), [](auto const& a, auto const& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.cell < b.cell;
    });
    auto const most = std::max(usual_cells, static_cast<std::size_t>(usual_area_km2 / grid.cell_area_km2()));
    if (out.size() > most) out.resize(most);
    return out;
}

void sort_by_cell(std::vector<PeopleCell>& people) {
    std::stable_sort(people.begin(), people.end(), [](auto const& a, auto const& b) { return a.cell < b.cell; });
}

/// Nearest village of each commune, asked for by place.
struct CommuneIndex {
    std::vector<std::uint32_t> villages;
    geo::NearestIndex places;
};

std::vector<CommuneIndex> index_villages(World const& world) {
    std::vector<std::vector<std::uint32_t>> members(world.communes.size());
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) members[world.villages[v].commune.value].push_back(v);
    std::vector<CommuneIndex> out;
    for (auto& villages : members) {
        std::vector<geo::XY> places;
        for (auto const v : villages) places.push_back(world.villages[v].xy);
        out.push_back({std::move(villages), geo::NearestIndex(std::move(places))});
    }
    return out;
}

} // namespace

std::vector<PeopleCell> spread_people(World const& world) {
    auto const owner = settle(world);
    std::vector<PeopleCell> out;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        if (!(world.villages[v].people > 0)) continue;
        auto const cells = cells_of(world, v, owner);
        double total = 0;
        for (auto const& c : cells) total += c.weight;
        for (auto const& c : cells) out.push_back({c.cell, VillageId{v}, world.villages[v].people * c.weight / total});
    }
    sort_by_cell(out);
    return out;
}

Untaken take_people(World& world, geo::Raster const& counts, bool rescale, double people_each) {
    Untaken untaken;
    std::vector<double> counted(world.communes.size(), 0.0);
    for (std::uint32_t cell = 0; cell < counts.grid.size(); ++cell) {
        if (!(counts.at(cell) > 0)) continue;
        auto const zone = world.commune_of_cell.data()[cell];
        auto& sum = zone == geo::outside ? untaken.people_outside : counted[static_cast<std::size_t>(zone)];
        sum += static_cast<double>(counts.at(cell)) * people_each;
    }
    for (std::size_t i = 0; i < counted.size(); ++i)
        if (counted[i] == 0 && world.communes[i].people > 0) untaken.empty_communes.push_back(world.communes[i].code);
    if (!untaken.empty_communes.empty()) return untaken;

    world.people.clear();
    auto const index = index_villages(world);
    std::vector<double> of_village(world.villages.size(), 0.0);
    for (std::uint32_t cell = 0; cell < counts.grid.size(); ++cell) {
        auto const zone = world.commune_of_cell.data()[cell];
        if (zone == geo::outside || !(counts.at(cell) > 0)) continue;
        auto const commune = static_cast<std::size_t>(zone);
        auto const near = index[commune].places.nearest(counts.grid.centre(cell), 1);
        if (near.empty()) continue; // a commune without villages has no people: the readers saw to it
        double const factor = rescale ? world.communes[commune].people / counted[commune] : 1;
        auto const village = index[commune].villages[near.front()];
        world.people.push_back({cell, VillageId{village}, static_cast<double>(counts.at(cell)) * people_each * factor});
        of_village[village] += world.people.back().people;
    }
    for (std::size_t i = 0; i < counted.size() && !rescale; ++i) {
        auto& commune = world.communes[i];
        commune.households *= commune.people > 0 ? counted[i] / commune.people : 1;
        commune.people = counted[i];
    }
    for (std::size_t v = 0; v < of_village.size(); ++v) {
        auto& village = world.villages[v];
        auto const& commune = world.communes[village.commune.value];
        village.people = of_village[v];
        untaken.villages_without_people += of_village[v] > 0 ? 0U : 1U;
        village.households = commune.people > 0 ? of_village[v] * commune.households / commune.people : 0;
    }
    return untaken;
}

} // namespace phusong

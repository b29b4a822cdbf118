#include "sim/network/graph/land.h"
#include "sim/network/graph/drainage.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

/// Visits points of a line at equal steps of at most `step_m` on each straight piece, both ends included.
template <class Visit> void walk(std::span<geo::XY const> line, double step_m, Visit visit) {
    if (!line.empty()) visit(line.front(), 0.0);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        double const length = geo::distance_m(line[i], line[i + 1]);
        int const steps = std::max(1, static_cast<int>(std::ceil(length / step_m)));
        for (int k = 1; k <= steps; ++k) {
            double const share = static_cast<double>(k) / steps;
            visit(geo::XY{line[i].x_m + share * (line[i + 1].x_m - line[i].x_m),
                          line[i].y_m + share * (line[i + 1].y_m - line[i].y_m)},
                  length / steps);
        }
    }
}

geo::XY middle(std::span<geo::XY const> line) {
    auto const& a = line[(line.size() - 1) / 2];
    auto const& b = line[line.size() / 2];
    return {(a.x_m + b.x_m) / 2, (a.y_m + b.y_m) / 2};
}

} // namespace

Land::Land(World const& world, FibreNetwork const& settings) : world_(world), settings_(settings) {
    if (world.terrain_m.grid.size() == 0) return;
    // Half a terrain step is fine enough for what such a step crosses.
    int const times = std::max(1, static_cast<int>(settings.offroad_step_m / (2 * world.terrain_m.grid.cell_m)));
    auto const terrain_m = coarser(world.terrain_m, times);
    grid_ = terrain_m.grid;
    river_ = drainage(terrain_m, settings.river_catchment_km2);
    ridge_ = drainage(coarser(world.terrain_m, times, -1), settings.ridge_catchment_km2);
}

bool Land::in_town(geo::XY p) const {
    auto const cell = world_.grid.cell_at(p);
    if (!cell || world_.commune_of_cell.size() == 0) return false;
    auto const commune = world_.commune_of_cell.data()[*cell];
    if (commune < 0) return false;
    auto const& kind = world_.communes[static_cast<std::size_t>(commune)].kind;
    return kind == "ward" || kind == "township";
}

std::uint8_t Land::changes(geo::Array2D<std::uint8_t> const& marks, std::span<geo::XY const> line) const {
    int count = 0;
    std::optional<bool> before;
    auto const marked = [&](double x_m, double y_m) {
        auto const cell = grid_.cell_at({x_m, y_m});
        return cell && marks.data()[*cell] != 0;
    };
    walk(line, grid_.cell_m / 2, [&](geo::XY p, double) {
        // A point on the border of cells belongs to all of them, so that a mirror changes nothing.
        constexpr double e = 1e-3;
        bool const now = marked(p.x_m - e, p.y_m - e) || marked(p.x_m - e, p.y_m + e) || marked(p.x_m + e, p.y_m - e) ||
                         marked(p.x_m + e, p.y_m + e);
        count += before && *before != now ? 1 : 0;
        before = now;
    });
    return static_cast<std::uint8_t>(std::min(count, 255));
}

bool Land::survey(RolloutGraph::Edge& edge, std::span<geo::XY const> line) const {
    double climb_m = 0;
    float before = geo::no_data;
    bool known = true;
    if (grid_.size() > 0)
        walk(line, world_.terrain_m.grid.cell_m, [&](geo::XY p, double) {
            float const here = geo::bilinear(world_.terrain_m, p);
            known = known && !std::isnan(here);
            if (!std::isnan(here) && !std::isnan(before)) climb_m += std::abs(double{here} - double{before});
            before = here;
        });
    edge.slope = edge.length_m > 0 ? static_cast<float>(climb_m / edge.length_m) : 0.0F;
    edge.geotype = edge.slope >= settings_.mountain_slope ? Geotype::mountain
                   : edge.slope >= settings_.hill_slope   ? Geotype::hill
                                                          : Geotype::lowland;
    if (!line.empty() && in_town(middle(line))) edge.geotype = Geotype::town;
    if (edge.way == Way::off_road && grid_.size() > 0) {
        edge.half_rivers = changes(river_, line);
        edge.half_ridges = changes(ridge_, line);
    }
    return known;
}

std::int64_t cable_price_vnd(RolloutGraph::Edge const& edge, Scenario const& scenario) {
    auto const& f = scenario.fibre;
    auto const& p = scenario.prices;
    double const per_m = std::array{p.fibre_poles_vnd_per_km, p.fibre_vnd_per_km,
                                    p.fibre_buried_vnd_per_km}[static_cast<std::size_t>(edge.plant)] /
                         1000;
    double const geotype =
        std::array{f.town_factor, 1.0, f.hill_factor, f.mountain_factor}[static_cast<std::size_t>(edge.geotype)];
    double const slope = double{edge.slope};
    double metres = edge.length_m * std::sqrt(1 + slope * slope) * geotype;
    if (edge.way == Way::off_road)
        metres = metres * scenario.network.fibre_offroad_factor * (1 + f.offroad_slope_factor * slope) +
                 edge.half_rivers * f.river_penalty_m / 2 + edge.half_ridges * f.ridge_penalty_m / 2;
    return std::llround(metres * per_m);
}

} // namespace phusong

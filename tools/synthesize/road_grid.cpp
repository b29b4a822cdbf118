#include "tools/synthesize/road_grid.h"
#include <algorithm>
#include <cmath>
#include <queue>
#include <unordered_map>

namespace phusong::synthesize {
namespace {

constexpr int coarser = 2;              ///< side of a road cell in cells of the world
constexpr double easy_slope = 0.08;     ///< at which the price of a metre doubles
constexpr double existing_factor = 0.4; ///< price of a metre along a road that exists

std::pair<std::uint32_t, std::uint32_t> between(std::uint32_t a, std::uint32_t b) { return std::minmax(a, b); }

/// What Dijkstra's algorithm knows of the cells it has seen.
struct Search {
    struct Label {
        double cost;
        std::uint32_t before;
        bool done;
    };
    using Entry = std::pair<double, std::uint32_t>;
    RoadGrid const& grid;
    std::unordered_map<std::uint32_t, Label> labels = {}; // looked up only, never walked through
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open = {};

    Search(RoadGrid const& g, std::uint32_t start) : grid(g) {
        labels[start] = {0, start, false};
        open.emplace(0, start);
    }
    [[nodiscard]] double step_cost(std::uint32_t a, std::uint32_t b) const {
        auto const& heights = grid.height_m;
        double const length = geo::distance_m(heights.grid.centre(a), heights.grid.centre(b));
        double const steepness = std::abs(heights.at(a) - heights.at(b)) / length / easy_slope;
        bool const exists = grid.has_road[a] && grid.has_road[b] && grid.step.contains(between(a, b));
        return length * (1 + steepness * steepness) * (exists ? existing_factor : 1);
    }
    void look_around(std::uint32_t cell, double cost) {
        auto const& g = grid.height_m.grid;
        int const row = static_cast<int>(cell / static_cast<std::uint32_t>(g.cols));
        int const col = static_cast<int>(cell % static_cast<std::uint32_t>(g.cols));
        for (int r = row - 1; r <= row + 1; ++r)
            for (int c = col - 1; c <= col + 1; ++c) {
                if (!g.contains(r, c) || g.index(r, c) == cell || std::isnan(grid.height_m.at(g.index(r, c)))) continue;
                auto const next = g.index(r, c);
                double const total = cost + step_cost(cell, next);
                auto const [at, is_new] = labels.try_emplace(next, Label{total, cell, false});
                if (!is_new && (at->second.done || at->second.cost <= total)) continue;
                at->second = {total, cell, false};
                open.emplace(total, next);
            }
    }
    /// The next cell for good, with its cost; nothing when all that can be reached is known.
    std::optional<Entry> settle_next() {
        while (!open.empty()) {
            auto const entry = open.top();
            open.pop();
            auto& label = labels[entry.second];
            if (label.done) continue;
            label.done = true;
            return entry;
        }
        return std::nullopt;
    }
    [[nodiscard]] Route route_to(std::uint32_t end) const {
        auto const found = labels.find(end);
        if (found == labels.end() || !found->second.done) return {};
        Route route{{end}, found->second.cost};
        for (auto before = labels.at(end).before; before != route.cells.back(); before = labels.at(before).before)
            route.cells.push_back(before);
        std::ranges::reverse(route.cells);
        return route;
    }
};

} // namespace

RoadGrid road_grid(World const& world) {
    auto coarse = world.grid;
    coarse.cell_m *= coarser;
    coarse.rows /= coarser;
    coarse.cols /= coarser;
    RoadGrid grid{geo::Raster(coarse), {}, std::vector<bool>(coarse.size())};
    for (int r = 0; r < coarse.rows; ++r)
        for (int c = 0; c < coarse.cols; ++c)
            grid.height_m.values(r, c) = geo::bilinear(world.terrain_m, coarse.centre(r, c));
    return grid;
}

std::vector<Route> cheapest_routes(RoadGrid const& grid, std::uint32_t start, std::vector<std::uint32_t> const& ends) {
    Search search(grid, start);
    auto missing = ends;
    while (!missing.empty()) {
        auto const cell = search.settle_next();
        if (!cell) break;
        std::erase(missing, cell->second);
        search.look_around(cell->second, cell->first);
    }
    std::vector<Route> routes;
    for (auto const end : ends) routes.push_back(search.route_to(end));
    return routes;
}

Route cheapest_route_to_road(RoadGrid const& grid, std::uint32_t start) {
    Search search(grid, start);
    while (auto const cell = search.settle_next()) {
        if (grid.has_road[cell->second]) return search.route_to(cell->second);
        search.look_around(cell->second, cell->first);
    }
    return {};
}

void lay(RoadGrid& grid, Route const& route, RoadKind kind) {
    for (std::size_t i = 0; i < route.cells.size(); ++i) {
        grid.has_road[route.cells[i]] = true;
        if (i == 0) continue;
        auto const [at, is_new] = grid.step.try_emplace(between(route.cells[i - 1], route.cells[i]), kind);
        if (!is_new) at->second = std::min(at->second, kind);
    }
}

void mark_roads(RoadGrid& grid, RoadNetwork const& roads) {
    auto const& g = grid.height_m.grid;
    for (auto const& edge : roads.edges)
        for (std::size_t i = 1; i < edge.line.size(); ++i) {
            auto const a = edge.line[i - 1], b = edge.line[i];
            int const steps = static_cast<int>(geo::distance_m(a, b) / (g.cell_m / 2)) + 1;
            for (int k = 0; k <= steps; ++k) {
                double const t = static_cast<double>(k) / steps;
                if (auto const cell = g.cell_at({a.x_m + t * (b.x_m - a.x_m), a.y_m + t * (b.y_m - a.y_m)}))
                    grid.has_road[*cell] = true;
            }
        }
}

bool road_within(RoadGrid const& grid, std::uint32_t cell, double distance_m) {
    auto const& g = grid.height_m.grid;
    int const reach = static_cast<int>(distance_m / g.cell_m) + 1;
    int const row = static_cast<int>(cell / static_cast<std::uint32_t>(g.cols));
    int const col = static_cast<int>(cell % static_cast<std::uint32_t>(g.cols));
    for (int r = std::max(0, row - reach); r <= std::min(g.rows - 1, row + reach); ++r)
        for (int c = std::max(0, col - reach); c <= std::min(g.cols - 1, col + reach); ++c)
            if (grid.has_road[g.index(r, c)] && geo::distance_m(g.centre(r, c), g.centre(cell)) <= distance_m)
                return true;
    return false;
}

} // namespace phusong::synthesize

#include "geo/nearest.h"
#include "tools/synthesize/roads.h"
#include <algorithm>
#include <limits>
#include <numeric>

namespace phusong::synthesize {
namespace {

constexpr std::size_t neighbours = 7;  ///< seats to which a direct road is thought of
constexpr double detour_allowed = 1.9; ///< a loop is built where the way round costs more than this many times
constexpr double village_near_road_m = 1000;

struct Pair {
    double cost;
    std::uint32_t a, b; ///< communes, a < b
};

std::vector<std::uint32_t> seat_cells(World const& world, RoadGrid const& grid) {
    std::vector<std::uint32_t> cells;
    for (auto const& commune : world.communes) cells.push_back(grid.height_m.grid.cell_at(commune.seat).value());
    return cells;
}

void lay_named(RoadGrid& grid, std::vector<std::uint32_t> const& seats, Facts const& facts) {
    for (auto const& road : facts.roads) {
        auto const kind = road.kind == "national" ? RoadKind::national : RoadKind::provincial;
        for (std::size_t i = 1; i < road.through.size(); ++i)
            lay(grid, cheapest_routes(grid, seats[road.through[i - 1].value], {seats[road.through[i].value]})[0], kind);
    }
}

/// Prices of direct roads between near seats, cheapest first.
std::vector<Pair> priced_pairs(World const& world, RoadGrid const& grid, std::vector<std::uint32_t> const& seats) {
    std::vector<geo::XY> places;
    for (auto const& commune : world.communes) places.push_back(commune.seat);
    geo::NearestIndex const index(places);
    std::vector<std::vector<std::uint32_t>> ends(places.size());
    for (std::uint32_t a = 0; a < places.size(); ++a)
        for (auto const near : index.nearest(places[a], neighbours + 1)) {
            auto const b = static_cast<std::uint32_t>(near);
            if (a != b) ends[std::min(a, b)].push_back(std::max(a, b));
        }
    std::vector<Pair> pairs;
    for (std::uint32_t a = 0; a < places.size(); ++a) {
        std::ranges::sort(ends[a]);
        ends[a].erase(std::unique(ends[a].begin(), ends[a].end()), ends[a].end());
        std::vector<std::uint32_t> cells;
        for (auto const b : ends[a]) cells.push_back(seats[b]);
        auto const routes = cheapest_routes(grid, seats[a], cells);
        for (std::size_t k = 0; k < routes.size(); ++k)
            if (!routes[k].cells.empty()) pairs.push_back({routes[k].cost, a, ends[a][k]});
    }
    std::ranges::sort(pairs, {}, [](Pair const& p) { return std::tuple(p.cost, p.a, p.b); });
    return pairs;
}

/// Roads chosen so far between seats, as a graph small enough for a plain search.
struct SeatGraph {
    std::vector<std::vector<std::pair<std::uint32_t, double>>> links;
    void add(Pair const& p) {
        links[p.a].emplace_back(p.b, p.cost);
        links[p.b].emplace_back(p.a, p.cost);
    }
    /// Cost of the cheapest way round; infinite when there is none.
    [[nodiscard]] double cost(std::uint32_t from, std::uint32_t to) const {
        std::vector<double> best(links.size(), std::numeric_limits<double>::infinity());
        std::vector<bool> done(links.size());
        best[from] = 0;
        for (std::size_t round = 0; round < links.size(); ++round) {
            std::size_t here = links.size();
            for (std::size_t i = 0; i < links.size(); ++i)
                if (!done[i] && (here == links.size() || best[i] < best[here])) here = i;
            if (here == to) break;
            done[here] = true;
            for (auto const& [next, price] : links[here]) best[next] = std::min(best[next], best[here] + price);
        }
        return best[to];
    }
};

/// Kruskal's tree and the loops in one sweep, cheapest pair first: a pair not yet joined has an infinite way round.
std::vector<Pair> chosen_pairs(std::vector<Pair> const& pairs, std::size_t seats) {
    SeatGraph graph{std::vector<std::vector<std::pair<std::uint32_t, double>>>(seats)};
    std::vector<Pair> chosen;
    for (auto const& pair : pairs)
        if (graph.cost(pair.a, pair.b) > detour_allowed * pair.cost) {
            graph.add(pair);
            chosen.push_back(pair);
        }
    return chosen;
}

void lay_tracks(RoadGrid& grid, std::vector<VillageRow> const& villages) {
    for (auto const& village : villages) {
        auto const cell = grid.height_m.grid.cell_at(village.xy);
        if (cell && !road_within(grid, *cell, village_near_road_m))
            lay(grid, cheapest_route_to_road(grid, *cell), RoadKind::track);
    }
}

} // namespace

RoadGrid lay_roads(World const& world, Facts const& facts, std::vector<VillageRow> const& villages) {
    auto grid = road_grid(world);
    auto const seats = seat_cells(world, grid);
    lay_named(grid, seats, facts);
    for (auto const& pair : chosen_pairs(priced_pairs(world, grid, seats), seats.size()))
        lay(grid, cheapest_routes(grid, seats[pair.a], {seats[pair.b]})[0], RoadKind::commune);
    lay_tracks(grid, villages);
    return grid;
}

} // namespace phusong::synthesize

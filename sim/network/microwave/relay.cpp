#include "sim/network/microwave/relay.h"
#include <algorithm>
#include <cmath>
#include <tuple>

namespace phusong {
namespace {

struct Ground {
    geo::XY xy;
    double height_m, way_m;
};

double way_m(geo::XY a, geo::XY by, geo::XY b) { return geo::distance_m(a, by) + geo::distance_m(by, b); }

/// The highest known cell of one square, the first in reading order on a tie.
std::optional<Ground> highest(geo::Raster const& terrain_m, int row, int col, int side) {
    std::optional<Ground> best;
    auto const& g = terrain_m.grid;
    for (int r = row; r < std::min(row + side, g.rows); ++r)
        for (int c = col; c < std::min(col + side, g.cols); ++c) {
            auto const h = static_cast<double>(terrain_m.values(r, c));
            if (!std::isnan(h) && (!best || h > best->height_m)) best = Ground{g.centre(r, c), h, 0};
        }
    return best;
}

/// How tall a relay's antennas are, then how long its way is: less is better.
auto rank(RelayDesign const& r) {
    return std::tuple(r.from_a.heights.a_m + r.from_a.heights.b_m + r.to_b.heights.a_m + r.to_b.heights.b_m,
                      r.from_a.length_km + r.to_b.length_km, r.xy.x_m, r.xy.y_m);
}

} // namespace

std::vector<geo::XY> relay_ground(geo::Raster const& terrain_m, geo::XY a, geo::XY b, RelaySearch const& search) {
    auto const& g = terrain_m.grid;
    double const longest_m = geo::distance_m(a, b) * search.detour_share, reach_m = longest_m / 2;
    double const mid_x = (a.x_m + b.x_m) / 2, mid_y = (a.y_m + b.y_m) / 2;
    int const side = std::max(1, static_cast<int>(std::lround(search.block_m / g.cell_m)));
    // Squares lie on the grid and not on the path, so that both ways look at the same.
    auto const first = [&](double cells) { return std::max(0, static_cast<int>(std::floor(cells / side)) * side); };
    int const row0 = first((g.north_m - mid_y - reach_m) / g.cell_m),
              col0 = first((mid_x - reach_m - g.west_m) / g.cell_m);
    double const last_row = (g.north_m - mid_y + reach_m) / g.cell_m,
                 last_col = (mid_x + reach_m - g.west_m) / g.cell_m;
    std::vector<Ground> found;
    for (int r = row0; r < g.rows && r <= last_row; r += side)
        for (int c = col0; c < g.cols && c <= last_col; c += side)
            if (auto top = highest(terrain_m, r, c, side)) {
                top->way_m = way_m(a, top->xy, b);
                if (top->way_m <= longest_m) found.push_back(*top);
            }
    std::ranges::sort(found, [](Ground const& p, Ground const& q) {
        return std::tuple(-p.height_m, p.way_m, p.xy.x_m, p.xy.y_m) <
               std::tuple(-q.height_m, q.way_m, q.xy.x_m, q.xy.y_m);
    });
    std::vector<geo::XY> out;
    for (auto const& ground : found) {
        if (static_cast<int>(out.size()) >= search.tried) break;
        out.push_back(ground.xy);
    }
    return out;
}

std::optional<RelayDesign> find_relay(geo::Raster const& terrain_m, HopEnd const& a, HopEnd const& b,
                                      HopRules const& rules, RelaySearch const& search, std::span<geo::XY const> more) {
    std::optional<RelayDesign> best;
    auto const attempt = [&](geo::XY xy) {
        HopEnd const relay{xy, search.heights_m};
        auto const first = design_hop(terrain_m, a, relay, rules);
        if (!first.works()) return;
        auto const second = design_hop(terrain_m, relay, b, rules);
        if (!second.works()) return;
        RelayDesign const design{xy, first, second};
        if (!best || rank(design) < rank(*best)) best = design;
    };
    for (auto const xy : more) attempt(xy);
    for (auto const xy : relay_ground(terrain_m, a.xy, b.xy, search)) attempt(xy);
    return best;
}

} // namespace phusong

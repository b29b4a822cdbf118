#pragma once
#include "sim/solve/graph.h"
#include "tests/support/fractal.h"

namespace phusong::test {

/// A square piece of mountains as a graph: each cell is joined to its eight neighbours, at a cost that grows with the
/// length in metres and the slope.
inline solve::Graph raster_graph(int side, std::uint64_t seed) {
    int levels = 1;
    while ((1 << levels) + 1 < side) ++levels;
    auto const terrain = fractal_mountains(levels, 90, seed, side);
    auto const& h = terrain.values;
    std::vector<solve::EdgeEnds> edges;
    auto const join = [&](int r, int c, int r2, int c2) {
        if (r2 >= side || c2 < 0 || c2 >= side) return;
        double const length_m = r != r2 && c != c2 ? 90 * std::sqrt(2.0) : 90;
        double const slope = std::abs(static_cast<double>(h(r2, c2) - h(r, c))) / length_m;
        edges.push_back({static_cast<solve::Node>(r * side + c), static_cast<solve::Node>(r2 * side + c2),
                         std::lround(length_m * (1 + 4 * slope))});
    };
    for (int r = 0; r < side; ++r)
        for (int c = 0; c < side; ++c) {
            join(r, c, r, c + 1);
            join(r, c, r + 1, c);
            join(r, c, r + 1, c + 1);
            join(r, c, r + 1, c - 1);
        }
    return solve::make_graph(static_cast<solve::Node>(side * side), std::move(edges));
}

/// Some nodes, each once.
inline std::vector<solve::Node> some_nodes(solve::Node nodes, std::uint32_t count, std::uint64_t seed) {
    std::vector<char> taken(nodes);
    std::vector<solve::Node> out;
    for (std::uint32_t i = 0; out.size() < count; ++i) {
        auto const n = static_cast<solve::Node>(geo::uniform({seed, 6, i, 0}) * nodes);
        if (!taken[n]) out.push_back(n);
        taken[n] = 1;
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace phusong::test

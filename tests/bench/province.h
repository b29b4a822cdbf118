#pragma once
#include "sim/network/network.h"
#include "tests/sim/radio/mountains.h"
#include <fmt/format.h>

namespace phusong::test {

/// A province of mountains 65 km wide with a bent road lattice of `side` × `side` nodes, a fibre node at every ninth of
/// them and 450 sites. Seeded.
inline World province(std::uint32_t side) {
    World world = mountains(722, 722, 90, 2020);
    auto const draw = [](std::uint32_t what, std::uint32_t i, std::uint32_t n) {
        return geo::uniform({31, what, i, n});
    };
    auto const spot = [&](std::uint32_t what, std::uint32_t i) {
        return geo::XY{413000 + 63000 * draw(what, i, 0), 2546000 - 63000 * draw(what, i, 1)};
    };
    double const step_m = 62000.0 / side;
    for (std::uint32_t i = 0; i < side * side; ++i)
        world.roads.nodes.push_back(
            {413500 + step_m * (i % side + 0.7 * draw(1, i, 0)), 2546500 - step_m * (i / side + 0.7 * draw(1, i, 1))});
    auto const join = [&](std::uint32_t a, std::uint32_t b) {
        geo::XY const p = world.roads.nodes[a], q = world.roads.nodes[b];
        double const bend_m = step_m * 0.3 * (draw(2, a, b) - 0.5);
        geo::Polyline const line{p, {(p.x_m + q.x_m) / 2 + bend_m, (p.y_m + q.y_m) / 2 - bend_m}, q};
        world.roads.edges.push_back({a, b, geo::length_m(line), line, "commune"});
    };
    for (std::uint32_t i = 0; i < side * side; ++i) {
        if (i % side + 1 < side) join(i, i + 1);
        if (i / side + 1 < side) join(i, i + side);
        if (i % 9 == 4) world.fibre_nodes.push_back({fmt::format("F{}", i), {}, world.roads.nodes[i]});
    }
    for (std::uint32_t i = 0; i < 450; ++i) {
        Site site;
        site.code = fmt::format("T{}", i);
        site.xy = spot(3, i);
        site.mast_height_m = 45;
        world.sites.push_back(site);
    }
    return world;
}

inline std::vector<Place> places(std::uint32_t count) {
    std::vector<Place> out;
    for (std::uint32_t i = 0; i < count; ++i)
        out.push_back(
            {{413000 + 63000 * geo::uniform({31, 4, i, 0}), 2546000 - 63000 * geo::uniform({31, 4, i, 1})}, 42});
    return out;
}

} // namespace phusong::test

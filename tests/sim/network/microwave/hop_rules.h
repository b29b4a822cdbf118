#pragma once
#include "sim/network/microwave/design.h"
#include "tests/support/fractal.h"

namespace phusong::test {

/// Two classes and the weather of a wet place; every figure is different.
inline HopRules hop_rules() {
    return {.classes = {{7.4, 19, 38.5, 26, -71, 310, 0.011}, {18.7, 6, 41.5, 19, -69, 430, 0.06}},
            .clearance = {},
            .climate = {83, -3.4, 17, 22.9, true, 2.5},
            .availability_share = 0.999};
}

/// The same land with east and west changed over.
inline geo::Raster mirrored(geo::Raster const& terrain) {
    geo::Raster out = terrain;
    out.values = terrain.values.rowwise().reverse().eval();
    return out;
}
inline geo::XY mirrored(geo::XY p, geo::Grid const& grid) {
    return {2 * grid.west_m + grid.cols * grid.cell_m - p.x_m, p.y_m};
}

} // namespace phusong::test

#pragma once
#include "sim/radio/sweep/sweep.h"
#include "tests/support/fractal.h"
#include <utility>

namespace phusong::test {

/// A scene of mountains with an antenna that stands on no cell's centre.
struct Scene {
    geo::Raster terrain = test::fractal_mountains(8, 90, 5);
    geo::Raster clutter{terrain.grid, 0};
    std::vector<std::uint8_t> zone = std::vector<std::uint8_t>(terrain.grid.size(), 4);
    bool coast = false; ///< look at the zones
    geo::XY xy{412000 + 90 * 121.37, 2547000 - 90 * 133.81};
    double radius_km = 10.7;

    Scene() {
        for (std::uint32_t i = 0; i < terrain.grid.size(); ++i)
            clutter.at(i) = i % 3 == 0 ? static_cast<float>(i % 11 * 2) : 0;
        for (int r = 0; r < terrain.grid.rows; ++r) // a bay in the south-east with a strip of coast around it
            for (int c = 0; c < terrain.grid.cols; ++c) {
                int const depth = r + 2 * c - 420 - 9 * (r / 7 % 3);
                zone[terrain.grid.index(r, c)] = depth > 60 && depth < 210 ? 1 : depth > 30 ? 3 : 4;
            }
    }
    [[nodiscard]] SweepTerrain ground(bool with_clutter) const {
        return {terrain.values.data(), with_clutter ? clutter.values.data() : nullptr, terrain.grid.rows,
                terrain.grid.cols, coast ? zone.data() : nullptr};
    }
    [[nodiscard]] SweepFrame frame() const { return plane_frame(terrain.grid, terrain.grid, xy, radius_km); }
};

inline P1812Link link(double f_ghz, double p_percent) {
    return {.f_ghz = f_ghz,
            .p_percent = p_percent,
            .pL_percent = 70,
            .sigmaL_db = 5.5,
            .htg_m = 37,
            .hrg_m = 1.7,
            .latitude_deg = 22.8,
            .delta_n = 47,
            .n0 = 355};
}

[[nodiscard]] inline std::vector<PathLoss> sweep_scene(Scene const& scene, P1812Link const& l, bool clutter) {
    auto const model = sweep_model(l, clutter);
    SweepGround const ground{scene.ground(clutter), scene.terrain.values.data(), nullptr, scene.terrain.grid.cols};
    return sweep(scene.frame(), ground, {geo::bilinear(scene.terrain, scene.xy), scene.radius_km}, {&model, 1});
}

} // namespace phusong::test

#include "sim/radio/models/free_space.h"
#include "tests/sim/radio/sweep/scene.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::link;
using test::Scene;

/// Cells of two maps of one window in which the second loses more than `room` centi-decibels less than the first.
struct Order {
    std::size_t cells = 0, against = 0;
};
template <class Counts> Order rises(PathLoss const& low, PathLoss const& high, int room, Counts const& counts) {
    Order out;
    for (std::size_t i = 0; i < low.centi_db.size(); ++i) {
        if (low.centi_db[i] >= PathLoss::no_terrain || !counts(i)) continue;
        ++out.cells;
        out.against += high.centi_db[i] + room < low.centi_db[i] ? 1 : 0;
    }
    return out;
}

TEST(SweepOrder, LosesMoreOfHigherFrequenciesInTheShadow) {
    Scene const scene;
    SweepGround const ground{scene.ground(true), scene.terrain.values.data(), nullptr, scene.terrain.grid.cols};
    std::vector<SweepModel> models;
    for (double f : {0.7, 0.9, 1.8, 2.6, 3.5}) models.push_back(sweep_model(link(f, 50), true));
    std::vector<std::uint8_t> reasons;
    auto const maps =
        sweep(scene.frame(), ground, {geo::bilinear(scene.terrain, scene.xy), scene.radius_km}, models, {}, &reasons);
    for (std::size_t m = 1; m < maps.size(); ++m) {
        auto const [cells, against] = rises(maps[m - 1], maps[m], 0, [&](std::size_t i) { return reasons[i] > 1; });
        EXPECT_GT(cells, 30'000U);
        EXPECT_EQ(against, 0U) << models[m].f << " GHz";
    }
}

TEST(SweepOrder, LosesNoMoreInRareTimes) {
    Scene scene;
    for (bool coast : {false, true})
        for (bool clutter : {false, true}) {
            scene.coast = coast;
            auto last = sweep_scene(scene, link(0.8, 1), clutter)[0];
            for (double p : {3., 10., 30., 50.}) {
                auto next = sweep_scene(scene, link(0.8, p), clutter)[0];
                auto const [cells, against] = rises(last, next, 1, [](std::size_t) { return true; });
                EXPECT_GT(cells, 40'000U);
                EXPECT_EQ(against, 0U) << p << " %, coast " << coast << ", clutter " << clutter;
                last = std::move(next);
            }
        }
}

TEST(SweepOrder, LosesMoreWhereMorePlacesShallBeServed) {
    Scene const scene;
    auto l = link(1.8, 7);
    l.pL_percent = 5;
    auto last = sweep_scene(scene, l, true)[0];
    for (double percent : {30., 50., 70., 95.}) {
        l.pL_percent = percent;
        auto next = sweep_scene(scene, l, true)[0];
        auto const [cells, against] = rises(last, next, 0, [](std::size_t) { return true; });
        EXPECT_GT(cells, 40'000U);
        EXPECT_EQ(against, 0U) << percent << " %";
        last = std::move(next);
    }
}

/// Free space and delta-Bullington from the middle of one cell to another.
int loss_between(Scene& scene, P1812Link const& l, int row, int from_col, int to_col) {
    scene.xy = scene.terrain.grid.centre(row, from_col);
    auto const model = sweep_model(SweepMethod::p526_delta_bullington, l, 8500, true);
    SweepGround const ground{scene.ground(true), scene.terrain.values.data(), nullptr, scene.terrain.grid.cols};
    return sweep(scene.frame(), ground, {scene.terrain.values(row, from_col), scene.radius_km}, {&model, 1})[0].at(
        row, to_col);
}

TEST(SweepOrder, LosesByDiffractionAlikeBothWaysAlongARow) { // there rays run through the middles of cells
    Scene scene;
    auto there = link(1.8, 50), back = there;
    std::swap(back.htg_m, back.hrg_m);
    int shadowed = 0;
    for (int row : {41, 77, 128, 190})
        for (int col : {62, 97, 139, 167}) {
            int const a = loss_between(scene, there, row, 51, col), b = loss_between(scene, back, row, col, 51);
            EXPECT_NEAR(a, b, 1) << row << ' ' << col;
            double const d_km = (col - 51) * 0.09;
            shadowed += a > 100 * free_space_loss_db(d_km, 1800) + 1000 ? 1 : 0;
        }
    EXPECT_GT(shadowed, 8);
}

/// Loss over free space along the slanted path, centi-decibels, per cell of a map on level land.
std::vector<double> over_free_space(Scene const& scene, PathLoss const& map, P1812Link const& l) {
    std::vector<double> out;
    for (int row = map.first_row; row < map.first_row + map.rows; ++row)
        for (int col = map.first_col; col < map.first_col + map.cols; ++col) {
            auto const to = scene.terrain.grid.centre(row, col);
            double const d_km = std::hypot(to.x_m - scene.xy.x_m, to.y_m - scene.xy.y_m) / 1000;
            double const slant_km = std::hypot(d_km, (l.htg_m - l.hrg_m) / 1000);
            out.push_back(map.at(row, col) - 100 * free_space_loss_db(slant_km, 1000 * l.f_ghz));
        }
    return out;
}

TEST(SweepOrder, LosesNoMoreFromAHigherMastOnLevelLand) {
    Scene scene;
    scene.terrain.values = 317;
    scene.xy = scene.terrain.grid.centre(128, 127);
    for (double f : {0.7, 3.5}) {
        auto l = link(f, 50);
        l.htg_m = 12;
        auto last = sweep_scene(scene, l, false)[0];
        auto last_over = over_free_space(scene, last, l);
        for (double mast_m : {17., 26., 38., 55., 92.}) {
            l.htg_m = mast_m;
            auto next = sweep_scene(scene, l, false)[0];
            auto over = over_free_space(scene, next, l);
            std::size_t cells = 0, against = 0;
            for (std::size_t i = 0; i < over.size(); ++i) {
                if (next.centi_db[i] == PathLoss::none) continue;
                ++cells; // a higher mast is farther from places near it, which free space counts
                against += over[i] > last_over[i] + 1.01 ? 1 : 0;
            }
            EXPECT_GT(cells, 40'000U);
            EXPECT_EQ(against, 0U) << mast_m << " m, " << f << " GHz";
            last = std::move(next);
            last_over = std::move(over);
        }
    }
}

} // namespace
} // namespace phusong

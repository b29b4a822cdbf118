#include "tests/sim/radio/sweep/scene.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>

namespace phusong {
namespace {

using test::link;
using test::Scene;

/// Level land with the antenna in the middle of a cell, so that many cells are equally far away.
Scene level_scene() {
    Scene scene;
    scene.terrain.values = 317;
    scene.xy = scene.terrain.grid.centre(128, 127);
    return scene;
}

TEST(SweepSeams, AreNoneBetweenRays) {
    Scene const scene = level_scene();
    for (double p : {1., 50.}) {
        auto const map = sweep_scene(scene, link(0.8, p), false)[0];
        std::map<int, std::pair<int, int>> range; // by the squared distance in cells: least and most
        for (int row = map.first_row; row < map.first_row + map.rows; ++row)
            for (int col = map.first_col; col < map.first_col + map.cols; ++col) {
                int const loss = map.at(row, col), r = row - 128, c = col - 127;
                if (loss == PathLoss::none) continue;
                auto& [least, most] = range.try_emplace(r * r + c * c, loss, loss).first->second;
                least = std::min(least, loss);
                most = std::max(most, loss);
            }
        EXPECT_GT(range.size(), 3500U);
        for (auto const& [squared, losses] : range)
            EXPECT_LE(losses.second - losses.first, 1) << std::sqrt(squared) * 0.09 << " km";
    }
}

TEST(SweepSeams, AreNoneBetweenOneDistanceAndTheNext) {
    Scene const scene = level_scene();
    auto const map = sweep_scene(scene, link(0.8, 50), false)[0];
    std::vector<std::pair<double, int>> out; // distance and loss of every cell
    for (int row = map.first_row; row < map.first_row + map.rows; ++row)
        for (int col = map.first_col; col < map.first_col + map.cols; ++col)
            if (map.at(row, col) != PathLoss::none && std::hypot(row - 128, col - 127) > 8)
                out.emplace_back(std::hypot(row - 128, col - 127) * 0.09, map.at(row, col));
    std::ranges::sort(out);
    for (std::size_t i = 1; i < out.size(); ++i) { // level land loses at most 40 dB per tenfold distance, and 1 dB/km
        double const grows = 40 * std::log10(out[i].first / out[i - 1].first) + out[i].first - out[i - 1].first;
        EXPECT_LE(out[i].second, out[i - 1].second + 100 * grows + 2) << out[i].first;
        EXPECT_GE(out[i].second, out[i - 1].second - 2) << out[i].first;
    }
}

/// The part of a scene that begins at a row and a column.
struct Cut {
    int row, col, rows, cols;
    [[nodiscard]] geo::Grid grid(geo::Grid const& whole) const {
        return {whole.west_m + col * whole.cell_m, whole.north_m - row * whole.cell_m, whole.cell_m, rows, cols};
    }
    template <class T> [[nodiscard]] std::vector<T> of(T const* values, int whole_cols) const {
        std::vector<T> out;
        for (int r = row; r < row + rows; ++r)
            out.insert(out.end(), values + r * whole_cols + col, values + r * whole_cols + col + cols);
        return out;
    }
};

constexpr Cut cut{47, 61, 133, 101}; // its edges lie between 60 and 93 cells from the antenna

/// Cells of the cut of which the whole map says something else.
std::size_t differing(PathLoss const& whole, PathLoss const& part) {
    EXPECT_EQ(part.centi_db.size(), static_cast<std::size_t>(cut.rows * cut.cols));
    std::size_t out = 0;
    for (int row = 0; row < part.rows; ++row)
        for (int col = 0; col < part.cols; ++col)
            out += whole.at(row + cut.row, col + cut.col) != part.at(row, col) ? 1 : 0;
    return out;
}

TEST(SweepSeams, AreNoneAtTheEdgeOfAMap) {
    Scene scene;
    scene.coast = true;
    auto const& grid = scene.terrain.grid;
    auto const small = cut.grid(grid);
    auto const heights = cut.of(scene.terrain.values.data(), grid.cols);
    auto const clutter = cut.of(scene.clutter.values.data(), grid.cols);
    auto const zone = cut.of(scene.zone.data(), grid.cols);
    SweepAntenna const antenna{geo::bilinear(scene.terrain, scene.xy), scene.radius_km};
    for (double p : {1., 50.}) {
        auto const model = sweep_model(link(1.8, p), true);
        auto const whole = sweep_scene(scene, link(1.8, p), true)[0];
        SweepGround const terrain_goes_on{scene.ground(true), heights.data(), nullptr, cut.cols};
        auto const edge =
            sweep(plane_frame(small, grid, scene.xy, scene.radius_km), terrain_goes_on, antenna, {&model, 1});
        EXPECT_EQ(differing(whole, edge[0]), 0U);
        SweepGround const terrain_ends{
            {heights.data(), clutter.data(), cut.rows, cut.cols, zone.data()}, heights.data(), nullptr, cut.cols};
        auto const ends =
            sweep(plane_frame(small, small, scene.xy, scene.radius_km), terrain_ends, antenna, {&model, 1});
        EXPECT_EQ(differing(whole, ends[0]), 0U);
    }
}

TEST(SweepSeams, AreNoneWhereOnlyAPartIsAskedFor) {
    Scene scene;
    scene.coast = true;
    for (bool clutter : {false, true})
        for (double p : {1., 50.}) {
            auto const model = sweep_model(link(1.8, p), clutter);
            auto const whole = sweep_scene(scene, link(1.8, p), clutter)[0];
            std::vector<std::uint8_t> wanted(scene.terrain.grid.size());
            for (std::size_t i = 0; i < wanted.size(); ++i) wanted[i] = i % 7 == 3 || i % 257 > 190;
            SweepGround const ground{scene.ground(clutter), scene.terrain.values.data(), wanted.data(),
                                     scene.terrain.grid.cols};
            auto const part =
                sweep(scene.frame(), ground, {geo::bilinear(scene.terrain, scene.xy), scene.radius_km}, {&model, 1})[0];
            std::size_t asked = 0, other = 0;
            for (int row = part.first_row; row < part.first_row + part.rows; ++row)
                for (int col = part.first_col; col < part.first_col + part.cols; ++col) {
                    bool const ask = wanted[scene.terrain.grid.index(row, col)] != 0;
                    asked += ask ? 1 : 0;
                    other += part.at(row, col) != (ask ? whole.at(row, col) : PathLoss::none) ? 1 : 0;
                }
            EXPECT_GT(asked, 10'000U);
            EXPECT_EQ(other, 0U);
        }
}

} // namespace
} // namespace phusong

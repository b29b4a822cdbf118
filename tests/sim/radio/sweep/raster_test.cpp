#include "sim/radio/sweep/exact_models.h"
#include "tests/support/fractal.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

struct Statistics {
    double median = 0, rms = 0, p99 = 0;
    std::size_t cells = 0;
};
Statistics differences(PathLoss const& a, PathLoss const& b) {
    std::vector<double> off;
    double squares = 0;
    for (std::size_t i = 0; i < a.centi_db.size(); ++i) {
        EXPECT_EQ(a.centi_db[i] >= PathLoss::no_terrain, b.centi_db[i] >= PathLoss::no_terrain);
        if (a.centi_db[i] >= PathLoss::no_terrain || b.centi_db[i] >= PathLoss::no_terrain) continue;
        off.push_back(std::abs(a.centi_db[i] - b.centi_db[i]) / 100.0);
        squares += off.back() * off.back();
    }
    std::ranges::sort(off);
    auto const n = off.size();
    return {off[n / 2], std::sqrt(squares / static_cast<double>(n)), off[n * 99 / 100], n};
}

TEST(SweepRaster, IsNearTheExactMapInMountains) {
    auto const terrain = test::fractal_mountains(9, 90, 11);
    geo::XY const xy{412000 + 90 * 251.3, 2547000 - 90 * 262.6};
    double const radius_km = 20;
    P1812Link const link{.f_ghz = 0.9, .htg_m = 40, .hrg_m = 1.5, .latitude_deg = 22.8, .delta_n = 50, .n0 = 360};
    SweepGround const ground{{terrain.values.data(), nullptr, terrain.grid.rows, terrain.grid.cols},
                             terrain.values.data(),
                             nullptr,
                             terrain.grid.cols};
    auto const frame = plane_frame(terrain.grid, terrain.grid, xy, radius_km);
    SweepAntenna const antenna{geo::bilinear(terrain, xy), radius_km};
    auto const exact =
        exact_map(
            frame, ground, antenna, [&](P1812Profile const& p, Polar) { return exact_p1812(p, link); }, 0.09)
            .loss;
    auto const model = sweep_model(link, false);
    for (double density : {1.0, 2.0}) {
        auto const s = differences(sweep(frame, ground, antenna, {&model, 1}, {.ray_density = density})[0], exact);
        std::printf("rays x %g: %zu cells, median %.3f, rms %.3f, p99 %.2f dB\n", density, s.cells, s.median, s.rms,
                    s.p99);
        EXPECT_LE(s.median, 0.06);
        EXPECT_LE(s.rms, 0.8);
        EXPECT_LE(s.p99, 3.1);
    }
}

TEST(SweepRaster, OfCellsGivenOneByOneIsThatOfTheirRowsAndColumns) {
    auto const terrain = test::fractal_mountains(8, 90, 5);
    auto const& grid = terrain.grid;
    double const radius_km = 9;
    geo::XY const xy = grid.centre(grid.rows / 2, grid.cols / 2);
    P1812Link const link{.f_ghz = 1.8, .htg_m = 35, .hrg_m = 1.5, .latitude_deg = 22.8, .delta_n = 50, .n0 = 360};
    SweepGround const ground{
        {terrain.values.data(), nullptr, grid.rows, grid.cols}, terrain.values.data(), nullptr, grid.cols};
    auto const tables = plane_frame(grid, grid, xy, radius_km);
    std::vector<RasterSpot> spots;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.cols; ++c) spots.push_back({static_cast<double>(c), static_cast<double>(r)});
    auto const cells = mapped_frame(tables, spots, grid.cols, tables.cell_km);
    SweepAntenna const antenna{geo::bilinear(terrain, xy), radius_km};
    auto const model = sweep_model(link, false);
    auto const a = sweep(tables, ground, antenna, {&model, 1})[0], b = sweep(cells, ground, antenna, {&model, 1})[0];
    std::size_t other = 0; // cells between two rays may be given to the other one
    for (int r = 0; r < a.rows; ++r)
        for (int c = 0; c < a.cols; ++c)
            other += a.at(a.first_row + r, a.first_col + c) != b.at(a.first_row + r, a.first_col + c);
    EXPECT_LT(other, static_cast<std::size_t>(a.rows * a.cols) / 500);
    EXPECT_GT(b.at(grid.rows / 2 + 40, grid.cols / 2), 7000);
    EXPECT_EQ(b.at(0, 0), PathLoss::none);
}

} // namespace
} // namespace phusong

#include "sim/radio/sweep/exact_models.h"
#include "tests/sim/radio/sweep/scene.h"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <stdexcept>

namespace phusong {
namespace {

using test::link;
using test::Scene;

constexpr SweepMethod simple[] = {SweepMethod::p526_delta_bullington, SweepMethod::free_space};

TEST(CentiDb, TakesNoNumberForNoLossAndNeverForNone) {
    EXPECT_EQ(centi_db(std::numeric_limits<double>::quiet_NaN()), PathLoss::none);
    EXPECT_EQ(centi_db(123.456), 12346);
    EXPECT_EQ(centi_db(-3), 0);
    EXPECT_EQ(centi_db(std::numeric_limits<double>::infinity()), PathLoss::most);
}

TEST(Sweep, RefusesATerrainWithoutFourCells) {
    Scene const scene;
    auto const model = sweep_model(link(0.9, 50), false);
    for (auto const& [rows, cols] : {std::pair{1, 90}, {90, 1}, {0, 0}}) {
        std::vector<float> const heights(90, 7.0F);
        SweepTerrain const terrain{heights.data(), nullptr, rows, cols};
        SweepGround const ground{terrain, heights.data(), nullptr, cols};
        geo::Grid const grid{412000, 2547000, 90, rows, cols};
        auto const frame = plane_frame(grid, grid, {412045, 2546955}, 2);
        EXPECT_THROW((void)sweep(frame, ground, {7, 2}, {&model, 1}), std::invalid_argument) << rows << " " << cols;
    }
}

TEST(Sweep, RefusesAModelWithClutterOverTerrainWithoutAny) {
    Scene const scene;
    auto const model = sweep_model(link(0.9, 50), true);
    SweepGround const ground{scene.ground(false), scene.terrain.values.data(), nullptr, scene.terrain.grid.cols};
    EXPECT_THROW((void)sweep(scene.frame(), ground, {7, 2}, {&model, 1}), std::invalid_argument);
}

/// Beyond the horizon the wave creeps over salt water better than over land, where it is polarised vertically.
TEST(Sweep, OfP526SeesTheSeaAsTheExactModelDoes) {
    geo::Raster const flat(geo::Grid{412000, 2547000, 90, 3, 500}, 0);
    std::vector<std::uint8_t> zone(flat.grid.size(), 1);
    for (std::uint32_t i = 0; i < flat.grid.size(); ++i)
        if (i % 500 < 70) zone[i] = 4;
    auto l = link(0.1, 50);
    l.htg_m = 11;
    l.polarisation = Polarisation::vertical;
    auto const model = sweep_model(simple[0], l, 8494.667, false);
    SweepAntenna const antenna{0, 43};
    auto const frame = plane_frame(flat.grid, flat.grid, flat.grid.centre(1, 4), 43);
    auto const maps = [&](std::uint8_t const* zones) {
        SweepGround const ground{
            {flat.values.data(), nullptr, 3, 500, zones}, flat.values.data(), nullptr, flat.grid.cols};
        return std::pair{sweep(frame, ground, antenna, {&model, 1})[0],
                         exact_map(
                             frame, ground, antenna,
                             [&](P1812Profile const& p, Polar) { return exact_p526(p, l, 8494.667); }, 0.09001)
                             .loss};
    };
    auto const [coast, exact_coast] = maps(zone.data());
    auto const [land, exact_land] = maps(nullptr);
    for (int col = 10; col < 470; ++col) {
        EXPECT_NEAR(coast.at(1, col), exact_coast.at(1, col), 1.01) << col;
        EXPECT_NEAR(land.at(1, col), exact_land.at(1, col), 1.01) << col;
    }
    EXPECT_LT(coast.at(1, 460) + 100, land.at(1, 460)) << "or the sea makes no difference";
}

TEST(Sweep, OfModelsThatKnowNoLocationsIsTheSameForAnyShareOfThem) {
    Scene const scene;
    SweepGround const ground{scene.ground(false), scene.terrain.values.data(), nullptr, scene.terrain.grid.cols};
    for (auto const method : simple) {
        auto l = link(0.9, 50);
        auto const map = [&](double percent) {
            l.pL_percent = percent;
            auto const model = sweep_model(method, l, 8494.667, false);
            return sweep(scene.frame(), ground, {geo::bilinear(scene.terrain, scene.xy), 7}, {&model, 1})[0].centi_db;
        };
        EXPECT_EQ(map(95), map(50));
    }
}

} // namespace
} // namespace phusong

#include "geo/profile.h"
#include "sim/radio/carrier.h"
#include "sim/radio/footprint.h"
#include "sim/radio/models/free_space.h"
#include "sim/radio/models/p1812.h"
#include "sim/radio/models/p1812_location.h"
#include "sim/radio/models/p2108.h"
#include "sim/radio/models/p2109.h"
#include "sim/radio/models/p526_delta_bullington.h"
#include "tests/sim/radio/mountains.h"
#include <algorithm>
#include <fmt/core.h>
#include <gtest/gtest.h>

namespace phusong {
namespace {

constexpr auto g2 = index(Technology::g2), g4 = index(Technology::g4);

Transmitter tower(geo::XY xy, double mast_height_m = 42) {
    return {.xy = xy, .mast_height_m = mast_height_m, .technologies = {.bits = 0b1111}};
}

/// A map of one footprint, for looking up cells.
geo::Raster map_of(World const& world, Footprint const& footprint, std::size_t technology) {
    geo::Raster map(world.grid);
    for (auto const& c : footprint.cells) map.at(c.cell) = c.dbm[technology];
    return map;
}

geo::Raster map_of(World const& world, Radio const& radio, Transmitter const& tx, std::size_t technology) {
    return map_of(world, footprint(world, radio, tx, cells_in_communes(world), 22.8), technology);
}

/// The signal by the plain formula, on the profile from antenna to cell.
double exact_dbm(World const& world, Radio const& radio, Transmitter const& tx, std::uint32_t cell, std::size_t t) {
    auto const profile = geo::profile(world.terrain_m, tx.xy, world.grid.centre(cell), world.grid.cell_m);
    std::vector<double> d, h;
    for (float height : profile.height_m) {
        d.push_back(static_cast<double>(d.size()) * profile.step_m / 1000);
        h.push_back(height);
    }
    LinkBudget const& b = radio.budget[t];
    P1812Link const link{.f_ghz = b.frequency_mhz / 1000,
                         .htg_m = tx.mast_height_m,
                         .hrg_m = radio.receiver_height_m,
                         .latitude_deg = 22.8,
                         .delta_n = radio.delta_n,
                         .n0 = radio.n0};
    if (radio.model == "p1812") return b.eirp_dbm - radio.margin_db - p1812({d, h, {}, {}}, link).Lb;
    TerrainPath const path{d, h, h.front() + tx.mast_height_m, h.back() + radio.receiver_height_m};
    double const ae_km = 6371 * radio.effective_earth_factor;
    double const slant_km = std::hypot(d.back(), (path.hts_m - path.hrs_m) / 1000);
    return b.eirp_dbm - radio.margin_db - free_space_loss_db(slant_km, b.frequency_mhz) -
           p526_delta_bullington(path, ae_km, b.frequency_mhz / 1000).Ld;
}

/// Receivers within a quarter of a kilometre are another model's.
bool near(World const& world, Transmitter const& tx, std::uint32_t cell) {
    geo::XY const to = world.grid.centre(cell);
    return std::hypot(to.x_m - tx.xy.x_m, to.y_m - tx.xy.y_m) < 250;
}

TEST(Footprint, StaysNearThePlainFormulaOnEveryCellsOwnProfile) {
    auto const world = test::mountains(300, 280, 90, 5);
    auto radio = test::ordinary_radio();
    for (auto& b : radio.budget) b.threshold_dbm = -190; // compare deep shadow too
    std::vector<double> error;
    for (geo::XY xy : {geo::XY{425111, 2533222}, geo::XY{421777, 2536999}, geo::XY{428333, 2531444}}) {
        auto const out = footprint(world, radio, tower(xy), cells_in_communes(world), 22.8);
        EXPECT_GT(out.cells.size(), 50000U);
        for (std::size_t i = 0; i < out.cells.size(); i += 7)
            for (std::size_t t : {g2, g4})
                if (auto const& c = out.cells[i]; !std::isnan(c.dbm[t]) && !near(world, tower(xy), c.cell))
                    error.push_back(std::abs(c.dbm[t] - exact_dbm(world, radio, tower(xy), c.cell, t)));
    }
    std::sort(error.begin(), error.end());
    double squares = 0;
    for (double e : error) squares += e * e;
    double const median = error[error.size() / 2], p99 = error[error.size() * 99 / 100];
    double const rms = std::sqrt(squares / static_cast<double>(error.size()));
    fmt::print("rays against own profiles, {} cells: median {:.3f}, rms {:.3f}, p99 {:.3f} dB\n", error.size(), median,
               rms, p99);
    EXPECT_LT(median, 0.04);
    EXPECT_LT(rms, 0.5);
    EXPECT_LT(p99, 1.6);
}

TEST(Footprint, IsThePlainFormulaToItsHundredthOfADecibelStraightAlongARow) {
    auto const world = test::mountains(90, 90, 90, 11);
    auto radio = test::ordinary_radio();
    auto const tx = tower(world.grid.centre(44, 3));
    for (char const* model : {"p1812", "p526_delta_bullington"}) {
        radio.model = model;
        auto const map = map_of(world, radio, tx, g2); // here the ray to the east runs through the cells' centres
        for (int col = 6; col < 88; ++col) {
            double const exact = exact_dbm(world, radio, tx, world.grid.index(44, col), g2);
            if (std::isnan(map.values(44, col)))
                EXPECT_LT(exact, radio.budget[g2].threshold_dbm - radio.weak_band_db + 0.01);
            else
                EXPECT_NEAR(map.values(44, col), exact, 0.006) << model << " column " << col;
        }
    }
}

TEST(Footprint, LosesMoreInsideBuildingsAndWhereMorePlacesShallBeServed) {
    auto const world = test::mountains(90, 90, 90, 11);
    auto const radio = test::ordinary_radio();
    auto const tx = tower(world.grid.centre(44, 40));
    auto const outdoors = map_of(world, radio, tx, g2);
    auto inside = radio, surer = radio;
    inside.building_entry = "traditional";
    surer.location_percent = 90;
    auto const indoors = map_of(world, inside, tx, g2), sure = map_of(world, surer, tx, g2);
    double const entry_db = p2109_building_entry_loss_db(0.947, 50, BuildingType::traditional, 0);
    double const places_db = location_loss_db(90, location_sigma_db(0.947, 90));
    int compared = 0;
    for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell) {
        if (std::isnan(indoors.at(cell)) || std::isnan(sure.at(cell)) || near(world, tx, cell)) continue;
        EXPECT_NEAR(outdoors.at(cell) - indoors.at(cell), entry_db, 0.011);
        EXPECT_NEAR(outdoors.at(cell) - sure.at(cell), places_db, 0.011);
        ++compared;
    }
    EXPECT_GT(compared, 300);
}

TEST(Footprint, LosesMoreAmongTreesAndHousesThanInTheOpen) {
    auto const world = test::mountains(90, 90, 90, 11);
    auto radio = test::ordinary_radio();
    for (auto& b : radio.budget) b.radius_km = 1.8; // the same rays for both
    auto const tx = tower(world.grid.centre(44, 40));
    auto among = radio, above = radio;
    among.terminal_clutter = "trees_forest";
    above.receiver_height_m = p2108_default_height_m(ClutterType::trees_forest);
    auto const trees = map_of(world, among, tx, g2), top = map_of(world, above, tx, g2);
    double const trees_db = p2108_height_gain_loss_db(0.947, 1.5, ClutterType::trees_forest, above.receiver_height_m);
    EXPECT_GT(trees_db, 5);
    int compared = 0;
    for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell) {
        if (std::isnan(trees.at(cell))) continue;
        EXPECT_NEAR(top.at(cell) - trees.at(cell), trees_db, 0.011); // reckoned to the tree tops, then down
        ++compared;
    }
    EXPECT_GT(compared, 300);
}

TEST(Footprint, IsSurerOfRareTimesThanOfHalfTheTime) {
    auto const world = test::mountains(90, 90, 90, 11);
    auto radio = test::ordinary_radio();
    auto const tx = tower(world.grid.centre(44, 40));
    auto const usual = map_of(world, radio, tx, g2);
    radio.time_percent = 1;
    auto const rare = map_of(world, radio, tx, g2);
    for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell)
        if (float const least = usual.at(cell) - 0.011F; !std::isnan(least)) {
            EXPECT_GE(rare.at(cell), least);
        }
}

/// At rare times P.1812 gives more than free space does, so that free space must not bound the radius there.
TEST(Footprint, KeepsEveryCellThatRareTimesReachBeyondFreeSpace) {
    auto const world = test::mountains(31, 150, 90, 11, 0);
    auto radio = test::ordinary_radio();
    radio.receiver_height_m = 60;
    radio.budget[g4].radius_km = 40;
    radio.budget[g4].eirp_dbm = radio.budget[g4].threshold_dbm - radio.weak_band_db + radio.margin_db + 112.6;
    auto const tx = tower(world.grid.centre(15, 3), 210);
    auto reached = [&](double percent) { // kilometres to the east
        radio.time_percent = percent;
        auto const map = map_of(world, radio, tx, g4);
        int col = 6;
        while (col < 150 && !std::isnan(map.values(15, col))) ++col;
        return 0.09 * (col - 1 - 3);
    };
    double const usual_km = reached(50), rare_km = reached(1);
    P1812Link const link{.f_ghz = radio.budget[g4].frequency_mhz / 1000,
                         .p_percent = 1,
                         .htg_m = 210,
                         .hrg_m = 60,
                         .latitude_deg = 22.8,
                         .delta_n = radio.delta_n,
                         .n0 = radio.n0};
    std::vector<double> d, h;
    double expected_km = 0;
    for (double km = 0; km < 13.1; km += 0.09) {
        d.push_back(km), h.push_back(static_cast<double>(world.terrain_m.values(15, 3)));
        if (d.size() > 3 && p1812({d, h, {}, {}}, link).Lb < 112.6) expected_km = km;
    }
    EXPECT_LT(usual_km, 0.9 * expected_km);
    EXPECT_LT(expected_km, 12);
    EXPECT_NEAR(rare_km, expected_km, 0.091);
}

TEST(Carrier, BendsItsRaysAsTheModelOfThatNameDoesEverywhere) {
    auto radio = test::ordinary_radio();
    TechnologySet set;
    set.add(Technology::g4);
    auto const ae_km = [&](char const* model) {
        radio.model = model;
        return static_cast<double>(carriers(radio, set, 42, {22.8, 90}, false).front().model.ae);
    };
    EXPECT_NEAR(ae_km("p526_delta_bullington"), 6371 * 4 / 3.0, 1e-3);
    EXPECT_NEAR(ae_km("p1812"), 6371 * 157.0 / (157 - 50), 1e-3);
    radio.effective_earth_factor = 0.9;
    EXPECT_NEAR(ae_km("free_space"), 6371 * 0.9, 1e-3);
    EXPECT_NEAR(ae_km("p1812"), 6371 * 157.0 / (157 - 50), 1e-3);
}

TEST(Footprint, LosesMoreOverTreesAndHouses) {
    auto world = test::mountains(90, 90, 90, 11);
    auto radio = test::ordinary_radio();
    auto const tx = tower(world.grid.centre(44, 40));
    for (char const* model : {"p1812", "p526_delta_bullington"}) {
        radio.model = model;
        world.clutter_m = {};
        auto const bare = map_of(world, radio, tx, g2);
        world.clutter_m = geo::Raster(world.grid, 19);
        auto const wooded = map_of(world, radio, tx, g2);
        int less = 0;
        for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell) {
            if (std::isnan(bare.at(cell))) continue;
            EXPECT_FALSE(wooded.at(cell) > bare.at(cell) + 0.011F);
            less += !(wooded.at(cell) > bare.at(cell) - 3) ? 1 : 0;
        }
        EXPECT_GT(less, 1000) << model;
    }
}

TEST(Footprint, KnowsSeaAndCoast) {
    auto world = test::mountains(120, 120, 90, 11, 60);
    auto radio = test::ordinary_radio();
    radio.time_percent = 1; // ducts over water bring far signals in, at rare times
    auto const tx = tower(world.grid.centre(60, 10));
    auto const inland = map_of(world, radio, tx, g2);
    world.radio_zone = geo::Array2D<std::uint8_t>::Constant(120, 120, 4);
    auto const same = map_of(world, radio, tx, g2);
    world.radio_zone.rightCols(105) = 1;
    auto const sea = map_of(world, radio, tx, g2);
    int more = 0, compared = 0;
    for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell) {
        if (std::isnan(inland.at(cell))) continue;
        EXPECT_NEAR(same.at(cell), inland.at(cell), 0.011);
        ++compared;
        more += std::abs(sea.at(cell) - inland.at(cell)) > 0.5F ? 1 : 0;
    }
    EXPECT_GT(compared, 5000);
    EXPECT_GT(more, 100);
}

TEST(Footprint, KnowsTheFirstMetresUnderMastsThatTheirModelDoesNotTake) {
    auto const world = test::mountains(41, 41, 90, 11, 0);
    auto radio = test::ordinary_radio();
    for (char const* model : {"rma", "uma", "ehata_open", "ehata_suburban", "ehata_urban"})
        for (double mast_m : {4.5, 263.0}) {
            radio.short_path = model;
            auto const map = map_of(world, radio, tower(world.grid.centre(20, 20), mast_m), g2);
            EXPECT_GT(map.values(20, 21), map.values(20, 36)) << model << ' ' << mast_m;
        }
}

TEST(Footprint, IsSymmetricOverFlatLand) {
    World world = test::mountains(61, 61, 180, 3, 0);
    auto radio = test::ordinary_radio();
    radio.budget[g4].radius_km = 5;
    auto const map = map_of(world, radio, tower(world.grid.centre(30, 30)), g4);
    for (int r = 0; r < 61; ++r)
        for (int c = 0; c < 61; ++c) {
            if (std::isnan(map.values(r, c))) {
                EXPECT_TRUE(std::isnan(map.values(60 - r, c)) && std::isnan(map.values(c, r)));
                continue;
            }
            EXPECT_NEAR(map.values(r, c), map.values(60 - r, c), 2e-3);
            EXPECT_NEAR(map.values(r, c), map.values(r, 60 - c), 2e-3);
            EXPECT_NEAR(map.values(r, c), map.values(c, r), 2e-3);
        }
    EXPECT_FALSE(std::isnan(map.values(30, 3)));
    EXPECT_TRUE(std::isnan(map.values(3, 3))); // 6.9 km away, radius 5 km
}

TEST(Footprint, CastsTheShadowOnTheSideOfTheWall) {
    struct Side {
        int row, col;
    };
    std::array<Side, 4> const sides{{{-1, 0}, {0, 1}, {1, 0}, {0, -1}}}; // north, east, south, west
    for (Side wall : sides) {
        World world = test::mountains(61, 61, 90, 3, 0);
        for (int along = -12; along <= 12; ++along)
            world.terrain_m.values(30 + 9 * wall.row + along * wall.col, 30 + 9 * wall.col + along * wall.row) = 330;
        auto const map = map_of(world, test::ordinary_radio(), tower(world.grid.centre(30, 30)), g2);
        for (Side s : sides) {
            float const here = map.values(30 + 17 * s.row, 30 + 17 * s.col);
            float const opposite = map.values(30 - 17 * wall.row, 30 - 17 * wall.col);
            if (s.row == wall.row && s.col == wall.col)
                EXPECT_LT(here, opposite - 20);
            else
                EXPECT_NEAR(here, opposite, 2e-3);
        }
    }
}

TEST(Footprint, NeverCoversLessWithMorePower) {
    auto const world = test::mountains(120, 140, 90, 8);
    auto weak = test::ordinary_radio(), strong = weak;
    for (auto& b : strong.budget) b.eirp_dbm += 3.5;
    auto const tx = tower({418123, 2541456});
    auto const less = map_of(world, weak, tx, g4), more = map_of(world, strong, tx, g4);
    int covered = 0;
    for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell) {
        if (std::isnan(less.at(cell))) continue;
        EXPECT_NEAR(more.at(cell), less.at(cell) + 3.5, 1e-4);
        ++covered;
    }
    EXPECT_GT(covered, 1000);
}

TEST(Footprint, KnowsNothingBehindMissingTerrainAndCountsIt) {
    World world = test::mountains(41, 43, 90, 4, 0);
    auto const radio = test::ordinary_radio();
    auto const tx = tower(world.grid.centre(20, 20));
    auto const whole = map_of(world, radio, tx, g2);
    for (int r = 0; r < 41; ++r) world.terrain_m.values(r, 31) = geo::no_data;
    auto const out = footprint(world, radio, tx, cells_in_communes(world), 22.8);
    auto const map = map_of(world, out, g2);
    for (int r = 0; r < 41; ++r) {
        for (int c = 32; c < 43; ++c) EXPECT_TRUE(std::isnan(map.values(r, c)));
        for (int c = 0; c < 29; ++c) EXPECT_EQ(map.values(r, c), whole.values(r, c));
    }
    EXPECT_GE(out.cells_without_terrain, 41U * 12);
    EXPECT_LE(out.cells_without_terrain, 41U * 14); // a sample next to the gap needs the gap's cells too
}

TEST(Footprint, IsEmptyWhereTheMastStandsOnUnknownGround) {
    World world = test::mountains(21, 21, 90, 4, 0);
    world.terrain_m.values(10, 10) = geo::no_data;
    auto const out =
        footprint(world, test::ordinary_radio(), tower(world.grid.centre(10, 10)), cells_in_communes(world), 22.8);
    EXPECT_TRUE(out.cells.empty());
    EXPECT_EQ(out.cells_without_terrain, 441U);
}

TEST(Footprint, LeavesOutWhatIsNotAskedForAndWhatIsWeakerThanWeak) {
    World world = test::mountains(120, 120, 90, 8);
    world.commune_of_cell.leftCols(40) = geo::outside;
    auto const radio = test::ordinary_radio();
    auto const out = footprint(world, radio, tower(world.grid.centre(60, 41)), cells_in_communes(world), 22.8);
    for (auto const& c : out.cells) {
        EXPECT_GE(c.cell % 120, 40U);
        EXPECT_TRUE(!(c.dbm[g4] < radio.budget[g4].threshold_dbm - radio.weak_band_db));
    }
}

} // namespace
} // namespace phusong

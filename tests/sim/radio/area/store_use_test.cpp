#include "tests/sim/radio/area/area_case.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::AreaCase;

struct StoreUse : ::testing::Test {
    StoreUse() {
        auto const* const info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder = std::filesystem::path(::testing::TempDir()) / "phusong_area_store" / info->name();
        std::filesystem::remove_all(folder);
        store.emplace(folder, std::uint64_t{1} << 30);
        one.store = &*store;
    }
    ~StoreUse() override { std::filesystem::remove_all(folder); }
    /// Sweeps that the case now needs.
    std::size_t sweeps() const { return one.cover().swept; }

    std::filesystem::path folder;
    std::optional<PathLossStore> store;
    AreaCase one;
};

TEST_F(StoreUse, GivesTheSameMapsColdWarmAndWithoutAStore) {
    auto const cold = one.cover(), warm = one.cover();
    one.store = nullptr;
    auto const without = one.cover();
    EXPECT_EQ(cold.swept, 7U);
    EXPECT_EQ(warm.swept, 0U);
    EXPECT_EQ(warm.kept, 7U);
    EXPECT_TRUE(test::same(cold, warm));
    EXPECT_TRUE(test::same(cold, without));
}

TEST_F(StoreUse, ComputesExactlyTheSiteThatMoved) {
    EXPECT_EQ(sweeps(), 7U);
    one.sites[5].xy.x_m += 37;
    EXPECT_EQ(sweeps(), 1U);
    one.sites[5].xy.x_m -= 37;
    EXPECT_EQ(sweeps(), 0U) << "where it stood before is kept";
    one.sites[1].mast_height_m += 3;
    EXPECT_EQ(sweeps(), 1U);
    one.sites.push_back(one.sites.front());
    one.sites.back().xy.y_m -= 2000;
    EXPECT_EQ(sweeps(), 1U);
}

TEST_F(StoreUse, ComputesNothingWhenOnlySectorsTurnOrPowerChanges) {
    EXPECT_EQ(sweeps(), 7U);
    one.radio.antenna.first_azimuth_deg = 30;
    one.radio.antenna.electrical_tilt_deg = 7;
    one.radio.budget[index(Technology::g4)].eirp_dbm += 2;
    one.radio.channel[index(Technology::g4)].load_share = 0.9;
    EXPECT_EQ(sweeps(), 0U);
}

TEST_F(StoreUse, ComputesEverythingAnewWhenWhatTheModelIsAskedChanges) {
    EXPECT_EQ(sweeps(), 7U);
    auto const before = one.radio;
    auto const all_of = [&](auto const& change) {
        one.radio = before;
        change(one.radio);
        EXPECT_EQ(sweeps(), 7U);
    };
    all_of([](Radio& r) { r.time_percent = 10; });
    all_of([](Radio& r) { r.location_percent = 90; });
    all_of([](Radio& r) { r.delta_n = 45; });
    all_of([](Radio& r) { r.n0 = 330; });
    all_of([](Radio& r) { r.polarization = "horizontal"; });
    all_of([](Radio& r) { r.receiver_height_m = 2.5; });
    all_of([](Radio& r) { r.terminal_clutter = "suburban"; }); // reckoned to the roofs
    all_of([](Radio& r) { r.short_path = "free_space"; });
    all_of([](Radio& r) { r.model = "free_space"; });
    all_of([](Radio& r) { r.effective_earth_factor = 1.2; });
    all_of([](Radio& r) { r.budget[index(Technology::g4)].frequency_mhz = 1800; });
    all_of([](Radio& r) { r.budget[index(Technology::g4)].radius_km = 11; });
    one.radio = before;
    one.world.terrain_m.values(3, 5) += 0.5F;
    EXPECT_EQ(sweeps(), 7U);
    one.world.clutter_m = geo::Raster(one.world.grid, 0);
    EXPECT_EQ(sweeps(), 7U);
    one.world.clutter_m.values(9, 7) = 4;
    EXPECT_EQ(sweeps(), 7U);
    one.world.radio_zone = geo::Array2D<std::uint8_t>::Constant(149, 163, 4);
    EXPECT_EQ(sweeps(), 7U);
    one.world.radio_zone(2, 3) = 1;
    EXPECT_EQ(sweeps(), 7U);
}

TEST_F(StoreUse, AsksForReasonsOnlyWhereTheyAreWanted) {
    one.reasons = false;
    auto const plain = one.cover();
    EXPECT_EQ(plain.swept, 7U);
    EXPECT_EQ(plain.serving.reason.size(), 0);
    one.reasons = true;
    EXPECT_EQ(sweeps(), 7U) << "kept without reasons, needed with them";
    one.reasons = false;
    EXPECT_EQ(sweeps(), 0U);
}

} // namespace
} // namespace phusong

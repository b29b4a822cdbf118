#include "tests/sim/radio/area/area_case.h"
#include <fstream>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::AreaCase;

TEST(LaySectors, SpreadsThemEvenlyFromTheFirstAzimuthUnlessTheSiteHasItsOwn) {
    AreaCase one;
    one.radio.antenna.first_azimuth_deg = 17;
    auto const laid = one.laid();
    auto const azimuths = [&](std::size_t i) {
        std::vector<double> out;
        for (auto const& sector : laid.sites[i].group.sectors) out.push_back(sector.azimuth_deg);
        return out;
    };
    EXPECT_EQ(azimuths(0), (std::vector<double>{17, 137, 257}));
    EXPECT_EQ(azimuths(2), (std::vector<double>{43, 197}));
    EXPECT_EQ(laid.sites[3].group.sectors.front().id, 8U) << "3 + 3 + 2 before it";
}

TEST(LaySectors, RadiatesTheBudgetLessTheMarginInTheMainDirectionWhateverThePatternsGain) {
    AreaCase one;
    auto antennas = read_antennas(one.radio.antenna, one.sites);
    auto louder = *antennas.usual;
    louder.gain_dbi = 17.3;
    antennas.usual = std::make_shared<AntennaPattern const>(louder);
    auto const laid = lay_sectors(one.radio, Technology::g4, one.sites, antennas, one.ground());
    EXPECT_NEAR(eirp_dbm(laid.sites[0].group.sectors[1]), 31.5 - 9, 1e-12);
}

TEST(LaySectors, TakesTheTiltOfTheSiteBeforeThatOfTheScenario) {
    AreaCase one;
    one.radio.antenna.electrical_tilt_deg = 4.5;
    one.radio.antenna.mechanical_tilt_deg = -2;
    auto const laid = one.laid();
    EXPECT_EQ(laid.sites[0].group.sectors[0].electrical_tilt_deg, 4.5);
    EXPECT_EQ(laid.sites[4].group.sectors[0].electrical_tilt_deg, 6);
    EXPECT_EQ(laid.sites[4].group.sectors[0].mechanical_tilt_deg, -2);
}

TEST(LaySectors, LeavesOutSitesWithoutTheTechnologyAndThoseWithoutTerrainAndCountsThese) {
    AreaCase one;
    one.technology = Technology::g2;
    one.world.terrain_m.at(*one.world.grid.cell_at(one.sites[2].xy)) = geo::no_data;
    auto const laid = one.laid();
    ASSERT_EQ(laid.sites.size(), 3U);
    EXPECT_EQ(laid.sites[1].site, 4U);
    EXPECT_EQ(laid.sites_without_terrain, 1U);
}

TEST(LaySectors, HearsDownToTheNoiseOrToTheScenariosWeakestSignalWhicheverIsLower) {
    AreaCase one;
    EXPECT_NEAR(one.laid().settings.weakest_dbm, -174 + 41.76 + 9, 0.01) << "15 kHz and 9 dB";
    one.radio.weak_band_db = 30;
    EXPECT_EQ(one.laid().settings.weakest_dbm, -135);
}

TEST(LaySectors, HearsDownToTheWeakestLevelThatSomebodyAsks) {
    AreaCase one;
    one.radio.budget[index(Technology::g4)].eirp_dbm = -10;
    auto const ground = one.ground();
    auto const antennas = read_antennas(one.radio.antenna, one.sites);
    auto const laid = [&](double asked_dbm) {
        return lay_sectors(one.radio, Technology::g4, one.sites, antennas, ground, asked_dbm);
    };
    EXPECT_EQ(laid(-130).settings.weakest_dbm, -130);
    EXPECT_EQ(laid(-90).settings.weakest_dbm, one.laid().settings.weakest_dbm);
    EXPECT_GT(laid(-130).sites[0].radius_km, 2 * one.laid().sites[0].radius_km);
    EXPECT_GT(test::heard(cover(laid(-130), {ground, one.radio})), test::heard(one.cover()));
}

TEST(LaySectors, LooksNoFartherThanFreeSpaceCarriesTheWeakestPower) {
    AreaCase one;
    EXPECT_EQ(one.laid().sites[0].radius_km, 12.5) << "the budget's";
    one.radio.budget[index(Technology::g4)].eirp_dbm = -10; // 104.2 dB of loss at 1850 MHz: 2.1 km
    auto const radius_km = one.laid().sites[0].radius_km;
    EXPECT_NEAR(radius_km, std::pow(10, (-10 - 9 + 123.24 - 97.79) / 20), 0.02);
    one.radio.time_percent = 1; // 4.4 dB under free space at most
    EXPECT_NEAR(one.laid().sites[0].radius_km, radius_km * std::pow(10, 2.6 * std::log10(50) / 20), 0.001);
}

/// Over flat land every ray is the same, so that a longer radius changes nothing but what is looked at.
TEST(LaySectors, CutsOffNobodyWhoMightBeHeard) {
    AreaCase one;
    one.world = test::mountains(149, 163, 90, 2026, 0);
    one.radio.receiver_height_m = 50;
    one.radio.budget[index(Technology::g4)].eirp_dbm = -3;
    for (auto& site : one.sites) site.mast_height_m = 150;
    auto const ground = one.ground();
    for (double percent : {1., 50.}) {
        one.radio.time_percent = percent;
        auto const laid = one.laid();
        EXPECT_LT(laid.sites[0].radius_km, 12.5) << "free space bounds it";
        auto longer = laid;
        for (auto& site : longer.sites) site.radius_km *= 1.3;
        auto const near = cover(laid, {ground, one.radio}), far = cover(longer, {ground, one.radio});
        EXPECT_GT(test::heard(near), 3000U);
        EXPECT_LT(test::heard(near), one.world.grid.size()) << "or there is nothing to cut off";
        EXPECT_EQ(test::heard(near), test::heard(far)) << percent << " % of time";
    }
}

TEST(LaySectors, RefusesMoreSectorsThanAMapCanTellApart) {
    AreaCase one;
    one.sites.assign(10'923, one.sites.front());
    one.radio.antenna.sectors = 6;
    EXPECT_THROW((void)one.laid(), geo::InputError);
}

TEST(ReadAntennas, TellsTheMistakesOfEveryFile) {
    AreaCase one;
    auto const folder = std::filesystem::path(::testing::TempDir()) / "phusong_antennas";
    std::filesystem::create_directories(folder);
    for (auto const* name : {"a.msi", "b.msi"}) std::ofstream(folder / name) << "NAME x\n";
    one.sites[1].antenna = folder / "a.msi";
    one.sites[3].antenna = one.sites[5].antenna = folder / "b.msi";
    try {
        (void)read_antennas(one.radio.antenna, one.sites);
        FAIL();
    } catch (geo::InputError const& error) {
        auto const text = geo::text(error.problems, geo::Language::en);
        EXPECT_NE(text.find("a.msi"), std::string::npos) << text;
        EXPECT_NE(text.find("b.msi"), std::string::npos) << text;
    }
}

} // namespace
} // namespace phusong

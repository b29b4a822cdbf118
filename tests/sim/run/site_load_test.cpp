#include "sim/network/capacity/traffic.h"
#include "sim/run/home_lines.h"
#include "sim/run/site_load.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

double rounded_to_4(double value) { return std::round(value * 1e4) / 1e4; }

TEST(PublishedSums, OfHexagonsAndOfTheBusyHour) {
    EXPECT_EQ(rounded_to_4(hexagon_sites_per_km2(0.5)), 4.6188); // inter-site distance 0.5 km
    EXPECT_NEAR(hexagon_isd_km(hexagon_sites_per_km2(0.5)), 0.5, 1e-12);
    Traffic const traffic{.busy_hour_share = 0.15};
    EXPECT_EQ(rounded_to_4(busy_hour_mbps(5, traffic, 0)), 0.0556); // 5 GB a month
}

/// Two communes in a row, a village each, 9 km apart:
///
///    A (600 users)   B (90 users)
///    S1  S2          S3
///
/// S1 at the first village, S2 1.2 km off, S3 at the second; S2 is 2G only until the plan adds 4G in 2022.
struct Row {
    World world;
    Scenario scenario;
    Candidates candidates;
    Plan plan;
    ReachedShares reached;
    Subscribers subscribers;
    std::vector<std::vector<double>> home_lines{4, {0, 0}}; ///< [year − base][village]

    Row() {
        scenario.years = {.base = 2020, .first = 2021, .last = 2023};
        scenario.traffic = {.mobile_gb_per_month = 1.8, .growth_share_per_year = 0.5, .busy_hour_share = 0.15};
        scenario.traffic.mean_bps_per_hz = {0, 0.5, 1.1, 3.3};
        scenario.radio.budget[index(Technology::g4)].radius_km = 7;
        scenario.radio.channel[index(Technology::g4)].bandwidth_mhz = 10;
        scenario.radio.antenna.sectors = 3;
        world.communes.resize(2);
        world.communes[0].area_km2 = 40;
        world.communes[1].area_km2 = 60;
        world.villages.resize(2);
        world.villages[0].people = 800;
        world.villages[1].people = 300;
        world.villages[1].commune = CommuneId{1};
        world.villages[1].xy = {9000, 0};
        add_site("S1", 0, 0, Technology::g4);
        add_site("S2", 0, 1200, Technology::g2);
        add_site("S3", 1, 9000, Technology::g4);
        Candidate upgrade;
        upgrade.kind = ProjectKind::add_technology;
        upgrade.site = 1;
        upgrade.technologies.add(Technology::g4);
        candidates.list = {upgrade};
        plan.projects = {{.candidate = 0, .year = 2022, .appraisal = {}}};
        reached.broadband_share.assign(4, {0.5, 0.5});
        subscribers.smartphone_users.assign(4, {600, 90});
    }
    void add_site(std::string code, std::uint32_t commune, double x_m, Technology technology) {
        Site site;
        site.code = std::move(code);
        site.commune = CommuneId{commune};
        site.xy = {x_m, 0};
        site.technologies.add(technology);
        world.sites.push_back(site);
    }
    std::vector<SiteLoad> loads() const {
        return site_loads(world, scenario, candidates, plan, reached, subscribers, home_lines);
    }
    SiteLoad at(std::string const& code, int year) const {
        for (auto const& load : loads())
            if (load.code == code && load.year == year) return load;
        return {};
    }
};

TEST(SiteLoads, AskTheNearestSiteAndSplitWithOneAlmostAsNear) {
    Row const row;
    EXPECT_EQ(row.at("S1", 2021).users, 600);
    EXPECT_EQ(row.at("S2", 2021).year, 0); // no data yet: no row
    EXPECT_EQ(row.at("S1", 2022).users, 300);
    EXPECT_EQ(row.at("S2", 2022).users, 300);
    EXPECT_EQ(row.at("S3", 2022).users, 90);
}

TEST(SiteLoads, ComeFromUsersAndTheirGrowingData) {
    Row const row;
    double const each = 1.8 * 8000 * 0.15 / 30 / 3600; // 0.02 Mbps
    EXPECT_NEAR(row.at("S1", 2020).load_mbps, 600 * each, 1e-9);
    EXPECT_NEAR(row.at("S3", 2023).load_mbps, 90 * each * 1.5 * 1.5 * 1.5, 1e-9);
    EXPECT_NEAR(row.at("S1", 2020).sector_mbps, 11, 1e-12); // 10 MHz · 1.1 bit/s/Hz
    EXPECT_NEAR(row.at("S1", 2020).capacity_mbps, 33, 1e-12);
}

TEST(SiteLoads, HoldHomeLinesByRadioTooAndShareThemAsUsers) {
    Row row;
    double const each = 1.8 * 8000 * 0.15 / 30 / 3600;
    row.home_lines = {{0, 0}, {6, 0}, {6, 0}, {8, 3}};
    EXPECT_EQ(row.at("S1", 2020).home_line_mbps, 0);
    EXPECT_NEAR(row.at("S1", 2021).load_mbps, 600 * each * 1.5 + 6, 1e-9);
    EXPECT_EQ(row.at("S1", 2022).home_line_mbps, 3); // S2 helps
    EXPECT_EQ(row.at("S2", 2022).home_line_mbps, 3);
    EXPECT_NEAR(row.at("S3", 2023).load_mbps, 90 * each * 1.5 * 1.5 * 1.5 + 3, 1e-9);
    row.subscribers.smartphone_users.assign(4, {0, 0}); // lines alone load a site too
    EXPECT_EQ(row.at("S3", 2023).load_mbps, 3);
}

TEST(SiteLoads, OfHomeLinesFallOnNoSiteWithout4GHoweverNear) {
    Row row;
    row.scenario.radio.budget[index(Technology::g3)].radius_km = 7;
    row.scenario.radio.channel[index(Technology::g3)].bandwidth_mhz = 5;
    row.add_site("S4", 1, 9000, Technology::g3); // beside S3, at the second village
    row.home_lines[1] = {0, 4};
    EXPECT_EQ(row.at("S4", 2021).users, 45); // S3 and S4 share the phones
    EXPECT_EQ(row.at("S4", 2021).home_line_mbps, 0);
    EXPECT_EQ(row.at("S3", 2021).home_line_mbps, 4);
}

/// A village of 100 homes with lines by radio from 2021 and fibre from 2023.
TEST(HomeLines, AskFromTheirYearOnUntilFibreComes) {
    Row row;
    row.world.villages[1].households = 100;
    row.scenario.traffic.fixed_gb_per_month = 80;
    row.scenario.traffic.fixed_wireless_gb_per_month = 20;
    Candidate lines;
    lines.kind = ProjectKind::fixed_wireless;
    lines.village = VillageId{1};
    lines.fixed_line_share = 0.5;
    row.candidates.list.push_back(lines);
    row.plan.projects.push_back({.candidate = 1, .year = 2021, .appraisal = {}});
    std::array<TakeUpCurve, service_count> curves{};
    curves[index(ServiceKind::fixed)].ceiling_share = 0.25;
    curves[index(ServiceKind::fixed)].new_place_rate_per_year = 0.5;
    std::vector<std::vector<bool>> const fibre{{false, false}, {false, false}, {false, false}, {false, true}};
    auto const mbps = [&] { return home_line_mbps(row.world, row.scenario, row.candidates, row.plan, curves, fibre); };
    auto const capped = mbps();
    // 300 people · 0.25 lines each at most · what two years bring of that · half of them by this project · 20 GB, twice
    // + 50 %
    double const homes =
        300 * row.world.growth_since_census(2022) * 0.25 * curves[index(ServiceKind::fixed)].take_up_new(2, 1);
    EXPECT_NEAR(capped[2][1], homes * 0.5 * 20 * 1.5 * 1.5 * 8000 * 0.15 / 30 / 3600, 1e-9);
    EXPECT_EQ(capped[0][1], 0);
    EXPECT_GT(capped[1][1], 0);
    EXPECT_GT(capped[2][1], capped[1][1]);
    EXPECT_EQ(capped[3][1], 0);
    for (auto const& year : capped) EXPECT_EQ(year[0], 0);
    row.scenario.traffic.fixed_wireless_gb_per_month = 0; // as other fixed lines: four times as much
    EXPECT_NEAR(mbps()[2][1], 4 * capped[2][1], 1e-12);
}

TEST(SiteLoads, SlowDownWithLoadAndNameTheFirstYearOfOverload) {
    Row row;
    row.scenario.links.full_share = 0.5;
    // S1: 12 of 33 Mbps in 2020, 18 in 2021 (over half), half of 27 in 2022 when S2 helps.
    EXPECT_NEAR(row.at("S1", 2020).busy_hour_mbps(), 11 * (1 - 12.0 / 33), 1e-9);
    for (int year = 2020; year <= 2023; ++year) EXPECT_EQ(row.at("S1", year).overloaded_from, 2021) << year;
    EXPECT_EQ(row.at("S3", 2023).overloaded_from, 0);
    row.subscribers.smartphone_users.assign(4, {6000, 90});
    EXPECT_EQ(row.at("S1", 2020).busy_hour_mbps(), 0); // never under nothing
}

TEST(SiteLoads, ConserveUsersThatAreWithinReach) {
    Row row;
    for (int year = 2020; year <= 2023; ++year) {
        double users = 0;
        for (auto const& load : row.loads())
            if (load.year == year) users += load.users;
        EXPECT_NEAR(users, 690, 1e-9) << year;
    }
    row.world.villages[1].xy = {90'000, 0}; // beyond the reach of every site
    double users = 0;
    for (auto const& load : row.loads())
        if (load.year == 2020) users += load.users;
    EXPECT_NEAR(users, 600, 1e-9);
}

TEST(SiteLoads, TellHowDenselySitesStandInACommune) {
    Row const row;
    EXPECT_NEAR(row.at("S1", 2020).commune_isd_km, hexagon_isd_km(1.0 / 40), 1e-12);
    EXPECT_NEAR(row.at("S1", 2023).commune_isd_km, hexagon_isd_km(2.0 / 40), 1e-12);
}

} // namespace
} // namespace phusong

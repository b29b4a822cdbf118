#include "sim/run/fibre_links.h"
#include "sim/run/network_plan.h"
#include "tests/support/draw.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace phusong {
namespace {

/// Two villages beyond one another on a road, and a hop to a new site:
///     F = = V = = V      fibre comes to the far village first, to the near one a year later.
struct Small {
    test::Drawing drawing{.rows = {"F==V==V", ".......", "......T"}, .cell_m = 700};
    World world = test::draw(drawing);
    Scenario scenario;
    Candidates candidates;
    Plan plan;
    std::array<TakeUpCurve, service_count> curves;
    std::vector<SiteLoad> site_load; ///< of the new site, which stands from 2022 on
    Small() {
        scenario.years = {2020, 2021, 2023};
        scenario.prices.fibre_vnd_per_km = 200e6;
        scenario.prices.fibre_poles_vnd_per_km = 120e6;
        scenario.prices.fibre_buried_vnd_per_km = 500e6;
        scenario.prices.olt_port_vnd = 25e6;
        scenario.prices.splitter_output_vnd = 2e5;
        scenario.prices.fibre_home_vnd = 2.5e6;
        scenario.traffic = {.mobile_gb_per_month = 2.7,
                            .fixed_gb_per_month = 90,
                            .growth_share_per_year = 0.3,
                            .busy_hour_share = 0.15};
        curves.fill({.ceiling_share = 0.3, .rate_per_year = 0.4, .midpoint_years = 1, .new_place_rate_per_year = 0.7});
        build(ProjectKind::fibre_village, VillageId{1}, LinkKind::fibre, 2021);
        build(ProjectKind::fibre_village, VillageId{0}, LinkKind::fibre, 2022);
        build(ProjectKind::new_site, VillageId{1}, LinkKind::microwave, 2022);
        for (auto const& [year, mbps] : {std::pair{2022, 3.5}, std::pair{2023, 454.0}}) {
            site_load.push_back({.code = "T1", .commune = {}, .year = year, .load_mbps = 900});
            site_load.push_back({.code = "P0003", .project = 2, .commune = {}, .year = year, .load_mbps = mbps});
        }
    }
    void build(ProjectKind kind, VillageId village, LinkKind link, int year) {
        Candidate c;
        c.kind = kind;
        c.village = village;
        c.xy = world.villages[village.value].xy;
        c.link.kind = link;
        c.link.from = link == LinkKind::microwave ? "T1" : "F1";
        c.link.line = {world.fibre_nodes[0].xy, c.xy};
        c.link.length_km = geo::distance_m(c.link.line[0], c.xy) / 1000;
        c.link.capex_vnd = c.link.length_km * 200e6;
        Project p;
        p.candidate = static_cast<std::uint32_t>(candidates.list.size());
        p.year = year;
        p.new_people = {157, 0, 0};
        candidates.list.push_back(c);
        plan.projects.push_back(p);
    }
    [[nodiscard]] NetworkPlan network() const {
        return plan_network(world, scenario, candidates, plan, curves, site_load);
    }
};

TEST(NetworkPlan, VillagesShareTheCableOfTheirWay) {
    Small const s;
    auto const n = s.network();
    ASSERT_TRUE(n.planned);
    EXPECT_EQ(n.fibre_vnd, n.fibre_bound_vnd);
    EXPECT_NEAR(static_cast<double>(n.fibre_vnd), 6 * 0.7 * 200e6, 10); // the nearer one lies on the way
    EXPECT_NEAR(static_cast<double>(n.apart_vnd), (6 + 3) * 0.7 * 200e6, 10);
    EXPECT_NEAR(static_cast<double>(n.projects_pay_vnd), (6 + 3) * 0.7 * 200e6, 10);
    ASSERT_EQ(n.fibre_years.size(), 2U);
    EXPECT_EQ(n.fibre_years[1].cost_vnd, 0) << "it was built the year before";
}

TEST(NetworkPlan, LinksCarryWhatComesFromBelowAndEndAtPlaces) {
    Small const s;
    auto const n = s.network();
    ASSERT_EQ(n.links.size(), 3U);
    auto const named = [&](std::string const& to) { return *std::ranges::find(n.links, to, &NetworkLink::to); };
    auto const near = named("V01"), far = named("V02"), hop = named("P0003");
    EXPECT_EQ(near.from, "F1");
    EXPECT_EQ(far.from, "V01");
    EXPECT_EQ(near.year, 2021);
    EXPECT_NEAR(near.length_km, 2.1, 1e-9);
    EXPECT_EQ(near.load_mbps[0], 0);
    EXPECT_EQ(near.load_mbps[1], far.load_mbps[1]) << "in 2021 only the far village asks";
    EXPECT_GT(near.load_mbps[2], far.load_mbps[2]);
    EXPECT_GT(far.load_mbps[2], far.load_mbps[1]);
    EXPECT_EQ(hop.kind, LinkKind::microwave);
    EXPECT_EQ(hop.load_mbps, (std::vector{0.0, 0.0, 3.5, 454.0})) << "what the site's users ask for, old and new";
    EXPECT_EQ(hop.capacity_mbps, 800) << "454 Mbps are more than seven tenths of 400";
    EXPECT_LT(far.availability_share, near.availability_share);
    EXPECT_NEAR(far.place_availability_share, far.availability_share * s.scenario.links.grid_availability_share, 1e-12);
}

TEST(NetworkPlan, AMicrowaveLinkByARelayIsTwoHopsWithTheAvailabilityAndCapacityThatTheyAreDesignedFor) {
    Small s;
    auto& link = s.candidates.list[2].link;
    link.relay = Relay{};
    link.availability_share = 0.9987;
    link.capacity_mbps = 355;
    auto const n = s.network();
    auto const& hop = *std::ranges::find(n.links, std::string("P0003"), &NetworkLink::to);
    EXPECT_EQ(hop.hops, 2);
    EXPECT_EQ(hop.availability_share, 0.9987);
    EXPECT_EQ(hop.capacity_mbps, 355) << "no class over what its weaker hop carries";
    EXPECT_EQ(hop.overloaded_from, 2023) << "454 Mbps";
    EXPECT_EQ(std::ranges::find(n.materials, std::string("microwave_hop"), &Material::key)->quantity, 2);
    link.availability_share = link.capacity_mbps = 0; // not designed: by the scenario's figure for one hop
    auto const plain = s.network();
    auto const& by_scenario = *std::ranges::find(plain.links, std::string("P0003"), &NetworkLink::to);
    EXPECT_NEAR(by_scenario.availability_share, std::pow(s.scenario.links.microwave_availability_share, 2), 1e-12);
    EXPECT_EQ(by_scenario.capacity_mbps, 800);
}

TEST(NetworkPlan, EveryLinkNamesBothItsEndsAndBranchesByTheLinkThatEndsThere) {
    Small s;
    s.drawing.rows = {"F=====V", "...=...", "...V..T"}; // two villages behind one fork
    s.world = test::draw(s.drawing);
    for (auto& c : s.candidates.list) c.xy = s.world.villages[c.village.value].xy;
    auto const n = s.network();
    std::size_t branches = 0;
    for (std::size_t i = 0; i < n.links.size(); ++i) {
        auto const& link = n.links[i];
        EXPECT_FALSE(link.from.empty() || link.to.empty()) << i;
        if (!link.to.starts_with("J")) continue;
        ++branches;
        EXPECT_EQ(link.to, fmt::format("J{:04}", i + 1));
        EXPECT_GE(std::ranges::count(n.links, link.to, &NetworkLink::from), 1) << "it leads on";
    }
    EXPECT_EQ(branches, 1U);
}

TEST(NetworkPlan, OverloadedLinksAreNamedWithTheirYear) {
    Small s;
    s.scenario.links.fibre_mbps = {0.5};
    auto const n = s.network();
    auto const far = *std::ranges::find(n.links, std::string("V02"), &NetworkLink::to);
    EXPECT_EQ(far.capacity_mbps, 0.5);
    EXPECT_EQ(far.overloaded_from, 2021);
    EXPECT_TRUE(std::ranges::any_of(n.notes, [](auto const& m) {
        return m.en == "2 links are overloaded even in the largest class, to and from the year: V01 (2021), V02 "
                       "(2021); see tables/links.csv";
    }));
}

TEST(NetworkPlan, TheBillOfMaterialsAddsUpToTheLinksVillagesAndSites) {
    Small s;
    s.scenario.prices.technology_vnd = 800e6;
    s.scenario.prices.fixed_wireless_home_vnd = 5e6;
    s.candidates.list[2].cost.site_vnd = 750e6;
    s.candidates.list[2].cost.technology_vnd = 800e6;
    s.candidates.list[2].cost.power_vnd = 300e6;
    s.build(ProjectKind::fixed_wireless, VillageId{0}, LinkKind::none, 2021);
    s.candidates.list[3].cost.access_vnd = 60e6;
    auto const n = s.network();
    std::int64_t bill = 0, links = 0, villages = 0;
    double cable_km = 0, links_km = 0;
    for (auto const& m : n.materials) {
        bill += m.price_vnd;
        if (m.key.starts_with("cable")) cable_km += m.quantity;
    }
    for (auto const& l : n.links) {
        links += l.price_vnd;
        if (l.kind == LinkKind::fibre) links_km += l.length_km;
    }
    for (auto const& row : n.pon) villages += row.price.sum_vnd();
    std::int64_t sites = 0;
    for (auto const& project : s.plan.projects) {
        auto const& built = s.candidates.list[project.candidate];
        sites += std::llround(built.cost.site_vnd + built.cost.technology_vnd + built.cost.power_vnd);
        if (built.kind == ProjectKind::fixed_wireless) sites += std::llround(built.cost.access_vnd);
    }
    EXPECT_EQ(sites, 1'910'000'000);
    EXPECT_EQ(bill, links + villages + sites);
    auto const quantity = [&](std::string const& key) {
        return std::ranges::find(n.materials, key, &Material::key)->quantity;
    };
    for (auto const& m : n.materials) EXPECT_EQ(m.unit, m.key.starts_with("cable") ? "km" : "pieces") << m.key;
    std::vector<int> years;
    for (auto const& m : n.materials)
        if (m.key == "olt_port" || m.key == "home_terminal" || m.key == "site") years.push_back(m.year);
    EXPECT_EQ(years, (std::vector{2021, 2021, 2022, 2022})) << "each in the year of its project";
    EXPECT_EQ(quantity("home_terminal"), 12);
    EXPECT_EQ(quantity("radio"), 1);
    EXPECT_NEAR(cable_km, links_km, 1e-9);
    ASSERT_EQ(n.pon.size(), 2U);
    EXPECT_EQ(n.pon[0].exchange, "F1");
    EXPECT_NEAR(n.pon[0].homes.cable_km, 4.2, 1e-6);
    EXPECT_GT(n.pon[0].homes.homes_connected, 0);
}

TEST(NetworkPlan, IsEmptyWhereNoneIsAsked) {
    Small s;
    s.scenario.fibre.plan = false;
    EXPECT_FALSE(s.network().planned);
}

TEST(NetworkPlan, InstitutionsGetASecondWayWhereOneCanBe) {
    Small s;
    s.drawing.rows = {"F==V==F", "=.....=", "======="}; // a ring
    s.world = test::draw(s.drawing);
    s.candidates = {};
    s.plan = {};
    s.site_load.clear();
    Institution office;
    office.code = "G1";
    office.kind = "government";
    office.xy = test::place(s.drawing, 'F', 1);
    s.world.institutions.push_back(office);
    s.scenario.fibre.second_path = "government";
    auto const n = s.network();
    ASSERT_EQ(n.second_ways.size(), 1U);
    EXPECT_TRUE(n.second_ways[0].possible);
    EXPECT_NEAR(n.second_ways[0].one_km, 6 * 0.7, 1e-9);
    EXPECT_NEAR(n.second_ways[0].two_km, 10 * 0.7, 1e-9);
    EXPECT_NEAR(static_cast<double>(n.second_vnd), 7 * 200e6, 100);
    EXPECT_EQ(n.second_bound_vnd, n.second_vnd);
    EXPECT_GT(n.second_ways[0].both_share, n.second_ways[0].one_share);
}

} // namespace
} // namespace phusong

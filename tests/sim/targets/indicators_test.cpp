#include "tests/sim/targets/small_province.h"
#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace phusong {
namespace {

TEST(Indicators, HaveNamesUnitsAndRulesOfTheirOwn) {
    std::set<std::string_view> names;
    for (auto const& indicator : indicators()) {
        EXPECT_TRUE(names.insert(indicator.name).second) << indicator.name;
        EXPECT_FALSE(indicator.unit.empty()) << indicator.name;
        EXPECT_NE(indicator.rule.vi, indicator.rule.en) << indicator.name;
        EXPECT_FALSE(indicator.rule.vi.empty()) << indicator.name;
    }
    EXPECT_EQ(names.size(), 40U);
}

TEST(Indicators, AreNumbersOrUnknownEvenInAWorldWithoutAnything) {
    World const world;
    Scenario const scenario;
    auto const years = static_cast<std::size_t>(scenario.years.count());
    std::vector<std::vector<VillageSignal>> const villages(years);
    std::vector<std::vector<bool>> const fibre(years);
    Subscribers subscribers;
    subscribers.people.resize(years);
    subscribers.smartphone_users.resize(years);
    for (auto& service : subscribers.count) service.resize(years);
    for (auto const& indicator : indicators())
        EXPECT_FALSE(std::isinf(indicator.value({world, scenario, villages, fibre, subscribers}, 0))) << indicator.name;
}

TEST(Indicators, CountVillagesByTheirSignal) {
    test::SmallProvince p;
    p.signal(0, 2020, SignalState::good, 0.95);
    p.signal(1, 2020, SignalState::weak, 0.3);
    p.signal(3, 2021, SignalState::good, 0.8);
    EXPECT_DOUBLE_EQ(p.value("villages_with_signal", 2020), 40); // 2 of 5
    EXPECT_DOUBLE_EQ(p.value("villages_with_good_signal", 2020), 20);
    EXPECT_DOUBLE_EQ(p.value("villages_without_signal", 2020), 3);
    EXPECT_DOUBLE_EQ(p.value("villages_with_weak_signal", 2020), 1);
    EXPECT_DOUBLE_EQ(p.value("villages_with_signal", 2021), 60);
    // 430 · 0.95 + 210 · 0.3 + 140 · 0.8 of 1,000 people
    EXPECT_NEAR(p.value("people_with_signal", 2021), 58.35, 1e-9);
}

TEST(Indicators, CountBroadbandAndFibreSeparately) {
    test::SmallProvince p;
    p.signal(1, 2020, SignalState::good, 0.9);
    p.broadband(1, 2020, SignalState::good, 0.7);
    p.broadband(2, 2020, SignalState::weak, 0.2);
    p.fibre[2][4] = true;
    EXPECT_DOUBLE_EQ(p.value("villages_with_broadband_signal", 2020), 20);
    EXPECT_DOUBLE_EQ(p.value("villages_with_fibre", 2022), 40);
    EXPECT_DOUBLE_EQ(p.value("villages_with_internet", 2020), 60); // 0 by fibre, 1 and 2 by 4G
    EXPECT_NEAR(p.value("people_with_broadband_signal", 2020), 100 * (210 * 0.7 + 160 * 0.2) / 1000, 1e-9);
    EXPECT_NEAR(p.value("people_with_signal", 2020), 100 * (210 * 0.9 + 160 * 0.2) / 1000, 1e-9);
    EXPECT_NEAR(p.value("households_with_fibre", 2020), 43, 1e-9); // 86 of 200 households
    EXPECT_NEAR(p.value("households_with_fibre", 2022), 49, 1e-9);
}

TEST(Indicators, JudgeACommuneByTheVillageNearestToItsSeat) {
    test::SmallProvince p;
    p.signal(0, 2020, SignalState::good, 0.9);
    p.signal(4, 2020, SignalState::good, 0.9); // not the centre of the second commune
    EXPECT_DOUBLE_EQ(p.value("communes_with_signal", 2020), 1);
    p.signal(3, 2021, SignalState::weak, 0.2);
    EXPECT_DOUBLE_EQ(p.value("communes_with_signal", 2021), 2);
    EXPECT_DOUBLE_EQ(p.value("communes_with_fibre", 2020), 1); // village 0 is the first centre
    p.world.fibre_nodes.push_back({"F1", CommuneId{1}, {5000, 0}});
    EXPECT_DOUBLE_EQ(p.value("communes_with_fibre", 2020), 2);
    EXPECT_DOUBLE_EQ(p.value("communes_with_internet", 2020), 2);
}

TEST(Indicators, KeepSubscribersPer100AndGrowthApart) {
    test::SmallProvince p;
    p.subscribers.count[index(ServiceKind::mobile)] = {{547, 130.5}, {560, 133}, {575, 135}};
    p.subscribers.count[index(ServiceKind::fixed)] = {{81, 12}, {85, 14}, {95, 19}};
    p.subscribers.total_before_base[index(ServiceKind::fixed)] = 93 / 1.037;
    EXPECT_NEAR(p.value("mobile_subscribers_per_100", 2020), 67.75, 1e-9);
    EXPECT_NEAR(p.value("internet_subscriber_growth", 2020), 3.7, 1e-9);
    EXPECT_NEAR(p.value("internet_subscriber_growth", 2021), 100 * (99.0 / 93 - 1), 1e-9);
    EXPECT_NEAR(p.value("fixed_broadband_per_100", 2022), 11.4, 1e-9);
    EXPECT_NEAR(p.value("households_with_internet_line", 2022), 100 * (95.0 + 19) / 230, 1e-9);
    EXPECT_NEAR(p.value("people_with_smartphone", 2022), 71 * 0.7, 1e-9);
    EXPECT_NEAR(p.value("smartphone_share_of_subscribers", 2021), 65, 1e-9);
}

TEST(Indicators, CountTheSubscribersOfEachServiceOverAllCommunes) {
    test::SmallProvince p;
    p.subscribers.count[index(ServiceKind::mobile)] = {{547, 131}, {560, 137}, {575, 149}};
    p.subscribers.count[index(ServiceKind::fixed)] = {{81, 12}, {85, 14}, {95, 19}};
    p.subscribers.count[index(ServiceKind::paytv)] = {{31, 2}, {34, 3}, {38, 5}};
    EXPECT_DOUBLE_EQ(p.value("mobile_subscribers", 2020), 678);
    EXPECT_DOUBLE_EQ(p.value("mobile_subscribers", 2022), 724);
    EXPECT_DOUBLE_EQ(p.value("fixed_subscribers", 2020), 93);
    EXPECT_DOUBLE_EQ(p.value("fixed_subscribers", 2021), 99);
    EXPECT_DOUBLE_EQ(p.value("paytv_subscribers", 2021), 37);
    EXPECT_DOUBLE_EQ(p.value("paytv_subscribers", 2022), 43);
}

TEST(Indicators, GiveNoCommuneMoreLinesThanHouseholds) {
    test::SmallProvince p;
    p.subscribers.count[index(ServiceKind::fixed)][0] = {85, 73}; // 73 lines for 60 households: offices have some
    EXPECT_NEAR(p.value("households_with_internet_line", 2020), 100 * (85.0 + 60) / 230, 1e-9);
}

TEST(Indicators, CountOnlineServiceUsersByCoverageDeviceAndSkill) {
    test::SmallProvince p;
    p.subscribers.smartphone_users[1] = {310, 90};
    EXPECT_NEAR(p.value("online_service_reach", 2021), 100 * 400 * 0.55 / 1000, 1e-9);
    EXPECT_NEAR(p.value("smartphone_data_users", 2021), 40, 1e-9);
}

TEST(Indicators, ReachPeopleWithNewsBySignalOrFibre) {
    test::SmallProvince p; // village 0 (430 people) has fibre
    p.signal(0, 2020, SignalState::weak, 0.2);
    p.signal(2, 2020, SignalState::good, 0.75);
    EXPECT_NEAR(p.value("events_communication_reach", 2020), 100 * (430 + 160 * 0.75) / 1000, 1e-9);
}

TEST(Indicators, ConnectAnOfficeWhenThePlanBringsFibreToItsVillage) {
    test::SmallProvince p;
    p.add_institution("government", 0, 0, true);
    p.add_institution("government", 1, 5300, false);
    p.add_institution("one_stop", 0, 50, false); // its village had fibre in the base year, and yet it was not connected
    p.add_institution("post", 1, 5000, false);
    p.fibre[2][3] = true;
    EXPECT_DOUBLE_EQ(p.value("government_units_connected", 2021), 50);
    EXPECT_DOUBLE_EQ(p.value("government_units_connected", 2022), 100);
    EXPECT_DOUBLE_EQ(p.value("government_units_connected_count", 2022), 2);
    EXPECT_DOUBLE_EQ(p.value("one_stop_offices_connected", 2022), 0);
    EXPECT_DOUBLE_EQ(p.value("postal_points", 2022), 1);
    EXPECT_DOUBLE_EQ(p.value("communes_with_postal_point", 2020), 1);
}

TEST(Indicators, AddCommunesToCriterion8WhenEveryVillageIsServed) {
    test::SmallProvince p;
    p.world.communes[0].met_rural_criterion_8 = true; // stays, whatever the model says
    p.add_institution("post", 1, 5000, false);
    p.add_institution("government", 1, 5000, true);
    for (std::size_t v : {3U, 4U}) {
        p.signal(v, 2020, SignalState::good, 0.9);
        p.broadband(v, v == 3 ? 2020 : 2022, SignalState::good, 0.9);
    }
    auto const name = "communes_meeting_rural_criterion_8";
    EXPECT_DOUBLE_EQ(p.value(name, 2020), 1);
    EXPECT_DOUBLE_EQ(p.value(name, 2021), 1); // village 4 has no Internet yet
    EXPECT_DOUBLE_EQ(p.value(name, 2022), 2);
    p.fibre[1][4] = true;
    EXPECT_DOUBLE_EQ(p.value(name, 2021), 2);
    auto served_all_along = p;
    served_all_along.fibre[0][4] = true; // and yet not certified: it lacks something that no plan here brings
    EXPECT_DOUBLE_EQ(served_all_along.value(name, 2022), 1);
    p.world.institutions[0].commune = CommuneId{0};
    EXPECT_DOUBLE_EQ(p.value(name, 2022), 1); // no postal point
}

TEST(Indicators, OfInstitutionsAreUnknownAndNotZeroWithoutThem) {
    test::SmallProvince p;
    auto const unknown = [&](char const* name, int year) { return std::isnan(p.value(name, year)); };
    for (auto const* const name : {"government_units_connected", "government_units_connected_count",
                                   "one_stop_offices_connected", "postal_points", "communes_with_postal_point"})
        EXPECT_TRUE(unknown(name, 2020)) << name;
    EXPECT_DOUBLE_EQ(p.value("communes_meeting_rural_criterion_8", 2020), 0); // stands in the table of communes
    EXPECT_TRUE(unknown("communes_meeting_rural_criterion_8", 2021));
    p.add_institution("post", 1, 5000, false);
    EXPECT_DOUBLE_EQ(p.value("postal_points", 2020), 1);
    EXPECT_DOUBLE_EQ(p.value("communes_with_postal_point", 2022), 1);
    EXPECT_TRUE(unknown("government_units_connected_count", 2020)); // a table that holds only post offices
    EXPECT_TRUE(unknown("communes_meeting_rural_criterion_8", 2022));
    p.add_institution("government", 1, 5300, false);
    EXPECT_DOUBLE_EQ(p.value("government_units_connected_count", 2020), 0);
    EXPECT_DOUBLE_EQ(p.value("communes_meeting_rural_criterion_8", 2022), 0);
    EXPECT_TRUE(unknown("one_stop_offices_connected", 2022));
}

/// The first commune is certified, the last village of the second has Internet from 2022 on.
test::SmallProvince certified_and_served_late() {
    test::SmallProvince p;
    p.world.communes[0].met_rural_criterion_8 = true;
    for (std::size_t v : {3U, 4U}) {
        p.signal(v, 2020, SignalState::good, 0.9);
        p.broadband(v, v == 3 ? 2020 : 2022, SignalState::good, 0.9);
    }
    return p;
}

TEST(MeetsRuralCriterion8, SaysOfEachCommuneWhatTheIndicatorCounts) {
    auto p = certified_and_served_late();
    auto const meets = [&](std::uint32_t commune, int year) {
        return meets_rural_criterion_8(p.evidence(), year - 2020, CommuneId{commune});
    };
    EXPECT_EQ(meets(0, 2022), true); // certified: known without any table
    EXPECT_EQ(meets(1, 2020), false);
    EXPECT_EQ(meets(1, 2021), false);        // a village without Internet: known, too
    EXPECT_EQ(meets(1, 2022), std::nullopt); // hangs on its postal point and office
    p.add_institution("post", 1, 5000, false);
    EXPECT_EQ(meets(1, 2022), std::nullopt);
    p.add_institution("government", 1, 5000, true);
    for (int year = 2020; year <= 2022; ++year) {
        int const met = (*meets(0, year) ? 1 : 0) + (*meets(1, year) ? 1 : 0);
        EXPECT_EQ(met, p.value("communes_meeting_rural_criterion_8", year)) << year;
    }
    EXPECT_EQ(meets(1, 2022), true);
}

TEST(Criterion8Count, TakesTheNumberApartAndAddsUpToAllCommunes) {
    auto p = certified_and_served_late();
    p.add_institution("post", 1, 5000, false);
    p.add_institution("government", 1, 5000, true);
    for (int year = 2020; year <= 2022; ++year) {
        auto const n = criterion_8_count(p.evidence(), year - 2020);
        EXPECT_EQ(n.certified + n.by_plan, p.value("communes_meeting_rural_criterion_8", year)) << year;
        EXPECT_EQ(n.certified + n.by_plan + n.lacking_other + n.unserved, static_cast<int>(p.world.communes.size()));
        EXPECT_EQ(n.certified, 1);
        EXPECT_EQ(n.by_plan, year == 2022 ? 1 : 0);
    }
    GoalResult result;
    result.goal.indicator = "communes_meeting_rural_criterion_8";
    result.goal.year = 2022;
    EXPECT_EQ(figure_in_parts(result, p.evidence()).value().en.substr(0, 57),
              "2 = 1 communes certified in the base year (as published) ");
    result.goal.year = 2020; // what the model must reproduce needs no parts
    EXPECT_EQ(figure_in_parts(result, p.evidence()), std::nullopt);
    p.broadband(4, 2020, SignalState::good, 0.9); // served in the base year: something else must lack
    auto const before = criterion_8_count(p.evidence(), 2);
    EXPECT_EQ(before.by_plan, 0);
    EXPECT_EQ(before.lacking_other, 1);
}

TEST(GoalResult, TellsTheGapInPercentOfTheGoal) {
    GoalResult result;
    result.goal.value = 67.5;
    result.gap = 0.25;
    EXPECT_NEAR(result.gap_percent(), 0.37, 0.001);
    result.gap = -13.5;
    EXPECT_NEAR(result.gap_percent(), -20, 1e-12);
    result.goal.value = 0; // no village without signal: one is infinitely more
    EXPECT_TRUE(std::isnan(result.gap_percent()));
}

TEST(Indicators, TellCriterion8PartByPart) {
    test::SmallProvince p;
    p.add_institution("government", 0, 0, true);
    p.add_institution("government", 1, 5200, false);
    for (std::size_t v : {0U, 1U, 2U}) p.signal(v, 2021, SignalState::good, 0.9); // all of the first commune
    p.broadband(1, 2020, SignalState::good, 0.8);
    p.broadband(2, 2022, SignalState::good, 0.7); // village 0 has fibre
    EXPECT_EQ(p.value("communes_meeting_criterion_8_3", 2020), 0);
    EXPECT_EQ(p.value("communes_meeting_criterion_8_3", 2021), 1);
    EXPECT_EQ(p.value("communes_meeting_criterion_8_2", 2021), 0);
    EXPECT_EQ(p.value("communes_meeting_criterion_8_2", 2022), 1);
    EXPECT_EQ(p.value("communes_meeting_criterion_8_4", 2022), 1);
    EXPECT_EQ(p.value("villages_for_loudspeakers", 2020), 20); // fibre
    EXPECT_EQ(p.value("villages_for_loudspeakers", 2021), 60);
}

TEST(Indicators, CountPostalPointsThatCanWorkOnline) {
    test::SmallProvince p;
    EXPECT_TRUE(std::isnan(p.value("postal_points_online", 2021))); // none given
    p.add_institution("post", 0, 0, false);                         // fibre
    p.add_institution("post", 1, 5200, false);
    EXPECT_EQ(p.value("postal_points_online", 2021), 50);
    p.broadband(3, 2022, SignalState::weak, 0.2);
    EXPECT_EQ(p.value("postal_points_online", 2022), 100);
}

TEST(Indicators, KnowSecondWaysInTheLastYearOnly) {
    test::SmallProvince p;
    p.add_institution("post", 0, 0, false);
    p.add_institution("government", 0, 0, true);
    p.add_institution("government", 1, 5200, true);
    EXPECT_TRUE(std::isnan(p.value("government_units_with_second_path", 2022))); // not planned
    std::vector<SecondAccess> const access{{1, true, 0.9998}, {2, false, 0}};
    auto const value = [&](char const* name, int year) {
        auto evidence = p.evidence();
        Evidence const with{evidence.world,         evidence.scenario,    evidence.villages,
                            evidence.village_fibre, evidence.subscribers, &access};
        for (auto const& indicator : indicators())
            if (indicator.name == name) return indicator.value(with, year - 2020);
        return -1.0;
    };
    EXPECT_EQ(value("government_units_with_second_path", 2022), 50);
    EXPECT_NEAR(value("government_network_availability", 2022), 99.98, 1e-9);
    EXPECT_TRUE(std::isnan(value("government_units_with_second_path", 2021)));
}

TEST(Evaluate, GivesAnIntervalByDrawsToWhatCountsSubscribersAlone) {
    test::SmallProvince p;
    for (auto& year : p.subscribers.count[index(ServiceKind::paytv)]) year = {30, 20};
    std::vector<Subscribers> draws(2, p.subscribers);
    draws[1].count[index(ServiceKind::paytv)][2] = {130, 20};
    Goal goal;
    goal.indicator = "paytv_per_100";
    goal.year = 2022;
    auto other = goal;
    other.indicator = "villages_with_signal";
    auto const results = evaluate({goal, other}, p.evidence(), draws);
    ASSERT_EQ(results[0].p10.size(), 3U);
    EXPECT_NEAR(results[0].p10[2], 6, 1e-9); // between 5 and 15 per 100 people
    EXPECT_NEAR(results[0].p90[2], 14, 1e-9);
    EXPECT_TRUE(results[1].p10.empty());
}

} // namespace
} // namespace phusong

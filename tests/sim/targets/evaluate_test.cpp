#include "tests/sim/targets/small_province.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

Goal goal(std::string const& indicator, int year, double value, bool at_least = true) {
    Goal g;
    g.id = "g-" + indicator;
    g.indicator = indicator;
    g.year = year;
    g.value = value;
    g.at_least = at_least;
    return g;
}

TEST(Evaluate, GivesEveryYearTheGapAndTheFirstYearReached) {
    test::SmallProvince p;
    p.signal(0, 2020, SignalState::good, 0.9);
    p.signal(1, 2021, SignalState::good, 0.9);
    p.signal(2, 2022, SignalState::good, 0.9);
    auto const results = evaluate({goal("villages_with_signal", 2022, 73), goal("villages_with_signal", 2022, 38),
                                   goal("villages_without_signal", 2021, 3, /*at_least=*/false)},
                                  p.evidence());
    ASSERT_EQ(results.size(), 3U);
    ASSERT_EQ(results[0].value.size(), 3U);
    EXPECT_NEAR(results[0].gap, 60 - 73, 1e-9);
    EXPECT_FALSE(results[0].reached);
    EXPECT_FALSE(results[0].first_year_reached.has_value());
    EXPECT_TRUE(results[1].reached);
    EXPECT_EQ(results[1].first_year_reached, 2021);
    EXPECT_TRUE(results[2].reached); // three left in 2021
    EXPECT_EQ(results[2].first_year_reached, 2021);
}

TEST(Evaluate, CallsAGoalWithoutDataUnknownWhicheverWayItPoints) {
    test::SmallProvince p;
    auto results =
        evaluate({goal("postal_points", 2022, 7), goal("postal_points", 2022, 7, /*at_least=*/false)}, p.evidence());
    for (auto const& result : results) {
        EXPECT_FALSE(result.known());
        EXPECT_FALSE(result.reached);
        EXPECT_FALSE(result.first_year_reached.has_value());
    }
    p.add_institution("post", 1, 5000, false);
    EXPECT_TRUE(evaluate({goal("postal_points", 2022, 7)}, p.evidence())[0].known());
}

TEST(Evaluate, IsCertainOfAGoalOnlyWhereBothEndsOfTheIntervalSayTheSame) {
    test::SmallProvince p;
    p.subscribers.count[index(ServiceKind::mobile)][1] = {547, 130};
    std::vector<Subscribers> draws;
    for (int const more : {-40, -20, 0, 20, 40}) {
        draws.push_back(p.subscribers);
        draws.back().count[index(ServiceKind::mobile)][1] = {547.0 + more, 130};
    }
    auto const value = evaluate({goal("mobile_subscribers_per_100", 2021, 0)}, p.evidence())[0].value[1];
    auto const of = [&](double wanted) {
        return evaluate({goal("mobile_subscribers_per_100", 2021, wanted)}, p.evidence(), draws)[0];
    };
    auto const easy = of(0.5 * value), near = of(value), hard = of(2 * value);
    EXPECT_TRUE(easy.reached && easy.certain);
    EXPECT_TRUE(near.reached && !near.certain);
    EXPECT_EQ(easy.drawn_reached_share, 1);
    EXPECT_EQ(near.drawn_reached_share, 3 / 5.0);
    EXPECT_EQ(hard.drawn_reached_share, 0);
    EXPECT_TRUE(!hard.reached && hard.certain);
    EXPECT_TRUE(evaluate({goal("mobile_subscribers_per_100", 2021, value)}, p.evidence())[0].certain); // nothing drawn
    for (auto& drawn : draws) drawn.count[index(ServiceKind::mobile)][1] = {200, 130};
    EXPECT_TRUE(near.reached && !of(value).certain); // all draws stay under what is told
}

TEST(Evaluate, GivesNoIntervalToWhatIsUnknown) {
    test::SmallProvince p;
    auto const of = [&] {
        return evaluate({goal("households_with_internet_line", 2022, 1)}, p.evidence(),
                        {p.subscribers, p.subscribers})[0];
    };
    EXPECT_TRUE(of().known());
    EXPECT_FALSE(of().p10.empty());
    for (auto& commune : p.world.communes) commune.households = 0; // of whom there is no share
    EXPECT_FALSE(of().known());
    EXPECT_TRUE(of().p10.empty());
}

TEST(Evaluate, GivesNoIntervalToFiguresOfTheBaseYearFromWhichDrawsStart) {
    test::SmallProvince p;
    p.subscribers.count[index(ServiceKind::mobile)][0] = {547, 130};
    auto drawn = p.subscribers;
    drawn.count[index(ServiceKind::mobile)][0] = {200, 130};
    auto const of = [&](int year) {
        return evaluate({goal("mobile_subscribers_per_100", year, 1)}, p.evidence(), {drawn, drawn})[0];
    };
    EXPECT_TRUE(of(2020).p10.empty());
    EXPECT_FALSE(of(2021).p10.empty());
}

TEST(Evaluate, DoesNotMissAGoalByRounding) {
    test::SmallProvince p;
    p.subscribers.count[index(ServiceKind::mobile)][0] = {547, 130.5 - 1e-10};
    EXPECT_TRUE(evaluate({goal("mobile_subscribers_per_100", 2020, 67.75)}, p.evidence())[0].reached);
    EXPECT_FALSE(evaluate({goal("mobile_subscribers_per_100", 2020, 67.76)}, p.evidence())[0].reached);
}

} // namespace
} // namespace phusong

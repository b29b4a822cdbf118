#include "sim/study/study.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace phusong::study {
namespace {

Study of(Sampling sampling, int draws, std::vector<std::string> const& keys) {
    Study study;
    study.sampling = sampling;
    study.draws = draws;
    study.options.resize(1);
    for (auto const& key : keys)
        study.options[0].uncertain.push_back({.key = key, .field = find_field(key), .low = 0, .high = 1});
    number_dimensions(study);
    return study;
}

std::vector<double> column(Study const& study, std::vector<double> const& points, std::size_t dimension) {
    std::vector<double> out;
    for (std::size_t i = 0; i < study.draws_each(); ++i) out.push_back(points[i * study.dimensions + dimension]);
    return out;
}

TEST(LatinHypercube, HasEachStratumOnceInEveryDimension) {
    auto const study = of(Sampling::latin_hypercube, 100, {"finance.discount_rate", "prices.site_vnd"});
    auto const points = draw_points(study);
    for (std::size_t k = 0; k < 2; ++k) {
        std::vector<int> stratum;
        for (double const u : column(study, points, k)) stratum.push_back(static_cast<int>(100 * u));
        std::ranges::sort(stratum);
        for (int i = 0; i < 100; ++i) EXPECT_EQ(stratum[static_cast<std::size_t>(i)], i);
    }
    EXPECT_NE(column(study, points, 0), column(study, points, 1));
}

TEST(Sobol, HalvesEveryIntervalEvenly) {
    auto const study = of(Sampling::sobol, 1024, {"finance.discount_rate", "prices.site_vnd", "prices.vsat_vnd"});
    auto const points = draw_points(study);
    for (std::size_t k = 0; k < 3; ++k) {
        std::vector<int> in_sixteenth(16);
        for (double const u : column(study, points, k)) {
            ASSERT_GT(u, 0);
            ASSERT_LT(u, 1);
            ++in_sixteenth[static_cast<std::size_t>(16 * u)];
        }
        for (int const count : in_sixteenth) EXPECT_NEAR(count, 64, 2); // shifted: an edge may fall within a sixteenth
    }
}

TEST(Random, IsEvenOnlyOnAverageAndTheSameEveryTime) {
    auto const study = of(Sampling::random, 4000, {"finance.discount_rate"});
    auto const points = draw_points(study);
    EXPECT_EQ(points, draw_points(study));
    auto const low = std::ranges::count_if(points, [](double u) { return u < 0.25; });
    EXPECT_NEAR(static_cast<double>(low), 1000, 110); // 4 σ
}

TEST(Quantile, IsWhereThatShareOfTheDrawsLies) {
    Uncertain u;
    u.low = 2;
    u.mode = 3;
    u.high = 6;
    u.spread = Spread::uniform;
    EXPECT_DOUBLE_EQ(quantile(u, 0.25), 3);
    u.spread = Spread::triangular; // F(mode) = (3 − 2) / (6 − 2); F(x) = 1 − (6 − x)² / ((6 − 2) (6 − 3)) above
    EXPECT_DOUBLE_EQ(quantile(u, 0.25), 3);
    EXPECT_NEAR(quantile(u, 1 - 1.0 / 12), 5, 1e-12);
    u.spread = Spread::normal;
    u.mean = 10;
    u.sd = 2;
    EXPECT_NEAR(quantile(u, 0.9750021048517795), 10 + 2 * 1.96, 1e-9);
    u.spread = Spread::lognormal;
    u.mean = 4;
    u.sd = 0.5;
    EXPECT_DOUBLE_EQ(quantile(u, 0.5), 4);
    EXPECT_NEAR(quantile(u, 0.8413447460685429), 4 * std::exp(0.5), 1e-9);
}

TEST(SetDrawn, MultipliesTheScenariosOwnValueWhenRelativeAndStaysInTheFieldsRange) {
    Scenario scenario;
    scenario.finance.discount_rate = 0.1;
    scenario.rollout.public_budget_bn_vnd = {30, 40};
    Uncertain u{.key = "finance.discount_rate",
                .field = find_field("finance.discount_rate"),
                .low = 0.5,
                .high = 1.5,
                .relative = true};
    set_drawn(scenario, u, 0.75);
    EXPECT_DOUBLE_EQ(scenario.finance.discount_rate, 0.125);
    Uncertain budget{.key = "rollout.public_budget_bn_vnd",
                     .field = find_field("rollout.public_budget_bn_vnd"),
                     .low = 0,
                     .high = 1,
                     .relative = true};
    set_drawn(scenario, budget, 0.5);
    EXPECT_EQ(scenario.rollout.public_budget_bn_vnd, (std::vector<double>{15, 20}));
    u.low = u.high = 1e9;
    set_drawn(scenario, u, 0.5);
    EXPECT_DOUBLE_EQ(scenario.finance.discount_rate, u.field->max);
}

TEST(Drawn, GivesTheSameNumbersToEveryOptionOfADraw) {
    auto study = of(Sampling::latin_hypercube, 10, {"finance.discount_rate"});
    study.options.push_back(study.options[0]);
    auto const points = draw_points(study);
    for (std::size_t draw = 0; draw < 10; ++draw)
        EXPECT_EQ(drawn(study, draw, points).values, drawn(study, 10 + draw, points).values);
}

} // namespace
} // namespace phusong::study

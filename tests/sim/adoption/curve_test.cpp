#include "sim/adoption/adoption.h"
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace phusong {
namespace {

TEST(CurveThrough, MeetsLevelAndSlopeWithEveryShape) {
    std::mt19937 random(1969);
    std::uniform_real_distribution<double> level(0.06, 0.94), fall(0.02, 0.2);
    for (int round = 0; round < 500; ++round) {
        double const now = level(random), before = now * (1 - fall(random));
        for (auto shape : {CurveShape::logistic, CurveShape::gompertz}) {
            auto const curve = curve_through(shape, now, before, 0.03);
            EXPECT_NEAR(curve.take_up(0), now, 1e-12);
            EXPECT_NEAR(curve.take_up(-1), before, 1e-12);
        }
        double const reachable = now - 0.004 * (1 - now) - 0.02 * now; // Bass rises at least by innovation
        auto const bass = curve_through(CurveShape::bass, now, std::min(before, reachable), 0.002);
        EXPECT_NEAR(bass.take_up(0), now, 1e-9);
        EXPECT_NEAR(bass.take_up(-1), std::min(before, reachable), 1e-6) << now << ' ' << before;
    }
}

TEST(CurveThrough, LosesTheSamePartOfItselfEveryYearWhereItFallsHoweverNearTheCeiling) {
    std::mt19937 random(1825);
    std::uniform_real_distribution<double> level(0.02, 0.98), fall(0.001, 0.5);
    for (int round = 0; round < 300; ++round) {
        double const now = level(random), kept = 1 - fall(random);
        for (auto shape : {CurveShape::logistic, CurveShape::gompertz, CurveShape::bass}) {
            auto const curve = curve_through(shape, now, now / kept, 0.03);
            for (int year = -1; year <= 6; ++year)
                EXPECT_NEAR(curve.take_up(year), now * std::pow(kept, year), 1e-9) << year;
        }
    }
}

TEST(CurveThrough, GivesBassByItsOwnDifferentialEquation) {
    auto const bass = curve_through(CurveShape::bass, 0.31, 0.26, 0.02);
    double const imitation = bass.rate_per_year - 0.02, step = 1e-4;
    for (double t : {-3.0, 0.0, 2.5, 9.0}) {
        double const share = bass.take_up(t), slope = (bass.take_up(t + step) - bass.take_up(t - step)) / (2 * step);
        EXPECT_NEAR(slope, (0.02 + imitation * share) * (1 - share), 1e-7) << t;
    }
    EXPECT_EQ(bass.take_up(bass.midpoint_years - 0.5), 0); // before it began
}

TEST(CurveThrough, LeavesBassAtItsLeastGrowthWhenAskedForLess) {
    auto const bass = curve_through(CurveShape::bass, 0.4, 0.3999, 0.05);
    EXPECT_NEAR(bass.rate_per_year, 0.05, 1e-9); // no imitation
    EXPECT_NEAR(bass.take_up(0), 0.4, 1e-9);
}

// Worked by hand: Gompertz with rate ln 2 from 1/e: ln F = −1, −1/2, −1/4, …
TEST(TakeUpCurve, GompertzHalvesTheLogarithm) {
    TakeUpCurve const curve{.ceiling_share = 1,
                            .rate_per_year = std::log(2.0),
                            .midpoint_years = 3,
                            .new_place_rate_per_year = 0.5,
                            .shape = CurveShape::gompertz};
    EXPECT_NEAR(curve.take_up(3), std::exp(-1), 1e-12);
    EXPECT_NEAR(curve.take_up(4), std::exp(-0.5), 1e-12);
    EXPECT_NEAR(curve.take_up(2), std::exp(-2), 1e-12);
}

// Bass 1969: sales peak ln(q / p) / (p + q) after the beginning.
TEST(TakeUpCurve, BassPeaksWhereItsClosedFormSays) {
    double const p = 0.027877, q = 0.25105;
    TakeUpCurve const curve{.ceiling_share = 1,
                            .rate_per_year = p + q,
                            .midpoint_years = 0,
                            .new_place_rate_per_year = 0,
                            .shape = CurveShape::bass,
                            .innovation_per_year = p};
    double peak = 0, most = 0;
    for (double t = 1; t < 20; t += 0.01) {
        double const sales = curve.take_up(t + 0.005) - curve.take_up(t - 0.005);
        if (sales > most) {
            most = sales;
            peak = t;
        }
    }
    EXPECT_NEAR(peak, std::log(q / p) / (p + q), 0.011);
}

TEST(CurveShape, RefusesANameThatNoScenarioMayHold) { EXPECT_THROW((void)curve_shape("linear"), std::logic_error); }

} // namespace
} // namespace phusong

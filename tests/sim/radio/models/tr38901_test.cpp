#include "sim/radio/models/free_space.h"
#include "sim/radio/models/tr38901.h"
#include "tests/sim/radio/models/csv_rows.h"
#include <array>
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(Tr38901, AgreesWithTheTableWorkedOutApart) {
    auto const rows = test::own_table("tr38901.csv");
    ASSERT_EQ(rows.size(), 11u);
    for (auto const& row : rows) {
        auto const value = [&](std::size_t column) { return std::stod(row.at(column)); };
        Tr38901Link const link{value(2), value(3), value(4)};
        SCOPED_TRACE(row.at(0) + " at " + row.at(1) + " m");
        bool const rural = row.at(0) == "RMa";
        RuralStreets const streets = rural ? RuralStreets{value(5), value(6)} : RuralStreets{};
        double const d = value(1);
        EXPECT_NEAR(rural ? tr38901_rma_los_db(d, link, streets) : tr38901_uma_los_db(d, link), value(7), 1e-9);
        EXPECT_NEAR(rural ? tr38901_rma_nlos_db(d, link, streets) : tr38901_uma_nlos_db(d, link), value(8), 1e-9);
        EXPECT_NEAR(rural ? tr38901_rma_los_probability(d) : 0, rural ? value(9) : 0, 1e-9);
    }
}

TEST(Tr38901, AgreesWithValuesThatAnotherSimulatorStates) {
    // The test vectors of ns-3's ThreeGppPropagationLossModel, 5 GHz, user at 1.5 m; given to 1e-4 dB.
    Tr38901Link const rural{5, 35, 1.5}, urban{5, 25, 1.5};
    EXPECT_NEAR(tr38901_rma_los_db(100, rural), 87.2965, 1e-4);
    EXPECT_NEAR(tr38901_rma_los_db(10e3, rural), 140.3896, 1e-4);
    EXPECT_NEAR(tr38901_rma_nlos_db(10, rural), 77.3784, 1e-4);
    EXPECT_NEAR(tr38901_rma_nlos_db(1000, rural), 133.5223, 1e-4);
    EXPECT_NEAR(tr38901_uma_los_db(100, urban), 86.2362, 1e-4);
    EXPECT_NEAR(tr38901_uma_los_db(5000, urban), 137.6794, 1e-4);
    EXPECT_NEAR(tr38901_uma_nlos_db(10, urban), 82.5131, 1e-4);
    EXPECT_NEAR(tr38901_uma_nlos_db(1000, urban), 144.7641, 1e-4);
}

TEST(Tr38901, GrowsWithDistanceAndIsNeverLessWithoutSight) {
    for (double f : {0.5, 0.947, 2.6, 7.0})
        for (double h_bs : {10.0, 27.0, 42.0, 150.0})
            for (double h_ut : {1.5, 9.7}) {
                Tr38901Link const link{f, h_bs, h_ut};
                double los = 0, nlos = 0, uma_los = 0, uma_nlos = 0;
                for (double d = 10; d <= 5000; d *= 1.013) {
                    auto const before = std::array{los, nlos, uma_los, uma_nlos};
                    los = tr38901_rma_los_db(d, link), nlos = tr38901_rma_nlos_db(d, link);
                    uma_los = tr38901_uma_los_db(d, link), uma_nlos = tr38901_uma_nlos_db(d, link);
                    ASSERT_GT(los, before[0]) << d;
                    ASSERT_GT(nlos, before[1]) << d;
                    ASSERT_GT(uma_los, before[2]) << d;
                    ASSERT_GT(uma_nlos, before[3]) << d;
                    ASSERT_GE(nlos, los);
                    ASSERT_GE(uma_nlos, uma_los);
                }
            }
}

TEST(Tr38901, LiesLittleUnderFreeSpaceNearTheMast) {
    for (double f : {0.5, 0.947, 2.6, 7.0})
        for (double h_bs : {10.0, 35.0, 150.0})
            for (double d : {10.0, 33.0, 125.0, 250.0}) {
                Tr38901Link const link{f, h_bs, 1.5};
                double const Lfs = free_space_loss_db(tr38901_d3d_m(d, link) / 1000, f * 1000);
                EXPECT_GT(tr38901_rma_los_db(d, link), Lfs - 0.12) << d;
                EXPECT_GT(tr38901_uma_los_db(d, link), Lfs - 2.2)
                    << d; // 28.0 against 32.4 dB, made up for by the steeper slope
            }
}

TEST(Tr38901, SeesLessOftenFartherAway) {
    EXPECT_EQ(tr38901_rma_los_probability(0), 1);
    EXPECT_EQ(tr38901_rma_los_probability(10), 1);
    EXPECT_NEAR(tr38901_rma_los_probability(1010), std::exp(-1.0), 1e-12);
}

TEST(Tr38901, StepsUpLittleAtTheBreakpoint) {
    for (double h_bs : {10.0, 35.0, 150.0}) {
        Tr38901Link const link{0.947, h_bs, 1.5};
        double const d = tr38901_rma_breakpoint_m(link);
        if (d > 9999) continue;
        double const step = tr38901_rma_los_db(d * 1.0000001, link) - tr38901_rma_los_db(d, link);
        EXPECT_GE(step, 0);
        EXPECT_LT(step, 0.3);
    }
}

TEST(Tr38901, RefusesWhatLiesOutsideItsDomain) {
    Tr38901Link const link{2.6, 35, 1.5};
    EXPECT_THROW((void)tr38901_rma_los_db(9.9, link), std::invalid_argument);
    EXPECT_THROW((void)tr38901_rma_los_db(10001, link), std::invalid_argument);
    EXPECT_THROW((void)tr38901_rma_nlos_db(5001, link), std::invalid_argument);
    EXPECT_THROW((void)tr38901_uma_los_db(5001, link), std::invalid_argument);
    EXPECT_THROW((void)tr38901_rma_los_db(250, {0.49, 35, 1.5}), std::invalid_argument);
    EXPECT_THROW((void)tr38901_rma_los_db(250, {7.1, 35, 1.5}), std::invalid_argument);
    EXPECT_THROW((void)tr38901_rma_los_db(250, {2.6, 9, 1.5}), std::invalid_argument);
    EXPECT_THROW((void)tr38901_rma_los_db(250, {2.6, 35, 11}), std::invalid_argument);
    EXPECT_THROW((void)tr38901_uma_los_db(250, {2.6, 35, 14}), std::invalid_argument);
    EXPECT_THROW((void)tr38901_rma_los_db(250, link, {4, 20}), std::invalid_argument);
    EXPECT_THROW((void)tr38901_rma_los_db(250, link, {5, 51}), std::invalid_argument);
}

} // namespace
} // namespace phusong

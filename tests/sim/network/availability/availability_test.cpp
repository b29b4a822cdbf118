#include "geo/random.h"
#include "sim/network/availability/availability.h"
#include <gtest/gtest.h>
#include <stdexcept>

namespace phusong {
namespace {

TEST(Availability, MultipliesInSeriesAndMissesOnlyTogetherInParallel) {
    EXPECT_NEAR(in_series(std::vector{0.97, 0.88, 0.73}), 0.97 * 0.88 * 0.73, 1e-15);
    EXPECT_NEAR(in_parallel(std::vector{0.97, 0.88}), 1 - 0.03 * 0.12, 1e-15);
    EXPECT_EQ(in_series({}), 1);
    EXPECT_EQ(in_parallel({}), 0);
    EXPECT_NEAR(minutes_out_per_year(0.9999), 52.596, 1e-9);
}

TEST(Availability, CountsPowerLinksAndWhatLiesBeyond) {
    // 0 core; 1 hangs on 0; 2 hangs on 1, and for protection on 0.
    std::vector<AvailableNode> nodes{{0.9997, {}}, {0.995, {{0, 0.998}}}, {0.99, {{1, 0.997}, {0, 0.96}}}};
    auto const out = node_availability(nodes);
    double const one = 0.995 * 0.998 * 0.9997;
    EXPECT_NEAR(out[0], 0.9997, 1e-15);
    EXPECT_NEAR(out[1], one, 1e-15);
    EXPECT_NEAR(out[2], 0.99 * (1 - (1 - 0.997 * one) * (1 - 0.96 * 0.9997)), 1e-15);
    EXPECT_LT(exact_node_availability(nodes, 2), out[2]); // the core's power is needed by both
}

TEST(Availability, IsExactWhereWaysShareNothing) {
    // Two cores, two ways.
    std::vector<AvailableNode> nodes{
        {1, {}}, {1, {}}, {0.993, {{0, 0.97}}}, {0.991, {{1, 0.95}}}, {0.98, {{2, 0.99}, {3, 0.94}}}};
    EXPECT_NEAR(exact_node_availability(nodes, 4), node_availability(nodes)[4], 1e-14);
}

TEST(Availability, RefusesACircle) {
    std::vector<AvailableNode> const nodes{{1, {{1, 0.9}}}, {1, {{0, 0.9}}}};
    EXPECT_THROW((void)node_availability(nodes), std::invalid_argument);
}

TEST(Availability, NeverFallsWhenAPartGetsBetterOrAWayIsAdded) {
    for (std::uint32_t i = 0; i < 400; ++i) {
        auto const draw = [&](std::uint32_t n) { return 0.5 + 0.5 * geo::uniform({43, 8, i, n}); };
        auto const to = [&](std::uint32_t n, std::uint32_t below) {
            return static_cast<std::uint32_t>(below * geo::uniform({43, 9, i, n}));
        };
        std::vector<AvailableNode> nodes{{draw(0), {}}};
        for (std::uint32_t n = 1; n < 6; ++n) nodes.push_back({draw(n), {{to(n, n), draw(10 + n)}}});
        auto const before = node_availability(nodes);
        double const exact = exact_node_availability(nodes, 5);
        EXPECT_NEAR(exact, before[5], 1e-12); // a tree shares nothing
        auto more = nodes;
        more[5].ways.push_back({to(20, 5), draw(21)});
        EXPECT_GE(exact_node_availability(more, 5), exact - 1e-12);
        EXPECT_LE(exact_node_availability(more, 5), node_availability(more)[5] + 1e-12);
        more[3].power_share = 1;
        EXPECT_GE(node_availability(more)[5], before[5] - 1e-12);
    }
}

} // namespace
} // namespace phusong

#include "geo/random.h"
#include "sim/network/capacity/flow.h"
#include "sim/network/capacity/traffic.h"
#include <gtest/gtest.h>
#include <stdexcept>

namespace phusong {
namespace {

/// A random forest; a node's link leads to any node, not only to one before it.
std::vector<FlowNode> random_forest(std::uint64_t seed, std::uint32_t size) {
    std::vector<FlowNode> nodes(size);
    auto const draw = [&](std::uint32_t what, std::uint32_t i) { return geo::uniform({seed, 45, what, i}); };
    auto const shuffled = [&](std::uint32_t i) { return (i * 7 + 3) % size; }; // size is no multiple of 7
    for (std::uint32_t i = 0; i < size; ++i) {
        auto& node = nodes[shuffled(i)];
        node.own_mbps = 13 * draw(0, i);
        if (i > 0 && draw(1, i) > 0.1) node.up = shuffled(static_cast<std::uint32_t>(draw(2, i) * i));
    }
    return nodes;
}

TEST(Flow, WhatLeavesANodeIsWhatComesInAndItsOwn) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        auto const nodes = random_forest(seed, 61);
        auto const load = flow_up(nodes);
        std::vector<double> in(nodes.size(), 0);
        double own = 0, arrived = 0;
        for (std::size_t n = 0; n < nodes.size(); ++n) {
            own += nodes[n].own_mbps;
            if (nodes[n].up == FlowNode::none)
                arrived += load[n];
            else
                in[nodes[n].up] += load[n];
        }
        for (std::size_t n = 0; n < nodes.size(); ++n) EXPECT_NEAR(load[n], in[n] + nodes[n].own_mbps, 1e-9) << seed;
        EXPECT_NEAR(arrived, own, 1e-9) << seed;
    }
}

TEST(Flow, AForestByHand) {
    //   0 <- 2 <- 3      1 (alone)      2 <- 4
    std::vector<FlowNode> const nodes{{FlowNode::none, 0.5}, {FlowNode::none, 7}, {0, 3}, {2, 4}, {2, 6}};
    EXPECT_EQ(flow_up(nodes), (std::vector<double>{13.5, 7, 13, 4, 6}));
    EXPECT_EQ(downwards(nodes), (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
}

TEST(Flow, ACircleIsRefused) {
    std::vector<FlowNode> const nodes{{1, 3}, {2, 4}, {0, 5}};
    EXPECT_THROW((void)flow_up(nodes), std::invalid_argument);
}

TEST(Traffic, ASubscriptionOfTheBaseYearByHand) {
    Traffic const t{
        .mobile_gb_per_month = 2.7, .fixed_gb_per_month = 0, .growth_share_per_year = 0.5, .busy_hour_share = 0.15};
    EXPECT_NEAR(busy_hour_mbps(2.7, t, 0), 0.03, 1e-12); // 2.7 · 8000 · 0.15 / 30 / 3600
    EXPECT_NEAR(busy_hour_mbps(2.7, t, 2), 0.0675, 1e-12);
}

TEST(LinkClass, TheSmallestThatIsNotTooFull) {
    std::vector<double> const classes{200, 400, 1600};
    EXPECT_EQ(choose_class(classes, 139, 0.7).mbps, 200);
    EXPECT_EQ(choose_class(classes, 141, 0.7).mbps, 400);
    auto const full = choose_class(classes, 1121, 0.7);
    EXPECT_EQ(full.mbps, 1600);
    EXPECT_TRUE(full.overloaded);
    EXPECT_FALSE(choose_class(classes, 1119, 0.7).overloaded);
    EXPECT_FALSE(choose_class(classes, 0, 0.7).overloaded);
}

TEST(Availability, CableFailsByItsLengthAndASecondWayHelps) {
    LinkClasses const links; // 2 cuts per 100 km and year, 12 hours each
    EXPECT_NEAR(cable_availability_share(links, 36.5), 1 - 0.02 * 36.5 * 12 / 8760, 1e-12);
    EXPECT_EQ(cable_availability_share(links, 1e9), 0);
    EXPECT_NEAR(either_share(0.99, 0.95), 0.9995, 1e-12);
}

} // namespace
} // namespace phusong

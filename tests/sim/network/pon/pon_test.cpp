#include "sim/network/pon/pon.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(PonLoss, SplittersLoseTheirShareAndTheirExcess) {
    PonNetwork const pon;
    EXPECT_DOUBLE_EQ(splitter_loss_db(pon, 1), 0);
    EXPECT_NEAR(splitter_loss_db(pon, 2), 3.41, 0.01);
    EXPECT_NEAR(splitter_loss_db(pon, 32), 17.05, 0.01); // sheets of 1:32 splitters say at most about 17 dB
    EXPECT_NEAR(splitter_loss_db(pon, 64), 20.46, 0.01);
}

TEST(PonLoss, ABudgetByHandAddsUp) {
    PonNetwork pon; // 1:4 and 1:8, four connectors, 3 dB of margin
    // 7 km: 2.45 fibre + 6.82 + 10.23 splitters + 2.0 connectors + 5 splices 0.5 + 3.0
    EXPECT_NEAR(path_loss_db(pon, 7), 2.45 + 6.82 + 10.23 + 2.0 + 0.5 + 3.0, 0.01);
    EXPECT_EQ(class_for(pon, 26.9)->name, "B+");
    EXPECT_EQ(class_for(pon, 29.1)->name, "C");
    EXPECT_EQ(class_for(pon, 32.1), nullptr);
    pon.loss_class = std::string("n1");
    EXPECT_EQ(class_for(pon, 32.1)->name, "E1");
}

TEST(PonLoss, TheLongestCableIsTheLongest) {
    PonNetwork pon;
    for (char const* key : {"b_plus", "c_plus", "n1", "n2"}) {
        pon.loss_class = std::string(key);
        auto const km = longest_km(pon);
        ASSERT_TRUE(km);
        EXPECT_LE(path_loss_db(pon, *km), loss_class(key).most_db);
        EXPECT_GT(path_loss_db(pon, *km + 0.001), loss_class(key).most_db);
    }
    pon.loss_class = std::string("a");
    EXPECT_FALSE(longest_km(pon)) << "20 dB do not hold 1:32";
}

TEST(PonLoss, MoreCableNeverLosesLess) {
    PonNetwork const pon;
    for (double km = 0; km < 40; km += 0.37) EXPECT_LE(path_loss_db(pon, km), path_loss_db(pon, km + 0.37));
}

TEST(Pon, CountsSplittersAndPortsByHand) {
    PonNetwork const pon; // 1:4 then 1:8
    auto const v = dimension(pon, 83, 69, 3.5);
    EXPECT_EQ(v.homes_connected, 69);
    EXPECT_EQ(v.second_splitters, 9); // 69 / 8
    EXPECT_EQ(v.first_splitters, 3);  // 9 / 4
    EXPECT_EQ(v.olt_ports, 3);
    EXPECT_TRUE(v.within_class);
    Prices prices;
    prices.olt_port_vnd = 25e6;
    prices.splitter_output_vnd = 2e5;
    prices.fibre_home_vnd = 2.5e6;
    auto const p = price(v, pon, prices);
    EXPECT_EQ(p.olt_ports_vnd, 75'000'000);
    EXPECT_EQ(p.splitters_vnd, (9 * 8 + 3 * 4) * 200'000);
    EXPECT_EQ(p.homes_vnd, 69 * 2'500'000);
    EXPECT_EQ(p.sum_vnd(), 75'000'000 + 84 * 200'000 + 172'500'000);
}

TEST(Pon, AStageWithOneOutputIsNoSplitter) {
    PonNetwork pon;
    pon.first_split = 1;
    pon.second_split = 32;
    auto const v = dimension(pon, 50, 33, 1);
    EXPECT_EQ(v.first_splitters, 0);
    EXPECT_EQ(v.second_splitters, 2);
    EXPECT_EQ(v.olt_ports, 2);
}

TEST(Pon, EveryHomeHasAnOutputAndNeverMoreAreConnectedThanPassed) {
    for (int first : {1, 2, 4, 8})
        for (int second : {1, 2, 8, 16})
            for (int homes = 0; homes < 150; homes += 7) {
                PonNetwork pon;
                pon.first_split = first;
                pon.second_split = second;
                auto const v = dimension(pon, homes, homes + 3.5, 2);
                EXPECT_EQ(v.homes_connected, homes);
                EXPECT_GE(v.olt_ports * first * second, homes);
                EXPECT_TRUE(second == 1 || v.second_splitters * second >= homes);
                EXPECT_EQ(v.olt_ports == 0, homes == 0);
            }
}

} // namespace
} // namespace phusong

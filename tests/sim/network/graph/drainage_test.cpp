#include "geo/random.h"
#include "sim/network/graph/drainage.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace phusong {
namespace {

/// A valley that falls to the south along column 4.
geo::Raster valley() {
    geo::Raster out({.west_m = 0, .north_m = 9000, .cell_m = 1000, .rows = 9, .cols = 9}, 0);
    for (int r = 0; r < 9; ++r)
        for (int c = 0; c < 9; ++c) out.values(r, c) = static_cast<float>(100 * std::abs(c - 4) + 3 * (9 - r));
    return out;
}

TEST(Drainage, AValleyGathersWaterAndItsSidesDoNot) {
    auto const river = drainage(valley(), 20);
    EXPECT_EQ(river(8, 4), 1);
    EXPECT_EQ(river(0, 4), 0) << "nothing drains here yet";
    for (int r = 0; r < 9; ++r) EXPECT_EQ(river(r, 1), 0);
}

TEST(Drainage, ALargerCatchmentLeavesFewerRivers) {
    auto const many = drainage(valley(), 9), few = drainage(valley(), 40);
    EXPECT_GT(many.cast<int>().sum(), few.cast<int>().sum());
    EXPECT_GT(few.cast<int>().sum(), 0);
}

TEST(Drainage, RiversAreJoinedBySidesDownToTheEdge) {
    geo::Raster h({.west_m = 0, .north_m = 40000, .cell_m = 1000, .rows = 40, .cols = 40}, 0);
    for (std::uint32_t i = 0; i < h.grid.size(); ++i)
        h.at(i) = static_cast<float>(500 * geo::uniform({9, 42, i}) + 30 * (i % 40) + 25 * (i / 40));
    auto const river = drainage(h, 25);
    std::vector<std::uint32_t> open; // river cells at the edge, then whatever a step by side reaches from them
    std::vector<bool> seen(h.grid.size(), false);
    auto const visit = [&](int r, int c) {
        if (!h.grid.contains(r, c) || river(r, c) == 0 || seen[h.grid.index(r, c)]) return;
        seen[h.grid.index(r, c)] = true;
        open.push_back(h.grid.index(r, c));
    };
    for (int i = 0; i < 40; ++i) visit(0, i), visit(39, i), visit(i, 0), visit(i, 39);
    while (!open.empty()) {
        int const r = static_cast<int>(open.back()) / 40, c = static_cast<int>(open.back()) % 40;
        open.pop_back();
        visit(r - 1, c), visit(r + 1, c), visit(r, c - 1), visit(r, c + 1);
    }
    EXPECT_GT(river.cast<int>().sum(), 20);
    EXPECT_EQ(std::ranges::count(seen, true), river.cast<int>().sum());
}

TEST(Drainage, HolesInTheTerrainAreNoRivers) {
    auto h = valley();
    h.values(8, 4) = geo::no_data;
    EXPECT_EQ(drainage(h, 5)(8, 4), 0);
}

TEST(Coarser, KeepsTheMiddleOfTheTerrain) {
    geo::Raster const fine({.west_m = 300, .north_m = 7000, .cell_m = 90, .rows = 11, .cols = 8}, 5);
    auto const coarse = coarser(fine, 3, -1);
    EXPECT_DOUBLE_EQ(coarse.grid.west_m + coarse.grid.cols * 270 / 2.0, 300 + 8 * 90 / 2.0);
    EXPECT_DOUBLE_EQ(coarse.grid.north_m - coarse.grid.rows * 270 / 2.0, 7000 - 11 * 90 / 2.0);
    EXPECT_EQ(coarse.values(1, 1), -5);
}

} // namespace
} // namespace phusong

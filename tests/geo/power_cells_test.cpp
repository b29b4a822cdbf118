#include "geo/power_cells.h"
#include "geo/problem.h"
#include "geo/random.h"
#include <gtest/gtest.h>

namespace phusong::geo {
namespace {

struct Seats {
    std::vector<XY> centres;
    std::vector<double> areas_m2;
};

/// Seats strewn over a province-like square, with unequal areas that fill about nine tenths of it.
Seats seats(std::uint32_t count, std::uint64_t seed) {
    Seats out;
    double const side = 6'400 * std::sqrt(count);
    double sum = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        out.centres.push_back({450'000 + side * uniform({seed, 1, i, 0}), 2'500'000 + side * uniform({seed, 2, i, 0})});
        out.areas_m2.push_back(0.2 + uniform({seed, 3, i, 0}));
        sum += out.areas_m2.back();
    }
    for (double& a : out.areas_m2) a *= 0.9 * side * side / sum;
    return out;
}

double worst_area_error(std::vector<MultiPolygon> const& cells, std::vector<double> const& areas_m2) {
    double worst = 0;
    for (std::size_t i = 0; i < cells.size(); ++i)
        worst = std::max(worst, std::abs(area_m2(cells[i]) / areas_m2[i] - 1));
    return worst;
}

TEST(PowerCells, MeetEveryAreaAndNeverOverlap) {
    for (std::uint64_t seed = 5; seed < 11; ++seed) {
        auto const s = seats(37, seed);
        auto const cells = power_cells(s.centres, s.areas_m2);
        EXPECT_LT(worst_area_error(cells, s.areas_m2), 1e-6);
        int in_some = 0;
        for (std::uint32_t k = 0; k < 4'000; ++k) {
            XY const p{450'000 + 6'400 * std::sqrt(37.0) * uniform({seed, 8, k, 0}),
                       2'500'000 + 6'400 * std::sqrt(37.0) * uniform({seed, 9, k, 0})};
            int holders = 0;
            for (auto const& cell : cells) holders += contains(cell, p) ? 1 : 0;
            ASSERT_LE(holders, 1);
            in_some += holders;
        }
        EXPECT_GT(in_some, 2'400); // they do cover the land
    }
}

TEST(PowerCells, OfOneCentreAreADisc) {
    auto const cells = power_cells({{480'123, 2'540'456}}, {78.5e6});
    EXPECT_NEAR(area_m2(cells[0]), 78.5e6, 78.5);
    double const radius = std::sqrt(78.5e6 / M_PI);
    for (XY const p : cells[0][0].outer) EXPECT_NEAR(distance_m(p, {480'123, 2'540'456}), radius, 0.002 * radius);
}

TEST(PowerCells, OfTwoFarCentresAreTwoDiscs) {
    XY const a{420'000, 2'500'000}, b{480'000, 2'530'000};
    auto const cells = power_cells({a, b}, {43e6, 61e6});
    for (XY const p : cells[0][0].outer) EXPECT_NEAR(distance_m(p, a), std::sqrt(43e6 / M_PI), 10);
    for (XY const p : cells[1][0].outer) EXPECT_NEAR(distance_m(p, b), std::sqrt(61e6 / M_PI), 12);
}

TEST(PowerCells, OfTwoNearCentresShareAStraightSideAcrossTheirLine) {
    XY const a{3'000, 0}, b{5'000, 0};
    auto const cells = power_cells({a, b}, {43e6, 43e6});
    for (XY const p : cells[0][0].outer) EXPECT_LE(p.x_m, 4'000 + 1e-3);
    for (XY const p : cells[1][0].outer) EXPECT_GE(p.x_m, 4'000 - 1e-3);
}

TEST(PowerCells, OfMirroredCentresAreMirrored) {
    auto const s = seats(23, 77);
    auto mirrored = s;
    for (XY& p : mirrored.centres) p.x_m = -p.x_m;
    auto const cells = power_cells(s.centres, s.areas_m2), other = power_cells(mirrored.centres, s.areas_m2);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Box const box = bounds({cells[i]}), image = bounds({other[i]});
        EXPECT_NEAR(box.west_m, -image.east_m, 0.5);
        EXPECT_NEAR(box.east_m, -image.west_m, 0.5);
        EXPECT_NEAR(box.north_m, image.north_m, 0.5);
    }
}

TEST(PowerCells, OfAProvinceOf193CommunesMeetTheirAreas) {
    auto const s = seats(193, 13);
    EXPECT_LT(worst_area_error(power_cells(s.centres, s.areas_m2), s.areas_m2), 1e-6);
}

TEST(PowerCells, RefuseSharedCentresAndEmptyAreasAllAtOnce) {
    try {
        (void)power_cells({{50, 60}, {50, 60}, {900, 40}, {7'000, 20}}, {30, 40, 0, NAN});
        FAIL() << "nothing was refused";
    } catch (InputError const& e) {
        ASSERT_EQ(e.problems.size(), 3U);
        EXPECT_EQ(e.problems[0].where, "centre 1");
        EXPECT_EQ(e.problems[2].where, "centre 4");
    }
    EXPECT_THROW((void)power_cells({{5, 6}}, {}), InputError);
    EXPECT_TRUE(power_cells({}, {}).empty());
}

} // namespace
} // namespace phusong::geo

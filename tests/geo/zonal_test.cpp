#include "geo/random.h"
#include "geo/zonal.h"
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace phusong::geo {
namespace {

Grid const grid{.west_m = 3'000, .north_m = 8'000, .cell_m = 50, .rows = 36, .cols = 44};

MultiPolygon star(XY centre, double radius_m, std::uint64_t seed) { // corners at random distances: often not convex
    Ring ring;
    for (std::uint32_t k = 0; k < 11; ++k) {
        double const r = radius_m * (0.3 + 0.7 * uniform({seed, 31, k, 0})), angle = 2 * M_PI * k / 11;
        ring.push_back({centre.x_m + r * std::cos(angle), centre.y_m + r * std::sin(angle)});
    }
    return {{ring, {}}};
}

TEST(ZoneOfCell, AgreesWithAskingForEveryCellCentre) {
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        std::vector<MultiPolygon> shapes{star({3'700, 7'300}, 620, seed), star({4'400, 6'900}, 1'400, seed + 50)};
        double const x = 3'500 + 100.0 * static_cast<double>(seed);
        shapes[1][0].holes.push_back({{x, 6'850}, {x + 170, 6'870}, {x + 90, 7'010}}); // may cross the edge: then skip
        bool const inside = contains({{shapes[1][0].outer, {}}}, {x, 6'850}) &&
                            contains({{shapes[1][0].outer, {}}}, {x + 170, 6'870}) &&
                            contains({{shapes[1][0].outer, {}}}, {x + 90, 7'010});
        if (!inside) shapes[1][0].holes.clear();
        auto const zone = zone_of_cell(shapes, grid);
        for (int r = 0; r < grid.rows; ++r)
            for (int c = 0; c < grid.cols; ++c) {
                XY const p = grid.centre(r, c);
                int const expected = contains(shapes[0], p) ? 0 : contains(shapes[1], p) ? 1 : outside;
                ASSERT_EQ(zone(r, c), expected) << "seed " << seed << " row " << r << " column " << c;
            }
    }
}

TEST(ZoneOfCell, PutsRowsNorthAndColumnsEast) {
    MultiPolygon const box{{{{3'100, 7'800}, {3'250, 7'800}, {3'250, 7'900}, {3'100, 7'900}}, {}}};
    auto const zone = zone_of_cell({box}, grid);
    EXPECT_EQ((zone == 0).count(), 6);
    EXPECT_EQ(zone(2, 2), 0);
    EXPECT_EQ(zone(3, 4), 0);
    EXPECT_EQ(zone(4, 2), outside);
}

TEST(CoveredCells, GivesSharesThatAddUpToTheArea) {
    MultiPolygon const box{{{{3'112.5, 7'800}, {3'250, 7'800}, {3'250, 7'887.5}, {3'112.5, 7'887.5}}, {}}};
    double area = 0;
    for (auto const& [cell, share] : covered_cells(box, grid)) area += static_cast<double>(share) * 2'500;
    EXPECT_DOUBLE_EQ(area, 137.5 * 87.5);
    auto const first = covered_cells(box, grid).front();
    EXPECT_EQ(first.cell, grid.index(2, 2));
    EXPECT_FLOAT_EQ(first.share, 0.75F * 0.75F);
}

TEST(ZonalSums, CountEveryPersonOfAPartitionOnce) {
    Raster people(grid);
    double total = 0;
    for (std::uint32_t i = 0; i < grid.size(); ++i) {
        people.at(i) = static_cast<float>(uniform({8, 1, i, 0}) * 37);
        total += static_cast<double>(people.at(i));
    }
    // Four pieces that meet along crooked lines and together cover the grid and more.
    XY const m{3'913, 7'121}, n{4'007, 8'400}, e{5'600, 7'222}, s{4'111, 5'900}, w{2'800, 6'777};
    std::vector<MultiPolygon> const parts{{{{m, n, {5'600, 8'400}, e}, {}}},
                                          {{{m, e, {5'600, 5'900}, s}, {}}},
                                          {{{m, s, {2'800, 5'900}, w}, {}}},
                                          {{{m, w, {2'800, 8'400}, n}, {}}}};
    auto const sums = zonal_sums(parts, people);
    EXPECT_NEAR(std::accumulate(sums.begin(), sums.end(), 0.0), total, 1e-6 * total);
    for (double const sum : sums) EXPECT_GT(sum, total / 9);
}

TEST(ZonalSums, CountMissingCellsAsZeroAndShapesOutsideAsNothing) {
    Raster people(grid, 3.5F);
    people.values(2, 3) = no_data;
    MultiPolygon const box{{{{3'100, 7'800}, {3'250, 7'800}, {3'250, 7'900}, {3'100, 7'900}}, {}}};
    MultiPolygon const away{{{{1'100, 7'800}, {1'250, 7'800}, {1'250, 7'900}}, {}}};
    auto const sums = zonal_sums({box, away, {}}, people);
    EXPECT_DOUBLE_EQ(sums[0], 5 * 3.5);
    EXPECT_EQ(sums[1], 0);
    EXPECT_EQ(sums[2], 0);
}

} // namespace
} // namespace phusong::geo

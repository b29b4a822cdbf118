#include "geo/random.h"
#include "geo/zonal.h"
#include <cmath>
#include <gtest/gtest.h>

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

} // namespace
} // namespace phusong::geo

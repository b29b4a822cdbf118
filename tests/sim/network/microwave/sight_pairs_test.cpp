#include "geo/random.h"
#include "sim/network/microwave/sight_pairs.h"
#include "tests/support/fractal.h"
#include <gtest/gtest.h>
#include <omp.h>

namespace phusong {
namespace {

std::vector<SightEnd> ends(geo::Raster const& land, std::uint32_t count) {
    std::vector<SightEnd> out;
    double const side_m = land.grid.cell_m * land.grid.cols;
    for (std::uint32_t i = 0; i < count; ++i)
        out.push_back({{land.grid.west_m + side_m * geo::uniform({37, 7, i, 0}),
                        land.grid.north_m - side_m * geo::uniform({37, 7, i, 1})},
                       20 + 280 * geo::uniform({37, 7, i, 2})});
    return out;
}

std::vector<SightPair> plain(geo::Raster const& land, std::vector<SightEnd> const& ends, double max_km, double ghz) {
    std::vector<SightPair> out;
    for (std::uint32_t a = 0; a < ends.size(); ++a)
        for (std::uint32_t b = a + 1; b < ends.size(); ++b) {
            double const length_m = geo::distance_m(ends[a].xy, ends[b].xy);
            if (length_m > 0 && length_m <= max_km * 1000 &&
                clears(hop_profile(land, ends[a].xy, ends[b].xy), ends[a].height_m, ends[b].height_m, ghz, {}))
                out.push_back({a, b});
        }
    return out;
}

TEST(SightPairs, AreThoseOfThePlainFunctionOnRandomMountains) {
    for (std::uint64_t seed : {3U, 41U, 977U}) {
        auto land = test::fractal_mountains(8, 90, seed);
        land.values(77, 103) = geo::no_data;
        auto const at = ends(land, 130);
        auto const wanted = plain(land, at, 13, 7.4);
        EXPECT_GT(wanted.size(), 30U);
        EXPECT_EQ(sight_pairs(land, at, 13, 7.4, {}), wanted) << seed;
    }
}

TEST(SightPairs, DoNotDependOnTheNumberOfThreads) {
    auto const land = test::fractal_mountains(7, 90, 5);
    auto const at = ends(land, 90);
    int const before = omp_get_max_threads();
    omp_set_num_threads(1);
    auto const one = sight_pairs(land, at, 9, 7.4, {});
    omp_set_num_threads(3);
    EXPECT_EQ(sight_pairs(land, at, 9, 7.4, {}), one);
    omp_set_num_threads(before);
}

} // namespace
} // namespace phusong

#include "geo/problem.h"
#include "geo/random.h"
#include "sim/world/krige.h"
#include "sim/world/relief.h"
#include "sim/world/synthetic_terrain.h"
#include "tests/sim/world/mountains.h"
#include <gtest/gtest.h>
#include <omp.h>

namespace phusong {
namespace {

using test::mountains;

std::vector<SpotHeight> spots(std::uint32_t count, double side_m,
                              std::uint64_t seed) { // taken from one relief: they agree
    Relief const relief(mountains().scales, seed + 1'000, {430'000, 2'480'000, 430'000 + side_m, 2'480'000 + side_m});
    std::vector<SpotHeight> out;
    for (std::uint32_t i = 0; i < count; ++i) {
        geo::XY const p{430'000 + side_m * geo::uniform({seed, 1, i, 0}),
                        2'480'000 + side_m * geo::uniform({seed, 2, i, 0})};
        out.push_back({p, 930 + relief.at(p)});
    }
    return out;
}

geo::Grid square(double side_m, double cell_m) {
    int const n = static_cast<int>(side_m / cell_m);
    return {430'000, 2'480'000 + n * cell_m, cell_m, n, n};
}

double semivariogram(geo::Array2D<float> const& v, int step) {
    double sum = 0;
    double pairs = 0;
    for (int r = 0; r + step < v.rows(); ++r)
        for (int c = 0; c + step < v.cols(); ++c) {
            double const e = static_cast<double>(v(r, c) - v(r, c + step)),
                         s = static_cast<double>(v(r, c) - v(r + step, c));
            sum += e * e + s * s;
            pairs += 2;
        }
    return sum / pairs / 2;
}

// data/ha_giang/relief.csv names these: the semivariogram (km, m²) of the GeoNames heights of spot_heights.csv. Few
// pairs lie within 1 km (108 and 430), and one smooth curve cannot pass through both figures.
TEST(ReliefModel, FitsTheSemivariogramOfTheSpotsWithinTenPercentFromAMileOn) {
    constexpr double km[] = {0.5, 1.0, 1.7, 2.5, 3.6, 5.1, 7, 9, 12.6, 17.6, 25};
    constexpr double m2[] = {2'982, 12'608, 23'223, 37'472, 47'863, 55'827, 63'750, 70'760, 79'488, 88'118, 97'359};
    auto const scales = mountains().scales;
    for (std::size_t i = 0; i < std::size(km); ++i)
        EXPECT_NEAR(relief_semivariogram(scales, 1e3 * km[i]) / m2[i], 1, km[i] > 1.5 ? 0.1 : 0.15) << km[i] << " km";
}

TEST(Relief, HasTheSemivariogramOfItsModelOverManySeeds) {
    auto const scales = mountains().scales;
    geo::Grid const grid = square(40'500, 450);
    double sum[3] = {0, 0, 0};
    constexpr int seeds = 12, steps[3] = {2, 11, 28}; // 0.9, 4.95, 12.6 km
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        Relief const relief(scales, seed, {430'000, 2'480'000, 470'500, 2'520'500});
        geo::Raster raster(grid);
        for (std::uint32_t i = 0; i < grid.size(); ++i) raster.at(i) = static_cast<float>(relief.at(grid.centre(i)));
        for (int k = 0; k < 3; ++k) sum[k] += semivariogram(raster.values, steps[k]) / seeds;
    }
    EXPECT_NEAR(sum[0] / relief_semivariogram(scales, 900), 1, 0.15);
    EXPECT_NEAR(sum[1] / relief_semivariogram(scales, 4'950), 1, 0.15);
    EXPECT_NEAR(sum[2] / relief_semivariogram(scales, 12'600), 1, 0.15);
}

TEST(Relief, IsTheSameMountainWhateverPartIsAskedFor) {
    auto const scales = mountains().scales;
    Relief const wide(scales, 7, {400'000, 2'400'000, 500'000, 2'500'000}),
        narrow(scales, 7, {448'000, 2'448'000, 452'000, 2'452'000});
    for (std::uint32_t i = 0; i < 50; ++i) {
        geo::XY const p{448'000 + 4'000 * geo::uniform({3, 1, i, 0}), 2'448'000 + 4'000 * geo::uniform({3, 2, i, 0})};
        EXPECT_EQ(wide.at(p), narrow.at(p));
    }
    EXPECT_NE(wide.at({450'000, 2'450'000}),
              Relief(scales, 8, {400'000, 2'400'000, 500'000, 2'500'000}).at({450'000, 2'450'000}));
}

TEST(Kriging, ReturnsKnownValuesAndTheConstantOfConstants) {
    std::vector<Known> known;
    for (auto const& s : spots(60, 30'000, 4)) known.push_back({s.xy, s.height_m});
    auto const scales = mountains().scales;
    Kriging const exact(known, scales, 1e-6);
    for (auto const& k : known) EXPECT_NEAR(exact.at(k.xy).value, k.value, 1);
    for (auto& k : known) k.value = 613;
    EXPECT_NEAR(Kriging(known, scales, 225).at({437'000, 2'499'000}).value, 613, 1e-6);
    EXPECT_NEAR(exact.at({known[5].xy.x_m + 30, known[5].xy.y_m + 40}).nearest_m, 50, 1e-6);
}

TEST(SyntheticTerrain, PassesNearItsSpotsAndStaysWithinPlausibleHeights) {
    auto const known = spots(400, 60'000, 11);
    auto const terrain = synthetic_terrain(known, mountains(), square(60'000, 90), 5);
    double squares = 0, count = 0, low = 1e9, high = -1e9;
    for (auto const& s : known) {
        low = std::min(low, s.height_m), high = std::max(high, s.height_m);
        double const error = static_cast<double>(geo::bilinear(terrain, s.xy)) - s.height_m;
        if (std::isnan(error)) continue;
        squares += error * error;
        ++count;
    }
    EXPECT_GT(count, 380);
    EXPECT_LT(std::sqrt(squares / count), 20);
    EXPECT_GE(static_cast<double>(terrain.values.minCoeff()), low - 40);
    EXPECT_LE(static_cast<double>(terrain.values.maxCoeff()), high + 225);
    EXPECT_FALSE(terrain.values.isNaN().any());
}

TEST(SyntheticTerrain, IsAsRoughAsItsMountains) {
    double sum[3] = {0, 0, 0};
    constexpr int seeds = 5, steps[3] = {5, 25, 63}; // at 200 m: 1, 5, 12.6 km
    for (int seed = 0; seed < seeds; ++seed) {
        auto const terrain = synthetic_terrain(spots(300, 60'000, static_cast<std::uint64_t>(seed)), mountains(),
                                               square(60'000, 200), seed);
        for (int k = 0; k < 3; ++k) sum[k] += semivariogram(terrain.values, steps[k]) / seeds;
    }
    auto const scales = mountains().scales;
    for (int k = 0; k < 3; ++k) EXPECT_NEAR(sum[k] / relief_semivariogram(scales, 200 * steps[k]), 1, 0.15) << k;
}

TEST(SyntheticTerrain, IsTheSameBytesForAnyNumberOfThreads) {
    auto const known = spots(150, 20'000, 2);
    geo::Grid const grid = square(20'000, 170);
    int const before = omp_get_max_threads();
    omp_set_num_threads(1);
    auto const alone = synthetic_terrain(known, mountains(), grid, 9);
    for (int const threads : {2, 3}) {
        omp_set_num_threads(threads);
        EXPECT_TRUE((synthetic_terrain(known, mountains(), grid, 9).values == alone.values).all());
    }
    omp_set_num_threads(before);
    EXPECT_FALSE((synthetic_terrain(known, mountains(), grid, 13).values == alone.values).all());
}

TEST(SyntheticTerrain, IsTheSameMountainsAtAnyResolution) {
    auto const known = spots(150, 20'000, 2);
    auto const coarse = synthetic_terrain(known, mountains(), square(18'000, 90), 9),
               fine = synthetic_terrain(known, mountains(), square(18'000, 30), 9);
    for (int r = 0; r < coarse.grid.rows; r += 7)
        for (int c = 0; c < coarse.grid.cols; c += 7)
            EXPECT_NEAR(coarse.values(r, c), fine.values(3 * r + 1, 3 * c + 1), 0.01);
}

TEST(SyntheticTerrain, RefusesTwoSpots) {
    EXPECT_THROW((void)synthetic_terrain(spots(2, 20'000, 2), mountains(), square(9'000, 300), 9), geo::InputError);
}

} // namespace
} // namespace phusong

#include "geo/random.h"
#include "sim/network/microwave/clearance.h"
#include "sim/network/microwave/heights.h"
#include "sim/network/microwave/line_of_sight.h"
#include "tests/support/fractal.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

HopProfile flat(double length_km, int samples, double ground_m) {
    HopProfile p;
    p.length_km = length_km;
    for (int i = 0; i < samples; ++i) {
        p.d_km.push_back(length_km * i / (samples - 1));
        p.ground_m.push_back(ground_m);
    }
    return p;
}

TEST(Clearance, TakesTheLowEarthFactorOfTheLength) {
    EXPECT_NEAR(low_k(20), 0.60, 1e-12);
    EXPECT_NEAR(low_k(50), 0.78, 1e-12);
    EXPECT_EQ(low_k(0.5), 0.3);
    EXPECT_EQ(low_k(900), 0.98);
    for (double km = 1; km < 250; km *= 1.1) EXPECT_LE(low_k(km), low_k(km * 1.1));
}

TEST(Clearance, AsksForTheHarderOfTheTwoStates) {
    // 38 km at 7.4 GHz, half way: first Fresnel radius 17.3 sqrt(19 · 19 / (7.4 · 38)) = 19.602 m.
    // k = 4/3: 500 · 361 / (4/3 · 6371) = 21.248 m of bulge + 0.6 radii = 33.009 m; k = 0.72: 39.350 + 0.3 radii
    // = 45.230.
    EXPECT_NEAR(needed_room_m({4.0 / 3, 0.6, 0.72, 0.3}, 19, 19, 7.4), 45.230, 2e-3);
    EXPECT_NEAR(needed_room_m({4.0 / 3, 0.6, 1.33, 0.3}, 19, 19, 7.4), 33.009, 2e-3);
    auto p = flat(38, 401, 130);
    ClearanceRules const rules{4.0 / 3, 0.6, 0.72, 0.3};
    EXPECT_FALSE(clears(p, 45.2, 45.2, 7.4, rules));
    EXPECT_TRUE(clears(p, 45.3, 45.3, 7.4, rules));
    p.ground_m[200] += 1;
    EXPECT_FALSE(clears(p, 45.3, 45.3, 7.4, rules));
    p.ground_m[137] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(clears(p, 450, 450, 7.4, rules));
}

TEST(Clearance, SaysWhereThereIsLeast) {
    auto p = flat(12, 121, 70);
    p.ground_m[37] = 112; // at 3.7 km
    auto const least = least_clearance(p, 60, 50, 8, 4.0 / 3);
    double const bulge = 500 * 3.7 * 8.3 / (4.0 / 3 * 6371), ray = 130 - 10 * 3.7 / 12;
    EXPECT_NEAR(least.at_km, 3.7, 1e-12);
    EXPECT_NEAR(least.radii, (ray - 112 - bulge) / fresnel_radius_m(3.7, 8.3, 8), 1e-9);
}

TEST(Heights, AreTheLowestThatClear) {
    auto p = flat(9, 91, 210);
    p.ground_m[20] = 250; // 2 km from a
    std::vector<double> const list{18, 33, 47, 71};
    auto const h = lowest_heights(p, list, list, 8, {});
    ASSERT_TRUE(h);
    EXPECT_TRUE(clears(p, h->a_m, h->b_m, 8, {}));
    double best = 1e9;
    for (double a : list)
        for (double b : list)
            if (clears(p, a, b, 8, {})) best = std::min(best, a + b);
    EXPECT_EQ(h->a_m + h->b_m, best);
    EXPECT_GT(h->a_m, h->b_m); // the hill is near a
    EXPECT_FALSE(lowest_heights(p, std::vector{18.0}, std::vector{18.0}, 8, {}));
}

TEST(Clearance, IsNeverLostByTallerMastsAndTheSameBothWays) {
    auto const terrain = test::fractal_mountains(7, 90, 31);
    for (std::uint32_t i = 0; i < 800; ++i) {
        auto const draw = [&](std::uint32_t n, double low, double high) {
            return low + (high - low) * geo::uniform({23, 5, i, n});
        };
        auto const spot = [&](std::uint32_t n) {
            return geo::XY{terrain.grid.west_m + draw(n, 200, 11000), terrain.grid.north_m - draw(n + 1, 200, 11000)};
        };
        geo::XY const a = spot(0), b = spot(2);
        double const h_a = draw(4, 10, 300), h_b = draw(5, 10, 300), ghz = draw(6, 6, 80);
        auto const there = hop_profile(terrain, a, b), back = hop_profile(terrain, b, a);
        EXPECT_EQ(clears(there, h_a, h_b, ghz, {}), clears(back, h_b, h_a, ghz, {}));
        if (clears(there, h_a, h_b, ghz, {})) {
            EXPECT_TRUE(clears(there, h_a + 7, h_b, ghz, {}));
            EXPECT_TRUE(clears(there, h_a, h_b + 7, ghz, {}));
            EXPECT_GE(least_clearance(there, h_a, h_b, ghz, 4.0 / 3).radii, 0.6);
            EXPECT_GE(least_clearance(there, h_a, h_b, ghz, low_k(there.length_km)).radii, 0.3);
        }
    }
}

} // namespace
} // namespace phusong

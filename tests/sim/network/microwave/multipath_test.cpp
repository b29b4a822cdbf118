#include "geo/random.h"
#include "sim/network/microwave/multipath.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

MultipathPath const lowland{40, 7.4, 152, 138, 43, -3.0, 14, 22.7};

TEST(Multipath, FollowsTheFormulaForDeepFades) {
    // P.530-18 eqs (7) to (11) by hand: e_p 0.35 mrad; h_c = 145 − 1600/102 − 43 = 86.314 m;
    // v_sr = min((14/50)^1.8 e^(−86.314/(2.5 · 6.3246)), 14 · 252.98 · 2.7203 / 24730) = min(0.000431, 0.3896).
    double const v_sr = std::pow(0.28, 1.8) * std::exp(-86.3137 / 15.8114);
    double const power =
        -0.376 * std::tanh(-60.6863 / 125) - 0.334 * std::pow(0.35, 0.39) - 0.00027 * 138 + 17.85 * v_sr;
    double const percent = 1e-3 * std::pow(40, 3.51) * std::pow(67.76, 0.447) * std::pow(10, power - 3.7);
    EXPECT_NEAR(multipath_worst_month_share(lowland, 37) * 100 / percent, 1, 1e-4);
}

TEST(Multipath, FallsTenfoldInTenDecibelsWhereFadesAreDeep) {
    EXPECT_NEAR(multipath_worst_month_share(lowland, 33) / multipath_worst_month_share(lowland, 43), 10, 1e-9);
}

TEST(Multipath, GoesOverFromShallowToDeepWithoutAStep) {
    double before = 1;
    for (double db = 0.05; db < 60; db += 0.05) {
        double const now = multipath_worst_month_share(lowland, db);
        EXPECT_LE(now, before + 1e-12) << db;
        if (db > 1) {
            EXPECT_NEAR(now / before, 1, 0.03) << db;
        }
        before = now;
    }
    EXPECT_EQ(multipath_worst_month_share(lowland, 0), 1);
}

TEST(Multipath, IsLessInTheYearThanInItsWorstMonth) {
    double const month = multipath_worst_month_share(lowland, 35), year = multipath_year_share(lowland, 35);
    // 10.5 − 5.6 log(1.1 + |cos 45.4°|^0.7) − 2.7 log 40 + 1.7 log 1.35 dB
    double const gained = 10.5 - 5.6 * std::log10(1.1 + std::pow(std::cos(0.792379), 0.7)) - 2.7 * std::log10(40) +
                          1.7 * std::log10(1.35);
    EXPECT_NEAR(month / year, std::pow(10, gained / 10), 1e-4);
}

TEST(Multipath, NeverLikesALongerHopOrALesserMarginAndIsTheSameBothWays) {
    for (std::uint32_t i = 0; i < 3000; ++i) {
        auto const draw = [&](std::uint32_t n, double low, double high) {
            return low + (high - low) * geo::uniform({19, 4, i, n});
        };
        double const ground = draw(0, 100, 900);
        MultipathPath p{draw(1, 0.5, 60),
                        draw(2, 6, 40),
                        ground + draw(3, 60, 500),
                        ground + draw(4, 60, 500),
                        ground,
                        draw(5, -5, -2),
                        draw(6, 2, 40),
                        draw(7, 5, 40)};
        double const db = draw(8, 2, 50), out = multipath_year_share(p, db);
        if (out > 0.05) continue; // shallow fades on wild paths: the published curve itself bends there
        EXPECT_GE(out, multipath_year_share(p, db * 1.05));
        auto longer = p, back = p;
        longer.length_km *= 1.05;
        EXPECT_LE(out, multipath_year_share(longer, db)) << p.length_km << ' ' << p.frequency_ghz;
        std::swap(back.height_a_m, back.height_b_m);
        EXPECT_EQ(out, multipath_year_share(back, db));
    }
}

} // namespace
} // namespace phusong

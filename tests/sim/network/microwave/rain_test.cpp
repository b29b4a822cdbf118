#include "geo/random.h"
#include "sim/network/microwave/rain.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(Rain, HasTheCoefficientsOfThePublishedTable) {
    struct Row {
        double ghz, k_h, alpha_h, k_v, alpha_v;
    };
    // Rec. ITU-R P.838-3, Table 5, as printed: four digits.
    for (auto const& row : {Row{1, 0.0000259, 0.9691, 0.0000308, 0.8592}, Row{4, 0.0001071, 1.6009, 0.0002461, 1.2476},
                            Row{7, 0.001915, 1.4810, 0.001425, 1.4745}, Row{10, 0.01217, 1.2571, 0.01129, 1.2156},
                            Row{15, 0.04481, 1.1233, 0.05008, 1.0440}, Row{18, 0.07078, 1.0818, 0.07708, 1.0025},
                            Row{20, 0.09164, 1.0568, 0.09611, 0.9847}, Row{23, 0.1286, 1.0214, 0.1284, 0.9630},
                            Row{30, 0.2403, 0.9485, 0.2291, 0.9129}, Row{38, 0.4001, 0.8816, 0.3844, 0.8552},
                            Row{60, 0.8606, 0.7656, 0.8515, 0.7486}, Row{80, 1.1704, 0.7115, 1.1668, 0.7021},
                            Row{100, 1.3671, 0.6815, 1.3680, 0.6765}}) {
        auto const h = rain_coefficients(row.ghz, false), v = rain_coefficients(row.ghz, true);
        EXPECT_NEAR(h.k / row.k_h, 1, 2e-3) << row.ghz;
        EXPECT_NEAR(v.k / row.k_v, 1, 2e-3) << row.ghz;
        EXPECT_NEAR(h.alpha, row.alpha_h, 1e-4) << row.ghz;
        EXPECT_NEAR(v.alpha, row.alpha_v, 1e-4) << row.ghz;
    }
}

TEST(Rain, IsSpreadOverAnEffectiveLength) {
    // By hand: 10 km, 15 GHz, vertical, 42 mm/h: gamma = 0.05008 · 42^1.0440 = 2.4794 dB/km; 10^0.633 = 4.2954,
    // 42^0.07621 = 1.3295, 15^0.123 = 1.3953: divisor 0.477 · 4.2954 · 1.3295 · 1.3953 − 10.579 (1 − e^−0.24) = 1.5434.
    EXPECT_NEAR(rain_exceeded_001_db(10, 15, true, 42), 10 * 2.4794 / 1.5434, 0.02);
    // A very short hop: never more than 2.5 times its length.
    auto const [k, alpha] = rain_coefficients(15, true);
    EXPECT_NEAR(rain_exceeded_001_db(0.07, 15, true, 42), 2.5 * 0.07 * k * std::pow(42, alpha), 1e-12);
    EXPECT_EQ(rain_exceeded_001_db(7, 15, true, 0), 0);
}

TEST(Rain, TakesWhatTheFormulaSaysInTheShareOfTimeItIsFor) {
    EXPECT_NEAR(rain_exceeded_db(37, 8, 0.01) / 37, 1, 0.01); // C1 0.01^−(C2 + C3 log 0.01) is 1 within a hundredth
    EXPECT_NEAR(rain_exceeded_db(37, 38, 0.01) / 37, 1, 0.02);
    for (double ghz : {8.0, 23.0, 80.0})
        for (double percent : {0.003, 0.02, 0.4})
            EXPECT_NEAR(rain_outage_share(37, ghz, rain_exceeded_db(37, ghz, percent)), percent / 100, 1e-9);
}

TEST(Rain, IsNotPromisedAwayBeyondTheFormula) {
    EXPECT_EQ(rain_outage_share(37, 15, 400), 1e-5);
    EXPECT_EQ(rain_outage_share(37, 15, 0), 1);
    EXPECT_EQ(rain_outage_share(0, 15, 3), 0);
}

TEST(Rain, NeverHelpsByBeingStrongerOrALongerHopOrALesserMargin) {
    for (std::uint32_t i = 0; i < 3000; ++i) {
        auto const draw = [&](std::uint32_t n, double low, double high) {
            return low + (high - low) * geo::uniform({17, 3, i, n});
        };
        double const km = draw(0, 0.3, 40), ghz = draw(1, 6, 86), rate = draw(2, 12, 160), margin = draw(3, 1, 60);
        bool const vertical = i % 2 == 0;
        auto const out = [&](double length_km, double rain, double db) {
            return rain_outage_share(rain_exceeded_001_db(length_km, ghz, vertical, rain), ghz, db);
        };
        EXPECT_LE(out(km, rate, margin), out(km, rate * 1.07, margin)) << km << ' ' << ghz << ' ' << rate;
        EXPECT_LE(out(km, rate, margin), out(km * 1.07, rate, margin)) << km << ' ' << ghz << ' ' << rate;
        EXPECT_LE(out(km, rate, margin * 1.07), out(km, rate, margin));
    }
}

} // namespace
} // namespace phusong

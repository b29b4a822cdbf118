#include "sim/radio/models/itm.h"
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace phusong {
namespace {

ItmLink link_over_hills() {
    ItmLink link{.f_mhz = 1850, .h_tx_m = 42, .h_rx_m = 1.5, .epsilon = 15, .sigma_s = 0.005, .N_0 = 315};
    link.climate = ItmClimate::continental_subtropical;
    return link;
}

std::vector<double> hills(int points) {
    std::vector<double> h;
    for (int i = 0; i < points; ++i) h.push_back(610 + 170 * std::sin(0.21 * i) + 37 * std::sin(1.3 * i));
    return h;
}

TEST(Itm, LosesMoreWhenMoreOfTimePlacesOrSituationsAreToBeServed) {
    auto const h = hills(131);
    for (int mdvar : {0, 1, 2, 3, 12, 13, 23}) {
        auto link = link_over_hills();
        link.variability = itm_variability_of(mdvar);
        double before = -INFINITY;
        for (double share : {3.0, 22.0, 50.0, 71.0, 97.0}) {
            double const A = itm_p2p(h, 90, link, {share, share, share}).A_db;
            EXPECT_GT(A, before) << mdvar << " " << share;
            before = A;
        }
    }
}

TEST(Itm, KnowsLessSpreadWithoutLocationsAndSituations) {
    auto const spread = [](int mdvar) {
        auto link = link_over_hills();
        link.variability = itm_variability_of(mdvar);
        auto const h = hills(131);
        return itm_p2p(h, 90, link, {92, 92, 92}).A_db - itm_p2p(h, 90, link, {50, 50, 50}).A_db;
    };
    EXPECT_GT(spread(3), spread(13) + 1);
    EXPECT_GT(spread(13), spread(33) + 1);
    EXPECT_GT(spread(33), 0);
}

TEST(Itm, SeesFlatGroundAsFlat) {
    std::vector<double> slope;
    for (int i = 0; i < 70; ++i) slope.push_back(300 + 3.7 * i);
    auto const out = itm_p2p(slope, 83, link_over_hills());
    EXPECT_NEAR(out.delta_h_m, 0, 1e-9);
    EXPECT_EQ(out.mode, ItmMode::line_of_sight);
    EXPECT_GE(out.A_ref_db, 0);
}

TEST(Itm, WarnsOfWhatIsNearItsLimits) {
    auto const h = hills(9);
    auto link = link_over_hills();
    EXPECT_TRUE(itm_p2p(h, 90, link).warnings & itm_path_under_1_km);
    EXPECT_FALSE(itm_p2p(hills(131), 90, link).warnings & itm_path_under_1_km);
    EXPECT_TRUE(itm_p2p(hills(131), 90, link, {99.97, 50, 50}).warnings & itm_extreme_quantile);
    link.h_rx_m = 0.7;
    EXPECT_TRUE(itm_p2p(h, 90, link).warnings & itm_rx_height);
    link.f_mhz = 12e3;
    EXPECT_TRUE(itm_p2p(h, 90, link).warnings & itm_frequency);
    std::vector<double> const high(50, 2300.0);
    EXPECT_TRUE(itm_p2p(high, 90, link).warnings & itm_surface_refractivity);
}

TEST(Itm, WarnsOfHorizonsThatAreTooSteepTooNearOrTooFar) {
    auto const link = link_over_hills();
    std::vector<double> walls(15, 60.0);
    walls[1] = walls[13] = 130; // 28 m over one antenna and 68.5 m over the other, 310 m away: 0.09 and 0.22 rad
    auto const steep = itm_p2p(walls, 310, link).warnings;
    EXPECT_FALSE(steep & itm_tx_horizon_angle);
    EXPECT_TRUE(steep & itm_rx_horizon_angle);
    EXPECT_TRUE(steep & itm_tx_horizon_near); // a smooth earth's is 27 km
    EXPECT_TRUE(steep & itm_rx_horizon_near); // 5 km
    // A ridge 27 km from a handset, whose smooth horizon is 5 km away, and 9 km from the mast.
    std::vector<double> ridge(37, 60.0);
    ridge[9] = 900;
    auto const far = itm_p2p(ridge, 1000, link).warnings;
    EXPECT_TRUE(far & itm_rx_horizon_far);
    EXPECT_FALSE(far & (itm_tx_horizon_far | itm_tx_horizon_near | itm_rx_horizon_near));
    EXPECT_FALSE(far & (itm_tx_horizon_angle | itm_rx_horizon_angle));
    auto const ridge_from_handset_km = [&](std::size_t km) {
        std::vector<double> one(37, 60.0);
        one[36 - km] = 900;
        return itm_p2p(one, 1000, link).warnings & itm_rx_horizon_far;
    };
    EXPECT_TRUE(ridge_from_handset_km(17)); // more than three times those 5 km, less than four times
    EXPECT_FALSE(ridge_from_handset_km(13));
}

TEST(Itm, WarnsOfVeryLongPathsAndOfShortOnesBetweenUnequalHeights) {
    auto const warnings = [](double km, double h_tx_m) {
        auto link = link_over_hills();
        link.h_tx_m = h_tx_m;
        return itm_p2p(std::vector<double>(51, 15.0), km * 20, link).warnings;
    };
    EXPECT_FALSE(warnings(980, 42) & itm_path_over_1000_km);
    EXPECT_TRUE(warnings(1020, 42) & itm_path_over_1000_km);
    EXPECT_FALSE(warnings(1960, 42) & itm_path_over_2000_km);
    EXPECT_TRUE(warnings(2040, 42) & itm_path_over_2000_km);
    EXPECT_TRUE(warnings(1.96, 401.5) & itm_path_short_for_heights); // 400 m of height: 2 km
    EXPECT_FALSE(warnings(2.04, 401.5) & itm_path_short_for_heights);
    EXPECT_TRUE(warnings(0.98, 42) & itm_path_under_1_km);
    EXPECT_FALSE(warnings(1.02, 42) & itm_path_under_1_km);
}

TEST(Itm, ReadsReliabilityAsTimeAndConfidenceAsSituations) {
    auto const q = itm_quantiles_of(23, 91);
    EXPECT_EQ(q.time_percent, 91);
    EXPECT_EQ(q.location_percent, 50);
    EXPECT_EQ(q.situation_percent, 23);
}

TEST(Itm, KnowsNothingWhereTerrainIsMissing) {
    auto h = hills(40);
    h[17] = NAN;
    EXPECT_TRUE(std::isnan(itm_p2p(h, 90, link_over_hills()).A_db));
}

TEST(Itm, KnowsNothingWhereVoglersMethodEnds) {
    auto link = link_over_hills();
    link.f_mhz = 21;
    link.h_tx_m = 2900; // a horizon 40 m away under an antenna at 2.9 km: an earth of 28 cm
    std::vector<double> h(60, 200.0);
    h[1] = 3050;
    h[2] = 3120;
    EXPECT_TRUE(std::isnan(itm_p2p(h, 40, link).A_db));
}

TEST(Itm, RefusesWhatLiesOutsideItsDomain) {
    auto const h = hills(40);
    auto const with = [&](auto&& change, ItmQuantiles const& quantiles = {}) {
        auto link = link_over_hills();
        change(link);
        (void)itm_p2p(h, 90, link, quantiles);
    };
    EXPECT_NO_THROW(with([](ItmLink&) {}));
    EXPECT_THROW(with([](ItmLink& l) { l.f_mhz = 19; }), std::invalid_argument);
    EXPECT_THROW(with([](ItmLink& l) { l.h_tx_m = 3001; }), std::invalid_argument);
    EXPECT_THROW(with([](ItmLink& l) { l.h_rx_m = 0.4; }), std::invalid_argument);
    EXPECT_THROW(with([](ItmLink& l) { l.N_0 = 249; }), std::invalid_argument);
    EXPECT_THROW(with([](ItmLink& l) { l.epsilon = 0.9; }), std::invalid_argument);
    EXPECT_THROW(with([](ItmLink& l) { l.sigma_s = 0; }), std::invalid_argument);
    auto const airlike = [](ItmLink& l) { l.epsilon = 1, l.polarisation = Polarisation::horizontal; };
    EXPECT_THROW(with(airlike), std::invalid_argument); // an impedance that no ground has
    EXPECT_THROW(with([](ItmLink&) {}, {50, 0, 50}), std::invalid_argument);
    EXPECT_THROW(with([](ItmLink&) {}, {50, 50, 100}), std::invalid_argument);
    EXPECT_THROW((void)itm_p2p(std::span(h).first(2), 90, link_over_hills()), std::invalid_argument);
    EXPECT_THROW((void)itm_p2p(h, 0, link_over_hills()), std::invalid_argument);
    std::vector<double> const peaks(30, 8000.0);
    EXPECT_THROW((void)itm_p2p(peaks, 90, link_over_hills()), std::invalid_argument); // the air is too thin
    for (int mdvar : {-1, 4, 14, 29, 34, 40}) EXPECT_THROW((void)itm_variability_of(mdvar), std::invalid_argument);
    EXPECT_TRUE(itm_variability_of(31).without_location && itm_variability_of(31).without_situation);
    EXPECT_TRUE(itm_variability_of(12).without_location && !itm_variability_of(12).without_situation);
}

} // namespace
} // namespace phusong

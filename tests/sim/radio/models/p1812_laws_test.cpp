// What must hold on any terrain.
#include "tests/sim/radio/models/p1812_paths.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

constexpr unsigned worlds = 500;

TEST(P1812, LosesByDiffractionAlikeBothWays) {
    for (unsigned seed = 0; seed < worlds; ++seed) {
        auto const there = test::random_path(seed);
        test::PathCase here = there;
        std::reverse(here.h.begin(), here.h.end());
        std::reverse(here.clutter.begin(), here.clutter.end());
        std::reverse(here.zone.begin(), here.zone.end());
        for (std::size_t i = 0; i < here.d.size(); ++i) here.d[i] = there.d.back() - there.d[there.d.size() - 1 - i];
        std::swap(here.link.htg_m, here.link.hrg_m);
        std::swap(here.link.dct_km, here.link.dcr_km);
        auto const a = test::loss_of(there), b = test::loss_of(here);
        EXPECT_NEAR(a.Ld50, b.Ld50, 1e-6) << seed; // clearances are differences of large numbers
        EXPECT_NEAR(a.Ldb, b.Ldb, 1e-6) << seed;
        EXPECT_NEAR(a.Lbfs, b.Lbfs, 1e-9) << seed;
        EXPECT_NEAR(a.theta, b.theta, 1e-6) << seed;
    }
}

TEST(P1812, LosesTheSameWhenTheWholeLandIsLifted) {
    for (unsigned seed = 0; seed < worlds; ++seed) {
        test::PathCase low = test::random_path(seed);
        low.link.dct_km = low.link.dcr_km = 500; // only coupling to ducts over sea knows heights above sea level
        test::PathCase high = low;
        for (double& h : high.h) h += 512;
        EXPECT_NEAR(test::loss_of(low).Lb, test::loss_of(high).Lb, 1e-6) << seed;
    }
}

TEST(P1812, NeverLosesLessThanFreeSpaceWithItsEnhancementsNorMoreThanScatter) {
    for (unsigned seed = 0; seed < worlds; ++seed) {
        auto const loss = test::loss_of(test::random_path(seed));
        EXPECT_GE(loss.Lb, loss.Lb0p) << seed;
        EXPECT_LE(loss.Lbc, std::min(loss.Lbs, loss.Lbam) + 1e-9) << seed;
        EXPECT_GE(loss.Lbc, std::min(loss.Lbs, loss.Lbam) - 5 * std::log10(2.0) - 1e-9) << seed;
        EXPECT_GE(loss.Ld50, 0) << seed;
        EXPECT_LE(loss.dlt + loss.dlr, loss.d + 1e-9) << seed;
    }
}

TEST(P1812, LosesMoreWhereMoreLocationsShallBeServed) {
    for (unsigned seed = 0; seed < worlds; ++seed) {
        test::PathCase few = test::random_path(seed), many = few;
        few.link.pL_percent = 37, many.link.pL_percent = 83;
        auto const a = test::loss_of(few), b = test::loss_of(many);
        EXPECT_LE(a.Lb, b.Lb) << seed;
        EXPECT_EQ(a.Lbc, b.Lbc) << seed;
        EXPECT_TRUE(few.zone.back() != RadioZone::sea || b.Lloc == 0) << seed;
    }
}

TEST(P1812, TakesNoClutterAsClutterOfNoHeightAndNoZonesAsInland) {
    for (unsigned seed = 0; seed < worlds; ++seed) {
        test::PathCase plain = test::random_path(seed), zeros = plain;
        plain.clutter.clear(), plain.zone.clear();
        zeros.clutter.assign(zeros.h.size(), 0.0), zeros.zone.assign(zeros.h.size(), RadioZone::inland);
        EXPECT_EQ(test::loss_of(plain).Lb, test::loss_of(zeros).Lb) << seed;
    }
}

TEST(P1812, CountsClutterBetweenTheAntennasOnly) {
    test::PathCase bare = test::random_path(3), built = bare;
    built.clutter.front() += 23, built.clutter.back() += 31;
    EXPECT_EQ(test::loss_of(bare).Lb, test::loss_of(built).Lb);
    built.clutter[built.clutter.size() / 2] += 900;
    EXPECT_GT(test::loss_of(built).Ld50, test::loss_of(bare).Ld50);
    EXPECT_EQ(test::loss_of(built).theta, test::loss_of(bare).theta); // horizons are the ground's
}

} // namespace
} // namespace phusong

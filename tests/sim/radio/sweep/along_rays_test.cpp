#include "sim/radio/sweep/exact_models.h"
#include "tests/sim/radio/models/p1812_paths.h"
#include "tests/sim/radio/sweep/ray_profiles.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::link;
using test::RayProfile;
using test::Rays;
using test::Scene;
using test::sweep_scene;

struct Difference {
    double most = 0;
    std::size_t cells = 0, over = 0;
};
Difference compare(Scene const& scene, P1812Link const& l, bool clutter) {
    auto const map = sweep_scene(scene, l, clutter)[0];
    Rays rays(scene, clutter);
    RayProfile p;
    Difference out;
    for (int row = map.first_row; row < map.first_row + map.rows; ++row)
        for (int col = map.first_col; col < map.first_col + map.cols; ++col) {
            auto const loss = map.at(row, col);
            if (loss >= PathLoss::no_terrain) continue;
            rays.profile(scene, scene.ground(clutter), row, col, p);
            if (p.d.size() < 3) continue; // no sample between the antennas
            P1812Profile profile{p.d, p.h, {}, {}};
            if (clutter) profile.clutter_m = p.clutter;
            if (scene.coast) profile.zone = p.zone;
            double const exact = exact_p1812(profile, l).loss_db;
            double const off = std::abs(loss / 100.0 - exact);
            if (off > 0.01) {
                ++out.over;
                std::printf("  cell %d %d at %.3f km: sweep %.2f, exact %.4f dB\n", row, col, p.d.back(), loss / 100.0,
                            exact);
            }
            out.most = std::max(out.most, off);
            ++out.cells;
        }
    return out;
}

void expect_exact(Scene const& scene, std::initializer_list<double> percents, std::initializer_list<double> bands_ghz,
                  bool clutter) {
    for (double p : percents)
        for (double f : bands_ghz) {
            auto const [most, cells, over] = compare(scene, link(f, p), clutter);
            std::printf("%.1f GHz, p = %g %%, clutter %d: %zu cells, at most %.4f dB, %zu over 0.01 dB\n", f, p,
                        clutter, cells, most, over);
            EXPECT_GT(cells, 40'000U);
            EXPECT_LE(most, 0.0075);
        }
}

TEST(SweepAlongRays, LosesMoreOverClutter) {
    Scene const scene;
    for (double p : {1., 50.}) {
        auto const bare = sweep_scene(scene, link(1.8, p), false)[0], over = sweep_scene(scene, link(1.8, p), true)[0];
        std::size_t more = 0, cells = 0;
        for (std::size_t i = 0; i < bare.centi_db.size(); ++i) {
            if (bare.centi_db[i] >= PathLoss::no_terrain) continue;
            EXPECT_GE(over.centi_db[i], bare.centi_db[i] - 1);
            more += over.centi_db[i] > bare.centi_db[i] + 20 ? 1 : 0;
            ++cells;
        }
        std::printf("p = %g %%: %zu of %zu cells lose more than 0.2 dB more\n", p, more, cells);
        EXPECT_GT(more, cells / 2);
    }
}

/// Cells whose exact loss is at least 3 dB more with clutter than without: how many, how many of them beyond 5 km, and
/// how far the sweep with clutter is from the exact model with clutter there.
struct Cluttered {
    std::size_t cells = 0, far = 0;
    double most = 0;
};
Cluttered where_clutter_matters(Scene const& scene, P1812Link const& l) {
    auto const map = sweep_scene(scene, l, true)[0];
    Rays rays(scene, true);
    RayProfile p;
    Cluttered out;
    for (int row = map.first_row; row < map.first_row + map.rows; ++row)
        for (int col = map.first_col; col < map.first_col + map.cols; ++col) {
            if (map.at(row, col) >= PathLoss::no_terrain) continue;
            rays.profile(scene, scene.ground(true), row, col, p);
            if (p.d.size() < 3) continue;
            double const exact = exact_p1812({p.d, p.h, p.clutter, {}}, l).loss_db;
            if (exact < exact_p1812({p.d, p.h, {}, {}}, l).loss_db + 3) continue;
            ++out.cells;
            out.far += p.d.back() > 5 ? 1 : 0;
            out.most = std::max(out.most, std::abs(map.at(row, col) / 100.0 - exact));
        }
    return out;
}

TEST(SweepAlongRays, IsTheExactModelWithClutterWhereClutterMatters) {
    Scene const scene;
    for (double percent : {1., 7., 50.}) {
        auto const [cells, far, most] = where_clutter_matters(scene, link(1.8, percent));
        std::printf("p = %g %%: clutter costs 3 dB and more in %zu cells, %zu of them beyond 5 km; at most %.4f dB\n",
                    percent, cells, far, most);
        EXPECT_GT(cells, 3000U);
        EXPECT_GT(far, 2400U);
        EXPECT_LE(most, 0.0075);
    }
}

TEST(SweepAlongRays, IsTheExactModelOnTheSameSamples) {
    Scene const scene;
    for (bool clutter : {false, true}) expect_exact(scene, {1, 7, 50}, {0.7, 1.8, 3.5}, clutter);
}

TEST(SweepAlongRays, IsTheExactModelWhereThePathsCrossACoastToo) {
    Scene scene;
    scene.coast = true;
    for (bool clutter : {false, true}) expect_exact(scene, {1, 50}, {0.8}, clutter);
}

TEST(ZoneRays, ShareAPathAsTheModelItselfDoes) {
    for (unsigned seed = 1; seed <= 400; ++seed) {
        auto const r = test::random_path(seed);
        std::vector<RadioZone> zone;
        for (std::size_t i = 0; i < r.d.size(); ++i)
            zone.push_back(
                std::array{RadioZone::sea, RadioZone::coastal_land, RadioZone::inland}[(i * seed / 7 + seed) % 3]);
        auto const expected = zone_shares(r.d, zone), found = coast_path(r.d, zone).shares;
        EXPECT_NEAR(found.dtm_km, expected.dtm_km, 1e-9) << seed;
        EXPECT_NEAR(found.dlm_km, expected.dlm_km, 1e-9) << seed;
        EXPECT_NEAR(found.omega, expected.omega, 1e-12) << seed;
    }
}

TEST(ZoneRays, MeasureTheWayToTheCoastFromBothEnds) {
    using enum RadioZone;
    std::vector<double> const d{0, 2, 4, 7, 11};
    auto const across = coast_path(d, std::vector{inland, coastal_land, sea, sea, inland});
    EXPECT_EQ(across.dct_km, 3);
    EXPECT_EQ(across.dcr_km, 2);
    auto const ship = coast_path(d, std::vector{inland, inland, inland, inland, sea});
    EXPECT_EQ(ship.dct_km, 9);
    EXPECT_EQ(ship.dcr_km, 0);
    EXPECT_EQ(coast_path(d, std::vector{inland, inland, coastal_land, inland, inland}).dct_km, 500);
}

} // namespace
} // namespace phusong

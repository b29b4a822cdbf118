#include "sim/radio/sweep/exact_models.h"
#include "sim/radio/sweep/receiver_batch.h"
#include "sim/radio/sweep/sweep.h"
#include "tests/sim/radio/models/p1812_paths.h"
#include "tests/support/fractal.h"
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace phusong {
namespace {

struct RayProfile {
    std::vector<double> d, h, clutter;
    std::vector<RadioZone> zone;
};

/// A scene of mountains with an antenna that stands on no cell's centre.
struct Scene {
    geo::Raster terrain = test::fractal_mountains(8, 90, 5);
    geo::Raster clutter{terrain.grid, 0};
    std::vector<std::uint8_t> zone = std::vector<std::uint8_t>(terrain.grid.size(), 4);
    bool coast = false; ///< look at the zones
    geo::XY xy{412000 + 90 * 121.37, 2547000 - 90 * 133.81};
    double radius_km = 10.7;

    Scene() {
        for (std::uint32_t i = 0; i < terrain.grid.size(); ++i)
            clutter.at(i) = i % 3 == 0 ? static_cast<float>(i % 11 * 2) : 0;
        for (int r = 0; r < terrain.grid.rows; ++r) // a bay in the south-east with a strip of coast around it
            for (int c = 0; c < terrain.grid.cols; ++c) {
                int const depth = r + 2 * c - 420 - 9 * (r / 7 % 3);
                zone[terrain.grid.index(r, c)] = depth > 60 && depth < 210 ? 1 : depth > 30 ? 3 : 4;
            }
    }
    [[nodiscard]] SweepTerrain ground(bool with_clutter) const {
        return {terrain.values.data(), with_clutter ? clutter.values.data() : nullptr, terrain.grid.rows,
                terrain.grid.cols, coast ? zone.data() : nullptr};
    }
    [[nodiscard]] SweepFrame frame() const { return plane_frame(terrain.grid, terrain.grid, xy, radius_km); }
};

P1812Link link(double f_ghz, double p_percent) {
    return {.f_ghz = f_ghz,
            .p_percent = p_percent,
            .pL_percent = 70,
            .sigmaL_db = 5.5,
            .htg_m = 37,
            .hrg_m = 1.7,
            .latitude_deg = 22.8,
            .delta_n = 47,
            .n0 = 355};
}

std::vector<PathLoss> sweep_scene(Scene const& scene, P1812Link const& l, bool clutter) {
    auto const model = sweep_model(l, clutter);
    SweepGround const ground{scene.ground(clutter), scene.terrain.values.data(), nullptr, scene.terrain.grid.cols};
    return sweep(scene.frame(), ground, {geo::bilinear(scene.terrain, scene.xy), scene.radius_km}, {&model, 1});
}

/// The samples of all rays as the sweep takes them.
class Rays {
  public:
    Rays(Scene const& scene, bool clutter) : frame_(scene.frame()), count_(ray_count(frame_, scene.radius_km, 1)) {
        auto const terrain = scene.ground(clutter);
        int const samples = static_cast<int>(scene.radius_km / frame_.cell_km) + 1;
        bundles_.resize(static_cast<std::size_t>(count_ / RayBundle::lanes));
        courses_.resize(bundles_.size());
        for (std::size_t b = 0; b < bundles_.size(); ++b) {
            RayCourse& course = courses_[b];
            bundles_[b].samples = samples;
            bundles_[b].reserve(samples);
            lay_course(course, frame_, count_, static_cast<int>(b), samples, frame_.cell_km);
            sample_heights(bundles_[b], course, terrain, geo::bilinear(scene.terrain, scene.xy));
        }
    }
    /// The profile that the sweep means for a cell: samples of its ray, its own last points, and itself.
    void profile(Scene const& scene, SweepTerrain const& terrain, int row, int col, RayProfile& p) {
        auto const to = scene.terrain.grid.centre(row, col);
        double const x = to.x_m - scene.xy.x_m, y = to.y_m - scene.xy.y_m, d_km = std::hypot(x, y) / 1000;
        double const step = frame_.cell_km;
        auto const ray =
            static_cast<int>(std::lround(std::atan2(x, y) / (2 * std::numbers::pi) * count_) + count_) % count_;
        auto const b = static_cast<std::size_t>(ray / RayBundle::lanes);
        auto const spot = frame_.cell_spot(row - frame_.first_row, col - frame_.first_col);
        batch_.count = 0;
        batch_.add(0, static_cast<float>(d_km), 0, {spot.col - courses_[b].base_col, spot.row - courses_[b].base_row},
                   std::max(0, static_cast<int>(static_cast<float>(d_km) * static_cast<float>(1 / step) - 0.5f)),
                   ray % RayBundle::lanes);
        batch_.look_around(courses_[b], terrain);
        p.d.clear(), p.h.clear(), p.clutter.clear(), p.zone.clear();
        int const lane = ray % RayBundle::lanes;
        RasterSpot const turn = heading(courses_[b], batch_.before[0], lane);
        auto const add = [&](double d, float h, float g, RasterSpot at) {
            p.zone.push_back(zone_at(terrain, at));
            p.d.push_back(d), p.h.push_back(static_cast<double>(h)), p.clutter.push_back(static_cast<double>(g - h));
        };
        for (int i = 0; i <= batch_.before[0]; ++i) {
            auto const at = static_cast<std::size_t>(i * RayBundle::lanes + lane);
            add(i * step, bundles_[b].h[at], bundles_[b].g[at], spot_of(courses_[b], i, lane));
        }
        for (auto j = static_cast<std::size_t>(batch_.own_count[0]); j-- > 0;) {
            auto const back = static_cast<double>(j + 1);
            add(d_km - back * step, batch_.own_h[j][0], batch_.own_g[j][0],
                {spot.col - back * turn.col, spot.row - back * turn.row});
        }
        float const hn = scene.terrain.values(row, col);
        add(d_km, hn, hn, spot);
    }

  private:
    SweepFrame frame_;
    int count_;
    std::vector<RayBundle> bundles_;
    std::vector<RayCourse> courses_;
    ReceiverBatch batch_{};
};

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
            EXPECT_LE(most, 0.01);
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

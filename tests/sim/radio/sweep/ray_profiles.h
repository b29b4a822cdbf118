#pragma once
#include "sim/radio/sweep/receiver_batch.h"
#include "tests/sim/radio/sweep/scene.h"
#include <cmath>
#include <numbers>

namespace phusong::test {

struct RayProfile {
    std::vector<double> d, h, clutter;
    std::vector<RadioZone> zone;
};

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

} // namespace phusong::test

#include "geo/earth.h"
#include "sim/radio/sweep/bins.h"
#include "sim/radio/sweep/course.h"
#include "sim/radio/sweep/ray_bundle.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace phusong {
namespace {

constexpr double degree = std::numbers::pi / 180, turn = 2 * std::numbers::pi;

/// A hundred kilometres around an antenna at 3″, which is not in the middle; the terrain's cells are of another size.
constexpr double lon_deg = 105.0137, lat_deg = 22.8311;
GeographicGrid const grid{103.9, 23.9, 1 / 400., 1 / 500., 1100, 880};
GeographicGrid const terrain{103.7, 24.1, 1 / 1200., 1 / 1200., 3000, 3000};

/// Great circle in plain double precision, by the formula of half versed sines.
Polar great_circle(double to_lon_deg, double to_lat_deg) {
    double const a = lat_deg * degree, b = to_lat_deg * degree, dl = (to_lon_deg - lon_deg) * degree;
    double const h = std::pow(std::sin((b - a) / 2), 2) + std::cos(a) * std::cos(b) * std::pow(std::sin(dl / 2), 2);
    double const x = std::sin(dl) * std::cos(b),
                 y = std::cos(a) * std::sin(b) - std::sin(a) * std::cos(b) * std::cos(dl);
    return {std::atan2(x, y), 2 * geo::earth_radius_km * std::asin(std::sqrt(h))};
}

/// The smaller angle between two azimuths.
double between(double a, double b) { return std::abs(std::remainder(a - b, turn)); }

Polar great_circle(SweepFrame const& f, int row, int col) {
    return great_circle(grid.west_deg + (f.first_col + col + 0.5) * grid.cell_lon_deg,
                        grid.north_deg - (f.first_row + row + 0.5) * grid.cell_lat_deg);
}

TEST(SphereFrame, MeasuresCellsAlongGreatCircles) {
    auto const f = sphere_frame(grid, grid, lon_deg, lat_deg, 100);
    int const rays = 65520;
    SweepBins bins;
    bin_by_ray(bins, f, 100, rays, nullptr, grid.cols);
    double off_km = 0, off_rad = 0, binned_km = 0;
    for (int r = 0; r < f.rows(); ++r)
        for (int c = 0; c < f.cols(); ++c) {
            auto const right = great_circle(f, r, c), found = f.polar(r, c);
            if (right.d_km > 100 || right.d_km < 0.05) continue;
            off_km = std::max(off_km, std::abs(found.d_km - right.d_km));
            off_rad = std::max(off_rad, between(found.azimuth_rad, right.azimuth_rad));
            auto const d = bins.d_km[static_cast<std::size_t>(r * f.cols() + c)];
            binned_km = std::max(binned_km, std::abs(static_cast<double>(d) - right.d_km));
        }
    EXPECT_LE(off_km, 1e-6);
    EXPECT_LE(off_rad, 1e-8);
    EXPECT_LE(binned_km, 0.001);
    double binned_rad = 0; // a cell goes to the nearest ray, so its azimuth is at most half a ray away
    for (int k = 0; k < rays; ++k)
        for (auto at = bins.first[static_cast<std::size_t>(k)]; at < bins.first[static_cast<std::size_t>(k) + 1];
             ++at) {
            auto const right =
                great_circle(f, static_cast<int>(bins.cells[at] >> 16), static_cast<int>(bins.cells[at] & 0xffff));
            if (right.d_km > 0.05)
                binned_rad = std::max(binned_rad, between(right.azimuth_rad, k * turn / rays) - turn / rays / 2);
        }
    std::printf("lanes: distances within %.3f m, azimuths within %.2g rad\n", 1000 * binned_km, binned_rad);
    EXPECT_LE(binned_rad, 1e-5);
}

TEST(SphereFrame, HoldsEveryCellWithinTheRadiusThatTheGridHas) {
    auto const f = sphere_frame(grid, grid, lon_deg, lat_deg, 61);
    int inside = 0, missing = 0;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.cols; ++c) {
            int const row = r - f.first_row, col = c - f.first_col;
            if (great_circle(f, row, col).d_km > 61) continue;
            ++inside;
            missing += row < 0 || col < 0 || row >= f.rows() || col >= f.cols() ? 1 : 0;
        }
    EXPECT_GT(inside, 100'000);
    EXPECT_EQ(missing, 0);
    EXPECT_LT(inside * 1.25, 1.0 * f.rows() * f.cols()); // a circle in its square
    EXPECT_GT(inside * 1.30, 1.0 * f.rows() * f.cols());
}

TEST(SphereFrame, LaysRaysAlongGreatCircles) {
    auto const f = sphere_frame(grid, terrain, lon_deg, lat_deg, 100);
    int const rays = 720, samples = 1200;
    double const step_km = 0.0831;
    double along_km = 0, aside_km = 0;
    RayCourse course;
    for (int bundle = 0; bundle < rays / RayBundle::lanes; ++bundle) {
        lay_course(course, f, rays, bundle, samples, step_km);
        for (int lane = 0; lane < RayBundle::lanes; ++lane)
            for (int i = 7; i <= samples; i += 13) {
                auto const spot = spot_of(course, i, lane);
                auto const at = great_circle(terrain.west_deg + (spot.col + 0.5) * terrain.cell_lon_deg,
                                             terrain.north_deg - (spot.row + 0.5) * terrain.cell_lat_deg);
                double const azimuth = turn * (bundle * RayBundle::lanes + lane) / rays;
                along_km = std::max(along_km, std::abs(at.d_km - i * step_km));
                aside_km = std::max(aside_km, at.d_km * between(at.azimuth_rad, azimuth));
            }
    }
    std::printf("rays: %.3f m along, %.3f m aside\n", 1000 * along_km, 1000 * aside_km);
    EXPECT_LE(along_km, 0.001);
    EXPECT_LE(aside_km, 0.001);
}

TEST(SphereFrame, KnowsWhereACellLiesInTheTerrain) {
    auto const f = sphere_frame(grid, terrain, lon_deg, lat_deg, 100);
    for (int r : {0, 211, f.rows() - 1})
        for (int c : {0, 147, f.cols() - 1}) {
            auto const to = f.polar(r, c);
            auto const cell = f.cell_spot(r, c), ray = f.spot(to.azimuth_rad, to.d_km);
            EXPECT_NEAR(cell.col, ray.col, 1e-6);
            EXPECT_NEAR(cell.row, ray.row, 1e-6);
        }
}

TEST(PlaneFrame, MeasuresCellsByPythagoras) {
    geo::Grid const plane{412000, 2547000, 90, 411, 377}, ground{401000, 2560000, 30, 2000, 2000};
    geo::XY const xy{427311.7, 2530127.9};
    auto const f = plane_frame(plane, ground, xy, 13);
    SweepBins bins;
    bin_by_ray(bins, f, 13, 65520, nullptr, plane.cols);
    for (int r = 0; r < f.rows(); ++r)
        for (int c = 0; c < f.cols(); ++c) {
            auto const to = plane.centre(f.first_row + r, f.first_col + c);
            double const x = (to.x_m - xy.x_m) / 1000, y = (to.y_m - xy.y_m) / 1000;
            auto const found = f.polar(r, c);
            EXPECT_NEAR(found.d_km, std::hypot(x, y), 1e-9);
            EXPECT_LE(between(found.azimuth_rad, std::atan2(x, y)), 1e-9);
            EXPECT_NEAR(static_cast<double>(bins.d_km[static_cast<std::size_t>(r * f.cols() + c)]), std::hypot(x, y),
                        1e-5);
            auto const spot = f.spot(found.azimuth_rad, found.d_km);
            EXPECT_NEAR(spot.col, (to.x_m - ground.west_m) / 30 - 0.5, 1e-6);
            EXPECT_NEAR(spot.row, (ground.north_m - to.y_m) / 30 - 0.5, 1e-6);
        }
}

} // namespace
} // namespace phusong

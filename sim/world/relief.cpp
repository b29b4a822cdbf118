#include "sim/world/relief.h"
#include "geo/parallel.h"
#include "geo/random.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong {
namespace {

constexpr double pi = std::numbers::pi;
constexpr std::uint32_t purpose_noise = 7001, purpose_turn = 7002; // keys of this file's random numbers

/// Without wandering, crests follow the lattice here and there. Judgement, by looking at hillshades.
constexpr ReliefScale warp_scale{5'000, 550.0 * 550.0, false};
constexpr double warp_limit_m = 1'650;
constexpr std::uint32_t warp_number = most_relief_scales; ///< the numbers below are the scales'

/// White noise under a cubic B-spline has, nearly, the correlation exp(-h² / (4/3 spacing²)): the spline convolved with
/// itself has variance 2/3 spacing² along each axis.
double const spacing_per_range = std::sqrt(3.0) / 2;

/// Correlation of |X| and |Y| of two standard normals with correlation r.
double ridged_correlation(double r) {
    r = std::clamp(r, -1.0, 1.0);
    return (std::sqrt(1 - r * r) + r * std::asin(r) - 1) / (pi / 2 - 1);
}

struct Weights {
    double w[4];
    double power; ///< sum of squares
};

Weights cubic_b_spline(double t) noexcept {
    double const s = 1 - t;
    Weights out{
        {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6, t * t * t / 6}, 0};
    for (double const w : out.w) out.power += w * w;
    return out;
}

} // namespace

double relief_semivariogram(ReliefScales const& scales, double distance_m) {
    double sum = 0;
    for (auto const& scale : scales) {
        double const r = std::exp(-std::pow(distance_m / scale.range_m, 2));
        sum += scale.variance_m2 * (1 - (scale.ridged ? ridged_correlation(r) : r));
    }
    return sum;
}

Relief::Relief(ReliefScales const& scales, std::uint64_t seed, geo::Box const& where)
    : warp_east_(make(seed, warp_number, warp_scale, where)),
      warp_north_(make(seed, warp_number + 1, warp_scale, where)) {
    geo::Box const wider{where.west_m - warp_limit_m, where.south_m - warp_limit_m, where.east_m + warp_limit_m,
                         where.north_m + warp_limit_m};
    for (std::uint32_t k = 0; k < scales.size(); ++k) lattices_.push_back(make(seed, k, scales[k], wider));
}

Relief::Lattice Relief::make(std::uint64_t seed, std::uint32_t number, ReliefScale const& scale,
                             geo::Box const& where) {
    double const turn = 2 * pi * geo::uniform({seed, purpose_turn, number, 0}); // each scale its own: no common grain
    Lattice out{std::cos(turn),
                std::sin(turn),
                geo::uniform({seed, purpose_turn, number, 1}),
                geo::uniform({seed, purpose_turn, number, 2}),
                scale.range_m * spacing_per_range,
                std::sqrt(scale.variance_m2),
                scale.ridged,
                0,
                0,
                0,
                0,
                {}};
    double low_u = 1e300, low_v = 1e300, high_u = -1e300, high_v = -1e300;
    for (double const x : {where.west_m, where.east_m})
        for (double const y : {where.south_m, where.north_m}) {
            double const u = (out.cos * x + out.sin * y) / out.spacing_m + out.shift_u;
            double const v = (out.cos * y - out.sin * x) / out.spacing_m + out.shift_v;
            low_u = std::min(low_u, u), high_u = std::max(high_u, u);
            low_v = std::min(low_v, v), high_v = std::max(high_v, v);
        }
    out.first_u = static_cast<int>(std::floor(low_u)) - 2;
    out.first_v = static_cast<int>(std::floor(low_v)) - 2;
    out.count_u = static_cast<int>(std::floor(high_u)) + 4 - out.first_u;
    out.count_v = static_cast<int>(std::floor(high_v)) + 4 - out.first_v;
    out.noise.resize(static_cast<std::size_t>(out.count_u) * static_cast<std::size_t>(out.count_v));
    // Keyed by the lattice point, not by the order of drawing: any part of the country gives the same mountains.
    geo::parallel_for(out.count_v, 8, [&](std::ptrdiff_t v) {
        for (int u = 0; u < out.count_u; ++u) {
            auto const entity_u = static_cast<std::uint32_t>(u + out.first_u) & 0xffffU;
            auto const entity_v = static_cast<std::uint32_t>(static_cast<int>(v) + out.first_v) & 0xffffU;
            out.noise[static_cast<std::size_t>(v) * static_cast<std::size_t>(out.count_u) +
                      static_cast<std::size_t>(u)] =
                static_cast<float>(geo::normal({seed, purpose_noise, entity_u << 16U | entity_v, number}));
        }
    });
    return out;
}

double Relief::sample(Lattice const& lattice, geo::XY p) noexcept {
    double const u = (lattice.cos * p.x_m + lattice.sin * p.y_m) / lattice.spacing_m + lattice.shift_u;
    double const v = (lattice.cos * p.y_m - lattice.sin * p.x_m) / lattice.spacing_m + lattice.shift_v;
    double const floor_u = std::floor(u), floor_v = std::floor(v);
    Weights const wu = cubic_b_spline(u - floor_u), wv = cubic_b_spline(v - floor_v);
    auto const width = static_cast<std::size_t>(lattice.count_u);
    auto const row = static_cast<std::size_t>(static_cast<int>(floor_v) - 1 - lattice.first_v);
    float const* at = lattice.noise.data() + row * width + (static_cast<int>(floor_u) - 1 - lattice.first_u);
    double sum = 0;
    for (int j = 0; j < 4; ++j, at += width)
        sum += wv.w[j] * (wu.w[0] * static_cast<double>(at[0]) + wu.w[1] * static_cast<double>(at[1]) +
                          wu.w[2] * static_cast<double>(at[2]) + wu.w[3] * static_cast<double>(at[3]));
    double const n = sum / std::sqrt(wu.power * wv.power); // variance 1 at every place, not only on average
    if (!lattice.ridged) return lattice.amplitude_m * n;
    static double const mean = std::sqrt(2 / pi), deviation = std::sqrt(1 - 2 / pi); // of |n|
    return lattice.amplitude_m * (mean - std::abs(n)) / deviation;
}

double Relief::at(geo::XY p) const noexcept {
    geo::XY const warped{p.x_m + std::clamp(sample(warp_east_, p), -warp_limit_m, warp_limit_m),
                         p.y_m + std::clamp(sample(warp_north_, p), -warp_limit_m, warp_limit_m)};
    double sum = 0;
    for (auto const& lattice : lattices_) sum += sample(lattice, lattice.ridged ? warped : p);
    return sum;
}

} // namespace phusong

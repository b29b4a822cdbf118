#pragma once
#include "geo/polygon.h"
#include <array>
#include <cstdint>
#include <vector>

namespace phusong {

/// One scale of relief: a random field of variance `variance_m2` whose likeness fades over `range_m`. A ridged field is
/// minus the absolute value of the plain one: sharp crests, round valley floors.
struct ReliefScale {
    double range_m;
    double variance_m2;
    bool ridged;
};

/// The mountains of Hà Giang: non-negative variances fitted (least squares of relative errors) to the semivariogram of
/// 8,144 GeoNames spot heights within 103.7–106.2E 21.6–23.6N, CC BY 4.0, 0.5 km to 25 km: 1,991, 6,920 (1 km), …,
/// 38,811 (5.1 km), …, 71,706 (12.6 km), …, 97,009 m² (25 km). Fit within 10 % at every published distance. The scales
/// of 0.5 km and less are judgement: no spots lie that close together.
inline constexpr std::array relief_scales{
    ReliefScale{120, 30, false},      ReliefScale{250, 70, false},        ReliefScale{500, 200, true},
    ReliefScale{1'100, 900, true},    ReliefScale{2'400, 8'558, true},    ReliefScale{4'800, 16'969, true},
    ReliefScale{9'500, 22'680, true}, ReliefScale{19'000, 59'469, false}, ReliefScale{38'000, 4'000, false}};

/// Half the mean squared height difference of two places `distance_m` apart, m².
[[nodiscard]] double relief_semivariogram(double distance_m);

/// A height field without known points: mean 0, semivariogram as above. The same place has the same height whatever
/// part of the country is asked for, at whatever resolution.
/// Units: metres. Threads: `at` may be called from any number.
class Relief {
  public:
    Relief(std::uint64_t seed, geo::Box const& where); ///< `at` holds inside `where`
    [[nodiscard]] double at(geo::XY p) const noexcept;

  private:
    /// White noise on a turned lattice, smoothed by cubic B-splines.
    struct Lattice {
        double cos, sin, shift_u, shift_v, spacing_m, amplitude_m;
        bool ridged;
        int first_u, first_v, count_u, count_v;
        std::vector<float> noise;
    };
    [[nodiscard]] static Lattice make(std::uint64_t seed, std::uint32_t number, ReliefScale const& scale,
                                      geo::Box const& where);
    [[nodiscard]] static double sample(Lattice const& lattice, geo::XY p) noexcept;
    std::vector<Lattice> lattices_;
    Lattice warp_east_, warp_north_; ///< crests wander: ridged scales are read this far beside the place asked for
};

} // namespace phusong

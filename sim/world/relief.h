#pragma once
#include "geo/polygon.h"
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
using ReliefScales = std::vector<ReliefScale>; ///< measured for one region: a table, world.relief

inline constexpr std::size_t most_relief_scales = 50; ///< more are refused where they are read

/// Half the mean squared height difference of two places `distance_m` apart, m².
[[nodiscard]] double relief_semivariogram(ReliefScales const& scales, double distance_m);

/// A height field without known points: mean 0, semivariogram as above. The same place has the same height whatever
/// part of the country is asked for, at whatever resolution.
/// Units: metres. Threads: `at` may be called from any number.
class Relief {
  public:
    Relief(ReliefScales const& scales, std::uint64_t seed, geo::Box const& where); ///< `at` holds inside `where`
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

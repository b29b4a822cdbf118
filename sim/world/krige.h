#pragma once
#include "geo/nearest.h"
#include "sim/world/relief.h"
#include <vector>

namespace phusong {

/// A value known at a place.
struct Known {
    geo::XY xy;
    double value;
};

/// Ordinary kriging from the nearest known values with the semivariogram of `scales`.
/// `nugget_m2`: variance of the known values' own error; with it, places close together may contradict each other.
/// Source:  Chilès and Delfiner, Geostatistics, 2nd ed. 2012, section 3.4 (ordinary kriging), as solved here:
/// covariance
///          form, unknown local mean by generalised least squares.
/// Threads: `at` may be called from any number.
class Kriging {
  public:
    Kriging(std::vector<Known> known, ReliefScales const& scales, double nugget_m2);
    struct Estimate {
        double value;
        double nearest_m; ///< distance to the nearest known value
    };
    [[nodiscard]] Estimate at(geo::XY p) const;

  private:
    [[nodiscard]] double covariance(double distance_m) const noexcept;
    std::vector<Known> known_;
    geo::NearestIndex index_;
    double nugget_m2_;
    std::vector<double> covariance_; ///< by distance, every `table_step_m`
};

} // namespace phusong

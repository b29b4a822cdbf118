#pragma once
#include "geo/point.h"
#include <cstddef>
#include <vector>

namespace phusong::geo {

/// Finds near points fast. Ties are broken by the lower index, so answers do not depend on how the index was built.
class NearestIndex {
  public:
    explicit NearestIndex(std::vector<XY> points);
    /// Indices of the `count` points nearest to `p`, nearest first; fewer when there are fewer points.
    [[nodiscard]] std::vector<std::size_t> nearest(XY p, std::size_t count) const;
    /// Indices of all points within `radius_m` of `p`, in ascending order.
    [[nodiscard]] std::vector<std::size_t> within(XY p, double radius_m) const;

  private:
    std::vector<XY> points_;
    double cell_m_ = 1, west_m_ = 0, south_m_ = 0;
    int cols_ = 1, rows_ = 1;
    std::vector<std::size_t> first_, item_; // bucket b holds item_[first_[b] .. first_[b + 1])
};

} // namespace phusong::geo

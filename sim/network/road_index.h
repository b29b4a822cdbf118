#pragma once
#include "sim/world/world.h"
#include <optional>

namespace phusong {

/// A point on a road edge.
struct OnRoad {
    std::uint32_t edge = 0;
    double along_m = 0;   ///< from the edge's first end, along its line
    double offroad_m = 0; ///< from the point that was asked for, straight
    geo::XY xy;
};

/// Finds the nearest point of a road. Ties go to the lower edge, then to the smaller distance along it.
class RoadIndex {
  public:
    explicit RoadIndex(RoadNetwork const& roads);
    /// Nothing when there are no roads.
    [[nodiscard]] std::optional<OnRoad> nearest(geo::XY p) const;

  private:
    struct Piece { ///< one straight piece of a road
        std::uint32_t edge;
        double start_m; ///< along the edge
        geo::XY a, b;
    };
    static OnRoad project(Piece const& piece, geo::XY p);
    [[nodiscard]] int col(double x_m) const;
    [[nodiscard]] int row(double y_m) const;
    void look(int row, int col, geo::XY p, std::optional<OnRoad>& best) const;
    void fill_buckets();

    std::vector<Piece> pieces_;
    double west_m_ = 0, south_m_ = 0, bucket_m_ = 1;
    int rows_ = 0, cols_ = 0;
    std::vector<std::size_t> first_, item_; // bucket b holds item_[first_[b] .. first_[b + 1])
};

/// The part of a line between two distances along it, from `from_m` to `to_m`, in that direction.
[[nodiscard]] geo::Polyline part(geo::Polyline const& line, double from_m, double to_m);

} // namespace phusong

#pragma once
#include "sim/world/world.h"
#include <compare>
#include <optional>
#include <span>

namespace phusong {

/// A point on a road edge.
struct OnRoad {
    std::uint32_t edge = 0;
    double along_m = 0;   ///< from the edge's first end, along its line
    double offroad_m = 0; ///< from the point that was asked for, straight
    geo::XY xy;
};

/// Where two roads meet, by how far along each.
struct RoadCrossing {
    std::uint32_t edge_1, edge_2;
    double along_1_m, along_2_m;
    friend auto operator<=>(RoadCrossing const&, RoadCrossing const&) = default;
};

/// Finds the nearest point of a road. Ties go to the lower edge, then to the smaller distance along it.
class RoadIndex {
  public:
    explicit RoadIndex(RoadNetwork const& roads);
    /// Nothing when there are no roads.
    [[nodiscard]] std::optional<OnRoad> nearest(geo::XY p) const;
    /// The same among the roads within `within_m`, those of `skip` left out.
    [[nodiscard]] std::optional<OnRoad> nearest(geo::XY p, double within_m,
                                                std::span<std::uint32_t const> skip = {}) const;
    /// Every place where the lines of two different edges meet, but where both begin or end. Ascending first edge.
    [[nodiscard]] std::vector<RoadCrossing> crossings() const;

  private:
    struct Piece { ///< one straight piece of a road
        std::uint32_t edge;
        double start_m; ///< along the edge
        geo::XY a, b;
    };
    static OnRoad project(Piece const& piece, geo::XY p);
    [[nodiscard]] int col(double x_m) const;
    [[nodiscard]] int row(double y_m) const;
    struct Search {
        geo::XY p;
        double within_m;
        std::span<std::uint32_t const> skip;
    };
    void look(int row, int col, Search const& search, std::optional<OnRoad>& best) const;
    [[nodiscard]] std::optional<RoadCrossing> meet(Piece const& one, Piece const& two, std::size_t bucket) const;
    void fill_buckets();

    std::vector<double> length_m_; // of each edge
    std::vector<Piece> pieces_;
    double west_m_ = 0, south_m_ = 0, bucket_m_ = 1;
    int rows_ = 0, cols_ = 0;
    std::vector<std::size_t> first_, item_; // bucket b holds item_[first_[b] .. first_[b + 1])
};

/// The part of a line between two distances along it, from `from_m` to `to_m`, in that direction.
[[nodiscard]] geo::Polyline part(geo::Polyline const& line, double from_m, double to_m);

} // namespace phusong

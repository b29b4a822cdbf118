#pragma once
#include "geo/grid.h"
#include "sim/radio/footprint.h"

namespace phusong {

/// The wanted cells around a point, sorted by the ray that passes nearest.
/// Shapes:  cells of ray r are pixels[first[r] .. first[r + 1]); ray r points `r · 2π / rays` from east to north.
struct RayBins {
    struct Pixel {
        std::uint32_t cell;
        float d_m;
    };
    std::vector<std::uint32_t> first;
    std::vector<Pixel> pixels;
    [[nodiscard]] std::size_t rays() const { return first.size() - 1; }
    [[nodiscard]] geo::XY direction(std::size_t ray) const;
};

/// As many rays as cells fit on the circle's edge.
[[nodiscard]] RayBins bin_by_ray(geo::Grid const& grid, CellMask const& wanted, geo::XY centre, double radius_m);

} // namespace phusong

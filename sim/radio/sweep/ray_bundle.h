#pragma once
#include <cstddef>
#include <hwy/aligned_allocator.h>
#include <span>
#include <vector>

namespace phusong {

/// The upper hull of the points before a sample, for every sample at once: each sample knows the hull point before it,
/// so the hull as it stood at sample i is the chain i, before[i], before[before[i]], … Finding the horizon of a
/// receiver is a short walk along it.
struct HullChain {
    float const* height = nullptr;            ///< of the points
    hwy::AlignedFreeUniquePtr<float[]> slope; ///< of the edge that ends at the sample, m/km; infinite at the first
    hwy::AlignedFreeUniquePtr<int[]> before;  ///< sample at which that edge begins
    void reserve(std::size_t values);
};

/// Sixteen rays from one antenna, and what is known of them at each sample before a receiver is chosen.
/// Shapes:  arrays of (samples + 1) × 16, the sixteen rays' values of a sample together; sample 0 is the antenna's
///          ground. `d_km` has one distance per sample, shared by the rays.
/// Units:   kilometres, metres, m/km.
struct RayBundle {
    static constexpr int lanes = 16;
    using Floats = hwy::AlignedFreeUniquePtr<float[]>;
    using Ints = hwy::AlignedFreeUniquePtr<int[]>;

    int samples = 0;
    int reserved = 0;
    std::vector<float> d_km;      ///< readable 16 beyond the last
    float step_km = 0;            ///< where d_km has equal steps; 0 = it has not
    std::vector<float> sea_level; ///< zeros, like one ray's heights
    int known[lanes] = {};        ///< samples before the first without terrain
    float hts_m = 0;              ///< antenna above sea level

    Floats h, g;                      ///< ground; ground and clutter
    Floats horizon;                   ///< steepest (h − hts) / d − 500 Ce d so far
    Ints horizon_at;                  ///< and the sample where
    Floats over_g, over_g_beta;       ///< the same over the clutter, with the median and with the beta earth radius
    Floats flat;                      ///< steepest (h − hts) / d so far
    Floats v1, v1_low, v2, v2_low;    ///< running sums (83), (84), each in two parts
    Floats bent, bent_g, bent_g_beta; ///< h − 500 Ce d², and so on: the heights of the hulls
    HullChain horizon_hull, over_g_hull, over_g_beta_hull, flat_hull;
    Floats h_along, g_along; ///< h and g ray after ray: 16 × stride()

    [[nodiscard]] int stride() const { return (reserved + 2 * lanes) / lanes * lanes; }
    void reserve(int most_samples);
    /// Puts the samples at equal steps.
    void set_steps(double step);
};

} // namespace phusong

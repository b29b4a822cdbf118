#include "sim/radio/sweep/ray_bundle.h"
#include "sim/radio/sweep/trace.h"
#include <limits>

namespace phusong {

void HullChain::reserve(std::size_t values) {
    slope = hwy::AllocateAligned<float>(values);
    before = hwy::AllocateAligned<int>(values);
}

void RayBundle::reserve(int most_samples) {
    if (most_samples <= reserved) return;
    reserved = most_samples;
    d_km.resize(static_cast<std::size_t>(stride()));
    sea_level.resize(static_cast<std::size_t>(stride()));
    auto const values = static_cast<std::size_t>(reserved + 1) * lanes;
    for (Floats* f :
         {&h, &g, &horizon, &over_g, &over_g_beta, &flat, &v1, &v1_low, &v2, &v2_low, &bent, &bent_g, &bent_g_beta})
        *f = hwy::AllocateAligned<float>(values);
    horizon_at = hwy::AllocateAligned<int>(values);
    for (HullChain* chain : {&horizon_hull, &over_g_hull, &over_g_beta_hull, &flat_hull}) chain->reserve(values);
    h_along = hwy::AllocateAligned<float>(static_cast<std::size_t>(stride()) * lanes);
    g_along = hwy::AllocateAligned<float>(static_cast<std::size_t>(stride()) * lanes);
}

void RayBundle::set_steps(double step) {
    step_km = static_cast<float>(step);
    for (int i = 0; i <= samples; ++i) d_km[static_cast<std::size_t>(i)] = static_cast<float>(i) * step_km;
}

void start_rays(RayBundle& b, float h0_m) {
    constexpr float none = -std::numeric_limits<float>::infinity();
    for (std::size_t l = 0; l < RayBundle::lanes; ++l) {
        b.h[l] = b.g[l] = h0_m;
        b.horizon[l] = b.over_g[l] = b.over_g_beta[l] = b.flat[l] = none;
        b.horizon_at[l] = 0;
        b.v1[l] = b.v1_low[l] = b.v2[l] = b.v2_low[l] = 0;
    }
}

} // namespace phusong

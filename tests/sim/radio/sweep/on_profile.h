#pragma once
#include "sim/radio/models/p1812_zones.h"
#include "sim/radio/sweep/trace.h"
#include <vector>

namespace phusong::test {

/// The sweep's own functions on one profile: sixteen rays that are all this profile, and its last point as the
/// receiver.
[[nodiscard]] inline std::vector<float> sweep_losses(P1812Profile const& profile, P1812Link const& link) {
    auto const n = profile.d_km.size() - 1;
    bool const clutter = !profile.clutter_m.empty();
    auto const model = sweep_model(link, clutter);
    RayBundle rays;
    rays.samples = static_cast<int>(n) - 1;
    rays.reserve(rays.samples);
    rays.hts_m = static_cast<float>(profile.h_m.front() + link.htg_m);
    start_rays(rays, static_cast<float>(profile.h_m.front()));
    for (std::size_t i = 0; i < n; ++i) {
        rays.d_km[i] = static_cast<float>(profile.d_km[i]);
        for (std::size_t l = 0; l < RayBundle::lanes && i > 0; ++l) {
            rays.h[i * RayBundle::lanes + l] = static_cast<float>(profile.h_m[i]);
            rays.g[i * RayBundle::lanes + l] =
                static_cast<float>(profile.h_m[i] + (clutter ? profile.clutter_m[i] : 0));
        }
    }
    follow_rays(rays, model);
    auto const zones = zone_shares(profile.d_km, profile.zone);
    auto const all = [](double x) { return std::vector<float>(16, static_cast<float>(x)); };
    auto const d = all(profile.d_km.back()), hn = all(profile.h_m.back()), dtm = all(zones.dtm_km),
               dlm = all(zones.dlm_km), omega = all(zones.omega), dct = all(link.dct_km), dcr = all(link.dcr_km);
    bool const at_sea = !profile.zone.empty() && profile.zone.back() == RadioZone::sea;
    auto const location = all(at_sea ? 0 : static_cast<double>(model.location));
    std::vector<int> const before(16, rays.samples);
    std::vector<int> lane(16), reason(16);
    for (int l = 0; l < 16; ++l) lane[static_cast<std::size_t>(l)] = l;
    auto loss = all(0);
    receive(rays, model,
            {.count = 16,
             .d_km = d.data(),
             .hn_m = hn.data(),
             .before = before.data(),
             .lane = lane.data(),
             .own_step_km = 0,
             .own_count = nullptr,
             .own_h_m = {},
             .own_g_m = {},
             .zones = {dtm.data(), dlm.data(), omega.data(), dct.data(), dcr.data()},
             .location = location.data(),
             .loss_db = loss.data(),
             .reason = reason.data()});
    return loss;
}

} // namespace phusong::test

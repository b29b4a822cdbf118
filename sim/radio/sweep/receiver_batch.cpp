#include "sim/radio/sweep/receiver_batch.h"
#include <algorithm>
#include <cmath>

namespace phusong {

void ReceiverBatch::add(std::size_t cell_of_window, float d, float hn, RasterSpot spot, int samples, int ray) {
    constexpr float nearest_km = 0.01f; // the formulas divide by the distance
    cell[count] = cell_of_window;
    d_km[count] = std::max(d, nearest_km);
    hn_m[count] = hn;
    col[count] = static_cast<float>(spot.col);
    row[count] = static_cast<float>(spot.row);
    own_count[count] = std::min(samples, static_cast<int>(own_points));
    before[count] = samples - own_count[count];
    lane[count] = ray;
    ++count;
}

void ReceiverBatch::look_around(RayCourse const& course, SweepTerrain const& terrain) {
    auto const repeat_last = [this](auto& values) { // whole vectors are computed
        for (std::size_t i = count; i % RayBundle::lanes != 0; ++i) values[i] = values[count - 1];
    };
    repeat_last(d_km), repeat_last(hn_m), repeat_last(col), repeat_last(row);
    repeat_last(own_count), repeat_last(before), repeat_last(lane);
    OwnSamples own{static_cast<int>(count), col.data(), row.data(), before.data(), lane.data(), {}, {}};
    for (std::size_t j = 0; j < own_points; ++j) own.h_m[j] = own_h[j].data(), own.g_m[j] = own_g[j].data();
    sample_own(course, terrain, own);
}

void ReceiverBatch::receive_all(RayBundle const& rays, SweepModel const& model, double step_km, bool reasons) {
    SweepReceivers r{.count = static_cast<int>(count),
                     .d_km = d_km.data(),
                     .hn_m = hn_m.data(),
                     .before = before.data(),
                     .lane = lane.data(),
                     .own_step_km = static_cast<float>(step_km),
                     .own_count = own_count.data(),
                     .own_h_m = {},
                     .own_g_m = {},
                     .zones = {},
                     .loss_db = loss_db.data(),
                     .reason = reasons ? reason.data() : nullptr};
    for (std::size_t j = 0; j < own_points; ++j) {
        r.own_h_m[j] = own_h[j].data();
        r.own_g_m[j] = model.clutter ? own_g[j].data() : nullptr;
    }
    receive(rays, model, r);
}

bool ReceiverBatch::lacks_terrain(std::size_t receiver) const {
    for (std::size_t j = 0; j < static_cast<std::size_t>(own_count[receiver]); ++j)
        if (std::isnan(own_h[j][receiver])) return true;
    return false;
}

} // namespace phusong

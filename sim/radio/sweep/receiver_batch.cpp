#include "sim/radio/sweep/receiver_batch.h"
#include <algorithm>
#include <cmath>

namespace phusong {

void ReceiverBatch::add(std::size_t cell_of_window, float d, float hn, RasterSpot spot, int samples, int ray) {
    constexpr float least_km = 0.01f; // the formulas divide by the distance
    cell[count] = cell_of_window;
    d_km[count] = std::max(d, least_km);
    hn_m[count] = hn;
    col[count] = static_cast<float>(spot.col);
    row[count] = static_cast<float>(spot.row);
    own_count[count] = std::min(samples, static_cast<int>(own_points));
    before[count] = samples - own_count[count];
    lane[count] = ray;
    ++count;
}

CoastPath ReceiverBatch::zones_to(ZoneRays const& zones, RayCourse const& course, SweepTerrain const& terrain,
                                  double step_km, std::size_t i) const {
    std::array<double, own_points + 1> d;
    std::array<RadioZone, own_points + 1> zone;
    RasterSpot const step = heading(course, before[i], lane[i]);
    auto const own = static_cast<std::size_t>(own_count[i]);
    for (std::size_t j = 0; j <= own; ++j) { // j points before the receiver
        auto const back = static_cast<double>(j);
        RasterSpot const spot{course.base_col + static_cast<double>(col[i]) - back * step.col,
                              course.base_row + static_cast<double>(row[i]) - back * step.row};
        d[own - j] = static_cast<double>(d_km[i]) - back * step_km;
        zone[own - j] = zone_at(terrain, spot);
    }
    return zones.to(before[i], lane[i], {d.data(), own + 1}, {zone.data(), own + 1});
}

void ReceiverBatch::cross_zones(ZoneRays const& zones, RayCourse const& course, SweepTerrain const& terrain,
                                double step_km) {
    zoned = terrain.zone != nullptr;
    for (std::size_t i = 0; zoned && i < count; ++i) {
        auto const path = zones_to(zones, course, terrain, step_km, i);
        dtm_km[i] = static_cast<float>(path.shares.dtm_km);
        dlm_km[i] = static_cast<float>(path.shares.dlm_km);
        omega[i] = static_cast<float>(path.shares.omega);
        dct_km[i] = static_cast<float>(path.dct_km);
        dcr_km[i] = static_cast<float>(path.dcr_km);
        at_sea[i] = path.dcr_km == 0;
    }
}

void ReceiverBatch::look_around(RayCourse const& course, SweepTerrain const& terrain) {
    auto const repeat_last = [this](auto& values) { // whole vectors are computed
        for (std::size_t i = count; i % RayBundle::lanes != 0; ++i) values[i] = values[count - 1];
    };
    repeat_last(d_km), repeat_last(hn_m), repeat_last(col), repeat_last(row);
    repeat_last(own_count), repeat_last(before), repeat_last(lane);
    if (zoned) repeat_last(dtm_km), repeat_last(dlm_km), repeat_last(omega), repeat_last(dct_km), repeat_last(dcr_km);
    if (zoned) repeat_last(at_sea);
    OwnSamples own{static_cast<int>(count), col.data(), row.data(), before.data(), lane.data(), {}, {}};
    for (std::size_t j = 0; j < own_points; ++j) own.h_m[j] = own_h[j].data(), own.g_m[j] = own_g[j].data();
    sample_own(course, terrain, own);
    int unknown = 0;
    for (auto const& heights : own_h)
        for (std::size_t i = 0; i < count; ++i) unknown += std::isnan(heights[i]) ? 1 : 0;
    gaps = unknown > 0;
}

void ReceiverBatch::receive_all(RayBundle const& rays, SweepModel const& model, double step_km) {
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
                     .reason = reason.data()};
    if (zoned) {
        for (std::size_t i = 0; i < (count + RayBundle::lanes - 1) / RayBundle::lanes * RayBundle::lanes; ++i)
            location_db[i] = at_sea[i] ? 0 : model.location; // nothing varies over the sea, §4.8
        r.zones = {dtm_km.data(), dlm_km.data(), omega.data(), dct_km.data(), dcr_km.data()};
        r.location = location_db.data();
    }
    for (std::size_t j = 0; j < own_points; ++j) {
        r.own_h_m[j] = own_h[j].data();
        r.own_g_m[j] = model.clutter ? own_g[j].data() : nullptr;
    }
    receive(rays, model, r);
    if (!model.short_path) return;
    for (std::size_t i = 0; i < count; ++i)
        if (static_cast<double>(d_km[i]) < short_path_outer_km) loss_db[i] = blended(rays, model, i);
}

float ReceiverBatch::blended(RayBundle const& rays, SweepModel const& model, std::size_t i) const {
    double const d = static_cast<double>(d_km[i]);
    ShortPathLink const link{.f_mhz = 1000 * static_cast<double>(model.f),
                             .h_tx_m = static_cast<double>(model.htg),
                             .h_rx_m = static_cast<double>(model.hrg),
                             .rise_m = static_cast<double>(rays.hts_m - hn_m[i] - model.hrg),
                             .line_of_sight = reason[i] == static_cast<int>(SweepReason::line_of_sight)};
    double const near_db = limited_short_path_loss_db(*model.short_path, d, link);
    return static_cast<float>(blended_loss_db(d, near_db, static_cast<double>(loss_db[i])));
}

bool ReceiverBatch::lacks_terrain(std::size_t receiver) const {
    for (std::size_t j = 0; gaps && j < static_cast<std::size_t>(own_count[receiver]); ++j)
        if (std::isnan(own_h[j][receiver])) return true;
    return false;
}

} // namespace phusong

#include "sim/radio/sweep/zone_rays.h"
#include <algorithm>
#include <cmath>

namespace phusong {

/// From one point to the next: the border between two zones lies halfway.
void ZoneRays::Sections::step(bool belongs, double from_km, double to_km, bool at_end) {
    double const middle_km = (from_km + to_km) / 2;
    bool const within = since_km >= 0;
    double const began_km = within ? since_km : middle_km;
    bool const ends = at_end ? within || belongs : within && !belongs;
    if (ends) {
        double const length_km = (belongs ? to_km : middle_km) - began_km;
        longest_km = std::max(longest_km, length_km);
        sum_km += length_km;
    }
    since_km = belongs ? began_km : -1;
}

void ZoneRays::Sample::step(RadioZone next, double next_km, bool at_end) {
    bool const wet = next == RadioZone::sea, was_wet = zone == RadioZone::sea;
    double const middle_km = (d_km + next_km) / 2;
    if (wet && first_sea_km < 0) first_sea_km = middle_km;
    if (wet)
        last_sea_km = next_km;
    else if (was_wet)
        last_sea_km = middle_km;
    land.step(!wet, d_km, next_km, at_end);
    inland.step(next == RadioZone::inland, d_km, next_km, at_end);
    sea.step(wet, d_km, next_km, at_end);
    d_km = next_km;
    zone = next;
}

CoastPath ZoneRays::along(Sample at, std::span<double const> d, std::span<RadioZone const> zone) {
    for (std::size_t i = 0; i < d.size(); ++i) at.step(zone[i], d[i], i + 1 == d.size());
    CoastPath out{{at.land.longest_km, at.inland.longest_km, at.sea.sum_km / d.back()}};
    if (at.first_sea_km >= 0) out.dct_km = at.first_sea_km;
    if (at.last_sea_km >= 0) out.dcr_km = d.back() - at.last_sea_km;
    return out;
}

namespace {

template <class Sample> Sample first_sample(RadioZone zone) {
    Sample s;
    s.zone = zone;
    (zone == RadioZone::sea ? s.sea : s.land).since_km = 0;
    if (zone == RadioZone::inland) s.inland.since_km = 0;
    if (zone == RadioZone::sea) s.first_sea_km = s.last_sea_km = 0;
    return s;
}

} // namespace

RadioZone zone_at(SweepTerrain const& t, RasterSpot spot) {
    auto const col = static_cast<std::ptrdiff_t>(std::lround(spot.col));
    auto const row = static_cast<std::ptrdiff_t>(std::lround(spot.row));
    if (t.zone == nullptr || col < 0 || row < 0 || col >= t.cols || row >= t.rows) return RadioZone::inland;
    auto const zone = static_cast<RadioZone>(t.zone[row * t.cols + col]);
    return zone == RadioZone::sea || zone == RadioZone::coastal_land ? zone : RadioZone::inland;
}

void ZoneRays::follow(RayBundle const& rays, RayCourse const& course, SweepTerrain const& terrain) {
    samples_.resize(static_cast<std::size_t>(rays.samples) + 1);
    for (std::size_t l = 0; l < RayBundle::lanes; ++l)
        samples_[0][l] = first_sample<Sample>(zone_at(terrain, spot_of(course, 0, static_cast<int>(l))));
    for (int i = 1; i <= rays.samples; ++i)
        for (std::size_t l = 0; l < RayBundle::lanes; ++l) {
            auto const at = static_cast<std::size_t>(i);
            samples_[at][l] = samples_[at - 1][l];
            samples_[at][l].step(zone_at(terrain, spot_of(course, i, static_cast<int>(l))),
                                 static_cast<double>(rays.d_km[at]), false);
        }
}

CoastPath ZoneRays::to(int before, int lane, std::span<double const> d_km, std::span<RadioZone const> zone) const {
    return along(samples_[static_cast<std::size_t>(before)][static_cast<std::size_t>(lane)], d_km, zone);
}

CoastPath coast_path(std::span<double const> d, std::span<RadioZone const> zone) {
    if (zone.empty()) return {{d.back(), d.back(), 0}};
    return ZoneRays::along(first_sample<ZoneRays::Sample>(zone[0]), d.subspan(1), zone.subspan(1));
}

} // namespace phusong

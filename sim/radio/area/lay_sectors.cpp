#include "sim/radio/area/lay_sectors.h"
#include "geo/earth.h"
#include "geo/problem.h"
#include "sim/radio/servers/sinr.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

std::vector<double> azimuths_of(SectorSite const& site, SiteAntennas const& usual) {
    if (!site.azimuths_deg.empty()) return site.azimuths_deg;
    std::vector<double> out;
    for (int k = 0; k < usual.sectors; ++k) out.push_back(usual.first_azimuth_deg + 360.0 * k / usual.sectors);
    return out;
}

/// An antenna that is alike in all directions has nothing to tilt: its attenuation is 0 everywhere.
std::vector<Sector> sectors_of(SectorSite const& site, Radio const& radio, Carrier const& carrier,
                               std::shared_ptr<AntennaPattern const> const& pattern, std::uint32_t& next_id) {
    std::vector<Sector> out;
    for (double const azimuth_deg : azimuths_of(site, radio.antenna))
        out.push_back({.id = next_id++,
                       .azimuth_deg = azimuth_deg,
                       .mechanical_tilt_deg = radio.antenna.mechanical_tilt_deg,
                       .electrical_tilt_deg = site.tilt_deg.value_or(radio.antenna.electrical_tilt_deg),
                       .pattern = pattern,
                       .power_dbm = carrier.sent_dbm - pattern->gain_dbi,
                       .frequency_mhz = radio.budget[carrier.technology].frequency_mhz,
                       .load_share = radio.channel[carrier.technology].load_share});
    return out;
}

ServerSettings settings_of(Radio const& radio, std::size_t technology, double weakest) {
    double const threshold_dbm = radio.budget[technology].threshold_dbm;
    return {.receiver_height_m = radio.receiver_height_m,
            .effective_earth_radius_km = geo::earth_radius_km * radio.effective_earth_factor,
            .threshold_dbm = threshold_dbm,
            .weakest_dbm = std::min(threshold_dbm - radio.weak_band_db, weakest)};
}

void refuse_too_many(std::uint32_t sectors, Technology technology) {
    if (sectors <= no_sector) return;
    throw geo::InputError(
        {{"radio.antenna.sectors",
          geo::say("có {} cung {}, bản đồ phân biệt được nhiều nhất {}",
                   "there are {} sectors of {}, a map tells at most {} apart", sectors, name(technology), no_sector),
          geo::say("bớt số cung mỗi trạm hoặc chia vùng tính", "fewer sectors a site, or less "
                                                               "country")}});
}

LaidSite lay(SectorSite const& site, Radio const& radio, LaidSectors const& to, Carrier const& carrier,
             AreaGround const& ground) {
    auto const& budget = radio.budget[carrier.technology];
    float const ground_m = geo::bilinear(*ground.height_m, site.xy);
    double const reach_km =
        free_space_radius_km(carrier.model, carrier.sent_dbm, to.settings.weakest_dbm, budget.frequency_mhz);
    return {.group = {.xy = site.xy, .antenna_m = static_cast<double>(ground_m) + site.mast_height_m},
            .model = carrier.model,
            .mast_height_m = site.mast_height_m,
            .radius_km = std::min(budget.radius_km, reach_km),
            .ground_m = ground_m};
}

} // namespace

LaidSectors lay_sectors(Radio const& radio, Technology technology, std::span<SectorSite const> sites,
                        Antennas const& antennas, AreaGround const& ground, double asked_dbm) {
    auto const& channel = radio.channel[index(technology)];
    LaidSectors out;
    out.technology = technology;
    out.noise_dbm = noise_dbm(channel.noise_bandwidth_khz * 1000, channel.noise_figure_db);
    out.settings = settings_of(radio, index(technology), std::min(out.noise_dbm, asked_dbm));
    TechnologySet only;
    only.add(technology);
    Setting const setting{ground.latitude_deg, ground.height_m->grid.cell_m};
    std::uint32_t next_id = 0;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (!sites[i].technologies.has(technology)) continue;
        auto const carrier =
            carriers(radio, only, sites[i].mast_height_m, setting, ground.clutter_m != nullptr).front();
        auto site = lay(sites[i], radio, out, carrier, ground);
        site.site = i;
        site.group.sectors = sectors_of(sites[i], radio, carrier, antennas.of(sites[i]), next_id);
        if (std::isnan(site.ground_m))
            ++out.sites_without_terrain;
        else
            out.sites.push_back(std::move(site));
    }
    refuse_too_many(next_id, technology);
    return out;
}

} // namespace phusong

#include "sim/radio/area/read_antennas.h"
#include "geo/problem.h"
#include "sim/radio/antenna/read_msi.h"
#include <algorithm>

namespace phusong {

AntennaPattern usual_pattern(SiteAntennas const& antennas) {
    if (antennas.sectors == 1) return omni(0);
    return make_3gpp_pattern({.gain_dbi = 0,
                              .horizontal_beamwidth_deg = antennas.horizontal_beamwidth_deg,
                              .vertical_beamwidth_deg = antennas.vertical_beamwidth_deg,
                              .most_attenuation_db = antennas.front_to_back_db,
                              .side_lobe_attenuation_db = antennas.side_lobe_db,
                              .electrical_tilt_deg = 0});
}

Antennas read_antennas(SiteAntennas const& antennas, std::span<SectorSite const> sites) {
    Antennas out;
    geo::Problems problems;
    auto const read = [&](std::filesystem::path const& file, std::string const& shown) {
        try {
            return std::make_shared<AntennaPattern const>(read_msi(file, shown));
        } catch (geo::InputError const& error) {
            problems.insert(problems.end(), error.problems.begin(), error.problems.end());
            return std::shared_ptr<AntennaPattern const>();
        }
    };
    out.usual = antennas.pattern.given() ? read(antennas.pattern.path, antennas.pattern.name())
                                         : std::make_shared<AntennaPattern const>(usual_pattern(antennas));
    for (auto const& site : sites)
        if (!site.antenna.empty() && !out.own.contains(site.antenna))
            out.own[site.antenna] = read(site.antenna, site.antenna.filename().string());
    geo::throw_if_any(std::move(problems));
    return out;
}

} // namespace phusong

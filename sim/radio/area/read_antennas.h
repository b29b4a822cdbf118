#pragma once
#include "sim/radio/antenna/pattern.h"
#include "sim/radio/area/sector_site.h"
#include "sim/scenario/scenario.h"
#include <map>
#include <memory>
#include <span>

namespace phusong {

/// The patterns that sites carry.
struct Antennas {
    std::shared_ptr<AntennaPattern const> usual; ///< of the scenario: its file, else the 3GPP formula, else no sectors
    std::map<std::filesystem::path, std::shared_ptr<AntennaPattern const>> own; ///< by the sites' files
    [[nodiscard]] std::shared_ptr<AntennaPattern const> of(SectorSite const& site) const {
        return site.antenna.empty() ? usual : own.at(site.antenna);
    }
};

/// Errors:  InputError with the mistakes of all files; FileError.
[[nodiscard]] Antennas read_antennas(SiteAntennas const& antennas, std::span<SectorSite const> sites);

/// By the 3GPP formula, or alike in all directions. The gain is 0: budgets speak of what is radiated.
[[nodiscard]] AntennaPattern usual_pattern(SiteAntennas const& antennas);

} // namespace phusong

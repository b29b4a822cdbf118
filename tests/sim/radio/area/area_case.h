#pragma once
#include "geo/problem.h"
#include "sim/radio/area/cover.h"
#include "tests/sim/radio/mountains.h"
#include <algorithm>
#include <fmt/format.h>

namespace phusong::test {

/// A small country with sites, whose coverage is asked again and again with something changed.
struct AreaCase {
    World world = mountains(149, 163, 90, 2026);
    Radio radio = ordinary_radio();
    std::vector<SectorSite> sites = some_sites();
    Technology technology = Technology::g4;
    PathLossStore* store = nullptr;
    bool reasons = true;
    double latitude_deg = 22.8;

    static std::vector<SectorSite> some_sites() {
        std::vector<SectorSite> out;
        for (int i = 0; i < 7; ++i) {
            SectorSite site;
            site.code = fmt::format("T{}", i + 1);
            site.xy = {413700 + 1717.0 * i, 2545300 - 11300.0 * geo::uniform({9, 3, static_cast<unsigned>(i), 0})};
            site.mast_height_m = 31 + 4 * i;
            site.technologies.add(Technology::g4);
            if (i % 2 == 0) site.technologies.add(Technology::g2);
            out.push_back(site);
        }
        out[2].azimuths_deg = {43, 197};
        out[4].tilt_deg = 6;
        return out;
    }
    [[nodiscard]] LaidSectors laid() const {
        return lay_sectors(radio, technology, sites, read_antennas(radio.antenna, sites), ground());
    }
    [[nodiscard]] AreaGround ground() const {
        auto out = area_ground(world);
        out.latitude_deg = latitude_deg;
        return out;
    }
    /// The map looks at this case's ground: the case must outlive it.
    [[nodiscard]] AreaCoverage cover() const {
        auto const under = ground();
        return phusong::cover(laid(), {under, radio, reasons, store});
    }
};

inline bool same(AreaCoverage const& a, AreaCoverage const& b) {
    return a.servers == b.servers && (a.serving.loss_centi_db == b.serving.loss_centi_db).all() &&
           (a.serving.reason == b.serving.reason).all() && a.samples_without_terrain == b.samples_without_terrain;
}

/// Cells with any server.
inline std::size_t heard(AreaCoverage const& area) {
    auto const keys = area.servers.keys(0);
    return static_cast<std::size_t>(std::ranges::count_if(keys, [](auto key) { return key != 0; }));
}

/// Cells whose best server is at or above the threshold.
inline std::size_t covered(AreaCoverage const& area) {
    std::size_t cells = 0;
    for (std::uint32_t cell = 0; cell < area.servers.grid().size(); ++cell) {
        auto const best = area.servers.server(cell, 0);
        cells += best && best->dbm >= area.servers.settings().threshold_dbm ? 1 : 0;
    }
    return cells;
}

} // namespace phusong::test

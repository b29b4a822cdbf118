#include "geo/earth.h"
#include "sim/radio/antenna/read_msi.h"
#include "sim/radio/antenna/sector.h"
#include "tools/cli/coverage_map.h"
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numbers>

namespace phusong::cli {
namespace {

Sector sector_of(CoverageArea const& area, CoverageQuery const& query) {
    auto pattern = std::make_shared<AntennaPattern const>(
        read_msi(query.antenna, std::filesystem::path(query.antenna).filename().string()));
    return {.azimuth_deg = query.azimuth_deg.value_or(0) + area.north_deg,
            .mechanical_tilt_deg = query.tilt_deg.value_or(0),
            .electrical_tilt_deg = query.electrical_tilt_deg.value_or(pattern->electrical_tilt_deg),
            .pattern = pattern,
            .power_dbm = *query.power_dbm,
            .losses_db = query.feeder_loss_db.value_or(0),
            .frequency_mhz = query.frequency_mhz};
}

/// What the sector sends towards a cell of the window.
double sent_dbm(Sector const& sector, CoverageArea const& area, P1812Link const& link, double earth_km, int row,
                int col) {
    constexpr double nearest_m = 10; // as the losses
    Polar const to = area.frame.polar(row, col);
    auto const cell =
        static_cast<std::size_t>(area.frame.first_row + row) * static_cast<std::size_t>(area.window.cols) +
        static_cast<std::size_t>(area.frame.first_col + col);
    double const down = depression_deg(static_cast<double>(area.ground_m) + link.htg_m,
                                       static_cast<double>(area.height_m[cell]) + link.hrg_m,
                                       std::max(nearest_m, 1000 * to.d_km), earth_km);
    return sector.power_dbm - sector.losses_db + gain_dbi(sector, to.azimuth_rad * 180 / std::numbers::pi, down);
}

void subtract_from(CoverageMap& map, double eirp_dbm) {
    map.most_sent_dbm = eirp_dbm;
    for (float& v : map.received_dbm) v = static_cast<float>(eirp_dbm - static_cast<double>(v));
}

} // namespace

void add_power(CoverageMap& map, CoverageArea const& area, CoverageQuery const& query) {
    map.received_dbm = map.loss_db;
    if (query.antenna.empty()) return subtract_from(map, *query.eirp_dbm);
    auto const sector = sector_of(area, query);
    map.most_sent_dbm = eirp_dbm(sector);
    double const earth_km = geo::earth_radius_km * query.earth_factor; // as a scenario's sectors
    auto const cols = static_cast<std::size_t>(area.grid.cols);
    for (int r = 0; r < area.frame.rows(); ++r)
        for (int c = 0; c < area.frame.cols(); ++c) {
            float& v = map.received_dbm[static_cast<std::size_t>(area.window.row + area.frame.first_row + r) * cols +
                                        static_cast<std::size_t>(area.window.col + area.frame.first_col + c)];
            if (!std::isnan(v))
                v = static_cast<float>(sent_dbm(sector, area, map.link, earth_km, r, c) - static_cast<double>(v));
        }
}

} // namespace phusong::cli

#pragma once
#include "geo/random.h"
#include "sim/radio/servers/server_map.h"
#include <memory>
#include <vector>

namespace phusong::test {

/// Random sites over random ground, some of it unknown; their windows overlap and hang over nothing.
struct RandomSites {
    geo::Raster ground_m;
    std::vector<std::unique_ptr<PathLoss>> losses{};
    std::vector<SectorGroup> groups{};
    ServerSettings settings{
        .receiver_height_m = 1.5, .effective_earth_radius_km = 8495, .threshold_dbm = -95, .weakest_dbm = -140};
};

class Dice {
  public:
    explicit Dice(std::uint32_t entity) : entity_(entity) {}
    double between(double from, double to) {
        return from + (to - from) * geo::uniform({.seed = 2026, .purpose = 9, .entity = entity_, .draw = draw_++});
    }
    int whole(int from, int to) { return static_cast<int>(std::floor(between(from, to + 1 - 1e-9))); }

  private:
    std::uint32_t entity_, draw_ = 0;
};

/// As steep as patterns of makers are: side lobes and nulls, up to 6 dB from one degree to the next.
inline AntennaPattern lobed_pattern(Dice& dice) {
    auto p = make_3gpp_pattern({.gain_dbi = dice.between(12, 19),
                                .horizontal_beamwidth_deg = dice.between(60, 90),
                                .vertical_beamwidth_deg = dice.between(6, 12),
                                .most_attenuation_db = 30,
                                .side_lobe_attenuation_db = 25,
                                .electrical_tilt_deg = dice.between(0, 4)});
    p.most_attenuation_db = AntennaPattern::unlimited_db;
    for (auto& db : p.vertical_db) db += static_cast<float>(db > 3 ? dice.between(0, 6) : 0);
    return p;
}

inline std::unique_ptr<PathLoss> random_loss(Dice& dice, geo::Grid const& grid) {
    auto loss = std::make_unique<PathLoss>();
    loss->first_row = dice.whole(0, grid.rows - 1);
    loss->first_col = dice.whole(0, grid.cols - 1);
    loss->rows = dice.whole(1, grid.rows - loss->first_row);
    loss->cols = dice.whole(1, grid.cols - loss->first_col);
    for (int i = 0; i < loss->rows * loss->cols; ++i) {
        double const kind = dice.between(0, 1);
        loss->centi_db.push_back(kind < 0.1    ? PathLoss::none
                                 : kind < 0.15 ? PathLoss::no_terrain
                                               : static_cast<std::uint16_t>(dice.whole(7'000, 17'000)));
    }
    return loss;
}

inline RandomSites random_sites(std::uint32_t seed, int sites) {
    Dice dice(seed);
    RandomSites out{.ground_m =
                        geo::Raster({.west_m = 500'000, .north_m = 2'500'000, .cell_m = 90, .rows = 29, .cols = 53})};
    for (float& m : out.ground_m.values.reshaped())
        m = dice.between(0, 1) < 0.03 ? geo::no_data : static_cast<float>(dice.between(100, 900));
    std::uint32_t id = 0;
    for (int i = 0; i < sites; ++i) {
        out.losses.push_back(random_loss(dice, out.ground_m.grid));
        SectorGroup group{.xy = {dice.between(499'000, 506'000), dice.between(2'496'000, 2'501'000)},
                          .antenna_m = dice.between(150, 1200),
                          .loss = out.losses.back().get()};
        auto const pattern = std::make_shared<AntennaPattern const>(lobed_pattern(dice));
        double const azimuth_deg = dice.between(0, 360);
        for (int k = 0; k < 3; ++k)
            group.sectors.push_back({.id = id++,
                                     .azimuth_deg = azimuth_deg + 120 * k,
                                     .mechanical_tilt_deg = dice.between(-3, 8),
                                     .electrical_tilt_deg = dice.between(0, 9),
                                     .pattern = pattern,
                                     .power_dbm = dice.between(14, 33),
                                     .losses_db = dice.between(0, 3),
                                     .load_share = dice.between(0, 1)});
        out.groups.push_back(std::move(group));
    }
    return out;
}

inline ServerMap map_of(RandomSites const& sites) {
    ServerMap map(sites.ground_m, sites.settings);
    map.add(sites.groups);
    return map;
}

ServerMap map_of(RandomSites const&& sites) = delete; // the map looks at their ground

/// Received power by the plain formula in double precision; nothing where the window or the ground says so.
inline std::optional<double> received_dbm(RandomSites const& sites, SectorGroup const& group, Sector const& sector,
                                          int row, int col) {
    auto const& w = *group.loss;
    auto const& grid = sites.ground_m.grid;
    bool const inside =
        row >= w.first_row && row < w.first_row + w.rows && col >= w.first_col && col < w.first_col + w.cols;
    float const ground_m = sites.ground_m.values(row, col);
    if (!inside || std::isnan(ground_m) || w.at(row, col) > PathLoss::most) return std::nullopt;
    auto const cell = grid.centre(row, col);
    double const east_m = cell.x_m - group.xy.x_m, north_m = cell.y_m - group.xy.y_m;
    double const down_deg =
        depression_deg(group.antenna_m, static_cast<double>(ground_m) + sites.settings.receiver_height_m,
                       std::hypot(east_m, north_m), sites.settings.effective_earth_radius_km);
    double const azimuth_deg = std::atan2(east_m, north_m) * 57.29577951308232;
    return sector.power_dbm - sector.losses_db + gain_dbi(sector, azimuth_deg, down_deg) - w.at(row, col) / 100.0;
}

} // namespace phusong::test

#include "sim/radio/servers/merge_row.h"
#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace phusong {
namespace {

CutTable table_of(AntennaCut const& cut) {
    CutTable steps{}, table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        steps[i] = static_cast<std::int32_t>(std::lround(cut[i % degrees_around] * cut_steps_per_db));
    for (std::size_t i = 0; i < table.size(); ++i) {
        auto const more = steps[(i + 1) % degrees_around] - steps[i];
        table[i] = static_cast<std::int32_t>(static_cast<std::uint32_t>(steps[i]) << 16 |
                                             (static_cast<std::uint32_t>(more) & 0xFFFFU));
    }
    return table;
}

void must(bool holds, char const* what) {
    if (!holds) throw std::logic_error(what);
}

void check(Sector const& sector) {
    auto const within = [](double value, double most) { return value >= -most && value <= most; };
    must(sector.id < no_sector, "sector id is too large");
    must(sector.pattern != nullptr, "sector without pattern");
    must(sector.load_share >= 0 && sector.load_share <= 1, "load is no share");
    // The look-up in the vertical cut goes no further round than this.
    must(within(sector.mechanical_tilt_deg, 90) &&
             within(sector.electrical_tilt_deg - sector.pattern->electrical_tilt_deg, 90),
         "tilt is out of range");
    for (auto const& cut : {sector.pattern->horizontal_db, sector.pattern->vertical_db}) // what fits into 16 bits
        must(std::ranges::all_of(cut, [](float db) { return db >= 0 && db <= 250; }), "cut is out of range");
}

void check(PathLoss const& w, geo::Grid const& grid) {
    must(w.first_row >= 0 && w.first_col >= 0 && w.rows >= 0 && w.cols >= 0 && w.rows <= grid.rows - w.first_row &&
             w.cols <= grid.cols - w.first_col,
         "window does not lie in the grid");
    must(w.centi_db.size() == static_cast<std::size_t>(w.rows) * static_cast<std::size_t>(w.cols),
         "window has another size than it says");
}

PreparedSector prepare(Sector const& sector) {
    auto const& pattern = *sector.pattern;
    double const azimuth_deg = half_turn_deg(sector.azimuth_deg), angle = azimuth_deg * std::numbers::pi / 180;
    return {.azimuth_deg = static_cast<float>(azimuth_deg),
            .sin_azimuth = static_cast<float>(std::sin(angle)),
            .cos_azimuth = static_cast<float>(std::cos(angle)),
            .mechanical_tilt_deg = static_cast<float>(sector.mechanical_tilt_deg),
            .tilt_shift_deg = static_cast<float>(sector.electrical_tilt_deg - pattern.electrical_tilt_deg),
            .eirp_centi_dbm = static_cast<float>(100 * eirp_dbm(sector)),
            .most_attenuation = static_cast<float>(pattern.most_attenuation_db) * cut_steps_per_db,
            .load_share = static_cast<float>(sector.load_share),
            .key = no_sector - sector.id,
            .horizontal = table_of(pattern.horizontal_db),
            .vertical = table_of(pattern.vertical_db)};
}

} // namespace

std::vector<PreparedGroup> prepare(std::span<SectorGroup const> groups, geo::Grid const& grid) {
    std::vector<PreparedGroup> out;
    for (auto const& group : groups) {
        check(*group.loss, grid);
        PreparedGroup one{&group, {}};
        for (auto const& sector : group.sectors) {
            check(sector);
            one.sectors.push_back(prepare(sector));
        }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace phusong

#include "sim/output/area_tables.h"
#include "sim/output/labels.h"
#include "sim/output/whole_parts.h"
#include "sim/radio/area/location_shift.h"
#include <algorithm>
#include <limits>
#include <numeric>

namespace phusong {
namespace {

std::vector<double> thresholds_of(Technology technology, AreaQuestion const& question, Radio const& radio) {
    if (!question.thresholds_dbm.empty()) return question.thresholds_dbm;
    double const threshold_dbm = radio.budget[index(technology)].threshold_dbm;
    if (radio.weak_band_db == 0) return {threshold_dbm};
    return {threshold_dbm, threshold_dbm - radio.weak_band_db};
}

/// One column of a level: a figure per commune, and their sum behind them.
using Column = std::vector<std::string>;

template <class Figure> Column column(std::vector<Figure> const& communes, int decimals) {
    Column out;
    for (auto const f : communes) out.push_back(number(static_cast<double>(f), decimals));
    out.push_back(number(static_cast<double>(std::accumulate(communes.begin(), communes.end(), Figure{})), decimals));
    return out;
}

/// Whole square metres: sums of what is printed are what is printed as the sum.
constexpr int area_decimals = 4;

template <class Value> auto each(AreaLevel const& level, Value const& value) {
    std::vector<decltype(value(level.communes.front()))> out;
    for (auto const& commune : level.communes) out.push_back(value(commune));
    return out;
}

Column shares(std::vector<std::int64_t> const& part, std::vector<std::int64_t> const& whole) {
    auto const share = [](std::int64_t a, std::int64_t b) {
        return b > 0 ? number(static_cast<double>(a) / static_cast<double>(b), 4) : std::string();
    };
    Column out;
    for (std::size_t i = 0; i < part.size(); ++i) out.push_back(share(part[i], whole[i]));
    out.push_back(share(std::accumulate(part.begin(), part.end(), std::int64_t{0}),
                        std::accumulate(whole.begin(), whole.end(), std::int64_t{0})));
    return out;
}

/// The figures of a level, column by column.
std::vector<Column> columns_of(AreaLevel const& level, std::size_t percents, double growth) {
    auto const people = [&](auto const& covered) {
        return each(level, [&](ZoneCoverage const& zone) { return covered(zone).people * growth; });
    };
    auto const all = [](ZoneCoverage const& zone) -> Covered const& { return zone.all; };
    auto const everybody = whole_parts(people(all));
    std::vector<Column> out{
        column(everybody, 0), column(each(level, [](ZoneCoverage const& zone) { return zone.all.villages; }), 0),
        column(each(level, [](auto const& z) { return rounded(z.all.area_km2, area_decimals); }), area_decimals)};
    for (std::size_t p = 0; p < percents; ++p) {
        auto const covered = [p](ZoneCoverage const& zone) -> Covered const& { return zone.at[p]; };
        auto const reached = whole_parts(people(covered), everybody);
        out.push_back(column(reached, 0));
        out.push_back(shares(reached, everybody));
        out.push_back(column(each(level, [&](ZoneCoverage const& zone) { return covered(zone).villages; }), 0));
        out.push_back(column(
            each(level, [&](ZoneCoverage const& zone) { return rounded(covered(zone).area_km2, area_decimals); }),
            area_decimals));
    }
    return out;
}

std::vector<std::string> heads(AreaQuestion const& question) {
    std::vector<std::string> out{"technology",    "threshold_dbm", "year",   "code",     "name",    "kind",
                                 "district_code", "district",      "people", "villages", "area_km2"};
    for (double const percent : question.location_percents) {
        auto const p = fmt::format("_p{:g}", percent);
        for (auto const* const what :
             {"people_covered", "people_covered_share", "villages_covered", "area_covered_km2"})
            out.push_back(what + p);
    }
    out.emplace_back("synthetic_layers");
    return out;
}

std::vector<std::string> place_cells(World const& world, std::size_t row) {
    if (row == world.communes.size()) return {"", "Toàn tỉnh / Whole province", "sum", "", ""};
    auto const& c = world.communes[row];
    return {c.code, c.name, c.kind, c.district_code, c.district};
}

} // namespace

std::vector<AreaLevel> area_levels(geo::Raster const& best_dbm, Technology technology, Places const& places,
                                   AreaQuestion const& question, AreaFacts const& facts) {
    std::vector<AreaLevel> out;
    auto const& radio = facts.scenario.radio;
    for (double const threshold_dbm : thresholds_of(technology, question, radio)) {
        std::vector<double> asked;
        for (double const percent : question.location_percents)
            asked.push_back(threshold_dbm + location_shift_db(radio, technology, best_dbm.grid.cell_m, percent));
        out.push_back({technology, threshold_dbm, coverage_by_zone(best_dbm, asked, places)});
    }
    return out;
}

double weakest_level_dbm(Technology technology, AreaQuestion const& question, Radio const& radio, double cell_m) {
    double out = std::numeric_limits<double>::infinity();
    for (double const threshold_dbm : thresholds_of(technology, question, radio))
        for (double const percent : question.location_percents)
            out = std::min(out, threshold_dbm + location_shift_db(radio, technology, cell_m, percent));
    return out;
}

ZoneCoverage sum_of(AreaLevel const& level) {
    auto const add = [](Covered& to, Covered const& one) {
        to.area_km2 += one.area_km2;
        to.people += one.people;
        to.villages += one.villages;
    };
    ZoneCoverage out;
    for (auto const& zone : level.communes) {
        add(out.all, zone.all);
        out.at.resize(zone.at.size());
        for (std::size_t i = 0; i < zone.at.size(); ++i) add(out.at[i], zone.at[i]);
    }
    return out;
}

std::string coverage_csv(std::vector<AreaLevel> const& levels, AreaQuestion const& question, AreaFacts const& facts) {
    CsvText csv(heads(question));
    auto const note = synthetic_note(facts.world);
    double const growth = facts.world.growth_since_census(facts.year);
    for (auto const& level : levels) {
        auto const columns = columns_of(level, question.location_percents.size(), growth);
        for (std::size_t row = 0; row <= facts.world.communes.size(); ++row) {
            std::vector<std::string> cells{std::string(name(level.technology)), number(level.threshold_dbm, 2),
                                           std::to_string(facts.year)};
            for (auto& cell : place_cells(facts.world, row)) cells.push_back(std::move(cell));
            for (auto const& column : columns) cells.push_back(column[row]);
            cells.push_back(note);
            csv.add(cells);
        }
    }
    return csv.text();
}

SectorTable::SectorTable()
    : csv_({"technology", "sector", "site_code", "operator", "built_year", "lon_deg", "lat_deg", "x_m", "y_m",
            "mast_height_m", "azimuth_deg", "electrical_tilt_deg", "mechanical_tilt_deg", "antenna", "frequency_mhz",
            "eirp_less_margin_dbm", "radius_km", "best_server_km2", "synthetic_layers"}) {}

void SectorTable::add(AreaCoverage const& area, AreaFacts const& facts) {
    std::vector<std::size_t> best(no_sector);
    for (auto const key : area.servers.keys(0))
        if (key != 0) ++best[no_sector - (key & 0xFFFFU)];
    auto const note = synthetic_note(facts.world);
    for (auto const& laid : area.laid.sites)
        for (auto const& sector : laid.group.sectors) {
            auto const& site = facts.sites[laid.site];
            auto const at = facts.world.crs ? facts.world.crs->unproject(site.xy) : geo::LonLat{};
            csv_.add({std::string(name(area.laid.technology)), std::to_string(sector.id), site.code, site.operator_name,
                      site.year == 0 ? "" : std::to_string(site.year), number(at.lon_deg, 6), number(at.lat_deg, 6),
                      number(site.xy.x_m, 1), number(site.xy.y_m, 1), number(site.mast_height_m, 1),
                      number(sector.azimuth_deg, 2), number(sector.electrical_tilt_deg, 2),
                      number(sector.mechanical_tilt_deg, 2), sector.pattern->name, number(sector.frequency_mhz, 3),
                      number(eirp_dbm(sector), 2), number(laid.radius_km, 3),
                      number(static_cast<double>(best[sector.id]) * facts.world.grid.cell_area_km2(), 4), note});
        }
}

} // namespace phusong

#include "tools/cli/coverage_map.h"
#include "geo/earth.h"
#include "sim/radio/models/climate.h"
#include "sim/radio/models/p1812_location.h"
#include "sim/radio/sweep/exact_models.h"
#include "sim/radio/sweep/sweep.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace phusong::cli {
namespace {

P1812Link link_of(CoverageArea const& area, CoverageQuery const& query) {
    bool const p1812 = query.model == PathModel::p1812;
    double const f_ghz = query.frequency_mhz / 1000;
    double const sigma_db = query.sigmaL_db.value_or(location_sigma_db(f_ghz, area.cell_m()));
    return {.f_ghz = f_ghz,
            .p_percent = query.time_percent,
            .pL_percent = query.location_percent,
            .sigmaL_db = p1812 && query.location_percent != 50 ? sigma_db : 0,
            .htg_m = query.site.height_m,
            .hrg_m = query.rx_height_m,
            .latitude_deg = query.site.lat_deg,
            .delta_n = query.delta_n.value_or(RadioClimate{}.delta_n),
            .n0 = query.n0.value_or(RadioClimate{}.n0),
            .polarisation = query.polarisation};
}

/// Degrees of latitude between the site and the middle of a path. On a plane, where north is the grid's, it is off by
/// some hundredths of a degree at most.
double latitude_to_middle(CoverageArea const& area, Polar to) {
    auto const& reference = area.dem.header.reference;
    if (!reference.geographic)
        return std::cos(to.azimuth_rad) * to.d_km / 2 / geo::earth_radius_km * 180 / std::numbers::pi;
    double const middle = area.frame.spot(to.azimuth_rad, to.d_km / 2).row;
    return area.dem.grid.y(middle) - area.site.y_m;
}

ExactModel exact_model(CoverageArea const& area, CoverageQuery const& query, P1812Link const& link) {
    double const ae_km = effective_earth_km(method_of(query.model), {link.delta_n, query.earth_factor});
    auto const itm = [&] {
        return query.model == PathModel::itm
                   ? itm_link(query.frequency_mhz, link.htg_m, link.hrg_m, link.n0, link.polarisation, query.itm)
                   : ItmLink{};
    }();
    ItmQuantiles const quantiles{query.time_percent, query.location_percent, query.itm.situation_percent};
    auto const far = [=, &area](P1812Profile const& profile, Polar to) {
        if (query.model == PathModel::p526) return exact_p526(profile, link, ae_km);
        if (query.model == PathModel::free_space) return exact_free_space(profile, link, ae_km);
        if (query.model == PathModel::itm) return exact_itm(profile, itm, quantiles);
        P1812Link own = link;
        own.latitude_deg += latitude_to_middle(area, to);
        return exact_p1812(profile, own);
    };
    if (!query.short_path) return far;
    return [=](P1812Profile const& profile, Polar to) {
        return with_short_path(far(profile, to), *query.short_path, profile, link);
    };
}

SweepModel model_of_sweep(CoverageArea const& area, CoverageQuery const& query, P1812Link const& link) {
    auto model = named_sweep_model(method_of(query.model), link, query.earth_factor, !area.clutter_m.empty());
    model.short_path = query.short_path;
    return model;
}

ExactMap swept(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map) {
    ExactMap out;
    auto const model = model_of_sweep(area, query, map.link);
    SweepDetail const detail{.ray_density = map.ray_density, .step_cells = map.step_km / area.frame.cell_km};
    out.loss = std::move(
        sweep(area.frame, area.ground(), {area.ground_m, query.radius_km}, {&model, 1}, detail, &out.reason)[0]);
    for (auto const loss : out.loss.centi_db)
        out.loss_db.push_back(loss <= PathLoss::most ? static_cast<float>(loss) / 100
                                                     : std::numeric_limits<float>::quiet_NaN());
    return out;
}

/// Puts the engine's window into the whole map and counts.
void lay_down(CoverageMap& map, CoverageArea const& area, ExactMap const& found) {
    map.loss_db.assign(area.grid.size(), std::numeric_limits<float>::quiet_NaN());
    map.reason.assign(area.grid.size(), CoverageMap::beyond);
    auto const cols = static_cast<std::size_t>(area.grid.cols);
    std::size_t at = 0;
    for (int r = 0; r < found.loss.rows; ++r)
        for (int c = 0; c < found.loss.cols; ++c, ++at) {
            auto const cell = static_cast<std::size_t>(area.window.row + found.loss.first_row + r) * cols +
                              static_cast<std::size_t>(area.window.col + found.loss.first_col + c);
            map.loss_db[cell] = found.loss_db[at];
            map.reason[cell] = found.reason[at];
            auto const loss = found.loss.centi_db[at];
            if (loss == PathLoss::no_terrain) {
                map.reason[cell] = CoverageMap::no_terrain;
                ++map.counts.without_terrain;
            } else if (loss != PathLoss::none)
                ++map.counts.computed;
            else if (found.reason[at] != 0)
                ++map.counts.without_answer;
        }
    auto const& n = map.counts;
    map.counts.beyond_radius = area.grid.size() - n.computed - n.without_terrain - n.without_answer;
}

} // namespace

CoverageMap coverage_map(CoverageArea const& area, CoverageQuery const& query, geo::Progress const& progress) {
    auto const stage = geo::say("Tính bản đồ", "Computing the map");
    CoverageMap map;
    map.link = link_of(area, query);
    map.step_km = query.step_m ? *query.step_m / 1000 : area.dem_cell_km;
    map.ray_density = query.ray_density * area.frame.cell_km / std::min(area.frame.cell_km, area.dem_cell_km);
    geo::tell(progress, stage, 0);
    auto const share = [&](double done) { geo::tell(progress, stage, done); };
    auto const found = query.exact ? exact_map(area.frame, area.ground(), {area.ground_m, query.radius_km},
                                               exact_model(area, query, map.link), map.step_km, share)
                                   : swept(area, query, map);
    geo::tell(progress, stage, 1);
    lay_down(map, area, found);
    if (query.rsrp) add_power(map, area, query);
    return map;
}

} // namespace phusong::cli

#include "sim/radio/footprint.h"
#include "geo/earth.h"
#include "sim/radio/models/free_space.h"
#include "sim/radio/models/p526_spherical_earth.h"
#include "sim/radio/ray.h"
#include "sim/radio/ray_bins.h"
#include <algorithm>
#include <cmath>

namespace phusong {

namespace {

/// A technology of the transmitter, ready for the inner loop.
struct Carrier {
    std::size_t technology;
    double f_ghz, radius_m;
    double at_one_km_dbm; ///< in free space, margin taken off
    double least_dbm;     ///< weaker is none
};

std::vector<Carrier> carriers(Radio const& radio, TechnologySet set) {
    std::vector<Carrier> out;
    for (auto t : technologies) {
        if (!set.has(t)) continue;
        LinkBudget const& b = radio.budget[index(t)];
        out.push_back({.technology = index(t),
                       .f_ghz = b.frequency_mhz / 1000,
                       .radius_m = b.radius_km * 1000,
                       .at_one_km_dbm = b.eirp_dbm - radio.margin_db - free_space_loss_db(1, b.frequency_mhz),
                       .least_dbm = b.threshold_dbm - radio.weak_band_db});
    }
    return out;
}

/// One transmitter's view: what stays the same from cell to cell.
struct View {
    geo::Raster const& terrain_m;
    RayOrigin origin;
    std::vector<Carrier> carriers;
    double receiver_height_m;
};

using Signals = std::array<float, technology_count>;

/// Signals in free space, as far as they are worth a look; NaN elsewhere. True when any is.
bool free_space_signals(View const& view, Receiver const& r, Signals& dbm) {
    double const rise_km = (view.origin.hts_m - r.hrs_m) / 1000;
    double const slant_km = std::max(0.001, std::sqrt(r.d_km * r.d_km + rise_km * rise_km));
    double const spread_db = 20 * std::log10(slant_km);
    bool any = false;
    for (auto const& c : view.carriers) {
        double const signal = c.at_one_km_dbm - spread_db;
        if (r.d_km * 1000 > c.radius_m || signal < c.least_dbm) continue;
        dbm[c.technology] = static_cast<float>(signal);
        any = true;
    }
    return any;
}

/// Takes `loss_db(carrier)` off every signal that is left and drops what becomes too weak. True while any is left.
template <class Loss> bool take_off(View const& view, Signals& dbm, Loss loss_db) {
    bool any = false;
    for (auto const& c : view.carriers) {
        float& signal = dbm[c.technology];
        if (std::isnan(signal)) continue;
        double const left = static_cast<double>(signal) - loss_db(c);
        signal = left < c.least_dbm ? geo::no_data : static_cast<float>(left);
        any = any || !std::isnan(signal);
    }
    return any;
}

/// Delta-Bullington, P.1812-6 (39), in the order of cost: most cells behind ridges are done after the first term.
bool received(View const& view, Ray const& ray, Receiver const& r, Signals& dbm) {
    dbm.fill(geo::no_data);
    if (!free_space_signals(view, r, dbm)) return false;
    double const v = bullington_v_root_lambda(ray, view.origin, r);
    if (!take_off(view, dbm, [&](Carrier const& c) { return bullington_loss_db(v, r.d_km, c.f_ghz); })) return false;
    auto const heights = effective_heights(ray, view.origin, r);
    auto const clearance = smooth_clearance(r.d_km, heights.hts1_m, heights.hrs1_m, view.origin.ae_km);
    double smooth_v = 0;
    bool smooth_known = false;
    return take_off(view, dbm, [&](Carrier const& c) {
        double const Ldsph = spherical_earth_loss_db(clearance, c.f_ghz, {});
        if (!(Ldsph > 0)) return 0.0;
        if (!smooth_known) smooth_v = smooth_v_root_lambda(ray, view.origin.ae_km, r, heights);
        smooth_known = true;
        return std::max(Ldsph - bullington_loss_db(smooth_v, r.d_km, c.f_ghz), 0.0);
    });
}

/// Ray points that count for a cell: those well before its own.
std::size_t points_before(double d_m, double step_m) {
    double const own = static_cast<double>(Receiver::own_points) + 0.5;
    return static_cast<std::size_t>(std::max(0.0, std::floor(d_m / step_m - own)));
}

/// A cell as a receiver. The last steps before it are sampled on its own line: the ray passes up to half a cell beside
/// it, and on a slope that would set a wall, or a window, right in front of the antenna.
Receiver receiver(View const& view, RayBins::Pixel const& pixel, double step_m) {
    double const ground = view.terrain_m.at(pixel.cell), d_m = std::max(1.0, static_cast<double>(pixel.d_m));
    Receiver r{.d_km = d_m / 1000, .hn_m = ground, .hrs_m = ground + view.receiver_height_m};
    r.before = points_before(d_m, step_m);
    geo::XY const from = view.origin.xy, to = view.terrain_m.grid.centre(pixel.cell);
    for (std::size_t back = Receiver::own_points; back >= 1; --back) {
        double const away_m = d_m - static_cast<double>(back) * step_m, share = away_m / d_m;
        if (away_m < step_m / 2) continue;
        r.own_d_km[r.own] = away_m / 1000;
        r.own_h_m[r.own] = geo::bilinear(
            view.terrain_m, {from.x_m + share * (to.x_m - from.x_m), from.y_m + share * (to.y_m - from.y_m)});
        ++r.own;
    }
    return r;
}

bool terrain_known(Ray const& ray, Receiver const& r) {
    bool known = !std::isnan(r.hn_m) && r.before < ray.known;
    for (std::size_t i = 0; i < r.own; ++i) known = known && !std::isnan(r.own_h_m[i]);
    return known;
}

void along_ray(View const& view, RayBins const& bins, std::size_t r, Ray& ray, Footprint& out) {
    double const step_m = view.terrain_m.grid.cell_m;
    auto const* const begin = bins.pixels.data() + bins.first[r];
    auto const* const end = bins.pixels.data() + bins.first[r + 1];
    if (begin == end) return;
    auto const nearer = [](RayBins::Pixel const& a, RayBins::Pixel const& b) { return a.d_m < b.d_m; };
    auto const points = points_before(std::max_element(begin, end, nearer)->d_m, step_m);
    trace(ray, view.terrain_m, view.origin, bins.direction(r), step_m, points);
    for (auto const* pixel = begin; pixel != end; ++pixel) {
        Receiver const rx = receiver(view, *pixel, step_m);
        if (!terrain_known(ray, rx)) {
            ++out.cells_without_terrain;
            continue;
        }
        CellSignal signal{.cell = pixel->cell, .dbm = {}};
        if (received(view, ray, rx, signal.dbm)) out.cells.push_back(signal);
    }
}

} // namespace

CellMask cells_in_communes(World const& world) {
    auto mask = cells_with_people_or_halls(world); // a village may stand outside the boundary drawn for its commune
    for (std::size_t i = 0; i < mask.size(); ++i)
        if (world.commune_of_cell.data()[i] != geo::outside) mask[i] = 1;
    return mask;
}

CellMask cells_with_people_or_halls(World const& world) {
    CellMask mask(world.grid.size());
    for (auto const& village : world.villages)
        if (auto const cell = world.grid.cell_at(village.xy)) mask[*cell] = 1;
    for (auto const& p : world.people) mask[p.cell] = 1;
    return mask;
}

Footprint footprint(World const& world, Radio const& radio, Transmitter const& tx, CellMask const& wanted) {
    double const h0 = geo::bilinear(world.terrain_m, tx.xy);
    View const view{.terrain_m = world.terrain_m,
                    .origin = {.xy = tx.xy,
                               .h0_m = h0,
                               .hts_m = h0 + tx.mast_height_m,
                               .ae_km = geo::earth_radius_km * radio.effective_earth_factor},
                    .carriers = carriers(radio, tx.technologies),
                    .receiver_height_m = radio.receiver_height_m};
    double radius_m = 0;
    for (auto const& c : view.carriers) radius_m = std::max(radius_m, c.radius_m);
    RayBins const bins = bin_by_ray(world.grid, wanted, tx.xy, radius_m);
    Footprint out;
    if (std::isnan(h0)) {
        out.cells_without_terrain = bins.pixels.size();
        return out;
    }
    Ray ray;
    for (std::size_t r = 0; r < bins.rays(); ++r) along_ray(view, bins, r, ray, out);
    return out;
}

} // namespace phusong

#include "sim/radio/footprint.h"
#include "sim/radio/free_space.h"
#include "sim/radio/p526_spherical_earth.h"
#include "sim/radio/ray.h"
#include "sim/radio/ray_bins.h"
#include <algorithm>
#include <cmath>

namespace phusong {

namespace {

constexpr double earth_radius_km = 6371; // P.1812-6 (6)

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

/// A cell as a receiver. The last half step before it is its own ground, not the ray's: a ray point a metre in front of
/// the antenna, but off to the side, would stand there as a wall.
Receiver receiver(View const& view, RayBins::Pixel const& pixel, double step_m) {
    double const ground = view.terrain_m.at(pixel.cell), d_m = std::max(1.0, static_cast<double>(pixel.d_m));
    return {.d_km = d_m / 1000,
            .hn_m = ground,
            .hrs_m = ground + view.receiver_height_m,
            .before = static_cast<std::size_t>(std::max(0.0, std::floor(d_m / step_m - 0.5)))};
}

void along_ray(View const& view, RayBins const& bins, std::size_t r, Ray& ray, Footprint& out) {
    double const step_m = view.terrain_m.grid.cell_m;
    auto const* const begin = bins.pixels.data() + bins.first[r];
    auto const* const end = bins.pixels.data() + bins.first[r + 1];
    if (begin == end) return;
    auto const nearer = [](RayBins::Pixel const& a, RayBins::Pixel const& b) { return a.d_m < b.d_m; };
    auto const points = receiver(view, *std::max_element(begin, end, nearer), step_m).before;
    trace(ray, view.terrain_m, view.origin, bins.direction(r), step_m, points);
    for (auto const* pixel = begin; pixel != end; ++pixel) {
        Receiver const rx = receiver(view, *pixel, step_m);
        if (std::isnan(rx.hn_m) || rx.before >= ray.known) {
            ++out.cells_without_terrain;
            continue;
        }
        CellSignal signal{.cell = pixel->cell, .dbm = {}};
        if (received(view, ray, rx, signal.dbm)) out.cells.push_back(signal);
    }
}

} // namespace

CellMask cells_in_communes(World const& world) {
    CellMask mask(world.grid.size());
    for (std::size_t i = 0; i < mask.size(); ++i) mask[i] = world.commune_of_cell.data()[i] != geo::outside ? 1 : 0;
    return mask;
}

CellMask cells_with_people(World const& world) {
    CellMask mask(world.grid.size());
    for (auto const& p : world.people) mask[p.cell] = 1;
    return mask;
}

Footprint footprint(World const& world, Radio const& radio, Transmitter const& tx, CellMask const& wanted) {
    double const h0 = geo::bilinear(world.terrain_m, tx.xy);
    View const view{.terrain_m = world.terrain_m,
                    .origin = {.xy = tx.xy,
                               .h0_m = h0,
                               .hts_m = h0 + tx.mast_height_m,
                               .ae_km = earth_radius_km * radio.effective_earth_factor},
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

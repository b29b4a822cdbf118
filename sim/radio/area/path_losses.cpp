#include "sim/radio/area/path_losses.h"
#include "sim/radio/sweep/sweep.h"

namespace phusong {
namespace {

SiteLoss swept(LaidSite const& site, AreaGround const& ground, bool reasons, bool all_threads) {
    auto const& heights = *ground.height_m;
    auto const frame = plane_frame(heights.grid, heights.grid, site.group.xy, site.radius_km);
    float const* const h = heights.values.data();
    SweepGround const under{.terrain = {.height_m = h,
                                        .clutter_m = ground.clutter_m ? ground.clutter_m->values.data() : nullptr,
                                        .rows = heights.grid.rows,
                                        .cols = heights.grid.cols,
                                        .zone = ground.radio_zone ? ground.radio_zone->data() : nullptr},
                            .height_m = h,
                            .wanted = nullptr,
                            .grid_cols = heights.grid.cols};
    SiteLoss out{.loss = {}, .reasons = {}, .swept = true};
    auto losses = sweep(frame, under, {site.ground_m, site.radius_km}, {&site.model, 1}, {.all_threads = all_threads},
                        reasons ? &out.reasons : nullptr);
    out.loss = std::move(losses.front());
    return out;
}

/// The store keeps windows of 16-bit numbers; reasons are such numbers too, under a key of their own.
PathLossKey key_of_reasons(PathLossInputs inputs) {
    inputs.settings.emplace_back("reasons", 1);
    return key_of(inputs);
}

PathLoss as_window(SiteLoss const& site) {
    PathLoss out{site.loss.first_row, site.loss.first_col, site.loss.rows, site.loss.cols, {}};
    out.centi_db.assign(site.reasons.begin(), site.reasons.end());
    return out;
}

std::optional<SiteLoss> kept(PathLossInputs const& inputs, PathLossStore& store, bool reasons) {
    auto loss = store.find(key_of(inputs));
    if (!loss) return std::nullopt;
    SiteLoss out{.loss = std::move(*loss), .reasons = {}};
    if (!reasons) return out;
    auto const why = store.find(key_of_reasons(inputs));
    if (!why || why->centi_db.size() != out.loss.centi_db.size()) return std::nullopt;
    for (auto const code : why->centi_db) out.reasons.push_back(static_cast<std::uint8_t>(code));
    return out;
}

double code_of(Radio const& radio) { return radio.polarization == "horizontal" ? 0 : 1; }

} // namespace

PathLossInputs inputs_of(LaidSite const& site, Radio const& radio, AreaGround const& ground) {
    return {.terrain_sha256 = ground.sha256,
            .crs = ground.crs,
            .grid = ground.height_m->grid,
            .transmitter = site.group.xy,
            .antenna_height_m = site.mast_height_m,
            .receiver_height_m = static_cast<double>(site.model.hrg),
            .frequency_mhz = site.group.sectors.front().frequency_mhz,
            .radius_km = site.radius_km,
            .most_loss_db = 0,
            .model = radio.model + " " + radio.short_path,
            .model_version = engine_version,
            .settings = {{"time_percent", radio.time_percent},
                         {"location_percent", radio.location_percent},
                         {"delta_n", radio.delta_n},
                         {"n0", radio.n0},
                         {"vertical", code_of(radio)},
                         {"latitude_deg", ground.latitude_deg},
                         {"effective_earth_factor", radio.effective_earth_factor}}};
}

SiteLoss PathLossSource::loss_of(LaidSite const& site) const { return loss(site, false); }

SiteLoss PathLossSource::loss_of_alone(LaidSite const& site) const { return loss(site, true); }

SiteLoss PathLossSource::loss(LaidSite const& site, bool all_threads) const {
    if (store == nullptr) return swept(site, ground, reasons, all_threads);
    auto const inputs = inputs_of(site, radio, ground);
    if (auto found = kept(inputs, *store, reasons)) return std::move(*found);
    auto made = swept(site, ground, reasons, all_threads);
    store->put(key_of(inputs), made.loss);
    if (reasons) store->put(key_of_reasons(inputs), as_window(made));
    return made;
}

} // namespace phusong

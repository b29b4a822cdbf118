#include "sim/radio/carrier.h"
#include "sim/radio/models/free_space.h"
#include "sim/radio/models/p1812_location.h"
#include "sim/radio/models/p2108.h"
#include "sim/radio/models/p2109.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace phusong {

namespace {

/// What stands around receivers; nothing in the open.
std::optional<ClutterType> terminal_clutter(Radio const& radio) {
    static constexpr std::array<std::pair<std::string_view, ClutterType>, 5> names{
        {{"open_rural", ClutterType::open_rural},
         {"suburban", ClutterType::suburban},
         {"urban", ClutterType::urban},
         {"trees_forest", ClutterType::trees_forest},
         {"dense_urban", ClutterType::dense_urban}}};
    for (auto const& [known, type] : names)
        if (known == radio.terminal_clutter) return type;
    return std::nullopt;
}

/// P.2108 §3.1 reckons to the top of what stands around the receiver, and corrects from there.
double reckoned_height_m(Radio const& radio) {
    auto const type = terminal_clutter(radio);
    return type ? std::max(radio.receiver_height_m, p2108_default_height_m(*type)) : radio.receiver_height_m;
}

double terminal_clutter_db(Radio const& radio, double f_ghz) {
    auto const type = terminal_clutter(radio);
    if (!type) return 0;
    return p2108_height_gain_loss_db(f_ghz, radio.receiver_height_m, *type, p2108_default_height_m(*type));
}

P1812Link link_of(Radio const& radio, LinkBudget const& budget, double mast_height_m, Setting const& setting) {
    double const f_ghz = budget.frequency_mhz / 1000;
    bool const knows_places = radio.model == "p1812" && radio.location_percent != 50;
    return {.f_ghz = f_ghz,
            .p_percent = radio.time_percent,
            .pL_percent = radio.location_percent,
            .sigmaL_db = knows_places ? location_sigma_db(f_ghz, setting.cell_m) : 0,
            .htg_m = mast_height_m,
            .hrg_m = reckoned_height_m(radio),
            .latitude_deg = setting.latitude_deg,
            .delta_n = radio.delta_n,
            .n0 = radio.n0,
            .polarisation = radio.polarization == "horizontal" ? Polarisation::horizontal : Polarisation::vertical};
}

SweepModel model_of(Radio const& radio, P1812Link const& link, bool clutter) {
    auto method = SweepMethod::p1812;
    if (radio.model == "p526_delta_bullington") method = SweepMethod::p526_delta_bullington;
    if (radio.model == "free_space") method = SweepMethod::free_space;
    return named_sweep_model(method, link, radio.effective_earth_factor, clutter);
}

double entry_loss_db(Radio const& radio, double f_ghz) {
    if (radio.building_entry == "none") return 0;
    auto const type =
        radio.building_entry == "traditional" ? BuildingType::traditional : BuildingType::thermally_efficient;
    return p2109_building_entry_loss_db(f_ghz, radio.building_entry_percent, type, 0);
}

} // namespace

double free_space_radius_km(SweepModel const& model, double sent_dbm, double least_dbm, double frequency_mhz) {
    constexpr double rounding_db = 0.01; // losses are kept in hundredths
    double const floor_db = free_space_loss_db(1, frequency_mhz) - below_free_space_db(model) - rounding_db;
    return std::pow(10, (sent_dbm - least_dbm - floor_db) / 20);
}

std::optional<ShortPathModel> short_path_model(std::string const& name) {
    static constexpr std::array<std::pair<std::string_view, ShortPathModel>, 6> names{
        {{"free_space", ShortPathModel::free_space},
         {"rma", ShortPathModel::rma},
         {"uma", ShortPathModel::uma},
         {"ehata_open", ShortPathModel::ehata_open},
         {"ehata_suburban", ShortPathModel::ehata_suburban},
         {"ehata_urban", ShortPathModel::ehata_urban}}};
    for (auto const& [known, model] : names)
        if (known == name) return model;
    return std::nullopt;
}

std::vector<Carrier> carriers(Radio const& radio, TechnologySet set, double mast_height_m, Setting const& setting,
                              bool clutter) {
    std::vector<Carrier> out;
    for (auto t : technologies) {
        if (!set.has(t)) continue;
        LinkBudget const& b = radio.budget[index(t)];
        auto const link = link_of(radio, b, mast_height_m, setting);
        Carrier c{.technology = index(t), .model = model_of(radio, link, clutter)};
        c.model.short_path = short_path_model(radio.short_path);
        c.sent_dbm =
            b.eirp_dbm - radio.margin_db - entry_loss_db(radio, link.f_ghz) - terminal_clutter_db(radio, link.f_ghz);
        c.least_dbm = b.threshold_dbm - radio.weak_band_db;
        c.radius_km = std::min(b.radius_km, free_space_radius_km(c.model, c.sent_dbm, c.least_dbm, b.frequency_mhz));
        out.push_back(c);
    }
    return out;
}

} // namespace phusong

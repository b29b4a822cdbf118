#include "tools/cli/path_answer.h"
#include "sim/network/microwave/line_of_sight.h"
#include "sim/radio/models/climate.h"
#include "sim/radio/models/free_space.h"
#include "sim/radio/models/p1812_location.h"
#include "sim/radio/models/p1812_values.h"
#include "sim/radio/models/p1812_zones.h"
#include "sim/radio/models/p526_delta_bullington.h"
#include <cmath>
#include <limits>

namespace phusong::cli {
namespace {

using geo::say;

/// Over land the Recommendation leaves ducts over the sea out when the coast is far; an antenna at sea stands on it.
double coast_km(std::optional<double> given, PathTerrain const& terrain, bool at_start) {
    if (given) return *given;
    auto const& zone = terrain.zone;
    bool const at_sea = !zone.empty() && (at_start ? zone.front() : zone.back()) == RadioZone::sea;
    return at_sea ? 0 : P1812Link{}.dct_km;
}

double sigma_db(PathQuery const& query, PathTerrain const& terrain) {
    if (query.sigmaL_db) return *query.sigmaL_db;
    if (query.location_percent == 50) return 0;
    return location_sigma_db(query.frequency_mhz / 1000, query.resolution_m.value_or(terrain.cell_m));
}

P1812Link link_of(PathQuery const& query, PathTerrain const& terrain) {
    return {.f_ghz = query.frequency_mhz / 1000,
            .p_percent = query.time_percent,
            .pL_percent = query.location_percent,
            .sigmaL_db = sigma_db(query, terrain),
            .htg_m = query.ends.empty() ? *query.tx_height_m : query.ends[0].height_m,
            .hrg_m = query.ends.empty() ? *query.rx_height_m : query.ends[1].height_m,
            .latitude_deg = query.lat_deg.value_or(terrain.lat_deg),
            .delta_n = query.delta_n.value_or(RadioClimate{}.delta_n),
            .n0 = query.n0.value_or(RadioClimate{}.n0),
            .polarisation = query.polarisation,
            .dct_km = coast_km(query.dct_km, terrain, true),
            .dcr_km = coast_km(query.dcr_km, terrain, false)};
}

void add_p1812(PathAnswer& out) {
    auto const& t = out.terrain;
    auto const loss = p1812({t.d_km, t.h_m, t.clutter_m, t.zone}, out.link);
    for (auto const& v : p1812_values()) out.values.push_back({v.symbol, v.unit, v.equation, loss.*v.member});
    out.loss_db = loss.Lb;
}

void add_p526(PathAnswer& out) {
    auto const& t = out.terrain;
    TerrainPath const path{t.d_km, t.h_m, out.hts_m(), out.hrs_m(), t.clutter_m};
    auto const surface = smooth_surface(path);
    double const omega = zone_shares(t.d_km, t.zone).omega;
    auto const loss =
        p526_delta_bullington(path, surface, out.earth_km, out.link.f_ghz, {out.link.polarisation, omega});
    out.values = {{"d", "km", "", t.d_km.back()},
                  {"omega", "", "(1)", omega},
                  {"ae", "km", "", out.earth_km},
                  {"hstd", "m", "(89)", surface.hstd_m},
                  {"hsrd", "m", "(89)", surface.hsrd_m},
                  {"Lbfs", "dB", "(8)", out.free_space_db},
                  {"Lbulla50", "dB", "(21)", loss.Lbulla},
                  {"Lbulls50", "dB", "(21)", loss.Lbulls},
                  {"Ldsph50", "dB", "(27)", loss.Ldsph},
                  {"Ld50", "dB", "(39)", loss.Ld},
                  {"Lbd50", "dB", "(42)", out.free_space_db + loss.Ld}};
    out.loss_db = out.free_space_db + loss.Ld;
}

/// Which part of the model the loss is from.
geo::Message words(ItmMode mode) {
    if (mode == ItmMode::line_of_sight)
        return say("itm: vùng tầm nhìn thẳng của mô hình", "itm: within the model's line-of-sight range");
    if (mode == ItmMode::diffraction) return say("itm: vùng nhiễu xạ", "itm: diffraction range");
    return say("itm: vùng tán xạ tầng đối lưu", "itm: troposcatter range");
}

void refuse_uneven_steps(PathTerrain const& t) {
    auto const intervals = static_cast<double>(t.d_km.size() - 1);
    for (std::size_t i = 1; i < t.d_km.size(); ++i)
        if (std::abs(t.d_km[i] - t.d_km.back() * static_cast<double>(i) / intervals) > 1e-6 * t.d_km.back())
            throw geo::InputError({{t.source,
                                    say("itm cần các điểm cách đều; điểm ở {} km thì không",
                                        "itm needs points at equal steps; the one at {} km is not", t.d_km[i]),
                                    say("lấy mẫu lại mặt cắt, hoặc dùng --model p1812",
                                        "sample the profile anew, or use --model p1812")}});
}

void add_itm(PathAnswer& out) {
    refuse_uneven_steps(out.terrain);
    auto const& t = out.terrain;
    auto const& q = out.query;
    double const step_m = 1000 * t.d_km.back() / static_cast<double>(t.d_km.size() - 1);
    auto const link = itm_link(q.frequency_mhz, out.link.htg_m, out.link.hrg_m, out.link.n0, q.polarisation, q.itm);
    auto const loss = itm_p2p(t.h_m, step_m, link, {q.time_percent, q.location_percent, q.itm.situation_percent});
    out.values = {{"d", "km", "", t.d_km.back()},
                  {"A_fs", "dB", "", loss.A_fs_db},
                  {"A_ref", "dB", "", loss.A_ref_db},
                  {"theta_hzn_tx", "rad", "", loss.theta_hzn_tx},
                  {"theta_hzn_rx", "rad", "", loss.theta_hzn_rx},
                  {"d_hzn_tx", "m", "", loss.d_hzn_tx_m},
                  {"d_hzn_rx", "m", "", loss.d_hzn_rx_m},
                  {"h_e_tx", "m", "", loss.h_e_tx_m},
                  {"h_e_rx", "m", "", loss.h_e_rx_m},
                  {"N_s", "N", "", loss.N_s},
                  {"delta_h", "m", "", loss.delta_h_m},
                  {"mode", "", "", static_cast<double>(loss.mode)},
                  {"warnings", "", "", static_cast<double>(loss.warnings)}};
    out.loss_db = loss.A_db;
    if (std::isnan(loss.A_db))
        throw geo::InputError(
            {{t.source, say("itm không có kết quả cho mặt cắt này", "itm has no answer for this path"),
              say("dùng --model p1812", "use --model p1812")}});
    out.notes.push_back(words(loss.mode));
    if (loss.warnings != 0)
        out.notes.push_back(say("itm cảnh báo (bit {:#06x}): ngoài phạm vi mà mô hình được kiểm chứng",
                                "itm warns (bits {:#06x}): outside of what the model was checked for", loss.warnings));
}

void add_loss(PathAnswer& out) {
    switch (out.query.model) {
    case PathModel::p1812:
        return add_p1812(out);
    case PathModel::p526:
        return add_p526(out);
    case PathModel::itm:
        return add_itm(out);
    case PathModel::free_space:
        out.loss_db = out.free_space_db;
        out.values = {{"d", "km", "", out.terrain.d_km.back()}, {"Lbfs", "dB", "(8)", out.free_space_db}};
    }
}

void find_least_clearance(PathAnswer& out) {
    out.least_clearance = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i + 1 < out.terrain.d_km.size(); ++i)
        if (double const clear = (out.ray_m(i) - out.top_m(i)) / out.fresnel_m(i); clear < out.least_clearance) {
            out.least_clearance = clear;
            out.least_clearance_km = out.terrain.d_km[i];
        }
}

void add_note_on_climate(PathAnswer& out) {
    bool const p1812 = out.query.model == PathModel::p1812;
    if (p1812 && out.query.delta_n_of_scenario)
        out.notes.push_back(say("ΔN {} N/km là radio.delta_n của kịch bản",
                                "dN of {} N-units/km is the scenario's "
                                "radio.delta_n",
                                out.link.delta_n));
    bool const itm = out.query.model == PathModel::itm;
    if (itm)
        out.notes.push_back(
            say("itm: khí hậu {}, đất ε {} và σ {} S/m", "itm: climate {}, ground of permittivity {} and {} S/m",
                name(out.query.itm.around.climate), out.query.itm.around.epsilon, out.query.itm.around.sigma_s));
    if ((p1812 || itm) && out.query.n0_of_scenario)
        out.notes.push_back(
            say("N0 {} N là radio.n0 của kịch bản", "N0 of {} N-units is the scenario's radio.n0", out.link.n0));
    note_guesses(out.notes, out.query.model, out.query.delta_n, out.query.n0);
}

void add_notes(PathAnswer& out) {
    add_note_on_climate(out);
    if (out.query.model == PathModel::itm && !out.terrain.clutter_m.empty())
        out.notes.push_back(say("itm không biết lớp phủ; clutter_m không dùng",
                                "itm knows no clutter; clutter_m is not "
                                "used"));
    for (auto const& flag : out.query.idle)
        out.notes.push_back(say("{} không dùng trong mô hình này", "{} is not used by this model", flag));
    if (out.query.model == PathModel::p1812 && out.terrain.d_km.back() < short_path_outer_km)
        out.notes.push_back(say("P.1812 dành cho tuyến từ 0.25 km", "P.1812 is meant for paths from 0.25 km on"));
    if (out.terrain.synthetic)
        out.notes.push_back(say("địa hình là giả định, không phải đo đạc", "the terrain is made up, not surveyed"));
}

} // namespace

double PathAnswer::bulge_m(std::size_t i) const {
    double const d = terrain.d_km[i];
    return 500 * d * (terrain.d_km.back() - d) / earth_km;
}

double PathAnswer::top_m(std::size_t i) const {
    bool const between = i > 0 && i + 1 < terrain.d_km.size();
    return terrain.h_m[i] + bulge_m(i) + (between && !terrain.clutter_m.empty() ? terrain.clutter_m[i] : 0);
}

double PathAnswer::ray_m(double d_km) const {
    double const share = d_km / terrain.d_km.back();
    return hts_m() * (1 - share) + hrs_m() * share;
}

double PathAnswer::fresnel_m(double d_km) const {
    return fresnel_radius_m(d_km, terrain.d_km.back() - d_km, link.f_ghz);
}

PathAnswer answer(PathQuery const& query, PathTerrain terrain) {
    PathAnswer out;
    out.query = query;
    out.terrain = std::move(terrain);
    out.link = link_of(query, out.terrain);
    out.earth_km = effective_earth_km(method_of(query.model), {out.link.delta_n, query.earth_factor});
    auto const& t = out.terrain;
    out.horizons = horizons({t.d_km, t.h_m, out.hts_m(), out.hrs_m()}, out.earth_km);
    double const straight_km = std::hypot(t.d_km.back(), (out.hts_m() - out.hrs_m()) / 1000);
    out.free_space_db = free_space_loss_db(straight_km, query.frequency_mhz);
    add_loss(out);
    find_least_clearance(out);
    add_notes(out);
    return out;
}

} // namespace phusong::cli

#include "tools/cli/json_text.h"
#include "tools/cli/path_words.h"

namespace phusong::cli {
namespace {

void add_itm(Json& json, PathAnswer const& a) {
    auto const& itm = a.query.itm;
    json["time_percent"] = a.query.time_percent;
    json["location_percent"] = a.query.location_percent;
    json["situation_percent"] = itm.situation_percent;
    json["n0"] = a.link.n0;
    json["climate"] = name(itm.around.climate);
    json["permittivity"] = itm.around.epsilon;
    json["conductivity"] = itm.around.sigma_s;
    json["mdvar"] = itm.mdvar;
}

/// What the model was given, defaults filled in.
Json inputs_json(PathAnswer const& a) {
    auto const& l = a.link;
    Json json{{"source", a.terrain.source},
              {"points", a.terrain.d_km.size()},
              {"frequency_mhz", a.query.frequency_mhz},
              {"polarization", l.polarisation == Polarisation::vertical ? "vertical" : "horizontal"},
              {"tx_height_m", l.htg_m},
              {"rx_height_m", l.hrg_m}};
    if (a.query.model == PathModel::p1812) json["delta_n"] = l.delta_n;
    if (a.query.model == PathModel::p526 || a.query.model == PathModel::free_space)
        json["effective_earth_factor"] = a.query.earth_factor;
    if (a.query.model == PathModel::itm) add_itm(json, a);
    if (a.query.model != PathModel::p1812) return json;
    json["time_percent"] = l.p_percent;
    json["location_percent"] = l.pL_percent;
    json["sigma_l_db"] = l.sigmaL_db;
    json["n0"] = l.n0;
    json["lat"] = l.latitude_deg;
    if (a.query.profile.empty())
        json["lon"] = a.terrain.lon_deg;
    else if (a.query.lon_deg)
        json["lon"] = *a.query.lon_deg;
    json["dct_km"] = l.dct_km;
    json["dcr_km"] = l.dcr_km;
    return json;
}

} // namespace

std::string path_json(PathAnswer const& a, geo::Language language) {
    Json json{{"model", name(a.query.model)}, {"source", source(a.query.model)}, {"inputs", inputs_json(a)}};
    json["synthetic_terrain"] = a.terrain.synthetic;
    json["line_of_sight"] = a.horizons.line_of_sight;
    json["least_fresnel_clearance"] = a.least_clearance;
    json["least_fresnel_clearance_km"] = a.least_clearance_km;
    json["free_space_db"] = a.free_space_db;
    json["loss_db"] = a.loss_db;
    for (auto const& v : a.values) json["values"][std::string(v.symbol)] = v.value;
    json["notes"] = Json::array();
    for (auto const& note : a.notes) json["notes"].push_back(note.in(language));
    return dump(json);
}

} // namespace phusong::cli

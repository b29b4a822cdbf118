#include "geo/io/hash.h"
#include "tools/cli/coverage_files.h"
#include "tools/cli/program.h"
#include <array>
#include <filesystem>
#include <fmt/format.h>

namespace phusong::cli {
namespace {

using geo::say;

std::string file_name(std::string const& file) { return std::filesystem::path(file).filename().string(); }

void add_file(Json& json, std::string const& key, std::string const& file) {
    json[key + "_file"] = file_name(file);
    json[key + "_sha256"] = geo::io::sha256_of_file(file);
}

void add_geometry(Json& json, CoverageArea const& area, CoverageQuery const& query) {
    auto const& dem = area.dem.header.reference;
    json["geometry"] =
        dem.geographic
            ? std::string("great circles on the sphere of 6371 km")
            : fmt::format("straight lines on the plane of {}, lengths divided by its scale at the site", dem.name);
    if (!dem.geographic) json["point_scale_at_site"] = area.scale;
    if (query.model == PathModel::p1812) json["latitude"] = query.exact ? "of each path's centre" : "of the site";
}

void add_p1812(Json& json, P1812Link const& link) {
    json["time_percent"] = link.p_percent;
    json["location_percent"] = link.pL_percent;
    json["sigma_l_db"] = link.sigmaL_db;
    json["delta_n"] = link.delta_n;
    json["n0"] = link.n0;
    json["zone"] = "inland";
}

void add_itm(Json& json, CoverageQuery const& query, P1812Link const& link) {
    json["time_percent"] = query.time_percent;
    json["location_percent"] = query.location_percent;
    json["situation_percent"] = query.itm.situation_percent;
    json["n0"] = link.n0;
    json["climate"] = name(query.itm.around.climate);
    json["permittivity"] = query.itm.around.epsilon;
    json["conductivity_s_per_m"] = query.itm.around.sigma_s;
    json["mdvar"] = query.itm.mdvar;
}

void add_power(Json& json, CoverageQuery const& query) {
    if (query.antenna.empty()) {
        json["eirp_dbm"] = *query.eirp_dbm;
        return;
    }
    add_file(json, "antenna", query.antenna);
    json["power_dbm"] = *query.power_dbm;
    json["feeder_loss_db"] = query.feeder_loss_db.value_or(0);
    json["azimuth_deg"] = query.azimuth_deg.value_or(0);
    json["tilt_deg"] = query.tilt_deg.value_or(0);
    json["electrical_tilt_deg"] = query.electrical_tilt_deg ? Json(*query.electrical_tilt_deg) : Json("the pattern's");
}

void add_model(Json& json, CoverageQuery const& query, P1812Link const& link) {
    json["model"] = name(query.model);
    json["model_source"] = source(query.model);
    json["mode"] = query.exact ? "exact" : "sweep";
    json["quantity"] = query.rsrp ? "rsrp" : "path_loss";
    if (query.rsrp) add_power(json, query);
    json["frequency_mhz"] = query.frequency_mhz;
    json["polarization"] = query.polarisation == Polarisation::vertical ? "vertical" : "horizontal";
    if (query.model == PathModel::p1812) add_p1812(json, link);
    bool const by_factor = query.model == PathModel::p526 || query.model == PathModel::free_space;
    if (by_factor || (query.rsrp && !query.antenna.empty())) json["effective_earth_factor"] = query.earth_factor;
    if (query.model == PathModel::itm) add_itm(json, query, link);
    json["under_0.25_km"] = query.short_path ? query.short_path_name + ", alone to 0.125 km, then blended"
                                             : std::string(name(query.model)) + ", as further away";
}

void add_site(Json& json, CoverageArea const& area, CoverageQuery const& query) {
    json["site_lon_deg"] = query.site.lon_deg;
    json["site_lat_deg"] = query.site.lat_deg;
    json["site_height_m"] = query.site.height_m;
    json["site_ground_m"] = area.ground_m;
    json["rx_height_m"] = query.rx_height_m;
    json["radius_km"] = query.radius_km;
}

/// Where the terrain ends too early, in one sentence.
void note_edges(std::vector<geo::Message>& notes, CoverageArea const& area) {
    constexpr std::array vi{"phía bắc", "phía đông", "phía nam", "phía tây"}, en{"north", "east", "south", "west"};
    if (area.edges.empty()) return;
    geo::Message sides;
    for (auto const& edge : area.edges) {
        auto const side = static_cast<std::size_t>(edge.side);
        auto const* const comma = sides.en.empty() ? "" : ", ";
        sides.vi += fmt::format("{}{} cách trạm {:.1f} km", comma, vi[side], edge.km);
        sides.en += fmt::format("{}{:.1f} km from the site in the {}", comma, edge.km, en[side]);
    }
    notes.push_back(say("DEM hết ở {0}; ô ngoài đó thiếu địa hình, để trống. Thêm mảnh bên cạnh bằng --dem nữa, hoặc "
                        "giảm --radius-km",
                        "the DEM ends {1}; cells beyond are without terrain and stay empty. Add the neighbouring tile "
                        "with another --dem, or lower --radius-km",
                        sides.vi, sides.en));
}

} // namespace

Json coverage_facts(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map) {
    Json json{{"program", "phusong " + program_version()}};
    add_model(json, query, map.link);
    add_site(json, area, query);
    json["profile_step_m"] = 1000 * map.step_km;
    if (!query.exact) json["ray_density"] = query.ray_density;
    add_geometry(json, area, query);
    json["cell_m"] = area.cell_m();
    json["reference"] = area.reference.name;
    add_file(json, "dem", query.dems.front());
    for (std::size_t i = 1; i < query.dems.size(); ++i) add_file(json, fmt::format("dem_{}", i + 1), query.dems[i]);
    json["dem_reference"] = area.dem.header.reference.name;
    if (!area.clutter_m.empty()) {
        add_file(json, "clutter", query.clutter);
        json["dem_cells_without_clutter"] = area.clutter_unknown;
    }
    json["synthetic"] = area.dem.header.synthetic.empty() ? "no" : "terrain: " + area.dem.header.synthetic;
    json["cells_computed"] = map.counts.computed;
    json["cells_beyond_radius"] = map.counts.beyond_radius;
    json["cells_without_terrain"] = map.counts.without_terrain;
    json["cells_without_answer"] = map.counts.without_answer;
    json["dem_cells_missing"] = area.dem.missing();
    json["dem_cells_impossible"] = area.dem.impossible;
    return json;
}

std::vector<geo::Message> coverage_notes(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map) {
    std::vector<geo::Message> notes;
    auto const note = [&](geo::Message message) { notes.push_back(std::move(message)); };
    note_guesses(notes, query.model, query.delta_n, query.n0);
    note_edges(notes, area);
    for (auto const& flag : query.idle) note(say("{} không dùng ở đây", "{} is not used here", flag));
    if (map.counts.without_terrain > 0)
        note(say("{} ô thiếu địa hình tại chỗ hoặc trên đường tới: để trống, không coi là mực nước biển",
                 "{} cells lack terrain at the place or on the way: left empty, not taken for sea level",
                 map.counts.without_terrain));
    if (map.counts.without_answer > 0)
        note(say("{} ô mô hình không có kết quả: để trống", "the model has no answer for {} cells: left empty",
                 map.counts.without_answer));
    if (area.dem.impossible > 0)
        note(say("{} ô của DEM có độ cao không thể có (ngoài ±12 km): coi là thiếu; khai giá trị nodata: "
                 "gdal_edit.py -a_nodata GIÁ_TRỊ TỆP",
                 "{} cells of the DEM have heights that cannot be (beyond ±12 km): taken for missing; declare nodata: "
                 "gdal_edit.py -a_nodata VALUE FILE",
                 area.dem.impossible));
    if (area.clutter_unknown > 0)
        note(say("{} ô của DEM không biết lớp phủ: coi là trống",
                 "the clutter of {} cells of the DEM is not known: "
                 "taken for none",
                 area.clutter_unknown));
    if (!area.dem.header.synthetic.empty())
        note(say("địa hình là giả định, không phải đo đạc", "the terrain is made up, not surveyed"));
    return notes;
}

} // namespace phusong::cli

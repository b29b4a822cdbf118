#include "geo/profile.h"
#include "sim/world/read.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/path_profile.h"
#include "tools/cli/run.h"
#include <algorithm>
#include <cmath>

namespace phusong::cli {
namespace {

using geo::say;

bool made_up_terrain(World const& world) {
    return std::any_of(world.provenance.begin(), world.provenance.end(),
                       [](Provenance const& p) { return p.layer == "terrain" && p.synthetic; });
}

/// Missing terrain is never taken for sea level.
void refuse_gaps(geo::Profile const& profile, PathQuery const& query) {
    auto const unknown = [](float h) { return std::isnan(h); };
    auto const gaps = std::count_if(profile.height_m.begin(), profile.height_m.end(), unknown);
    if (gaps == 0) return;
    auto const first = std::find_if(profile.height_m.begin(), profile.height_m.end(), unknown);
    double const at_km = static_cast<double>(first - profile.height_m.begin()) * profile.step_m / 1000;
    throw geo::InputError(
        {{query.scenario,
          say("không có địa hình ở {} trong {} điểm của tuyến, điểm đầu cách trạm phát {:.2f} km",
              "terrain is missing at {} of the path's {} points, the first {:.2f} km from the transmitter", gaps,
              profile.height_m.size(), at_km),
          say("chọn điểm trong bản đồ của kịch bản, hoặc tăng world.margin_km",
              "choose points inside the scenario's map, or raise world.margin_km")}});
}

/// What stands on the ground under the path, and its zones: those of the nearest cell.
void add_ground_cover(PathTerrain& out, World const& world, geo::XY a, geo::XY b) {
    bool const clutter = world.clutter_m.values.size() > 0, zones = world.radio_zone.size() > 0;
    auto const last = static_cast<double>(out.d_km.size() - 1);
    for (std::size_t i = 0; (clutter || zones) && i < out.d_km.size(); ++i) {
        double const share = static_cast<double>(i) / last;
        auto const cell = world.grid.cell_at({a.x_m + share * (b.x_m - a.x_m), a.y_m + share * (b.y_m - a.y_m)});
        if (clutter) out.clutter_m.push_back(cell ? static_cast<double>(world.clutter_m.at(*cell)) : 0);
        if (zones)
            out.zone.push_back(cell ? static_cast<RadioZone>(world.radio_zone.data()[*cell]) : RadioZone::inland);
    }
}

} // namespace

World path_world(Scenario const& scenario, Options const& options, Screen const& screen) {
    auto const store = store_folder(options, geo::io::project_root(options.files.front()));
    return read_world(scenario, {store}, screen.progress());
}

PathTerrain terrain_between(PathQuery const& query, Scenario const& scenario, Options const& options,
                            Screen const& screen) {
    return terrain_on(path_world(scenario, options, screen), query);
}

PathTerrain terrain_on(World const& world, PathQuery const& query) {
    auto const a = world.crs->project({query.ends[0].lon_deg, query.ends[0].lat_deg}),
               b = world.crs->project({query.ends[1].lon_deg, query.ends[1].lat_deg});
    double const length = geo::distance_m(a, b);
    if (!(length >= 1)) throw UsageError(say("hai điểm trùng nhau", "the two points are the same"));
    auto const profile = geo::profile(world.terrain_m, a, b, std::min(world.grid.cell_m, length / 2));
    refuse_gaps(profile, query);
    PathTerrain out;
    out.h_m.assign(profile.height_m.begin(), profile.height_m.end());
    for (std::size_t i = 0; i < out.h_m.size(); ++i) out.d_km.push_back(static_cast<double>(i) * profile.step_m / 1000);
    add_ground_cover(out, world, a, b);
    auto const middle = world.crs->unproject({(a.x_m + b.x_m) / 2, (a.y_m + b.y_m) / 2});
    out.source = query.scenario;
    out.synthetic = made_up_terrain(world);
    out.lat_deg = middle.lat_deg;
    out.lon_deg = middle.lon_deg;
    out.cell_m = world.grid.cell_m;
    return out;
}

} // namespace phusong::cli

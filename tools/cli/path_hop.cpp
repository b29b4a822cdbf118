#include "tools/cli/path_hop.h"
#include "geo/io/atomic_file.h"
#include "sim/network/microwave.h"
#include "sim/scenario/read.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/number_flag.h"
#include "tools/cli/options.h"
#include "tools/cli/output_files.h"
#include "tools/cli/path_svg.h"
#include <algorithm>
#include <cmath>

namespace phusong::cli {
namespace {

using geo::say;

struct HopQuery {
    std::vector<PathEnd> ends;
    std::optional<double> band_ghz;
};

HopQuery read_query(Options const& options) {
    auto const& flags = options.path;
    geo::Problems problems;
    HopQuery query;
    auto const wrong = [&](geo::Message what) { problems.push_back({"", std::move(what), {}}); };
    if (flags.link != "microwave") wrong(say("--link: chỉ có microwave", "--link: only microwave is known"));
    if (!flags.profile.empty()) wrong(say("--link không đi với --profile", "--link does not go with --profile"));
    for (auto const& [name, text] : flags.numbers)
        wrong(say("{} không dùng với --link", "{} is not used with --link", name));
    for (auto const* text : {&flags.model, &flags.polarization, &flags.climate})
        if (!text->empty())
            wrong(say("“{}”: --link không hỏi mô hình, phân cực, khí hậu; xem [microwave] của kịch bản",
                      "“{}”: --link asks for no model, polarization or climate; see [microwave] of the scenario",
                      *text));
    if (!flags.band_ghz.empty()) {
        query.band_ghz = number_of(flags.band_ghz);
        if (!query.band_ghz || *query.band_ghz < 4 || *query.band_ghz > 86)
            problems.push_back(not_in_range("--band-ghz", flags.band_ghz, 4, 86));
    }
    if (options.files.size() != 3)
        wrong(
            say("cần tệp kịch bản và hai điểm LON,LAT,HEIGHT", "needs a scenario file and two points LON,LAT,HEIGHT"));
    else
        for (std::size_t i : {1U, 2U})
            for (auto const& end : place_of(options.files[i], problems)) query.ends.push_back(end);
    if (!problems.empty()) throw UsageError(problems);
    return query;
}

/// The class nearest to the band that was asked for, run at that band, however long the hop is.
void keep_band(HopAnswer& answer, double band_ghz, double length_km) {
    auto const nearest = std::ranges::min_element(
        answer.rules.classes, {}, [&](LinkClass const& c) { return std::abs(std::log(c.frequency_ghz / band_ghz)); });
    LinkClass radio = *nearest;
    if (radio.frequency_ghz != band_ghz)
        answer.notes.push_back(say("{} GHz: thiết bị của loại {} GHz", "{} GHz: the radio of the {} GHz class",
                                   band_ghz, radio.frequency_ghz));
    if (length_km > radio.max_km)
        answer.notes.push_back(
            say("loại này thường chỉ dùng tới {} km", "this class is used up to {} km only", radio.max_km));
    radio.frequency_ghz = band_ghz;
    radio.max_km = std::max(radio.max_km, length_km);
    answer.rules.classes = {radio};
}

/// With no class that long, the longest-reaching one is shown, so that there is something to see.
void let_reach(HopAnswer& answer, double length_km) {
    auto const longest = std::ranges::max_element(answer.rules.classes, {}, &LinkClass::max_km);
    if (length_km <= longest->max_km) return;
    answer.notes.push_back(say("dài hơn mọi loại thiết bị ({} km); xét với loại {} GHz",
                               "longer than any class of radio ({} km); shown with that of {} GHz", longest->max_km,
                               longest->frequency_ghz));
    longest->max_km = length_km;
}

PathQuery shown_query(HopAnswer const& answer, Options const& options) {
    PathQuery query;
    query.scenario = options.files.front();
    query.svg = options.path.svg;
    query.model = PathModel::free_space;
    query.earth_factor = answer.k;
    query.frequency_mhz = answer.design.radio.frequency_ghz * 1000;
    query.ends = {answer.ends[0], answer.ends[1]};
    return query;
}

void draw(HopAnswer const& answer, PathTerrain terrain, Options const& options, geo::Language language) {
    auto query = shown_query(answer, options);
    query.ends[0].height_m = answer.design.heights.a_m;
    query.ends[1].height_m = answer.design.heights.b_m;
    terrain.clutter_m.clear(); // microwave is judged over the ground
    geo::io::write_file(query.svg, path_svg(cli::answer(query, std::move(terrain)), language));
}

void design(HopAnswer& out, World const& world, Scenario const& scenario, std::optional<double> band_ghz) {
    auto const& list = scenario.microwave.antenna_heights_m;
    std::array<HopEnd, 2> ends;
    for (std::size_t i : {0U, 1U})
        ends[i] = {world.crs->project({out.ends[i].lon_deg, out.ends[i].lat_deg}),
                   heights_on_mast(list, out.ends[i].height_m)};
    out.profile = hop_profile(world.terrain_m, ends[0].xy, ends[1].xy);
    if (band_ghz)
        keep_band(out, *band_ghz, out.profile.length_km);
    else
        let_reach(out, out.profile.length_km);
    out.design = design_hop(world.terrain_m, ends[0], ends[1], out.rules);
    auto const& [a_m, b_m] = out.design.heights;
    out.k = out.rules.clearance.k;
    out.low_k = for_length(out.rules.clearance, out.profile.length_km).low_k;
    out.at_k = least_clearance(out.profile, a_m, b_m, out.design.radio.frequency_ghz, out.k);
    out.at_low_k = least_clearance(out.profile, a_m, b_m, out.design.radio.frequency_ghz, out.low_k);
    if (out.design.works()) return;
    out.relay = find_relay(world.terrain_m, ends[0], ends[1], out.rules, relay_search(scenario.microwave));
    if (out.relay) out.relay_lonlat = world.crs->unproject(out.relay->xy);
}

} // namespace

int design_path_hop(Options const& options, Screen const& screen) {
    auto const query = read_query(options);
    OutputFiles files(options.overwrite);
    files.read("FILE", options.files.front());
    files.write("--svg", options.path.svg);
    files.check();
    auto const scenario = read_scenario(options.files.front(), options.read).scenario;
    auto const world = path_world(scenario, options, screen);
    HopAnswer out;
    out.source = options.files.front();
    out.ends = {query.ends[0], query.ends[1]};
    out.rules = hop_rules(scenario);
    out.reckoned = !scenario.microwave.class_ghz.empty();
    auto terrain = terrain_on(world, shown_query(out, options)); // refuses gaps
    out.synthetic_terrain = terrain.synthetic;
    if (terrain.synthetic) out.notes.push_back(say("địa hình giả định", "the terrain is synthetic"));
    design(out, world, scenario, query.band_ghz);
    if (!options.path.svg.empty()) draw(out, std::move(terrain), options, screen.language);
    screen.data(screen.json ? hop_json(out, screen.language) : hop_text(out, screen.language));
    if (screen.json) return ok;
    for (auto const& note : out.notes) screen.tell(note);
    return ok;
}

} // namespace phusong::cli

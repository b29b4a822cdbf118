#include "geo/io/atomic_file.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/output_files.h"
#include "tools/cli/path_answer.h"
#include "tools/cli/path_hop.h"
#include "tools/cli/path_svg.h"
#include "tools/cli/path_words.h"
#include "tools/cli/verb.h"

namespace phusong::cli {
namespace {

/// With a profile there is none, nor with a command line that names none and two points.
std::optional<Scenario> scenario_of(Options const& options) {
    if (!options.path.profile.empty() || options.files.size() != 3) return std::nullopt;
    return read_scenario(options.files.front(), options.read).scenario;
}

/// Before anything is computed, as `coverage` does.
void check_places(PathQuery const& query, Options const& options) {
    OutputFiles files(options.overwrite);
    for (auto const& [flag, file] : {std::pair{"--profile", query.profile}, {"FILE", query.scenario}})
        files.read(flag, file);
    files.write("--svg", query.svg);
    files.check();
}

int act_on_path(Options const& options, Screen const& screen) {
    if (!options.path.link.empty() || !options.path.band_ghz.empty()) return design_path_hop(options, screen);
    auto const scenario = scenario_of(options);
    auto const query = query_of(options, scenario ? &scenario->radio : nullptr);
    check_places(query, options);
    auto const found = answer(query, query.profile.empty() ? terrain_between(query, *scenario, options, screen)
                                                           : read_profile(query.profile));
    if (!query.svg.empty()) geo::io::write_file(query.svg, path_svg(found, screen.language));
    screen.data(screen.json ? path_json(found, screen.language) : path_text(found, screen.language));
    if (screen.json) return ok;
    for (auto const& note : found.notes) screen.tell(note);
    return ok;
}

} // namespace

Verb path_verb() {
    return {
        .name = "path",
        .brief = {"suy hao giữa hai điểm, kèm mọi trị trung gian và hình mặt cắt",
                  "the loss between two points, with every figure on the way and a drawing"},
        .page =
            {"Tính suy hao truyền dẫn giữa hai ăng-ten trên địa hình của một kịch bản, hoặc trên một mặt cắt cho sẵn\n"
             "(CSV: d_km,h_m và nếu có clutter_m,zone; zone 1 biển, 3 ven biển, 4 nội địa). Điểm thứ nhất là trạm "
             "phát.\n"
             "HEIGHT là chiều cao ăng-ten trên mặt đất, mét. --json in suy hao và mọi trị trung gian của P.1812 theo "
             "ký\n"
             "hiệu của Khuyến nghị; --svg vẽ mặt cắt với đới Fresnel. Điều gì cờ không nói thì theo [radio] của kịch "
             "bản,\n"
             "trừ tần số; với --profile, ΔN và N0 mặc định là phỏng đoán cho miền Bắc. --link microwave thay vào đó "
             "thiết\n"
             "kế một chặng vi ba theo [microwave] và [network]: HEIGHT là chiều cao cột.",
             "Computes the basic transmission loss between two antennas on a scenario's terrain, or on a profile "
             "given\n"
             "as CSV (d_km,h_m and, if there, clutter_m,zone; zone 1 sea, 3 coastal land, 4 inland). The first point "
             "is\n"
             "the transmitter. HEIGHT is the antenna's height above ground, metres. --json prints the loss and every\n"
             "figure of P.1812 under the Recommendation's symbols; --svg draws the profile with its Fresnel zone. "
             "What\n"
             "no flag says is as [radio] of the scenario has it, but for the frequency; with --profile the defaults of "
             "delta N\n"
             "and N0 are guesses for northern Viet Nam. --link microwave designs a microwave hop instead, by "
             "[microwave]\n"
             "and [network] of the scenario: HEIGHT is then the mast's."},
        .examples = {"  phusong path scenarios/toy.toml 104.9795,23.0305,42 105.0234,23.0685,1.5 --frequency-mhz 900\n"
                     "  phusong path --profile p.csv --frequency-mhz 900 --time-percent 10 --tx-height-m 40 \\\n"
                     "      --rx-height-m 1.5 --lat 23 --delta-n 45 --n0 330 --json",
                     "  phusong path scenarios/toy.toml 104.9795,23.0305,42 105.0234,23.0685,1.5 --frequency-mhz 900\n"
                     "  phusong path --profile p.csv --frequency-mhz 900 --time-percent 10 --tx-height-m 40 \\\n"
                     "      --rx-height-m 1.5 --lat 23 --delta-n 45 --n0 330 --json"},
        .add_options =
            [](CLI::App& app, Options& options) {
                add_files(app, options, "FILE",
                          geo::say("kịch bản, rồi hai điểm LON,LAT,HEIGHT", "the scenario, then two points "
                                                                            "LON,LAT,HEIGHT"));
                add_path_flags(app, options);
                add_scenario_options(app, options);
                add_store(app, options);
                add_overwrite(app, options, geo::say("thay hình đã có", "replace a drawing that is there"));
            },
        .act = act_on_path};
}

} // namespace phusong::cli

#include "sim/output/labels.h"
#include "tools/cli/coverage_files.h"
#include "tools/cli/coverage_scenario.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/output_files.h"
#include "tools/cli/verb.h"
#include <algorithm>
#include <cmath>

namespace phusong::cli {
namespace {

using geo::say;

std::vector<std::string> files_of(CoverageQuery const& query) {
    std::vector<std::string> files{query.out, style_file(query.out)};
    if (!query.reason.empty()) files.push_back(query.reason), files.push_back(style_file(query.reason));
    return files;
}

/// Before anything is computed: nothing is replaced that nobody allowed to be replaced, and nothing that is read.
void check_places(CoverageQuery const& query, bool overwrite) {
    OutputFiles files(overwrite);
    for (auto const& dem : query.dems) files.read("--dem", dem);
    for (auto const& [flag, file] :
         {std::pair{"--like", query.like}, {"--clutter", query.clutter}, {"--antenna", query.antenna}})
        files.read(flag, file);
    for (auto const& [flag, file] : {std::pair{"--out", query.out}, {"--reason", query.reason}}) {
        if (file.empty()) continue;
        files.write(flag, file);
        files.write(std::string(flag) + " (QGIS)", style_file(file));
    }
    files.check();
}

struct Range {
    double least = 0, median = 0, most = 0;
};
Range range_of(CoverageMap const& map) {
    std::vector<float> known;
    for (float const v : map.values())
        if (!std::isnan(v)) known.push_back(v);
    if (known.empty()) return {};
    auto const middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
    std::ranges::nth_element(known, middle);
    auto const [least, most] = std::ranges::minmax(known);
    return {static_cast<double>(least), static_cast<double>(*middle), static_cast<double>(most)};
}

Json summary_json(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map, Json const& facts,
                  geo::Language language) {
    auto const range = range_of(map);
    Json json{{"files", files_of(query)},
              {"rows", area.grid.rows},
              {"cols", area.grid.cols},
              {"unit", query.rsrp ? "dBm" : "dB"}};
    if (map.counts.computed > 0) json["min"] = range.least, json["median"] = range.median, json["max"] = range.most;
    json["facts"] = facts;
    json["notes"] = Json::array();
    for (auto const& note : coverage_notes(area, query, map)) json["notes"].push_back(note.in(language));
    return json;
}

std::string summary_text(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map,
                         geo::Language language) {
    auto const range = range_of(map);
    auto const number = [&](double v, int decimals) { return shown(v, decimals, language); };
    auto const count = [&](std::size_t n) { return number(static_cast<double>(n), 0); };
    auto const unit = query.rsrp ? "dBm" : "dB";
    std::string out =
        say("{} × {} ô, {} ({} m): {} ô có kết quả, {} ngoài bán kính, {} thiếu địa hình\n",
            "{} × {} cells, {} ({} m): {} computed, {} beyond the radius, {} without terrain\n", area.grid.rows,
            area.grid.cols, area.reference.name, number(area.cell_m(), 1), count(map.counts.computed),
            count(map.counts.beyond_radius), count(map.counts.without_terrain))
            .in(language);
    if (map.counts.computed > 0)
        out += say("{0}: từ {1} đến {2} {4}, trung vị {3} {4}\n", "{0}: {1} to {2} {4}, median {3} {4}\n",
                   std::string(source(query.model)), number(range.least, 2), number(range.most, 2),
                   number(range.median, 2), std::string(unit))
                   .in(language);
    for (auto const& file : files_of(query)) out += "  " + file + '\n';
    return out;
}

int act_on_coverage(Options const& options, Screen const& screen) {
    if (!options.files.empty()) return cover_scenario(options, screen);
    refuse_area_flags(options);
    auto const query = coverage_query(options);
    check_places(query, options.overwrite);
    auto const progress = screen.progress();
    auto const area = coverage_area(query);
    auto const map = coverage_map(area, query, progress);
    auto const facts = coverage_facts(area, query, map);
    geo::tell(progress, say("Ghi bản đồ", "Writing the map"), 0);
    write_coverage(area, query, map, facts, options.creation_options);
    geo::tell(progress, say("Ghi bản đồ", "Writing the map"), 1);
    screen.data(screen.json ? dump(summary_json(area, query, map, facts, screen.language))
                            : summary_text(area, query, map, screen.language));
    if (screen.json) return ok;
    for (auto const& note : coverage_notes(area, query, map)) screen.tell(note);
    return ok;
}

} // namespace

Verb coverage_verb() {
    return {
        .name = "coverage",
        .brief = {"bản đồ phủ sóng của một kịch bản, hoặc quanh một trạm trên DEM",
                  "coverage maps of a scenario, or around one site on a DEM"},
        .page =
            {"Với một kịch bản: suy hao, sóng, cung phục vụ, SINR, tốc độ và lý do từng ô cho mọi trạm, và dân, thôn, "
             "diện tích\n"
             "được phủ của từng xã (--location-percent nhận danh sách). Trạm có các cung theo radio.antenna hoặc theo "
             "bảng trạm.\n"
             "Suy hao từng trạm được cất giữ: dời một trạm thì chỉ tính lại trạm đó. Thư mục chỉ xuất hiện khi đã đủ "
             "và không\n"
             "thay thư mục nào.\n\n"
             "Không có kịch bản: tính suy hao truyền dẫn (hoặc công suất thu: --quantity rsrp) từ một trạm tới mọi ô\n"
             "trong bán kính, trên DEM cho sẵn, rồi ghi thành Cloud Optimized GeoTIFF kèm màu cho QGIS. Lưới: --like, "
             "--resolution-m, hoặc "
             "lưới\n"
             "của DEM. DEM kinh độ, vĩ độ: đường tròn lớn trên quả cầu 6371 km; DEM phẳng: đường thẳng trên lưới, "
             "chiều\n"
             "dài chia cho hệ số tỷ lệ tại trạm. Ô thiếu địa hình để trống và được đếm. Cùng dữ liệu vào thì cùng kết\n"
             "quả từng byte, với mọi số luồng.",
             "Of a scenario: path loss, signal, serving sectors, SINR, rates and reasons cell by cell for all sites, "
             "and the\n"
             "people, villages and area covered of every commune (--location-percent takes a list). Sites have sectors "
             "as\n"
             "radio.antenna or the table of sites says. The path loss of each site is kept: when one moves, only that "
             "one is\n"
             "computed. The folder appears only when it is complete, and replaces none.\n\n"
             "Without a scenario: computes the loss (or, with --quantity rsrp, the received power) from one "
             "site to\n"
             "every cell within a radius, over a DEM, and writes it as a Cloud Optimized GeoTIFF with colours for "
             "QGIS. The grid is that of "
             "--like,\n"
             "of --resolution-m, or of the DEM. A DEM in longitude and latitude is followed along great circles of "
             "the\n"
             "sphere of 6371 km, a projected one along its straight lines, with lengths divided by the projection's\n"
             "scale at the site. Cells without terrain stay empty and are counted. The same inputs give the same "
             "bytes\n"
             "with any number of threads."},
        .examples =
            {"  phusong coverage scenarios/toy.toml -o vung-phu --year 2025 --location-percent 50,90,95\n"
             "  phusong coverage --dem N22E104.hgt --site 104.52,22.48,40 --frequency-mhz 900 --radius-km 20 \\\n"
             "      --out loss.tif\n"
             "  phusong coverage --dem dem.tif --site 104.98,22.83,40 --frequency-mhz 1800 --radius-km 15 \\\n"
             "      --resolution-m 30 --quantity rsrp --eirp-dbm 31.5 --format uint16 --out rsrp.tif",
             "  phusong coverage scenarios/toy.toml -o coverage --year 2025 --location-percent 50,90,95\n"
             "  phusong coverage --dem N22E104.hgt --site 104.52,22.48,40 --frequency-mhz 900 --radius-km 20 \\\n"
             "      --out loss.tif\n"
             "  phusong coverage --dem dem.tif --site 104.98,22.83,40 --frequency-mhz 1800 --radius-km 15 \\\n"
             "      --resolution-m 30 --quantity rsrp --eirp-dbm 31.5 --format uint16 --out rsrp.tif"},
        .add_options =
            [](CLI::App& app, Options& options) {
                add_files(app, options, "FILE",
                          say("kịch bản TOML; không có: một trạm trên DEM",
                              "a TOML scenario; without it: one site on a DEM"));
                add_coverage_flags(app, options);
                add_area_flags(app, options);
                add_scenario_options(app, options);
            },
        .act = act_on_coverage};
}

} // namespace phusong::cli

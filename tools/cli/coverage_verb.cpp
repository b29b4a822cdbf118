#include "tools/cli/coverage.h"
#include "tools/cli/coverage_scenario.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/verb.h"

namespace phusong::cli {
namespace {

using geo::say;

/// With a file all sites of a scenario, without one the site that the flags describe.
int act(Options const& options, Screen const& screen) {
    if (options.files.empty()) return cover_site(options, screen);
    auto const& site = options.coverage;
    if (!site.dem.empty() || !site.site.empty() || !site.out.empty())
        throw UsageError(say("“{}” và --dem, --site, --out: hoặc mọi trạm của một kịch bản, hoặc một trạm theo các cờ",
                             "“{}” and --dem, --site, --out: either all sites of a scenario, or one site by flags",
                             options.files.front()),
                         say("bỏ tệp kịch bản, hoặc bỏ các cờ đó", "leave out the scenario, or those flags"));
    if (options.files.size() != 1)
        throw UsageError(say("coverage nhận đúng một tệp kịch bản", "coverage takes exactly one scenario"),
                         say("ví dụ: phusong coverage scenario.toml -o vung-phu",
                             "for example: phusong coverage scenario.toml -o coverage"));
    return cover_scenario(options, screen);
}

geo::Message page() {
    return {
        "Với một tệp kịch bản: suy hao, sóng, cung phục vụ, SINR, tốc độ và lý do từng ô cho mọi trạm, và dân, thôn,\n"
        "diện tích được phủ của từng xã. Trạm có các cung theo radio.antenna của kịch bản hoặc theo bảng trạm. Suy\n"
        "hao từng trạm được cất giữ: dời một trạm thì chỉ tính lại trạm đó. Thư mục chỉ xuất hiện khi đã đủ.\n"
        "Không có tệp: một trạm theo các cờ, suy hao (hoặc công suất thu) tới mọi ô trong bán kính trên DEM cho sẵn,\n"
        "ghi thành Cloud Optimized GeoTIFF kèm màu cho QGIS. Lưới: --like, --resolution-m, hoặc lưới của DEM. DEM\n"
        "kinh độ, vĩ độ: đường tròn lớn trên quả cầu 6371 km; DEM phẳng: đường thẳng trên lưới, chiều dài chia cho\n"
        "hệ số tỷ lệ tại trạm. Ô thiếu địa hình để trống và được đếm. Cùng dữ liệu vào thì cùng kết quả từng byte.",
        "With a scenario: path loss, signal, serving sectors, SINR, rates and reasons cell by cell for all sites, and\n"
        "the people, villages and area covered of every commune. Sites have sectors as radio.antenna or the table of\n"
        "sites says. The path loss of each site is kept: when one moves, only that one is computed. The folder\n"
        "appears only when it is complete.\n"
        "Without a file: one site by flags, the loss (or the received power) to every cell within a radius over a\n"
        "DEM, written as a Cloud Optimized GeoTIFF with colours for QGIS. The grid is that of --like, of\n"
        "--resolution-m, or of the DEM. A DEM in longitude and latitude is followed along great circles of the\n"
        "sphere of 6371 km, a projected one along its straight lines, with lengths divided by the projection's scale\n"
        "at the site. Cells without terrain stay empty and are counted. The same inputs give the same bytes."};
}

} // namespace

Verb coverage_verb() {
    return {.name = "coverage",
            .brief = {"bản đồ phủ sóng của mọi trạm trong kịch bản, hoặc quanh một trạm",
                      "coverage maps of all sites of a scenario, or around one site"},
            .page = page(),
            .examples =
                {"  phusong coverage scenarios/toy.toml -o vung-phu\n"
                 "  phusong coverage scenarios/toy.toml -o vung-phu-2025 --year 2025 --technology 4g \\\n"
                 "      --location-percent 50,90,95\n"
                 "  phusong coverage --dem N22E104.hgt --site 104.98,22.83,40 --frequency-mhz 900 --radius-km 20 \\\n"
                 "      --out loss.tif",
                 "  phusong coverage scenarios/toy.toml -o coverage\n"
                 "  phusong coverage scenarios/toy.toml -o coverage-2025 --year 2025 --technology 4g \\\n"
                 "      --location-percent 50,90,95\n"
                 "  phusong coverage --dem N22E104.hgt --site 104.98,22.83,40 --frequency-mhz 900 --radius-km 20 \\\n"
                 "      --out loss.tif"},
            .add_options =
                [](CLI::App& app, Options& options) {
                    add_files(app, options, "FILE", say("tệp kịch bản TOML", "the TOML scenario"));
                    add_area_flags(app, options);
                    add_coverage_flags(app, options);
                    add_scenario_options(app, options);
                    add_result_options(app, options);
                },
            .act = act};
}

} // namespace phusong::cli

#include "tools/cli/coverage_scenario.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/verb.h"

namespace phusong::cli {
namespace {

using geo::say;

int act(Options const& options, Screen const& screen) {
    if (options.files.size() != 1)
        throw UsageError(options.files.empty()
                             ? say("thiếu tệp kịch bản", "the scenario file is missing")
                             : say("coverage nhận đúng một tệp kịch bản", "coverage takes exactly one scenario"),
                         say("ví dụ: phusong coverage scenario.toml -o vung-phu",
                             "for example: phusong coverage scenario.toml -o coverage"));
    return cover_scenario(options, screen);
}

} // namespace

Verb coverage_verb() {
    return {.name = "coverage",
            .brief = {"bản đồ phủ sóng của mọi trạm trong kịch bản", "coverage maps of all sites of a scenario"},
            .page = {"Tính suy hao, sóng, cung phục vụ, SINR, tốc độ và lý do từng ô cho mọi trạm của một kịch bản, và "
                     "dân, thôn,\n"
                     "diện tích được phủ của từng xã. Trạm có các cung theo radio.antenna của kịch bản hoặc theo bảng "
                     "trạm. Suy\n"
                     "hao từng trạm được cất giữ: dời một trạm thì chỉ tính lại trạm đó. Thư mục chỉ xuất hiện khi đã "
                     "đủ và không\n"
                     "thay thư mục nào.",
                     "Computes path loss, signal, serving sectors, SINR, rates and reasons cell by cell for all sites "
                     "of a\n"
                     "scenario, and the people, villages and area covered of every commune. Sites have sectors as "
                     "radio.antenna\n"
                     "or the table of sites says. The path loss of each site is kept: when one moves, only that one is "
                     "computed.\n"
                     "The folder appears only when it is complete, and replaces none."},
            .examples = {"  phusong coverage scenarios/toy.toml -o vung-phu\n"
                         "  phusong coverage scenarios/toy.toml -o vung-phu-2025 --year 2025 --technology 4g \\\n"
                         "      --location-percent 50,90,95",
                         "  phusong coverage scenarios/toy.toml -o coverage\n"
                         "  phusong coverage scenarios/toy.toml -o coverage-2025 --year 2025 --technology 4g \\\n"
                         "      --location-percent 50,90,95"},
            .add_options =
                [](CLI::App& app, Options& options) {
                    add_files(app, options, "FILE", say("tệp kịch bản TOML", "the TOML scenario"));
                    add_area_flags(app, options);
                    add_scenario_options(app, options);
                    add_result_options(app, options);
                },
            .act = act};
}

} // namespace phusong::cli

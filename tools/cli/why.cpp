#include "sim/rollout/board.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/planned.h"
#include "tools/cli/verb.h"
#include "tools/cli/why_answer.h"
#include "tools/cli/why_places.h"
#include <CLI/CLI.hpp>
#include <fmt/ranges.h>

namespace phusong::cli {
namespace {

using geo::say;

/// Names of several words need no quotes.
std::string place_asked_for(std::vector<std::string> const& arguments) {
    return fmt::format("{}", fmt::join(arguments.begin() + 1, arguments.end(), " "));
}

int act_on_why(Options const& options, Screen const& screen) {
    if (options.files.size() < 2)
        throw UsageError(
            say("cần tệp kịch bản và mã hay tên của một thôn hay xã",
                "needs a scenario and the code or name of a village or commune"),
            say("ví dụ: phusong why scenario.toml 00688-01", "for example: phusong why scenario.toml 00688-01"));
    auto const planned = plan_of(options.files[0], options, screen);
    auto const& [scenario, goals, world, ground, outcome] = planned;
    auto const villages = villages_meant(world, place_asked_for(options.files));
    auto board = make_board(world, scenario, outcome.candidates, outcome.curves,
                            open_goals_without_plan(ground, world, scenario, goals, outcome));
    auto const covered = covered_in_base_year(board, ground.points, ground.villages);
    favour(board, covered);
    std::vector<WhyAnswer> answers;
    for (auto const village : villages)
        answers.push_back({world, scenario, outcome, village, why(board, covered, outcome.plan, village)});
    if (screen.json) {
        screen.data(why_json(answers));
        return ok;
    }
    for (auto const& answer : answers) screen.data(why_text(answer, screen.language));
    return ok;
}

void add_why_options(CLI::App& app, Options& options) {
    add_files(app, options, "FILE PLACE",
              say("tệp kịch bản TOML, rồi mã hay tên của một thôn hay xã",
                  "the TOML scenario, then the code or name of a village or commune"));
    add_scenario_options(app, options);
    add_store(app, options);
}

} // namespace

Verb why_verb() {
    return {
        .name = "why",
        .brief = {"vì sao một thôn có hay chưa có sóng tốt, từng năm", "why a village is or is not served, year by "
                                                                       "year"},
        .page =
            {"Lập kế hoạch của kịch bản rồi nói về một thôn (hay mọi thôn của một xã), từng năm: lý do, công\n"
             "trình tốt nhất cho thôn, giá, ai phải trả, đứng thứ mấy, và thua công trình nào.",
             "Makes the scenario's plan and tells of one village (or all of a commune), year by year: the\n"
             "reason, the best project for it, its price, who would have to pay, its rank, and what it lost against."},
        .examples = {"  phusong why scenarios/toy.toml 90003-02\n"
                     "  phusong why scenarios/ha_giang/balanced.toml \"Lũng Cú\"",
                     "  phusong why scenarios/toy.toml 90003-02\n"
                     "  phusong why scenarios/ha_giang/balanced.toml \"Lung Cu\""},
        .add_options = add_why_options,
        .act = act_on_why};
}

} // namespace phusong::cli

#include "geo/suggest.h"
#include "sim/rollout/board.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/planned.h"
#include "tools/cli/verb.h"
#include "tools/cli/why_answer.h"
#include <CLI/CLI.hpp>

namespace phusong::cli {
namespace {

using geo::say;

/// The village with this code, or all of the commune with it.
std::vector<VillageId> villages_named(World const& world, std::string const& code) {
    std::vector<VillageId> found;
    std::vector<std::string> codes;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        auto const& commune = world.communes[world.villages[v].commune.value].code;
        if (world.villages[v].code == code || commune == code) found.push_back(VillageId{v});
        codes.push_back(world.villages[v].code);
    }
    if (!found.empty()) return found;
    auto const near = geo::nearest_name(code, codes);
    throw geo::InputError({{code,
                            {"không phải mã của thôn hay xã nào", "is the code of no village and no commune"},
                            !near ? say("xem cột mã trong tables/villages.csv", "see the codes in tables/villages.csv")
                                  : say("ý bạn là {}?", "did you mean {}?", *near)}});
}

int act_on_why(Options const& options, Screen const& screen) {
    if (options.files.size() != 2)
        throw UsageError(
            say("cần tệp kịch bản và mã của một thôn hay xã", "needs a scenario and the code of a village or commune"),
            say("ví dụ: phusong why scenario.toml 00688-01", "for example: phusong why scenario.toml 00688-01"));
    auto const planned = plan_of(options.files[0], options, screen);
    auto const& [scenario, goals, world, ground, outcome] = planned;
    auto const villages = villages_named(world, options.files[1]);
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
    add_files(app, options, "FILE CODE",
              say("tệp kịch bản TOML, rồi mã của một thôn hay xã", "the TOML scenario, then the code of a village or "
                                                                   "commune"));
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
            {"Lập kế hoạch của kịch bản rồi nói về một thôn (hay mọi thôn của một xã), từng năm: mã lý do, công\n"
             "trình tốt nhất cho thôn, giá, ai phải trả, đứng thứ mấy, và thua công trình nào.",
             "Makes the scenario's plan and tells of one village (or all of a commune), year by year: the reason\n"
             "code, the best project for it, its price, who would have to pay, its rank, and what it lost against."},
        .examples = {"  phusong why scenarios/toy.toml 90003-02", "  phusong why scenarios/toy.toml 90003-02"},
        .add_options = add_why_options,
        .act = act_on_why};
}

} // namespace phusong::cli

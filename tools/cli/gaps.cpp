#include "geo/number_text.h"
#include "sim/output/gap_words.h"
#include "sim/output/labels.h"
#include "sim/run/goal_gap.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/json_text.h"
#include "tools/cli/planned.h"
#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>

namespace phusong::cli {
namespace {

using geo::say;

std::string gap_text(GoalGap const& gap, Candidates const& candidates, geo::Language language) {
    auto const& goal = gap.goal.goal;
    auto const number = [&](double value) { return geo::number_text(value, 2, language); };
    return say("{} ({}): {} năm {}, mục tiêu {} {} {}\n", "{} ({}): {} in {}, the goal is {} {} {}\n",
               goal.label.in(language), goal.id, number(goal.value + gap.goal.gap), goal.year,
               goal.at_least ? "≥" : "≤", number(goal.value), unit_word(goal.unit).in(language))
               .in(language) +
           "  " + gap_words(gap, candidates, 2).in(language) + '\n';
}

Json gap_json(GoalGap const& gap, Planned const& planned) {
    auto const& list = planned.outcome.candidates.list;
    auto const price = price_of(gap.projects, planned.outcome.candidates);
    Json json{{"id", gap.goal.goal.id},
              {"indicator", gap.goal.goal.indicator},
              {"year", gap.goal.goal.year},
              {"goal", gap.goal.goal.value},
              {"value", gap.goal.goal.value + gap.goal.gap},
              {"movable", gap.movable},
              {"closed", gap.closed},
              {"value_with_projects", gap.value},
              {"capex_vnd", price.capex_vnd},
              {"operators_capex_vnd", price.operators_vnd},
              {"public_capex_vnd", price.public_vnd},
              {"public_opex_vnd_per_year", price.public_vnd_per_year},
              {"projects", Json::array()}};
    for (auto const& project : gap.projects) {
        auto const& candidate = list[project.candidate];
        json["projects"].push_back({{"kind", project_kind_names[static_cast<std::size_t>(candidate.kind)]},
                                    {"village_code", planned.world.villages[candidate.village.value].code},
                                    {"year", project.year},
                                    {"capex_vnd", candidate.cost.capex_vnd()}});
    }
    return json;
}

int act_on_gaps(Options const& options, Screen const& screen) {
    auto const planned = plan_of(options.files.at(0), options, screen);
    auto const gaps = goal_gaps(planned.ground, planned.world, planned.scenario, planned.outcome);
    if (screen.json) {
        Json all = Json::array();
        for (auto const& gap : gaps) all.push_back(gap_json(gap, planned));
        screen.data(dump({{"goals", all}}));
        return ok;
    }
    for (auto const& gap : gaps) screen.data(gap_text(gap, planned.outcome.candidates, screen.language));
    if (gaps.empty())
        screen.data(
            say("Mọi mục tiêu có số liệu đều đạt.\n", "Every goal that is known is reached.\n").in(screen.language));
    return ok;
}

void add_gaps_options(CLI::App& app, Options& options) {
    add_file(app, options, "FILE", say("tệp kịch bản TOML", "the TOML scenario"));
    add_scenario_options(app, options);
    add_store(app, options);
}

} // namespace

Verb gaps_verb() {
    return {
        .name = "gaps",
        .brief = {"mục tiêu chưa đạt cần thêm dự án nào, bao nhiêu tiền", "what would close the gap of every goal "
                                                                          "that is missed"},
        .page =
            {"Lập kế hoạch của kịch bản rồi, với từng mục tiêu chưa đạt, chọn trong các dự án kế hoạch bỏ lại "
             "gói\n"
             "rẻ nhất tìm được để đạt: bao nhiêu dự án, giá, ai phải trả. Mỗi dự án làm ngay khi có thể,\n"
             "không tính đến ngân sách và số đội thi công; chọn lần lượt theo người trên mỗi đồng, nên có thể còn gói "
             "rẻ hơn.",
             "Makes the scenario's plan and chooses, for every goal that it misses, the cheapest bundle found among "
             "the\n"
             "projects that it left: how many, their price, and who would pay. Each is built as soon as it can be,\n"
             "whatever budgets and crews are there; chosen by people per đồng, so a cheaper bundle may exist."},
        .examples = {"  phusong gaps scenarios/ha_giang/balanced.toml",
                     "  phusong gaps scenarios/ha_giang/balanced.toml"},
        .add_options = add_gaps_options,
        .act = act_on_gaps};
}

} // namespace phusong::cli

#include "sim/output/summary.h"
#include "geo/io/atomic_file.h"
#include "geo/problem.h"
#include "sim/output/csv_text.h"
#include "sim/output/headline.h"
#include "sim/output/labels.h"
#include <cmath>
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

using Json = nlohmann::ordered_json;

Json json(double value, int decimals) {
    if (!std::isfinite(value)) return nullptr;
    if (decimals == 0) return std::llround(value);
    return rounded(value, decimals);
}

Json year_json(int year, CommuneYear const& p) {
    return {{"year", year},
            {"people", json(p.people, 0)},
            {"people_with_signal", json(p.people_with_signal, 0)},
            {"people_with_broadband", json(p.people_with_broadband, 0)},
            {"people_with_fibre", json(p.people_with_fibre, 0)},
            {"villages", p.villages},
            {"villages_good", p.villages_good},
            {"villages_weak", p.villages_weak},
            {"villages_none", p.villages_none},
            {"villages_fibre", p.villages_fibre},
            {"mobile_per_100", json(p.per_100(ServiceKind::mobile), 3)},
            {"fixed_per_100", json(p.per_100(ServiceKind::fixed), 3)},
            {"paytv_per_100", json(p.per_100(ServiceKind::paytv), 3)},
            {"mobile_per_100_without_plan", json(p.per_100_without_plan(ServiceKind::mobile), 3)},
            {"fixed_per_100_without_plan", json(p.per_100_without_plan(ServiceKind::fixed), 3)},
            {"paytv_per_100_without_plan", json(p.per_100_without_plan(ServiceKind::paytv), 3)},
            {"smartphone_users", json(p.smartphone_users, 0)}};
}

Json purse_json(double spent_vnd, double budget_vnd) {
    return {{"spent_vnd", json(spent_vnd, 0)}, {"budget_vnd", json(budget_vnd, 0)}};
}

Json plan_json(Rollout const& rollout, Plan const& plan) {
    return {{"policy", policy_names[static_cast<std::size_t>(rollout.policy)]},
            {"solver", rollout.solver},
            {"worth_person_years", json(plan.worth, 0)},
            {"bound_person_years", json(plan.bound, 0)},
            {"gap_share", json(plan.gap_share(), 5)}};
}

Json notes_json(World const& world, Outcome const& outcome) {
    Json notes = Json::array();
    for (auto const* list : {&world.notes, &outcome.notes})
        for (auto const& note : *list) notes.push_back({{"vi", note.vi}, {"en", note.en}});
    return notes;
}

Json lines_json(std::vector<geo::Message> const& lines) {
    Json vi = Json::array(), en = Json::array();
    for (auto const& line : lines) {
        vi.push_back(line.vi);
        en.push_back(line.en);
    }
    return {{"vi", vi}, {"en", en}};
}

/// Null where prices are told without their spread.
Json range_json(std::optional<CostRange> const& range) {
    if (!range) return nullptr;
    Json driver = nullptr;
    if (range->driver) driver = {{"key", range->driver->key}, {"share", json(range->driver->share, 4)}};
    return {{"draws", range->draws},
            {"draws_left_out", range->left_out},
            {"p10_vnd", json(range->p10_vnd, 0)},
            {"p50_vnd", json(range->p50_vnd, 0)},
            {"p90_vnd", json(range->p90_vnd, 0)},
            {"public_p50_vnd", json(range->public_p50_vnd, 0)},
            {"operators_short_share", json(range->operators_short_share, 4)},
            {"public_purse_short_share", json(range->public_short_share, 4)},
            {"driver", driver}};
}

std::string joined(std::vector<std::string> const& lines) {
    std::string out;
    for (auto const& line : lines) out += line + '\n';
    return out;
}

} // namespace

std::string summary_json(World const& world, Scenario const& scenario, Outcome const& outcome) {
    auto const h = headline(world, outcome, scenario.years.base);
    Json by_year = Json::array();
    for (std::size_t y = 0; y < h.province.size(); ++y)
        by_year.push_back(year_json(scenario.years.base + static_cast<int>(y), h.province[y]));
    Json const summary{{"scenario", scenario.name},
                       {"title", {{"vi", title(scenario).vi}, {"en", title(scenario).en}}},
                       {"changes", scenario.changes},
                       {"communes", world.communes.size()},
                       {"years", by_year},
                       {"villages_newly_good", h.villages_newly_good},
                       {"people_newly_with_signal", json(h.people_newly_with_signal, 0)},
                       {"projects", h.projects},
                       {"plan", plan_json(scenario.rollout, outcome.plan)},
                       {"money",
                        {{"price_year", scenario.finance.price_year},
                         {"operators", purse_json(h.operators_spent_vnd, h.operators_budget_vnd)},
                         {"public", purse_json(h.public_spent_vnd, h.public_budget_vnd)},
                         {"range", range_json(h.cost_range)},
                         {"spent_on",
                          {{"mobile_signal_vnd", json(h.spent_on.signal_vnd, 0)},
                           {"fixed_lines_vnd", json(h.spent_on.lines_vnd, 0)},
                           {"running_vnd", json(h.spent_on.running_vnd, 0)}}}}},
                       {"goals",
                        {{"reached", h.goals_reached},
                         {"reached_before_the_plan", h.goals_reached_before},
                         {"reached_uncertain", h.goals_uncertain},
                         {"published", {{"all", h.goals_published}, {"reached", h.goals_published_reached}}},
                         {"missed", h.goals_missed},
                         {"unknown", h.goals_unknown}}},
                       {"base_year_checks", {{"met", h.base_checks_met}, {"all", h.base_checks}}},
                       {"samples_without_terrain", outcome.samples_without_terrain},
                       {"synthetic_layers", synthetic_layers(world)},
                       {"notes", notes_json(world, outcome)},
                       {"lines", lines_json(summary_lines(world, scenario, outcome))}};
    return summary.dump(2) + '\n';
}

std::string summary_text(World const& world, Scenario const& scenario, Outcome const& outcome, geo::Language language) {
    std::vector<std::string> lines{title(scenario).in(language)};
    for (auto const& line : summary_lines(world, scenario, outcome)) lines.push_back(line.in(language));
    return joined(lines);
}

std::string stored_summary_text(std::filesystem::path const& folder, geo::Language language) {
    auto const file = folder / "summary.json";
    auto const summary = Json::parse(geo::io::read_file(file), nullptr, /*allow_exceptions=*/false);
    auto const* const key = language == geo::Language::vi ? "vi" : "en";
    try {
        return summary.at("title").at(key).get<std::string>() + '\n' +
               joined(summary.at("lines").at(key).get<std::vector<std::string>>());
    } catch (Json::exception const&) {
        throw geo::FileError({{file.string(),
                               {"không phải tệp tóm tắt của phusong", "is not a summary written by phusong"},
                               {"chạy lại với --overwrite", "run again with --overwrite"}}});
    }
}

} // namespace phusong

#include "sim/compare/tables.h"
#include "geo/number_text.h"
#include "sim/output/csv_text.h"
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

using Json = nlohmann::ordered_json;

int decimals_of(CriterionWords const& words) { return words.is_money ? 0 : words.is_share ? 6 : 3; }

Json json(double value, int decimals) {
    if (!std::isfinite(value)) return nullptr;
    return decimals == 0 ? Json(std::llround(value)) : Json(rounded(value, decimals));
}

Json both(geo::Message const& m) { return {{"vi", m.vi}, {"en", m.en}}; }

/// Empty for a run, and where it is not known.
std::string probability_cell(Option const& o, std::string const& id) {
    auto const goal = std::ranges::find(o.goals, id, &GoalYear::id);
    return goal == o.goals.end() || !goal->probability ? std::string() : number(*goal->probability, 6);
}

Json option_json(Comparison const& c, std::size_t i) {
    auto const& o = c.options[i];
    auto const& d = c.difference[i];
    Json values = Json::object(), differences = Json::object(), goals = Json::object();
    for (std::size_t k = 0; k < criterion_count; ++k) {
        auto const& words = criteria()[k];
        values[std::string(words.name)] = json(o.value[k], decimals_of(words));
        differences[std::string(words.name)] = json(d.value[k], decimals_of(words));
    }
    Json drawn = nullptr;
    if (o.of_study) {
        drawn = {{"draws", o.draws}, {"p10", Json::object()}, {"p90", Json::object()}};
        for (std::size_t k = 0; k < criterion_count; ++k) {
            auto const& words = criteria()[k];
            drawn["p10"][std::string(words.name)] = json(o.p10[k], decimals_of(words));
            drawn["p90"][std::string(words.name)] = json(o.p90[k], decimals_of(words));
        }
    }
    for (auto const& goal : o.goals)
        goals[goal.id] = {{"year", goal.year},
                          {"known", goal.known},
                          {"reached", goal.reached},
                          {"first_year", goal.first_year ? Json(*goal.first_year) : Json(nullptr)},
                          {"probability", goal.probability ? json(*goal.probability, 6) : Json(nullptr)}};
    return {{"folder", o.folder},
            {"name", o.name},
            {"title", both(o.title)},
            {"changes", o.changes},
            {"values", values},
            {"drawn", drawn},
            {"difference", differences},
            {"operators_budget_vnd", json(o.operators_budget_vnd, 0)},
            {"public_budget_vnd", json(o.public_budget_vnd, 0)},
            {"vnd_per_extra_person_with_signal", json(d.vnd_per_person_with_signal, 0)},
            {"vnd_per_extra_person_with_broadband", json(d.vnd_per_person_with_broadband, 0)},
            {"vnd_per_extra_village", json(d.vnd_per_village, 0)},
            {"pareto_front", bool(c.on_front[i])},
            {"rank", c.rank[i]},
            {"score", json(c.score[i], 6)},
            {"goals", goals},
            {"synthetic_layers", o.synthetic_layers}};
}

} // namespace

std::string comparison_csv(Comparison const& c) {
    std::vector<std::string> head{"folder", "scenario", "changes", "rank", "score", "pareto_front"};
    for (auto const& words : criteria()) head.emplace_back(words.name);
    for (auto const& words : criteria()) head.push_back(fmt::format("{}_difference", words.name));
    for (auto const* name : {"operators_budget_vnd", "public_budget_vnd", "vnd_per_extra_person_with_signal",
                             "vnd_per_extra_person_with_broadband", "vnd_per_extra_village", "synthetic_layers"})
        head.emplace_back(name);
    for (auto const& goal : goals_of_all(c)) head.push_back(fmt::format("goal_{}", goal.id));
    bool const drawn = std::ranges::any_of(c.options, &Option::of_study);
    for (auto const& words : criteria())
        for (auto const* part : {"p10", "p90"})
            if (drawn) head.push_back(fmt::format("{}_{}", words.name, part));
    for (auto const& goal : goals_of_all(c))
        if (drawn) head.push_back(fmt::format("goal_{}_probability", goal.id));
    CsvText csv(head);
    for (std::size_t i = 0; i < c.options.size(); ++i) {
        auto const& o = c.options[i];
        auto const& d = c.difference[i];
        std::vector<std::string> cells{
            o.folder, o.name, o.changes, std::to_string(c.rank[i]), number(c.score[i], 6), c.on_front[i] ? "1" : "0"};
        for (std::size_t k = 0; k < criterion_count; ++k)
            cells.push_back(number(o.value[k], decimals_of(criteria()[k])));
        for (std::size_t k = 0; k < criterion_count; ++k)
            cells.push_back(number(d.value[k], decimals_of(criteria()[k])));
        for (double const vnd : {o.operators_budget_vnd, o.public_budget_vnd, d.vnd_per_person_with_signal,
                                 d.vnd_per_person_with_broadband, d.vnd_per_village})
            cells.push_back(number(vnd, 0));
        cells.push_back(fmt::format("{}", fmt::join(o.synthetic_layers, ";")));
        for (auto const& goal : goals_of_all(c)) cells.push_back(goal_words(o, goal.id).en);
        for (std::size_t k = 0; k < criterion_count && drawn; ++k)
            for (double const value : {o.p10[k], o.p90[k]})
                cells.push_back(o.of_study ? number(value, decimals_of(criteria()[k])) : "");
        for (auto const& goal : goals_of_all(c))
            if (drawn) cells.push_back(probability_cell(o, goal.id));
        csv.add(cells);
    }
    return csv.text();
}

std::string comparison_json(Comparison const& c) {
    Json options = Json::array(), ranking = Json::array(), levers = Json::array(), idle = Json::array();
    for (std::size_t i = 0; i < c.options.size(); ++i) options.push_back(option_json(c, i));
    for (auto const i : c.ranking) ranking.push_back(c.options[i].folder);
    for (auto const& lever : c.levers)
        levers.push_back({{"key", lever.key}, {"pairs", lever.pairs}, {"without_effect", lever.without_effect}});
    for (auto const& i : c.idle) idle.push_back({{"folder", c.options[i.option].folder}, {"keys", i.keys}});
    Json const all{{"program", "phusong"},   {"baseline", c.options[c.baseline].folder},
                   {"weights", c.weights},   {"options", options},
                   {"ranking", ranking},     {"levers", levers},
                   {"changed_nothing", idle}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace phusong

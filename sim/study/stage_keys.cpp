#include "sim/study/stage_keys.h"
#include "sim/scenario/fields.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

namespace phusong::study {
namespace {

/// Keys that nothing before the pricing of candidates looks at. A test changes each and compares.
constexpr std::array after_groundwork{std::to_array<std::string_view>({"name",
                                                                       "title_vi",
                                                                       "title_en",
                                                                       "changes",
                                                                       "targets",
                                                                       "adoption.",
                                                                       "finance.",
                                                                       "traffic.",
                                                                       "links.",
                                                                       "pon.",
                                                                       "fibre.",
                                                                       "prices.",
                                                                       "power.",
                                                                       "radio.error_sd_db",
                                                                       "radio.error_margin_db",
                                                                       "rollout.policy",
                                                                       "rollout.favoured_weight",
                                                                       "rollout.priority_places",
                                                                       "rollout.floor_share",
                                                                       "rollout.operator_budget_bn_vnd",
                                                                       "rollout.public_budget_bn_vnd",
                                                                       "rollout.carry_over",
                                                                       "rollout.share_sites",
                                                                       "rollout.pay_solar",
                                                                       "rollout.max_projects_per_year",
                                                                       "rollout.max_projects_per_district",
                                                                       "rollout.broadband_person_weight",
                                                                       "rollout.min_people_per_project",
                                                                       "rollout.fixed_wireless",
                                                                       "rollout.fixed_wireless_max_lines",
                                                                       "rollout.fixed_wireless_line_worth",
                                                                       "rollout.site_lead_years",
                                                                       "rollout.technology_lead_years",
                                                                       "rollout.fibre_lead_years",
                                                                       "rollout.grid_delay_years",
                                                                       "rollout.operator_names",
                                                                       "rollout.operator_shares",
                                                                       "rollout.solver",
                                                                       "rollout.solver_nodes"})};
constexpr std::array<std::string_view, 5> after_the_plan{"adoption.", "finance.", "prices.", "power.", "traffic."};
constexpr std::array<std::string_view, 3> of_world{"seed", "years.", "world."};

bool matches(std::string_view key, auto const& list) {
    return std::ranges::any_of(
        list, [&](std::string_view known) { return known.ends_with('.') ? key.starts_with(known) : key == known; });
}

template <class Wanted> std::string values(Scenario const& scenario, Wanted const& wanted) {
    std::string text;
    for (auto const& field : fields())
        if (wanted(field.key)) text += field.key + " = " + toml_value(field, scenario) + '\n';
    return text;
}

} // namespace

std::string world_key(Scenario const& scenario) {
    return values(scenario, [](std::string_view key) { return matches(key, of_world); });
}

std::string groundwork_key(Scenario const& scenario) {
    return values(scenario, [](std::string_view key) { return !matches(key, after_groundwork); });
}

std::string plan_key(Scenario const& scenario) {
    constexpr std::array<std::string_view, 4> names_alone{"name", "title_vi", "title_en", "changes"};
    return values(scenario, [&](std::string_view key) { return !matches(key, names_alone); });
}

std::string map_key(Scenario const& scenario) {
    return fmt::format("{}{} {}", groundwork_key(scenario), scenario.radio.error_sd_db, scenario.radio.error_margin_db);
}

bool leaves_groundwork_alone(std::string const& key) { return matches(key, after_groundwork); }
bool may_change_after_the_plan(std::string const& key) { return matches(key, after_the_plan); }

} // namespace phusong::study

#include "sim/study/front.h"
#include "geo/io/csv_file.h"
#include "sim/adoption/quantile.h"
#include "sim/compare/pareto.h"
#include "sim/scenario/text_value.h"
#include <algorithm>
#include <cmath>
#include <fmt/ranges.h>

namespace phusong::study {
namespace {

constexpr char const* front_flag = "--front";
constexpr double most_share = 100;

bool needs_places(Policy policy) { return policy == Policy::priority_places || policy == Policy::fixed_order; }

Setting front_setting(std::string const& key, std::string const& text, geo::Problems& problems) {
    auto value = value_of_text(*find_field(key), text, front_flag, problems);
    return {key, text, value.value_or(toml_text::Value{}), front_flag};
}

std::string scaled(std::vector<double> budget_bn_vnd, double share) {
    for (auto& budget : budget_bn_vnd) budget *= share;
    return fmt::format("[{}]", fmt::join(budget_bn_vnd, ", "));
}

/// Median over the draws of an indicator in a year; NaN where no run knows it.
double median(Results const& results, std::size_t option, std::string const& name, int year) {
    auto const& list = results.indicators[option];
    auto const found = std::ranges::find_if(list, [&](Indicator const& i) { return i.name == name && i.year == year; });
    if (found == list.end()) return std::nan("");
    auto const values = series(results, option, static_cast<std::size_t>(found - list.begin())).values;
    return values.empty() ? std::nan("") : phusong::quantile(values, 0.5);
}

FrontRow front_row(Results const& results, std::size_t option) {
    auto const& years = results.study.options[option].scenario.years;
    auto const last = [&](char const* name) { return median(results, option, name, years.last); };
    double const before = median(results, option, "broadband_share", years.base);
    return {.option = option,
            .newly_covered_people = last("people") * (last("broadband_share") - before),
            .operators_vnd = last("operators_vnd"),
            .public_vnd = last("public_vnd"),
            .spent_vnd = last("spent_vnd"),
            .worst_tenth_share = last("worst_tenth_broadband_share")};
}

} // namespace

std::vector<GridPoint> front_grid(Scenario const& scenario, std::vector<double> const& budget_shares,
                                  geo::Problems& problems) {
    auto const& rollout = scenario.rollout;
    std::vector<GridPoint> grid;
    for (double const share : budget_shares) {
        if (!(share > 0 && share <= most_share)) { // 0 comes of "0,5", and nothing can be planned with it
            problems.push_back({front_flag,
                                geo::say("{}: phải là số lớn hơn 0, nhiều nhất {}",
                                         "{}: must be a number above 0, at most {}", share, most_share),
                                {"dấu phẩy ngăn các số, dấu chấm ở trong một số: --front 0.5,1,1.5",
                                 "a comma parts the numbers, a point stands within one: --front 0.5,1,1.5"}});
            continue;
        }
        if (std::ranges::count(budget_shares, share) > 1) {
            problems.push_back({front_flag,
                                geo::say("{} có hai lần", "{} is given twice", share),
                                {"mỗi số một lần", "give each number once"}});
            break;
        }
        for (std::size_t p = 0; p < policy_names.size(); ++p) {
            if (needs_places(static_cast<Policy>(p)) && rollout.priority_places.empty()) continue;
            auto const set = [&](char const* key, std::string const& text) {
                return front_setting(key, text, problems);
            };
            grid.push_back({fmt::format("×{}, {}", share, policy_names[p]),
                            {set("rollout.operator_budget_bn_vnd", scaled(rollout.operator_budget_bn_vnd, share)),
                             set("rollout.public_budget_bn_vnd", scaled(rollout.public_budget_bn_vnd, share)),
                             set("rollout.policy", policy_names[p])}});
        }
    }
    return grid;
}

std::vector<FrontRow> front_rows(Results const& results) {
    std::vector<FrontRow> rows;
    std::vector<ThreeAims> aims;
    for (std::size_t o = 0; o < results.study.options.size(); ++o) {
        rows.push_back(front_row(results, o));
        auto const& row = rows.back();
        aims.push_back({row.newly_covered_people, -row.spent_vnd, row.worst_tenth_share});
    }
    auto const on = pareto_front(aims);
    for (std::size_t o = 0; o < rows.size(); ++o) rows[o].on_front = on[o];
    return rows;
}

std::string front_csv(Results const& results) {
    std::string text = "option,changes,newly_covered_people,spent_vnd,operators_vnd,public_vnd,"
                       "worst_tenth_broadband_share,on_front\n";
    for (auto const& row : front_rows(results)) {
        auto const& option = results.study.options[row.option];
        text += fmt::format("{},{},{},{},{},{},{},{}\n", geo::io::csv_cell(option.name),
                            geo::io::csv_cell(option.changes), figure_cell(row.newly_covered_people),
                            figure_cell(row.spent_vnd), figure_cell(row.operators_vnd), figure_cell(row.public_vnd),
                            figure_cell(row.worst_tenth_share), row.on_front ? 1 : 0);
    }
    return text;
}

} // namespace phusong::study

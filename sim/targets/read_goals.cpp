#include "geo/io/csv_file.h"
#include "geo/suggest.h"
#include "sim/targets/targets.h"
#include <algorithm>
#include <fmt/ranges.h>
#include <set>

namespace phusong {
namespace {

constexpr double largest_goal = 1e12;

geo::Message suggestion(std::string const& wrong) {
    std::vector<std::string> names;
    for (auto const& indicator : indicators()) names.emplace_back(indicator.name);
    if (auto const name = geo::nearest_name(wrong, names))
        return geo::say("có phải ý bạn là \"{}\"?", "did you mean \"{}\"?", *name);
    return geo::say("các chỉ tiêu có thể dùng: {}", "the indicators are: {}",
                    fmt::format("{}", fmt::join(names, ", ")));
}

/// The columns of a targets table, in this order.
enum Column : std::size_t { id, indicator, year, comparison, value, unit, label_vi, label_en, source };
std::vector<std::string> const column_names{"id",   "indicator", "year",     "comparison", "value",
                                            "unit", "label_vi",  "label_en", "source"};

/// Reads rows and gathers what is wrong with them.
struct GoalReader {
    geo::io::CsvReader& csv;
    std::vector<std::size_t> const& at;
    Years const& years;
    std::optional<std::size_t> basis_at; ///< the one column that a table may lack
    std::set<std::string> ids = {};

    std::string const& text(geo::io::CsvTable::Row const& row, Column column) const {
        return csv.text(row, at[column]);
    }
    void check_id(geo::io::CsvTable::Row const& row, std::string const& goal_id) {
        if (goal_id.empty())
            csv.problem(row, at[id], geo::say("thiếu mã của mục tiêu", "the goal has no id"));
        else if (!ids.insert(goal_id).second)
            csv.problem(row, at[id], geo::say("mã \"{}\" đã có ở dòng trên", "id \"{}\" was used above", goal_id),
                        geo::say("mỗi mục tiêu một mã riêng", "give every goal its own id"));
    }
    void check_indicator(geo::io::CsvTable::Row const& row, Goal const& goal) {
        auto const& all = indicators();
        auto const found = std::ranges::find(all, goal.indicator, &Indicator::name);
        if (found == all.end())
            csv.problem(row, at[indicator],
                        geo::say("không có chỉ tiêu \"{}\"", "there is no indicator \"{}\"", goal.indicator),
                        suggestion(goal.indicator));
        else if (goal.unit != found->unit)
            csv.problem(row, at[unit],
                        geo::say("đơn vị \"{}\" không phải của chỉ tiêu \"{}\"",
                                 "unit \"{}\" is not that of indicator \"{}\"", goal.unit, goal.indicator),
                        geo::say("đơn vị đúng là \"{}\"", "its unit is \"{}\"", found->unit));
    }
    bool at_least(geo::io::CsvTable::Row const& row) {
        auto const& word = text(row, comparison);
        if (word != "at_least" && word != "at_most")
            csv.problem(row, at[comparison],
                        geo::say("\"{}\" không phải là phép so sánh", "\"{}\" is no comparison", word),
                        geo::say("hãy viết at_least hoặc at_most", "write at_least or at_most"));
        return word != "at_most";
    }
    GoalBasis basis(geo::io::CsvTable::Row const& row) {
        if (!basis_at) return GoalBasis::published;
        auto const& word = csv.text(row, *basis_at);
        auto const found = std::ranges::find(goal_basis_names, word);
        if (found != goal_basis_names.end()) return static_cast<GoalBasis>(found - goal_basis_names.begin());
        if (!word.empty())
            csv.problem(
                row, *basis_at,
                geo::say("\"{}\" không nói mục tiêu từ đâu ra", "\"{}\" does not tell where a goal comes from", word),
                geo::say("hãy viết {} (để trống: công bố)", "write {} (empty: published)",
                         fmt::format("{}", fmt::join(goal_basis_names, ", "))));
        return GoalBasis::published;
    }
    Goal goal(geo::io::CsvTable const& table, geo::io::CsvTable::Row const& row) {
        Goal goal;
        goal.id = text(row, id);
        goal.indicator = text(row, indicator);
        goal.unit = text(row, unit);
        goal.year = csv.integer(row, at[year], years.base, years.last);
        goal.at_least = at_least(row);
        goal.value = csv.number(row, at[value], -largest_goal, largest_goal);
        goal.label = {text(row, label_vi), text(row, label_en)};
        goal.source = text(row, source);
        goal.basis = basis(row);
        goal.where = fmt::format("{}:{}", table.name, row.line);
        check_id(row, goal.id);
        check_indicator(row, goal);
        return goal;
    }
};

} // namespace

std::vector<Goal> read_goals(Scenario const& scenario) {
    if (!scenario.targets.given()) return {};
    auto const table = geo::io::read_csv(scenario.targets.path, scenario.targets.written);
    geo::Problems problems;
    geo::io::CsvReader csv(table, problems);
    std::vector<Goal> goals;
    if (auto const at = csv.columns(column_names)) {
        GoalReader reader{csv, *at, scenario.years, table.column("basis")};
        for (auto const& row : table.rows) goals.push_back(reader.goal(table, row));
    }
    geo::throw_if_any(std::move(problems));
    return goals;
}

} // namespace phusong

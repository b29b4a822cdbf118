#include "sim/compare/html_parts.h"
#include <algorithm>
#include <span>

namespace phusong::compare_page {
namespace {

constexpr std::size_t options_of_a_table = 6; ///< more would not fit on a sheet

std::string goals_table(Page const& p, std::vector<SharedGoal> const& goals, std::span<std::size_t const> options) {
    std::vector<std::string> heads{p.say("Mục tiêu", "Goal"), p.say("Năm", "Year")};
    for (auto const i : options) {
        auto const changes = short_changes(p.c.options[i]);
        heads.push_back(p.say(p.c.options[i].title) + "<br><small>" + xml_text(short_name(p.c.options[i])) +
                        (changes.empty() ? "" : "<br>" + xml_text(changes)) + "</small>");
    }
    std::string rows;
    for (auto const& goal : goals) {
        rows += "<tr>" + cell(p.say(goal.label) + " <small>" + xml_text(goal.id) + "</small>", "th", " scope='row'") +
                cell(goal.year > 0 ? std::to_string(goal.year) : "–");
        for (auto const i : options) rows += cell(p.say(goal_words(p.c.options[i], goal.id)));
        rows += "</tr>\n";
    }
    return table(heads, rows);
}

std::string goals_tables(Page const& p, std::vector<SharedGoal> const& goals) {
    std::string out;
    std::span<std::size_t const> rest(p.c.ranking);
    while (!goals.empty() && !rest.empty()) {
        auto const n = std::min(rest.size(), options_of_a_table);
        out += goals_table(p, goals, rest.first(n));
        rest = rest.subspan(n);
    }
    return out;
}

} // namespace

std::string goals_part(Page const& p) {
    auto goals = goals_of_all(p.c);
    auto const checks = std::ranges::stable_partition(goals, [](SharedGoal const& g) { return !g.base_check; });
    std::vector<SharedGoal> const of_base(checks.begin(), checks.end());
    goals.erase(checks.begin(), checks.end());
    auto out = "<h2>" +
               (has_draws(p.c) ? p.say("Xác suất đạt từng mục tiêu (phần số lần rút)",
                                       "Probability of reaching each goal (share of the draws)")
                               : p.say("Năm đạt từng mục tiêu", "Year in which each goal is reached")) +
               "</h2>\n" + goals_tables(p, goals);
    if (of_base.empty()) return out;
    return out + "<h2>" +
           p.say("Số liệu năm gốc mà mô hình phải lặp lại (không phải thành tích của kế hoạch)",
                 "Figures of the base year that the model must reproduce (no merit of a plan)") +
           "</h2>\n" + goals_tables(p, of_base);
}

} // namespace phusong::compare_page

#include "sim/report/goals.h"
#include "sim/output/labels.h"
#include <algorithm>

namespace phusong::report {
namespace {

/// Shapes differ as well as colours: a disc with a tick, a ring with a tick, a square with a cross, a diamond with a
/// question mark.
Html mark(GoalResult const& result) {
    char const* const id = !result.known()   ? "m-unknown"
                           : !result.reached ? "m-missed"
                           : result.certain  ? "m-reached"
                                             : "m-uncertain";
    return html("<svg class=\"mark\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><use href=\"#{}\"/></svg>", id);
}

std::string word(Page const& page, GoalResult const& result) {
    if (!result.known()) return page.say("chưa biết", "unknown");
    if (!result.reached) return page.say("chưa đạt", "missed");
    return result.certain ? page.say("đạt", "reached") : page.say("đạt, chưa chắc", "reached, not for certain");
}

/// How often the draws reach a goal that the plan reaches, but not for certain.
Html share_of_draws(Page const& page, GoalResult const& result) {
    if (!result.known() || !result.reached || result.certain) return {};
    auto const share = page.percent(result.drawn_reached_share, 1, 0);
    return html("<br><small>{}</small>", page.in(geo::say("{} số lần tính thử", "{} of draws", share)));
}

Html row(Page const& page, GoalResult const& result) {
    auto const& goal = result.goal;
    auto const at = static_cast<std::size_t>(goal.year - page.base());
    double const value = at < result.value.size() ? result.value[at] : std::nan("");
    return html("<tr><td class=\"goal-mark\">{}<span>{}{}</span></td><td>{}</td><td class=\"n\">{}</td><td "
                "class=\"n\">{}</td></tr>\n",
                mark(result), word(page, result), share_of_draws(page, result),
                page.in(goal.label) + dagger(goal.basis), page.number(value, decimals_of(goal)), asked_for(page, goal));
}

Html table(Page const& page, std::string const& caption, bool of_base_year) {
    Html rows;
    for (auto const& result : page.source.outcome.goals)
        if ((result.goal.year <= page.base()) == of_base_year) rows += row(page, result);
    if (rows.text.empty()) return html("<p>{}</p>\n", page.say("Không có mục tiêu nào.", "There are no goals."));
    return html("<div class=\"wide\"><table "
                "class=\"goals\"><caption>{}</caption><thead>{}</thead><tbody>{}</tbody></table></div>\n",
                caption,
                header_row({page.say("Kết quả", "Result"), page.say("Mục tiêu", "Goal"), page.say("Đạt được", "Value"),
                            page.say("Yêu cầu", "Asked for")},
                           2),
                rows);
}

} // namespace

char const* dagger(GoalBasis basis) {
    return basis == GoalBasis::reading ? " †" : basis == GoalBasis::assumption ? " ‡" : "";
}

Html daggers_explained(Page const& page) {
    auto const any = [&](GoalBasis basis) {
        return std::ranges::any_of(page.source.outcome.goals, [&](GoalResult const& g) {
            return g.goal.year > page.base() && g.goal.basis == basis;
        });
    };
    Html notes;
    for (auto const basis : {GoalBasis::reading, GoalBasis::assumption})
        if (any(basis)) notes += html("<span>{} {}</span> ", std::string_view(dagger(basis)), page.in(label(basis)));
    return notes.text.empty() ? notes : html("<p class=\"key\">{}</p>\n", notes);
}

int decimals_of(Goal const& goal) { return goal.unit == "%" || goal.unit.starts_with("per ") ? 2 : 0; }

std::string asked_for(Page const& page, Goal const& goal) {
    auto const number = (goal.at_least ? "≥ " : "≤ ") + page.number(goal.value, decimals_of(goal));
    if (goal.unit == "%") return page.language == geo::Language::vi ? number + " %" : number + "%";
    return number + " " + page.in(unit_word(goal.unit));
}

Html goal_marks() {
    return html(
        "<svg width=\"0\" height=\"0\" class=\"sprite\" aria-hidden=\"true\"><defs>"
        "<symbol id=\"m-reached\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"7.5\" fill=\"#1d6b36\"/>"
        "<path d=\"M4 8.5l3 3 5.2-6.4\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.2\"/></symbol>"
        "<symbol id=\"m-uncertain\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.8\" fill=\"#fff\" "
        "stroke=\"#1d6b36\" stroke-width=\"1.6\" stroke-dasharray=\"2.4 1.6\"/><path d=\"M4.4 8.4l2.7 2.7 4.6-5.6\" "
        "fill=\"none\" stroke=\"#1d6b36\" stroke-width=\"1.8\"/></symbol>"
        "<symbol id=\"m-missed\" viewBox=\"0 0 16 16\"><rect x=\"1\" y=\"1\" width=\"14\" height=\"14\" fill=\"#fff\" "
        "stroke=\"#9c1c1c\" stroke-width=\"2\"/><path d=\"M4.5 4.5l7 7m0-7l-7 7\" stroke=\"#9c1c1c\" "
        "stroke-width=\"2.2\"/></symbol>"
        "<symbol id=\"m-unknown\" viewBox=\"0 0 16 16\"><path d=\"M8 .8L15.2 8 8 15.2.8 8z\" fill=\"#fff\" "
        "stroke=\"#555\" stroke-width=\"1.6\"/><path d=\"M6 6.4a2 2 0 1 1 2.6 1.9q-.6.3-.6 1m0 1.6v1.2\" fill=\"none\" "
        "stroke=\"#555\" stroke-width=\"1.4\"/></symbol></defs></svg>\n");
}

Html plan_goals(Page const& page) {
    return table(page,
                 page.in(geo::say("Mục tiêu có số liệu: {}", "Goals with data: {}",
                                  page.in(goals_in_short(page.figures.headline, page.base())))),
                 false) +
           daggers_explained(page);
}

Html base_checks(Page const& page) {
    auto const& h = page.figures.headline;
    return table(page,
                 page.in(geo::say("Số liệu năm {} mà mô hình phải lặp lại: khớp {} trên {}",
                                  "Figures of {} that the model must reproduce: {} of {} met", page.base(),
                                  h.base_checks_met, h.base_checks)),
                 true);
}

} // namespace phusong::report

#include "sim/output/gap_words.h"
#include "sim/report/goals.h"
#include "sim/targets/targets.h"
#include <algorithm>

namespace phusong::report {
namespace {

/// "82.23 (41.44–86.65)": the interval where there are draws.
std::string with_interval(Page const& page, GoalResult const& result) {
    auto const at = static_cast<std::size_t>(result.goal.year - page.base());
    int const decimals = decimals_of(result.goal);
    auto out = page.number(result.goal.value + result.gap, decimals);
    if (at < result.p10.size())
        out += fmt::format(" ({}–{})", page.number(result.p10[at], decimals), page.number(result.p90[at], decimals));
    return out;
}

std::string to_close(Page const& page, GoalResult const& result) {
    auto const& gaps = page.source.outcome.gaps;
    auto const gap = std::ranges::find(gaps, result.goal.id, [](GoalGap const& g) { return g.goal.goal.id; });
    if (gap == gaps.end()) return {};
    return page.in(gap_words(*gap, page.source.outcome.candidates, decimals_of(result.goal)));
}

Html explained(Page const& page, GoalResult const& result) {
    auto const& outcome = page.source.outcome;
    auto const parts = figure_in_parts(result, {page.source.world, page.source.scenario, outcome.villages,
                                                outcome.village_fibre, outcome.subscribers});
    return parts ? html("<br><small>{}</small>", page.in(*parts)) : Html{};
}

Html certain(Page const& page, GoalResult const& result) {
    if (result.p10.empty()) return html("{}", page.say("không rút thử", "not drawn"));
    auto const share = page.percent(result.drawn_reached_share, 1, 0);
    return html("{}<br><small>{}</small>", result.certain ? page.say("có", "yes") : page.say("không", "no"),
                page.in(geo::say("{} số lần đạt", "{} of draws reach it", share)));
}

Html goal_row(Page const& page, GoalResult const& result) {
    auto const& goal = result.goal;
    return html(
        "<tr><th scope=\"row\">{}{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td "
        "class=\"n\">{}</td><td>{}</td></tr>\n",
        page.in(goal.label) + dagger(goal.basis), explained(page, result), asked_for(page, goal),
        with_interval(page, result), certain(page, result),
        result.first_year_reached ? std::to_string(*result.first_year_reached) : "–", to_close(page, result));
}

} // namespace

Html goals_part(Page const& page) {
    Html rows;
    for (auto const& result : page.source.outcome.goals)
        if (result.goal.year > page.base()) rows += goal_row(page, result);
    if (rows.text.empty()) return {};
    auto const caption = page.say(
        "Trong ngoặc: khoảng của các lần tính thử số thuê bao; một phần mười số lần thấp hơn đầu dưới, một phần mười "
        "cao hơn "
        "đầu trên. Chắc: cả hai đầu của khoảng cùng nói đạt, hoặc cùng nói chưa đạt; không rút thử: con số không phụ "
        "thuộc số thuê bao, hoặc kịch bản không cho sai số. Để đạt: gói dự án rẻ nhất tìm được trong số dự án kế hoạch "
        "bỏ lại, không xét ngân sách và số đội "
        "thi "
        "công; có thể còn gói rẻ hơn.",
        "In brackets: the interval of the draws of subscribers; a tenth of them lie below it and a tenth above. "
        "Certain: "
        "both ends of the interval say reached, or both say missed; not drawn: the figure does not hang on "
        "subscribers, or "
        "the scenario gives no errors. To close: "
        "the cheapest bundle found of projects that the plan left, regardless of budgets and crews; a cheaper one may "
        "exist.");
    return html("<section>\n") +
           heading("goals-head", page.say("Mục tiêu: chắc đến đâu, thiếu thì cần gì",
                                          "Goals: how certain, and what would close the gap")) +
           html("<div class=\"wide\"><table "
                "class=\"goals "
                "gaps\"><caption>{}</caption><thead>{}</thead><tbody>{}</tbody></table></div>\n{}</section>\n",
                caption,
                header_row({page.say("Mục tiêu", "Goal"), page.say("Yêu cầu", "Asked for"),
                            page.say("Đạt được", "Value"), page.say("Chắc", "Certain"),
                            page.say("Năm đạt đầu tiên", "First year reached"), page.say("Để đạt", "To close the gap")},
                           1),
                rows, daggers_explained(page));
}

} // namespace phusong::report

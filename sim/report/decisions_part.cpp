#include "sim/output/headline.h"
#include "sim/output/load_words.h"
#include "sim/report/page.h"
#include "sim/rollout/money_left.h"
#include <algorithm>

namespace phusong::report {
namespace {

/// A question that only people can answer, what the plan knows about it, and where to read on.
Html decision(std::string const& question, std::string const& facts, char const* part, std::string const& where) {
    return html("<li><strong>{}</strong> {} <a href=\"#{}\">{}</a></li>\n", question, facts, std::string_view(part),
                where);
}

Html dearer(Page const& page) {
    auto const& h = page.figures.headline;
    constexpr double seldom = 0.1;
    if (!h.cost_range || std::max(h.cost_range->public_short_share, h.cost_range->operators_short_share) <= seldom)
        return {};
    auto const& range = *h.cost_range;
    auto const facts = page.in(geo::say(
        "Nhà nước cần trung vị {} tỷ đồng, ngân sách có {}; thiếu trong {} số lần tính thử, doanh nghiệp thiếu trong "
        "{}.",
        "The public purse needs {} billion VND in the median and has {}; it falls short in {} of the draws, the "
        "operators in {}.",
        page.bn(range.public_p50_vnd), page.bn(h.public_budget_vnd), page.percent(range.public_short_share, 1, 0),
        page.percent(range.operators_short_share, 1, 0)));
    auto const driver = cost_driver_line(h);
    return decision(page.say("Nếu chi phí cao hơn dự tính: thêm tiền, hay bớt dự án nào?",
                             "If the plan costs more than reckoned: more money, or which projects go?"),
                    driver ? facts + " " + page.in(*driver) + "." : facts, "money",
                    page.say("Khoảng chi phí", "Range of costs"));
}

Html money_left(Page const& page) {
    Html items;
    for (auto const& why : why_money_is_left(page.source.outcome.plan))
        items += decision(page.say("Tiền còn lại dùng vào đâu?", "What is the money for that is left?"),
                          page.in(why) + ".", "finance", page.say("Thu chi từng năm", "The purses year by year"));
    return items;
}

Html full_sites(Page const& page) {
    auto const line = busy_hour_line(page.source.scenario, page.source.outcome);
    if (!line) return {};
    return decision(page.say("Ai thêm dung lượng cho các trạm đầy, bằng tiền nào?",
                             "Who adds capacity to sites that are full, with what money?"),
                    page.in(*line) + ".", "load", page.say("Trạm quá tải", "Overloaded sites"));
}

Html full_links(Page const& page) {
    int links = 0;
    for (auto const& link : page.source.outcome.network.links) links += link.overloaded_from != 0 ? 1 : 0;
    if (links == 0) return {};
    return decision(page.say("Đường truyền nào cần thêm dung lượng?", "Which links need more capacity?"),
                    page.in(geo::say("Số tuyến của kế hoạch không tải nổi giờ cao điểm dù ở cấp dung lượng cao "
                                     "nhất: {} (tables/links.csv).",
                                     "Links of the plan that cannot carry the busy hour even in the largest class: {} "
                                     "(tables/links.csv).",
                                     page.number(links))),
                    "network", page.say("Cáp quang và đường truyền", "Fibre and backhaul"));
}

Html missed_goals(Page const& page) {
    auto const& h = page.figures.headline;
    if (h.goals_missed.empty()) return {};
    int closable = 0;
    for (auto const& gap : page.source.outcome.gaps) closable += gap.closed && gap.goal.goal.year > page.base() ? 1 : 0;
    return decision(
        page.say("Mục tiêu chưa đạt: thêm tiền, lùi năm, hay làm bằng cách khác?",
                 "Goals missed: more money, a later year, or other means?"),
        page.in(geo::say("Số mục tiêu chưa đạt: {}; trong đó {} đạt được nếu thêm dự án (bảng dưới ghi giá), với "
                         "số còn lại thì các dự án còn lại không đủ.",
                         "Goals missed: {}; {} of them could be reached with further projects (the table "
                         "below states the price), for the others the projects that are left are not "
                         "enough.",
                         page.number(static_cast<double>(h.goals_missed.size())), page.number(closable))),
        "goals-head", page.say("Mục tiêu", "Goals"));
}

Html missing_data(Page const& page) {
    auto const& h = page.figures.headline;
    if (h.goals_unknown.empty()) return {};
    return decision(page.say("Ai cung cấp số liệu còn thiếu?", "Who provides the data that are missing?"),
                    page.in(geo::say("Số mục tiêu chưa biết đạt hay không vì thiếu số liệu: {}.",
                                     "Goals that are unknown for want of data: {}.",
                                     page.number(static_cast<double>(h.goals_unknown.size())))),
                    "goals-head", page.say("Mục tiêu", "Goals"));
}

} // namespace

Html decisions_part(Page const& page) {
    auto items =
        dearer(page) + money_left(page) + full_sites(page) + full_links(page) + missed_goals(page) + missing_data(page);
    if (items.text.empty())
        items =
            html("<li>{}</li>\n", page.say("Kế hoạch này không để lại câu hỏi nào.", "This plan leaves no question."));
    return html("<section>\n") + heading("decisions", page.say("Cần quyết định", "To be decided")) +
           html("<ul>\n{}</ul></section>\n", items);
}

} // namespace phusong::report

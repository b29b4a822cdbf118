#include "sim/adoption/quantile.h"
#include "sim/report/charts.h"

namespace phusong::report {
namespace {

Html table(Page const& page) {
    Html rows;
    auto const& years = page.figures.headline.province;
    for (std::size_t y = 0; y < years.size(); ++y) {
        std::vector<std::string> cells;
        for (auto const s : services) {
            cells.push_back(page.number(years[y].subscribers[index(s)]));
            cells.push_back(page.number(years[y].per_100(s), 2));
            cells.push_back(page.number(years[y].per_100_without_plan(s), 2));
        }
        cells.push_back(page.number(years[y].smartphone_users));
        rows += number_row(std::to_string(page.base() + static_cast<int>(y)), cells);
    }
    auto const per = page.say("trên 100 dân", "per 100"), without = page.say("không có kế hoạch", "without the plan");
    return plain_table(page.say("Thuê bao cuối mỗi năm", "Subscribers at the end of each year"),
                       {page.say("Năm", "Year"), page.say("Di động", "Mobile"), per, without,
                        page.say("Internet cố định", "Fixed Internet"), per, without,
                        page.say("Truyền hình trả tiền", "Pay-TV"), per, without,
                        page.say("Người dùng điện thoại thông minh", "Smartphone users")},
                       rows);
}

/// What the draws of the prediction's errors leave open in the last year; empty without draws.
Html intervals(Page const& page) {
    auto const& outcome = page.source.outcome;
    if (outcome.subscriber_draws.empty()) return {};
    auto const last = static_cast<int>(outcome.villages.size()) - 1;
    Html rows;
    for (auto const s : services) {
        std::vector<double> drawn;
        for (auto const& draw : outcome.subscriber_draws)
            drawn.push_back(100 * draw.total(s, last) / draw.total_people(last));
        auto const &first = page.figures.headline.province.front(), &end = page.figures.headline.province.back();
        rows += number_row(service_title(page, s),
                           {page.number(first.per_100(s), 2), page.number(end.per_100_without_plan(s), 2),
                            page.number(quantile(drawn, 0.1), 2), page.number(end.per_100(s), 2),
                            page.number(quantile(drawn, 0.9), 2)});
    }
    return plain_table(page.in(geo::say("Thuê bao trên 100 dân cuối năm {}, qua {} lần rút sai số",
                                        "Subscribers per 100 people at the end of {}, over {} draws of the errors",
                                        page.last(), outcome.subscriber_draws.size())),
                       {page.say("Dịch vụ", "Service"), page.in(geo::say("năm {}, đã biết", "{}, known", page.base())),
                        page.say("không có kế hoạch, dự báo giữa", "without the plan, middle forecast"), "P10",
                        page.say("kế hoạch, dự báo giữa", "the plan, middle forecast"), "P90"},
                       rows);
}

std::string how_sure(Page const& page) {
    if (page.source.outcome.subscriber_draws.empty())
        return page.say(
            "Các con số là một đường dự báo duy nhất. Lần chạy này không tính khoảng tin cậy và không thử độ "
            "nhạy; đừng đọc phần thập phân như độ chính xác.",
            "The figures are one single forecast. This run computes no intervals and no sensitivity; do not "
            "read the decimals as accuracy.");
    return page.say(
        "P10 và P90: một phần mười số lần rút nằm dưới P10, một phần mười nằm trên P90. Chỉ sai số của tốc độ "
        "và của mức bão hòa được rút; mức của năm gốc đã biết nên không rút. P10 có thể thấp hơn mức năm gốc, khi sai "
        "số "
        "của tốc độ lớn hơn chính tốc độ, và thấp hơn dự báo giữa khi không có kế hoạch: lần rút thấp thì thấp cả khi "
        "có "
        "lẫn khi không có kế hoạch; trong cùng một lần rút, kế hoạch không bao giờ ít thuê bao hơn. Từng xã ở "
        "tables/subscribers.csv.",
        "P10 and P90: a tenth of the draws lies under P10, a tenth over P90. Only the errors of growth and of "
        "ceilings are drawn; the base year's level is known and not drawn. P10 may lie under the base year's level, "
        "where "
        "growth is less certain than it is large, and under the middle forecast without the plan: a draw that is low "
        "is "
        "low with the plan and without it; in one and the same draw the plan never has fewer subscribers. Every "
        "commune "
        "is in tables/subscribers.csv.");
}

} // namespace

Html subscribers_part(Page const& page) {
    Html charts;
    for (auto const s : services) charts += service_chart(page, s);
    return html("<section>") + heading("subscribers", page.say("Thuê bao", "Subscribers")) +
           html("<div class=\"three\">{}</div><p class=\"key\"><span class=\"stroke\"></span>{} <span class=\"stroke "
                "stroke-dashed\"></span>{}</p>\n",
                charts, page.say("thuê bao trên 100 dân, có kế hoạch", "subscribers per 100 people, with the plan"),
                page.say("không có kế hoạch", "without the plan")) +
           table(page) + intervals(page) + html("<p class=\"note\">{}</p></section>\n", how_sure(page));
}

} // namespace phusong::report

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

} // namespace

Html subscribers_part(Page const& page) {
    Html charts;
    for (auto const s : services) charts += service_chart(page, s);
    return html("<section>") + heading("subscribers", page.say("Thuê bao", "Subscribers")) +
           html("<div class=\"three\">{}</div><p class=\"key\"><span class=\"stroke\"></span>{} <span class=\"stroke "
                "stroke-dashed\"></span>{}</p>\n",
                charts, page.say("thuê bao trên 100 dân, có kế hoạch", "subscribers per 100 people, with the plan"),
                page.say("không có kế hoạch", "without the plan")) +
           table(page) +
           html("<p class=\"note\">{}</p></section>\n",
                page.say(
                    "Các con số là một đường dự báo duy nhất. Lần chạy này không tính khoảng tin cậy và không thử độ "
                    "nhạy; đừng đọc phần thập phân như độ chính xác.",
                    "The figures are one single forecast. This run computes no intervals and no sensitivity; do not "
                    "read the decimals as accuracy."));
}

} // namespace phusong::report

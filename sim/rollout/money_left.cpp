#include "sim/rollout/money_left.h"
#include "geo/number_text.h"
#include <algorithm>
#include <fmt/ranges.h>
#include <functional>

namespace phusong {
namespace {

geo::Message words(Refusal refusal) {
    switch (refusal) {
    case Refusal::waits_for_power:
        return {"chờ điện lưới", "the grid comes later"};
    case Refusal::waits_for_lead_time:
        return {"còn trong thời gian chuẩn bị", "their lead time is not over"};
    case Refusal::waits_for_signal:
        return {"chờ sóng 4G, 5G ở hội trường thôn", "no 4G or 5G at the village's hall yet"};
    case Refusal::too_few_people:
        return {"phục vụ thêm quá ít người", "too few people newly served"};
    case Refusal::no_public_money:
        return {"cần tiền nhà nước mà không có", "public money needed, of which there is none"};
    case Refusal::public_short:
        return {"cần nhiều tiền nhà nước hơn số còn lại", "more public money needed than is left"};
    case Refusal::public_promised:
        return {"cần trợ cấp hằng năm mà ngân sách các năm sau không đủ",
                "yearly subsidies needed that later public budgets cannot keep"};
    case Refusal::operators_short:
        return {"cần nhiều tiền của nhà mạng hơn số còn lại", "more operators' money needed than is left"};
    case Refusal::operators_promised:
        return {"cần bù chi phí vận hành mà tiền nhà mạng các năm sau không đủ",
                "running costs that later operators' budgets cannot keep"};
    case Refusal::crews_busy:
        return {"không còn đội thi công", "no free crew"};
    case Refusal::kept_for_better:
        return {"tiền dành cho công trình tốt hơn ở năm sau", "money kept for better projects of later years"};
    case Refusal::none:
    case Refusal::nothing_new:
        break;
    }
    return {};
}

std::string with_count(std::string const& words, int count, geo::Language language) {
    return fmt::format("{} ({})", words, geo::number_text(count, 0, language));
}

/// What stopped them, most frequent first.
geo::Message causes(Unbuilt const& unbuilt) {
    std::vector<std::size_t> order;
    for (std::size_t r = 0; r < unbuilt.size(); ++r)
        if (unbuilt[r] > 0 && r != index(Refusal::nothing_new)) order.push_back(r);
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t r) { return unbuilt[r]; });
    std::vector<std::string> vi, en;
    int all = 0;
    for (auto r : order) {
        auto const said = words(static_cast<Refusal>(r));
        all += unbuilt[r];
        vi.push_back(with_count(said.vi, unbuilt[r], geo::Language::vi));
        en.push_back(with_count(said.en, unbuilt[r], geo::Language::en));
    }
    if (all == 0)
        return {"không còn phương án nào phục vụ thêm được ai", "no project is left that would bring anybody anything"};
    return {fmt::format("số phương án còn có ích mà chưa làm: {}, vì {}", geo::number_text(all, 0, geo::Language::vi),
                        fmt::join(vi, ", ")),
            fmt::format("possible projects that would still bring something: {}, stopped by {}",
                        geo::number_text(all, 0, geo::Language::en), fmt::join(en, ", "))};
}

/// In billions, "0.0" for what nobody counts.
geo::Message billions(double vnd) {
    return {geo::number_text(vnd / vnd_per_bn, 1, geo::Language::vi),
            geo::number_text(vnd / vnd_per_bn, 1, geo::Language::en)};
}

} // namespace

std::vector<geo::Message> why_money_is_left(Plan const& plan) {
    std::vector<geo::Message> list;
    auto const add = [&](std::vector<PurseYear> const& purse, geo::Message const& whose) {
        double budget_vnd = 0, spent_vnd = 0;
        for (auto const& year : purse) {
            budget_vnd += year.budget_vnd;
            spent_vnd += year.spent_vnd();
        }
        if (purse.empty() || plan.unbuilt.empty()) return;
        double const left_vnd = purse.back().available_vnd - purse.back().spent_vnd();
        auto const left = billions(left_vnd), all = billions(budget_vnd);
        auto const lapsed = billions(budget_vnd - spent_vnd - left_vnd);
        if (left.en == "0.0") return;
        auto const why = causes(plan.unbuilt.back());
        geo::Message const lapse = lapsed.en == "0.0"
                                       ? geo::Message{}
                                       : geo::Message{fmt::format(" (các năm trước đã hết hạn {} tỷ)", lapsed.vi),
                                                      fmt::format(" ({} lapsed in the years before)", lapsed.en)};
        list.push_back({fmt::format("Vì sao {} còn {} trên {} tỷ đồng cuối năm {}{}: {}", whose.vi, left.vi, all.vi,
                                    purse.back().year, lapse.vi, why.vi),
                        fmt::format("Why {} of {} billion VND of {} are left at the end of {}{}: {}", left.en, all.en,
                                    whose.en, purse.back().year, lapse.en, why.en)});
    };
    add(plan.operators, {"các nhà mạng", "operators' money"});
    add(plan.public_purse, {"ngân sách nhà nước", "public money"});
    return list;
}

} // namespace phusong

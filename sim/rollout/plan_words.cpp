#include "sim/rollout/plan_words.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace phusong {

geo::Message how_good_the_plan_is(Plan const& plan) {
    auto const percent = fmt::format("{:.2f}", 100 * plan.gap_share());
    auto percent_vi = percent;
    std::ranges::replace(percent_vi, '.', ',');
    auto const worth = std::llround(plan.worth), bound = std::llround(plan.bound);
    return {
        fmt::format("Giá trị kế hoạch: {} người-năm theo chính sách đã chọn; không kế hoạch nào vượt {}; cách mức đó "
                    "{} %",
                    worth, bound, percent_vi),
        fmt::format("The plan is worth {} person-years by its policy; no plan can exceed {}; the gap is {}%", worth,
                    bound, percent)};
}

} // namespace phusong

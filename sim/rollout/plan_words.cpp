#include "sim/rollout/plan_words.h"
#include "geo/number_text.h"

namespace phusong {

geo::Message how_good_the_plan_is(Plan const& plan) {
    return geo::with_numbers([&](auto number) {
        return geo::say(
            "Giá trị kế hoạch theo thước đo của chính sách: {} (người-năm được phục vụ, có trọng số); không kế "
            "hoạch nào vượt {}; cách mức đó {} %",
            "The plan is worth {} by its policy's measure (weighted person-years of service); no plan can "
            "exceed {}; the gap is {}%",
            number(plan.worth), number(plan.bound), number(100 * plan.gap_share(), 2));
    });
}

} // namespace phusong

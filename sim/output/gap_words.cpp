#include "sim/output/gap_words.h"
#include "geo/number_text.h"

namespace phusong {
namespace {

geo::Message bundle_words(GoalGap const& gap, Candidates const& candidates) {
    auto const price = price_of(gap.projects, candidates);
    return geo::with_numbers([&](auto number) {
        auto const bn = [&](double vnd, int decimals) { return number(vnd / vnd_per_bn, decimals); };
        return geo::say("{} dự án, {} tỷ đồng (doanh nghiệp {}, nhà nước {} và {} mỗi năm)",
                        "projects: {}, {} billion VND (operators {}, public {} and {} a year)",
                        number(gap.projects.size()), bn(price.capex_vnd, 1), bn(price.operators_vnd, 1),
                        bn(price.public_vnd, 1), bn(price.public_vnd_per_year, 2));
    });
}

} // namespace

geo::Message gap_words(GoalGap const& gap, Candidates const& candidates, int decimals) {
    if (!gap.movable) return {"không dự án nào còn lại làm con số này thay đổi", "no project that is left moves it"};
    auto const bundle = bundle_words(gap, candidates);
    return geo::with_numbers([&](auto number) -> geo::Message {
        auto const value = number(gap.value, decimals);
        if (gap.closed)
            return {fmt::format("đạt nếu thêm {}; khi đó {}", bundle.vi, value),
                    fmt::format("reached with further {}; then {}", bundle.en, value)};
        return {fmt::format("chưa đạt dù làm hết phần còn lại có ích: {}; khi đó {}", bundle.vi, value),
                fmt::format("not reached even with everything left that helps: {}; then {}", bundle.en, value)};
    });
}

} // namespace phusong

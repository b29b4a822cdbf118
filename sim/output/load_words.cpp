#include "sim/output/load_words.h"
#include "geo/number_text.h"
#include "sim/run/site_upgrade.h"
#include <algorithm>
#include <array>

namespace phusong {
namespace {

using geo::Language, geo::Message, geo::say;

constexpr double mbps_per_gbps = 1000;

/// Of all sites with data in the last year.
struct LastLoad {
    int sites = 0, overloaded = 0;
    double mbps = 0, home_line_mbps = 0;
};

LastLoad last_load(Scenario const& scenario, Outcome const& outcome) {
    LastLoad sum;
    for (auto const& load : outcome.site_load) {
        if (load.year != scenario.years.last) continue;
        ++sum.sites;
        sum.overloaded += load.overloaded_from > 0 ? 1 : 0;
        sum.mbps += load.load_mbps;
        sum.home_line_mbps += load.home_line_mbps;
    }
    return sum;
}

/// Of indicators that count lines in homes, whatever these carry.
bool counts_lines(Goal const& goal) {
    static constexpr std::array names{"households_with_internet_line", "fixed_broadband_per_100", "fixed_subscribers"};
    return std::ranges::find(names, goal.indicator) != names.end();
}

Message quoted_goals(std::vector<GoalResult const*> const& goals) {
    Message list;
    for (auto const* result : goals) {
        auto const* const between = list.en.empty() ? "" : ", ";
        list.vi += fmt::format("{}“{}”", between, result->goal.label.vi);
        list.en += fmt::format("{}“{}”", between, result->goal.label.en);
    }
    return list;
}

} // namespace

std::optional<Message> busy_hour_line(Scenario const& scenario, Outcome const& outcome) {
    auto const last = last_load(scenario, outcome);
    if (last.overloaded == 0) return std::nullopt;
    double const price_vnd = sum_of(site_upgrades(scenario, outcome.plan, outcome.site_load)).price_vnd;
    return geo::with_numbers([&](auto number) {
        return say("Giờ cao điểm: {} trên {} trạm cho truy cập dữ liệu bị quá tải (tải hơn {} % dung lượng), từ {} hay "
                   "sớm hơn; để theo kịp cần thêm {} tỷ đồng",
                   "Busy hour: {} of {} sites with data are overloaded (over {}% of their capacity), from {} or "
                   "earlier; to keep up costs {} billion VND more",
                   number(last.overloaded), number(last.sites), number(100 * scenario.links.full_share),
                   scenario.years.last, number(price_vnd / vnd_per_bn));
    });
}

std::vector<Message> load_sentences(Scenario const& scenario, Outcome const& outcome) {
    auto const last = last_load(scenario, outcome);
    if (!(last.mbps > 0)) return {};
    auto const in = [&](Language language) {
        return say("Năm {} mọi trạm phải tải {} Gbit/s trong giờ cao điểm, trong đó {} Gbit/s ({}) là Internet tại nhà "
                   "qua 4G, 5G.",
                   "In {} all sites are asked for {} Gbit/s in the busy hour, {} Gbit/s of it ({}) by home lines over "
                   "4G or 5G.",
                   scenario.years.last, geo::number_text(last.mbps / mbps_per_gbps, 1, language),
                   geo::number_text(last.home_line_mbps / mbps_per_gbps, 1, language),
                   geo::percent_text(last.home_line_mbps / last.mbps, 0, language))
            .in(language);
    };
    std::vector<Message> all{{in(Language::vi), in(Language::en)}};
    std::vector<GoalResult const*> reached;
    for (auto const& result : outcome.goals)
        if (result.reached && result.goal.year > scenario.years.base && counts_lines(result.goal))
            reached.push_back(&result);
    if (2 * last.overloaded <= last.sites || reached.empty() || !(last.home_line_mbps > 0)) return all;
    auto const goals = quoted_goals(reached);
    auto const sites = [&](Language language) {
        return std::pair(geo::number_text(std::int64_t{last.overloaded}, language),
                         geo::number_text(std::int64_t{last.sites}, language));
    };
    auto const vi = sites(Language::vi), en = sites(Language::en);
    all.push_back({fmt::format("Tính là đạt tuy {} trên {} trạm quá tải: {}. Mục tiêu đếm đường Internet, không xét "
                               "tốc độ; nhà dùng 4G, 5G sẽ chậm trong giờ cao điểm.",
                               vi.first, vi.second, goals.vi),
                   fmt::format("Counts as reached though {} of {} sites are overloaded: {}. Such a goal counts lines "
                               "and not their speed; homes on 4G or 5G will be slow in the busy hour.",
                               en.first, en.second, goals.en)});
    return all;
}

} // namespace phusong

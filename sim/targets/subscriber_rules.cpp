#include "sim/targets/rules.h"
#include <algorithm>
#include <numeric>

namespace phusong {
namespace {

double sum(std::vector<double> const& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

double per_100(Evidence const& e, ServiceKind service, int year) {
    return percent(e.subscribers.total(service, year), e.subscribers.total_people(year));
}
double mobile_per_100(Evidence const& e, int year) { return per_100(e, ServiceKind::mobile, year); }
double fixed_per_100(Evidence const& e, int year) { return per_100(e, ServiceKind::fixed, year); }
double mobile_subscribers(Evidence const& e, int year) { return e.subscribers.total(ServiceKind::mobile, year); }
double fixed_subscribers(Evidence const& e, int year) { return e.subscribers.total(ServiceKind::fixed, year); }
double paytv_subscribers(Evidence const& e, int year) { return e.subscribers.total(ServiceKind::paytv, year); }

double paytv_per_100(Evidence const& e, int year) { return per_100(e, ServiceKind::paytv, year); }

double internet_growth(Evidence const& e, int year) {
    double const before = year > 0 ? e.subscribers.total(ServiceKind::fixed, year - 1)
                                   : e.subscribers.total_before_base[index(ServiceKind::fixed)];
    return percent(e.subscribers.total(ServiceKind::fixed, year) - before, before);
}

/// Households of each commune with a line of their own, never more lines than households.
double households_with(Evidence const& e, ServiceKind service, int year) {
    auto const y = static_cast<std::size_t>(year);
    double const growth = e.world.growth_since_census(e.scenario.years.base + year);
    double with_line = 0, all = 0;
    for (std::size_t c = 0; c < e.world.communes.size(); ++c) {
        double const households = e.world.communes[c].households * growth;
        with_line += std::min(households, e.subscribers.count[index(service)][y][c]);
        all += households;
    }
    return percent(with_line, all);
}

double households_with_line(Evidence const& e, int year) { return households_with(e, ServiceKind::fixed, year); }
double households_with_paytv(Evidence const& e, int year) { return households_with(e, ServiceKind::paytv, year); }

double smartphones_of_subscribers(Evidence const& e, int year) {
    return 100 * smartphone_share(e.scenario.adoption, year);
}
double people_with_smartphone(Evidence const& e, int year) {
    double const smartphones =
        e.subscribers.total(ServiceKind::mobile, year) * smartphone_share(e.scenario.adoption, year);
    return percent(smartphones, e.subscribers.total_people(year));
}
double smartphone_data_users(Evidence const& e, int year) {
    return percent(sum(e.subscribers.smartphone_users.at(static_cast<std::size_t>(year))),
                   e.subscribers.total_people(year));
}

} // namespace

std::vector<Indicator> subscriber_indicators() {
    std::vector<Indicator> list{
        {"mobile_subscribers_per_100",
         "per 100 people",
         {"Thuê bao điện thoại di động trên 100 dân, toàn tỉnh.",
          "Mobile subscriptions per 100 people, whole province."},
         mobile_per_100},
        {"fixed_broadband_per_100",
         "per 100 people",
         {"Thuê bao Internet băng rộng cố định trên 100 dân.", "Fixed broadband subscriptions per 100 people."},
         fixed_per_100},
        {"mobile_subscribers",
         "subscribers",
         {"Số thuê bao di động cuối năm.", "Mobile subscriptions at the end of the year."},
         mobile_subscribers},
        {"fixed_subscribers",
         "subscribers",
         {"Số thuê bao Internet cố định cuối năm.", "Fixed Internet subscriptions at the end of the year."},
         fixed_subscribers},
        {"paytv_subscribers",
         "subscribers",
         {"Số thuê bao truyền hình trả tiền cuối năm.", "Pay-TV subscriptions at the end of the year."},
         paytv_subscribers},
        {"paytv_per_100",
         "per 100 people",
         {"Thuê bao truyền hình trả tiền trên 100 dân.", "Pay-TV subscriptions per 100 people."},
         paytv_per_100},
        {"households_with_paytv",
         "%",
         {"Tỷ lệ hộ có truyền hình trả tiền: thuê bao của từng xã, không quá số hộ của xã, chia cho số hộ.",
          "Share of households with pay-TV: each commune's subscriptions, at most its households, over households."},
         households_with_paytv},
        {"internet_subscriber_growth",
         "%",
         {"Mức tăng thuê bao Internet cố định so với cuối năm trước (năm gốc: theo đường cong đã hiệu chỉnh).",
          "Growth of fixed Internet subscriptions over the year before (base year: by the calibrated curve)."},
         internet_growth},
        {"households_with_internet_line",
         "%",
         {"Tỷ lệ hộ có đường Internet: thuê bao cố định của từng xã, không quá số hộ của xã, chia cho số hộ.",
          "Share of households with an Internet line: each commune's fixed subscriptions, at most its households, over "
          "households."},
         households_with_line},
        {"smartphone_share_of_subscribers",
         "%",
         {"Tỷ lệ thuê bao di động dùng điện thoại thông minh.", "Share of mobile subscriptions that are smartphones."},
         smartphones_of_subscribers},
        {"people_with_smartphone",
         "%",
         {"Số thuê bao dùng điện thoại thông minh trên 100 dân.", "Subscriptions with a smartphone per 100 people."},
         people_with_smartphone},
        {"smartphone_data_users",
         "%",
         {"Số người dùng điện thoại thông minh ở nơi có sóng 4G, 5G, trên 100 dân.",
          "Smartphone users where 4G or 5G reaches, per 100 people."},
         smartphone_data_users},
    };
    for (auto& indicator : list) indicator.counts_subscribers = true;
    return list;
}

} // namespace phusong

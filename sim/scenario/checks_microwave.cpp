#include "sim/scenario/checks.h"

namespace phusong {
namespace {

struct List {
    char const* key;
    std::vector<double> Microwave::*numbers;
};
constexpr List lists[]{{"microwave.class_max_km", &Microwave::class_max_km},
                       {"microwave.class_antenna_gain_dbi", &Microwave::class_antenna_gain_dbi},
                       {"microwave.class_tx_power_dbm", &Microwave::class_tx_power_dbm},
                       {"microwave.class_threshold_dbm", &Microwave::class_threshold_dbm},
                       {"microwave.class_capacity_mbps", &Microwave::class_capacity_mbps},
                       {"microwave.class_gas_db_per_km", &Microwave::class_gas_db_per_km}};

struct Number {
    char const* key;
    double Microwave::*number;
};
constexpr Number needed[]{{"microwave.rain_rate_mm_per_h", &Microwave::rain_rate_mm_per_h},
                          {"microwave.multipath_log10_k", &Microwave::multipath_log10_k},
                          {"microwave.multipath_dn75", &Microwave::multipath_dn75}};

} // namespace

void check_microwave(Microwave const& m, WhereOf const& where, geo::Problems& problems) {
    for (auto const& [key, list] : lists)
        if ((m.*list).size() != m.class_ghz.size())
            problems.push_back(
                {where(key),
                 geo::say("có {} số; microwave.class_ghz có {}", "has {} numbers; microwave.class_ghz has {}",
                          (m.*list).size(), m.class_ghz.size()),
                 {"Cho mỗi loại thiết bị một số", "give one number per class of radio"}});
    if (m.class_ghz.empty()) return;
    for (auto const& [key, number] : needed)
        if (m.*number == 0)
            problems.push_back(
                {where(key),
                 {"thiếu; các loại thiết bị vi ba cần khóa này", "is missing; classes of microwave radios need it"},
                 {"Kế thừa data/microwave/radios.toml, hoặc cho số của vùng",
                  "extend data/microwave/radios.toml, or give the region's figure"}});
}

} // namespace phusong

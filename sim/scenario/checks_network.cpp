#include "sim/scenario/checks.h"
#include <algorithm>
#include <bit>

namespace phusong {
namespace {

void check_rising(std::vector<double> const& classes, char const* key, WhereOf const& where, geo::Problems& problems) {
    bool const rising = std::adjacent_find(classes.begin(), classes.end(), std::greater_equal<>()) == classes.end();
    if (!classes.empty() && rising) return;
    problems.push_back({where(key),
                        {"phải là các số tăng dần, ít nhất một số", "must be rising numbers, at least one"},
                        {"Ví dụ [1000, 10000]", "for example [1000, 10000]"}});
}

void check_split(int outputs, char const* key, WhereOf const& where, geo::Problems& problems) {
    if (outputs < 1 || std::has_single_bit(static_cast<unsigned>(outputs))) return;
    problems.push_back({where(key),
                        geo::say("là {}; bộ chia có 2, 4, 8, 16, 32 hoặc 64 đầu ra",
                                 "is {}; splitters have 2, 4, 8, 16, 32 or 64 outputs", outputs),
                        {"1 là không có cấp này", "1 means no such stage"}});
}

} // namespace

void check_network(Scenario const& scenario, WhereOf const& where, geo::Problems& problems) {
    check_rising(scenario.links.fibre_mbps, "links.fibre_mbps", where, problems);
    check_rising(scenario.links.microwave_mbps, "links.microwave_mbps", where, problems);
    check_rising(scenario.links.vsat_mbps, "links.vsat_mbps", where, problems);
    if (scenario.traffic.mean_bps_per_hz.size() != technology_count)
        problems.push_back({where("traffic.mean_bps_per_hz"),
                            geo::say("có {} số; cần {}: 2G, 3G, 4G, 5G", "has {} numbers; needs {}: 2G, 3G, 4G, 5G",
                                     scenario.traffic.mean_bps_per_hz.size(), technology_count),
                            {"Ví dụ [0, 0.5, 1.1, 3.3]", "for example [0, 0.5, 1.1, 3.3]"}});
    check_split(scenario.pon.first_split, "pon.first_split", where, problems);
    check_split(scenario.pon.second_split, "pon.second_split", where, problems);
    if (scenario.fibre.mountain_slope < scenario.fibre.hill_slope)
        problems.push_back({where("fibre.mountain_slope"),
                            {"nhỏ hơn fibre.hill_slope", "is less than fibre.hill_slope"},
                            {"Núi phải dốc hơn đồi", "mountains are steeper than hills"}});
}

} // namespace phusong

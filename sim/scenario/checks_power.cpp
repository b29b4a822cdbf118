#include "sim/scenario/checks.h"

namespace phusong {
namespace {

struct SolarNumber {
    char const* key;
    double Power::*number;
};
constexpr SolarNumber solar_numbers[]{{"power.peak_sun_hours", &Power::peak_sun_hours},
                                      {"power.solar_efficiency_share", &Power::solar_efficiency_share},
                                      {"power.depth_of_discharge_share", &Power::depth_of_discharge_share},
                                      {"power.panel_vnd_per_w", &Power::panel_vnd_per_w},
                                      {"power.battery_vnd_per_kwh", &Power::battery_vnd_per_kwh}};

} // namespace

void check_power(Power const& power, WhereOf const& where, geo::Problems& problems) {
    if (power.site_load_w == 0) return;
    for (auto const& [key, number] : solar_numbers)
        if (power.*number == 0)
            problems.push_back({where(key),
                                {"thiếu; power.site_load_w cần khóa này", "is missing; power.site_load_w needs it"},
                                {"Kế thừa data/power/solar.toml, hoặc bỏ site_load_w",
                                 "extend data/power/solar.toml, or leave site_load_w out"}});
}

} // namespace phusong

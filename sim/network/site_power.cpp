#include "sim/network/site_power.h"

namespace phusong {

PowerNeeds power_needs(Power const& power) {
    return {.load_w = power.site_load_w,
            .peak_sun_hours = power.peak_sun_hours,
            .solar_efficiency_share = power.solar_efficiency_share,
            .autonomy_days = power.autonomy_days,
            .depth_of_discharge_share = power.depth_of_discharge_share};
}

double solar_vnd(Scenario const& scenario) {
    Power const& power = scenario.power;
    if (power.site_load_w == 0) return scenario.prices.solar_vnd;
    auto const size = solar_size(power_needs(power));
    return power.solar_fixed_vnd + size.panel_w * power.panel_vnd_per_w + size.battery_kwh * power.battery_vnd_per_kwh;
}

} // namespace phusong

#include "sim/scenario/field_rows.h"

namespace phusong::field_rows {
namespace {
template <auto M> constexpr auto in_power = member<&Scenario::power, M>;
using Energy = Power;
} // namespace

std::vector<Field> power() {
    // clang-format off
    return {
        {"power.site_load_w", in_power<&Energy::site_load_w>, 0, 20000, "W", optional,
         {"Công suất trung bình của một trạm; 0 = điện mặt trời có một giá, prices.solar_vnd",
          "Mean load of a site; 0 = solar power has one price, prices.solar_vnd"}},
        {"power.peak_sun_hours", in_power<&Energy::peak_sun_hours>, 0, 12, "h/day", optional,
         {"Giờ nắng đỉnh mỗi ngày (kWh/m²) của tháng ít nắng nhất phải chịu được",
          "Peak sun hours a day (kWh/m²) of the darkest month that must be survived"}},
        {"power.solar_efficiency_share", in_power<&Energy::solar_efficiency_share>, 0, 1, "1", optional,
         {"Phần công suất danh định của tấm pin tới được tải", "Share of the panels' rated power that reaches the load"}},
        {"power.autonomy_days", in_power<&Energy::autonomy_days>, 0, 30, "days", optional,
         {"Số ngày không nắng ắc quy phải nuôi trạm", "Days without sun that the battery carries"}},
        {"power.depth_of_discharge_share", in_power<&Energy::depth_of_discharge_share>, 0, 1, "1", optional,
         {"Phần dung lượng ắc quy được dùng", "Share of the battery that may be used"}},
        {"power.panel_vnd_per_w", in_power<&Energy::panel_vnd_per_w>, 0, 1e6, "VND/W", optional,
         {"Giá tấm pin mặt trời, kể cả giá đỡ và bộ sạc", "Price of panels with mounting and charger"}},
        {"power.battery_vnd_per_kwh", in_power<&Energy::battery_vnd_per_kwh>, 0, 1e8, "VND/kWh", optional,
         {"Giá ắc quy", "Price of the battery"}},
        {"power.solar_fixed_vnd", in_power<&Energy::solar_fixed_vnd>, 0, 1e10, "VND", optional,
         {"Giá cố định của điện mặt trời mỗi trạm: vận chuyển, lắp đặt", "Fixed price of solar power per site: haulage, fitting"}},
    };
    // clang-format on
}

} // namespace phusong::field_rows

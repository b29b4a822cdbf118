#include "sim/scenario/field_rows.h"

namespace phusong::field_rows {
namespace {
template <auto M> constexpr auto in_prices = member<&Scenario::prices, M>;
template <auto M> constexpr auto in_finance = member<&Scenario::finance, M>;
using P = Prices;
using F = Finance;
} // namespace

// Upper limits are about ten times the highest published price: they catch a price in the wrong unit, not a dear one.
std::vector<Field> prices() {
    // clang-format off
    return {
        {"prices.site_vnd", in_prices<&P::site_vnd>, 1e7, 4e10, "VND", required,
         {"Trạm mới trọn gói, chưa kể truyền dẫn và điện ngoài lưới",
          "New site, all in, without backhaul and off-grid power"}},
        {"prices.technology_vnd", in_prices<&P::technology_vnd>, 1e6, 2e10, "VND", required,
         {"Thêm một công nghệ vào trạm đã có", "A technology added to a standing site"}},
        {"prices.relay_vnd", in_prices<&P::relay_vnd>, 1e6, 1e10, "VND", required,
         {"Trạm nhỏ công suất thấp, kể cả cột và điện mặt trời, chưa kể truyền dẫn",
          "Small site of low power with its pole and solar power, without backhaul"}},
        {"prices.fibre_vnd_per_km", in_prices<&P::fibre_vnd_per_km>, 1e6, 1e10, "VND/km", required,
         {"Giá cơ bản của cáp quang dọc đường, treo trên cột mới",
          "Base price of fibre along a road, aerial on new poles"}},
        {"prices.fibre_poles_vnd_per_km", in_prices<&P::fibre_poles_vnd_per_km>, 1e6, 1e10, "VND/km", required,
         {"Cáp quang treo trên cột điện đã có", "Fibre on poles that stand already"}},
        {"prices.fibre_buried_vnd_per_km", in_prices<&P::fibre_buried_vnd_per_km>, 1e6, 1e10, "VND/km", required,
         {"Cáp quang chôn trong đá", "Fibre buried in rock"}},
        {"prices.olt_port_vnd", in_prices<&P::olt_port_vnd>, 1e5, 1e9, "VND", required,
         {"Một cổng OLT kèm quang và phần của nó trong khung máy", "One OLT port with its optics and its share of the rack"}},
        {"prices.splitter_output_vnd", in_prices<&P::splitter_output_vnd>, 1e4, 1e8, "VND", required,
         {"Một đầu ra của bộ chia quang, kể cả hộp", "One output of a splitter, with its box"}},
        {"prices.microwave_short_km", in_prices<&P::microwave_short_km>, 0.1, 80, "km", required,
         {"Chặng vi ba dài tới đây có giá ngắn", "Longest microwave hop at the short hop's price"}},
        {"prices.microwave_medium_km", in_prices<&P::microwave_medium_km>, 0.1, 80, "km", required,
         {"Chặng vi ba dài tới đây có giá vừa, dài hơn nữa có giá dài",
          "Longest microwave hop at the medium hop's price; beyond, the long hop's"}},
        {"prices.microwave_short_vnd", in_prices<&P::microwave_short_vnd>, 1e6, 2e10, "VND", required,
         {"Chặng vi ba ngắn, hai đầu", "Short microwave hop, two ends"}},
        {"prices.microwave_medium_vnd", in_prices<&P::microwave_medium_vnd>, 1e6, 2e10, "VND", required,
         {"Chặng vi ba vừa, hai đầu", "Medium microwave hop, two ends"}},
        {"prices.microwave_long_vnd", in_prices<&P::microwave_long_vnd>, 1e6, 4e10, "VND", required,
         {"Chặng vi ba dài, hai đầu", "Long microwave hop, two ends"}},
        {"prices.vsat_vnd", in_prices<&P::vsat_vnd>, 1e6, 5e9, "VND", required,
         {"Thiết bị vệ tinh cho một trạm", "Satellite backhaul equipment of one site"}},
        {"prices.solar_vnd", in_prices<&P::solar_vnd>, 1e6, 1e10, "VND", required,
         {"Điện mặt trời cho một trạm ngoài lưới", "Solar power of one off-grid site"}},
        {"prices.solar_opex_share_per_year", in_prices<&P::solar_opex_share_per_year>, 0, 1, "1", required,
         {"Chi phí vận hành điện mặt trời mỗi năm, so với giá mua; thay cho điện lưới",
          "Solar power's running cost per year, as a share of its price; in place of energy from the grid"}},
        {"prices.fibre_home_vnd", in_prices<&P::fibre_home_vnd>, 1e4, 1e8, "VND", required,
         {"Dây thuê bao và thiết bị đầu cuối cho mỗi nhà kết nối", "Drop and terminal per home connected"}},
        {"prices.fixed_wireless_home_vnd", in_prices<&P::fixed_wireless_home_vnd>, 1e4, 1e8, "VND", required,
         {"Thiết bị ngoài trời cho mỗi nhà nối cố định qua 4G, 5G", "Outdoor terminal per home connected by 4G or 5G"}},
        {"prices.vsat_opex_share_per_year", in_prices<&P::vsat_opex_share_per_year>, 0, 5, "1", required,
         {"Chi phí vận hành vệ tinh mỗi năm, so với giá mua",
          "Satellite running cost per year, as a share of its price"}},
        {"prices.microwave_opex_share_per_year", in_prices<&P::microwave_opex_share_per_year>, 0, 1, "1", required,
         {"Chi phí vận hành chặng vi ba mỗi năm, so với giá mua",
          "Microwave hop running cost per year, as a share of its price"}},
        {"prices.fibre_opex_vnd_per_km_year", in_prices<&P::fibre_opex_vnd_per_km_year>, 0, 1e9, "VND/km/year",
         required,
         {"Bảo dưỡng cáp quang", "Fibre maintenance"}},
        {"prices.site_opex_share_per_year", in_prices<&P::site_opex_share_per_year>, 0, 1, "1", required,
         {"Thuê chỗ và vận hành trạm mỗi năm, so với giá trạm",
          "Rent and operation of a site per year, as a share of its price"}},
        {"prices.site_energy_vnd_per_year", in_prices<&P::site_energy_vnd_per_year>, 0, 2e9, "VND/year", required,
         {"Điện lưới của một trạm", "Energy of a site, from the grid"}},
        {"prices.remote_opex_extra_share", in_prices<&P::remote_opex_extra_share>, 0, 3, "1", required,
         {"Phần chi phí vận hành tăng thêm ở nơi xa", "Added to the running cost of a remote site"}},
        {"prices.shared_saving_share", in_prices<&P::shared_saving_share>, 0, 0.9, "1", required,
         {"Phần giá và chi phí vận hành giảm khi dùng chung trạm",
          "Taken off a site's price and running cost when sites are shared"}},
        {"prices.active_saving_share", in_prices<&P::active_saving_share>, 0, 0.9, "1", optional,
         {"Phần giảm khi dùng chung cả thiết bị vô tuyến, chỉ để so sánh các cách dùng chung",
          "The same when radio equipment is shared too, for the comparison of ways to share only"}},
    };
    // clang-format on
}

std::vector<Field> finance() {
    // clang-format off
    return {
        {"finance.discount_rate", in_finance<&F::discount_rate>, 0, 0.5, "1", required,
         {"Tỷ lệ chiết khấu mỗi năm (0,1 = 10 %)", "Discount rate per year (0.1 = 10 %)"}},
        {"finance.tax_share", in_finance<&F::tax_share>, 0, 0.9, "1", required,
         {"Thuế, tính trên phần doanh thu còn lại sau phần nhà mạng giữ; thu cả khi công trình không có lãi, nên là "
          "phía an toàn",
          "Tax, as a share of revenue after the operator's margin; taken from projects without profit too, so on the "
          "safe side"}},
        {"finance.operator_margin_share", in_finance<&F::operator_margin_share>, 0, 0.9, "1", required,
         {"Phần doanh thu nhà mạng giữ lại trước khi trả cho mạng lưới",
          "Share of revenue kept by the operator before the network is paid"}},
        {"finance.horizon_years", in_finance<&F::horizon_years>, 1, 30, "year", optional,
         {"Số năm tính dòng tiền của một công trình", "Years over which the cash of a project is counted"}},
        {"finance.broadband_uplift_share", in_finance<&F::broadband_uplift_share>, 0, 2, "1", required,
         {"Doanh thu di động tăng thêm mỗi người nơi 4G, 5G đến sau 2G, 3G, so với một thuê bao",
          "More mobile revenue per person where 4G or 5G comes on top of 2G or 3G, as a share of a subscription's"}},
        {"finance.price_year", in_finance<&F::price_year>, 2000, 2100, "year", required,
         {"Năm của mặt bằng giá: mọi số tiền là đồng của năm này", "Year of the prices: all money is VND of this year"}},
        {"finance.tax_on", in_finance<&F::tax_on>, 0, 60, "", optional,
         {"Thuế tính trên doanh thu còn lại sau phần nhà mạng giữ, hoặc trên lợi nhuận sau chi phí vận hành và khấu hao "
          "(lỗ được bù trừ)",
          "Tax is taken from revenue after margin, or from profit after running cost and depreciation (losses set off)"},
         {"revenue", "profit"}},
        {"finance.poor_revenue_share", in_finance<&F::poor_revenue_share>, 0, 1, "1", optional,
         {"Doanh thu mỗi thuê bao của người nghèo, so với người khác; trung bình toàn tỉnh giữ nguyên",
          "Revenue of a poor person's subscription, as a share of the others'; the province's mean is kept"}},
        {"finance.cost_draws", in_finance<&F::cost_draws>, 0, 100000, "1", optional,
         {"Số lần rút [uncertainty] để biết kế hoạch có thể tốn từ bao nhiêu đến bao nhiêu; 0: không rút",
          "Draws of [uncertainty] for the range of what a plan costs; 0: none"}},
        {"finance.inflation_share_per_year", in_finance<&F::inflation_share_per_year>, -0.1, 0.5, "1", optional,
         {"Lạm phát mỗi năm kể từ năm của mặt bằng giá, cho các cột theo thời giá",
          "Inflation per year from the price year on, for the columns in money of the day"}},
        {"finance.site_life_years", in_finance<&F::site_life_years>, 0, 60, "year", optional,
         {"Tuổi thọ của nhà trạm và cột; 0: không phải mua lại", "Life of mast and civil works; 0: never bought again"}},
        {"finance.technology_life_years", in_finance<&F::technology_life_years>, 0, 60, "year", optional,
         {"Tuổi thọ của thiết bị vô tuyến; 0: không phải mua lại", "Life of radio equipment; 0: never bought again"}},
        {"finance.power_life_years", in_finance<&F::power_life_years>, 0, 60, "year", optional,
         {"Tuổi thọ của hệ thống điện; 0: không phải mua lại", "Life of the power system; 0: never bought again"}},
        {"finance.backhaul_life_years", in_finance<&F::backhaul_life_years>, 0, 60, "year", optional,
         {"Tuổi thọ của truyền dẫn; 0: không phải mua lại", "Life of backhaul; 0: never bought again"}},
        {"finance.access_life_years", in_finance<&F::access_life_years>, 0, 60, "year", optional,
         {"Tuổi thọ của dây thuê bao và thiết bị đầu cuối; 0: không phải mua lại",
          "Life of drops and terminals; 0: never bought again"}},
        {"finance.host_margin_share", in_finance<&F::host_margin_share>, 0, 1, "1", optional,
         {"Phần mà đơn vị cho thuê hạ tầng trung lập cộng thêm vào chi phí của mình",
          "What a neutral host adds to its costs in the operators' rent"}},
    };
    // clang-format on
}

} // namespace phusong::field_rows

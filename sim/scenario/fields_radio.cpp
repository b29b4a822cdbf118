#include "sim/scenario/field_rows.h"
#include <fmt/format.h>
#include <utility>

namespace phusong::field_rows {
namespace {
template <auto M> constexpr auto in_radio = member<&Scenario::radio, M>;
template <auto M> constexpr auto in_network = member<&Scenario::network, M>;

template <std::size_t Technology, auto Member> double& in_budget(Scenario& scenario) {
    return scenario.radio.budget[Technology].*Member;
}

template <std::size_t T> void add_budget(std::vector<Field>& rows) {
    std::string const key = fmt::format("radio.{}.", technology_names[T]);
    auto const& g = technology_names[T];
    rows.push_back({key + "frequency_mhz", &in_budget<T, &LinkBudget::frequency_mhz>, 100, 6000, "MHz", required,
                    geo::say("Tần số sóng mang {}", "Carrier frequency of {}", g)});
    rows.push_back({key + "eirp_dbm", &in_budget<T, &LinkBudget::eirp_dbm>, -10, 80, "dBm", required,
                    geo::say("Công suất bức xạ của tín hiệu chuẩn {} mà ngưỡng nói tới",
                             "Radiated power (EIRP) of the {} reference signal that the threshold speaks of", g)});
    rows.push_back({key + "threshold_dbm", &in_budget<T, &LinkBudget::threshold_dbm>, -140, -40, "dBm", required,
                    geo::say("Tín hiệu {} yếu nhất còn dùng được", "Weakest usable {} signal", g)});
    rows.push_back(
        {key + "radius_km", &in_budget<T, &LinkBudget::radius_km>, 0.5, 60, "km", required,
         geo::say("Điểm xa nhất được xét quanh một trạm {}", "Farthest place looked at around a {} site", g)});
}

template <std::size_t... T> void add_budgets(std::vector<Field>& rows, std::index_sequence<T...>) {
    (add_budget<T>(rows), ...);
}
} // namespace

std::vector<Field> radio() {
    // clang-format off
    std::vector<Field> rows{
        {"radio.model", in_radio<&Radio::model>, 0, 60, "", optional,
         {"Mô hình truyền sóng", "Propagation model"},
         {"p526_delta_bullington"}},
        {"radio.receiver_height_m", in_radio<&Radio::receiver_height_m>, 0.5, 30, "m", optional,
         {"Độ cao ăng-ten máy thu trên mặt đất", "Height of the receiving antenna above ground"}},
        {"radio.margin_db", in_radio<&Radio::margin_db>, 0, 40, "dB", required,
         {"Dự phòng trừ vào mọi tín hiệu: biến thiên theo nơi chốn, cơ thể, tường nhà",
          "Margin taken off every signal: variation of places, body and walls"}},
        {"radio.weak_band_db", in_radio<&Radio::weak_band_db>, 0, 40, "dB", optional,
         {"Dưới ngưỡng không quá mức này là sóng yếu (thôn lõm sóng), thấp hơn là không có sóng",
          "Down to this far under the threshold a signal is weak, further down there is none"}},
        {"radio.effective_earth_factor", in_radio<&Radio::effective_earth_factor>, 0.3, 10, "1", optional,
         {"Hệ số bán kính Trái Đất hiệu dụng", "Effective Earth radius factor"}},
        {"radio.good_people_share", in_radio<&Radio::good_people_share>, 0, 1, "1", optional,
         {"Thôn có sóng tốt khi trung tâm thôn và ít nhất tỷ lệ dân này có sóng",
          "A village has good signal when its centre and at least this share of its people have it"}},
    };
    // clang-format on
    add_budgets(rows, std::make_index_sequence<technology_count>{});
    return rows;
}

std::vector<Field> network() {
    using N = Network;
    // clang-format off
    return {
        {"network.fibre_max_km", in_network<&N::fibre_max_km>, 0, 200, "km", optional,
         {"Tuyến cáp quang mới dài nhất tới một trạm hoặc thôn", "Longest new fibre to one site or village"}},
        {"network.fibre_offroad_factor", in_network<&N::fibre_offroad_factor>, 1, 20, "1", optional,
         {"Giá mỗi km ngoài đường so với dọc đường", "Price per km off the road, as a multiple of along the road"}},
        {"network.microwave_max_km", in_network<&N::microwave_max_km>, 0, 80, "km", optional,
         {"Chặng vi ba dài nhất, do mưa giới hạn", "Longest microwave hop, limited by rain"}},
        {"network.microwave_frequency_ghz", in_network<&N::microwave_frequency_ghz>, 4, 86, "GHz", optional,
         {"Tần số vi ba", "Microwave frequency"}},
        {"network.fresnel_clear_share", in_network<&N::fresnel_clear_share>, 0, 1, "1", optional,
         {"Phần đới Fresnel thứ nhất phải thông thoáng", "Share of the first Fresnel zone that must be clear"}},
        {"network.hub_mast_height_m", in_network<&N::hub_mast_height_m>, 3, 150, "m", optional,
         {"Độ cao ăng-ten vi ba ở đầu kia của chặng; tại trạm đã có không cao hơn cột của trạm",
          "Height of the microwave antenna at a hop's far end; at an existing site never above its mast"}},
        {"network.microwave_ends_tried", in_network<&N::microwave_ends_tried>, 1, 1000, "1", optional,
         {"Một chặng vi ba thử bao nhiêu trạm, nút cáp quang gần nhất",
          "How many of the nearest sites and fibre nodes a microwave hop tries"}},
        {"network.vsat", in_network<&N::vsat>, 0, 0, "", optional,
         {"Cho phép truyền dẫn vệ tinh khi không còn cách khác", "Allow satellite backhaul as the last resort"}},
    };
    // clang-format on
}

} // namespace phusong::field_rows

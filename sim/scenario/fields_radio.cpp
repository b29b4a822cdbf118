#include "sim/scenario/field_rows.h"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>
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

template <std::size_t Technology, auto Member> double& in_channel(Scenario& scenario) {
    return scenario.radio.channel[Technology].*Member;
}

template <std::size_t T> void add_channel(std::vector<Field>& rows) {
    std::string const key = fmt::format("radio.{}.", technology_names[T]);
    auto const& g = technology_names[T];
    auto const add = [&](char const* name, Access access, double min, double max, char const* unit, geo::Message doc) {
        rows.push_back({key + name, access, min, max, unit, optional, std::move(doc)});
    };
    add("noise_bandwidth_khz", &in_channel<T, &Channel::noise_bandwidth_khz>, 1, 100'000, "kHz",
        geo::say("Băng thông tạp âm mà công suất tín hiệu chuẩn {} so với (bản đồ SINR)",
                 "Bandwidth of the noise that the power of the {} reference signal stands against (SINR maps)", g));
    add("noise_figure_db", &in_channel<T, &Channel::noise_figure_db>, 0, 20, "dB",
        geo::say("Hệ số tạp âm của máy thu {} (bản đồ SINR)", "Noise figure of a {} receiver (SINR maps)", g));
    add("load_share", &in_channel<T, &Channel::load_share>, 0, 1, "1",
        geo::say("Phần thời gian mà một cung {} gây nhiễu cho cung khác (bản đồ SINR)",
                 "Share of the time in which a {} sector disturbs others (SINR maps)", g));
    add("bandwidth_mhz", &in_channel<T, &Channel::bandwidth_mhz>, 0.1, 400, "MHz",
        geo::say("Băng thông sóng mang {} (bản đồ tốc độ)", "Bandwidth of a {} carrier (maps of rates)", g));
    add("data_share", &in_channel<T, &Channel::data_share>, 0, 1, "1",
        geo::say("Phần sóng mang {} còn lại cho dữ liệu đường xuống (bản đồ tốc độ)",
                 "Share of a {} carrier left for downlink data (maps of rates)", g));
    add("bound_share", &in_channel<T, &Channel::bound_share>, 0, 1, "1",
        geo::say("Phần giới hạn Shannon mà {} đạt được (bản đồ tốc độ)",
                 "Share of Shannon's bound that {} reaches (maps of rates)", g));
    add("least_sinr_db", &in_channel<T, &Channel::least_sinr_db>, -30, 30, "dB",
        geo::say("SINR thấp nhất mà {} còn truyền được (bản đồ tốc độ)",
                 "Lowest SINR at which {} carries anything (maps of rates)", g));
    add("most_bps_per_hz", &in_channel<T, &Channel::most_bps_per_hz>, 0, 30, "bit/s/Hz",
        geo::say("Tốc độ phổ cao nhất của {}; 0 là không vẽ bản đồ tốc độ",
                 "Highest spectral efficiency of {}; 0 means no map of rates", g));
}

template <std::size_t... T> void add_budgets(std::vector<Field>& rows, std::index_sequence<T...>) {
    ((add_budget<T>(rows), add_channel<T>(rows)), ...);
}
template <auto M> constexpr auto in_antenna = member<&Scenario::radio, &Radio::antenna, M>;

std::vector<Field> antenna() {
    using A = SiteAntennas;
    // clang-format off
    return {
        {"radio.antenna.sectors", in_antenna<&A::sectors>, 1, 6, "1", optional,
         {"Số cung của một trạm trên bản đồ phủ sóng, chia đều; 1 là mọi hướng như nhau (kế hoạch luôn tính như vậy)",
          "Sectors of a site on coverage maps, evenly around; 1 radiates alike in all directions (plans always do)"}},
        {"radio.antenna.first_azimuth_deg", in_antenna<&A::first_azimuth_deg>, 0, 360, "deg", optional,
         {"Hướng của cung thứ nhất, từ bắc lưới theo chiều kim đồng hồ", "Azimuth of the first sector, clockwise from grid north"}},
        {"radio.antenna.horizontal_beamwidth_deg", in_antenna<&A::horizontal_beamwidth_deg>, 5, 360, "deg", optional,
         {"Độ rộng búp sóng ngang (nửa công suất)", "Horizontal beamwidth between the half-power points"}},
        {"radio.antenna.vertical_beamwidth_deg", in_antenna<&A::vertical_beamwidth_deg>, 1, 180, "deg", optional,
         {"Độ rộng búp sóng đứng (nửa công suất)", "Vertical beamwidth between the half-power points"}},
        {"radio.antenna.front_to_back_db", in_antenna<&A::front_to_back_db>, 3, 60, "dB", optional,
         {"Suy giảm lớn nhất so với hướng chính, phía sau", "Greatest attenuation against the main direction, behind"}},
        {"radio.antenna.side_lobe_db", in_antenna<&A::side_lobe_db>, 3, 60, "dB", optional,
         {"Suy giảm lớn nhất trong mặt phẳng đứng", "Greatest attenuation of the vertical cut"}},
        {"radio.antenna.electrical_tilt_deg", in_antenna<&A::electrical_tilt_deg>, -10, 20, "deg", optional,
         {"Góc cụp điện, xuống là dương", "Electrical tilt, down is positive"}},
        {"radio.antenna.mechanical_tilt_deg", in_antenna<&A::mechanical_tilt_deg>, -10, 20, "deg", optional,
         {"Góc cụp cơ, xuống là dương", "Mechanical tilt, down is positive"}},
        {"radio.antenna.pattern", in_antenna<&A::pattern>, 0, 0, "", optional,
         {"Tệp đồ thị bức xạ MSI thay cho các độ rộng búp sóng", "MSI antenna pattern in place of the beamwidths"}},
    };
    // clang-format on
}
} // namespace

std::vector<Field> radio() {
    // clang-format off
    std::vector<Field> rows{
        {"radio.model", in_radio<&Radio::model>, 0, 60, "", optional,
         {"Mô hình truyền sóng: Khuyến nghị ITU-R P.1812 đầy đủ, chỉ nhiễu xạ (P.526), hoặc không gian tự do",
          "Propagation model: Rec. ITU-R P.1812 complete, diffraction alone (P.526), or free space"},
         {"p1812", "p526_delta_bullington", "free_space"}},
        {"radio.short_path", in_radio<&Radio::short_path>, 0, 60, "", optional,
         {"Mô hình trong phạm vi 0,25 km, nơi P.1812 không dùng được: 3GPP TR 38.901 RMa hoặc UMa, Hata mở rộng, hoặc không "
          "gian tự do",
          "Model within 0.25 km, where P.1812 does not hold: 3GPP TR 38.901 RMa or UMa, extended Hata, or free space"},
         {"none", "free_space", "rma", "uma", "ehata_open", "ehata_suburban", "ehata_urban"}},
        {"radio.time_percent", in_radio<&Radio::time_percent>, 1, 50, "%", optional,
         {"Suy hao không bị vượt trong bao nhiêu phần trăm của năm (P.1812)",
          "Per cent of an average year in which the loss is not exceeded (P.1812)"}},
        {"radio.location_percent", in_radio<&Radio::location_percent>, 1, 99, "%", optional,
         {"Phần trăm nơi chốn trong một ô có ít nhất tín hiệu đó (P.1812 §4.8)",
          "Per cent of the places within a cell that have at least this signal (P.1812 §4.8)"}},
        {"radio.delta_n", in_radio<&Radio::delta_n>, 1, 150, "N/km", optional,
         {"ΔN: chiết suất giảm trong kilômét đầu; trị mặc định là phỏng đoán cho miền Bắc",
          "Delta N: refractivity lapse through the lowest kilometre; the default is a guess for northern Viet Nam"}},
        {"radio.n0", in_radio<&Radio::n0>, 200, 500, "N", optional,
         {"N0: chiết suất mặt đất quy về mực nước biển; trị mặc định là phỏng đoán cho miền Bắc",
          "N0: surface refractivity at sea level; the default is a guess for northern Viet Nam"}},
        {"radio.polarization", in_radio<&Radio::polarization>, 0, 60, "", optional,
         {"Phân cực", "Polarisation"},
         {"vertical", "horizontal"}},
        {"radio.building_entry", in_radio<&Radio::building_entry>, 0, 60, "", optional,
         {"Người dân dùng ngoài trời (none) hay trong loại nhà này: trừ thêm suy hao vào nhà theo P.2109",
          "People are served outdoors (none) or in such buildings: the entry loss of P.2109 is taken off too"},
         {"none", "traditional", "thermally_efficient"}},
        {"radio.building_entry_percent", in_radio<&Radio::building_entry_percent>, 1, 99, "%", optional,
         {"Phần trăm chỗ trong nhà có ít nhất tín hiệu đó (P.2109)",
          "Per cent of the places inside that have at least this signal (P.2109)"}},
        {"radio.terminal_clutter", in_radio<&Radio::terminal_clutter>, 0, 60, "", optional,
         {"Vật che quanh máy thu khi không có bản đồ lớp phủ: suy hao theo P.2108 §3.1 với chiều cao của Khuyến nghị",
          "What stands around receivers when no raster tells it: loss by P.2108 §3.1, at the Recommendation's heights"},
         {"none", "open_rural", "suburban", "urban", "trees_forest", "dense_urban"}},
        {"radio.receiver_height_m", in_radio<&Radio::receiver_height_m>, 0.5, 30, "m", optional,
         {"Độ cao ăng-ten máy thu trên mặt đất", "Height of the receiving antenna above ground"}},
        {"radio.margin_db", in_radio<&Radio::margin_db>, 0, 40, "dB", required,
         {"Dự phòng trừ vào mọi tín hiệu: cơ thể và những gì mô hình không tính",
          "Margin taken off every signal: the body, and whatever the model does not count"}},
        {"radio.error_sd_db", in_radio<&Radio::error_sd_db>, 0, 30, "dB", optional,
         {"Độ lệch chuẩn của sóng đo được so với sóng tính được; chỉ dùng cho bản đồ xác suất phủ sóng",
          "Standard deviation of measured against predicted signal; used by maps of the probability of coverage alone"}},
        {"radio.error_margin_db", in_radio<&Radio::error_margin_db>, 0, 40, "dB", optional,
         {"Phần của margin_db để phòng sai số đó: bản đồ xác suất cộng trả lại",
          "What of margin_db is kept against that error: maps of probability add it back"}},
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
    std::ranges::move(antenna(), std::back_inserter(rows));
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

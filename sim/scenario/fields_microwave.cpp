#include "sim/scenario/field_rows.h"

namespace phusong::field_rows {
namespace {
template <auto M> constexpr auto in_microwave = member<&Scenario::microwave, M>;
using M = Microwave;

std::vector<Field> classes() {
    // clang-format off
    return {
        {"microwave.class_ghz", in_microwave<&M::class_ghz>, 4, 86, "GHz", optional,
         {"Tần số của từng loại thiết bị vi ba; để trống thì chặng chỉ xét theo độ dài và khoảng hở",
          "Frequency of each class of microwave radio; without any a hop is judged by length and clearance alone"}},
        {"microwave.class_max_km", in_microwave<&M::class_max_km>, 0.1, 80, "km", optional,
         {"Chặng dài nhất dùng loại đó", "Longest hop that the class is used for"}},
        {"microwave.class_antenna_gain_dbi", in_microwave<&M::class_antenna_gain_dbi>, 10, 60, "dBi", optional,
         {"Độ lợi ăng-ten của loại đó, mỗi đầu", "Antenna gain of the class, each end"}},
        {"microwave.class_tx_power_dbm", in_microwave<&M::class_tx_power_dbm>, -10, 50, "dBm", optional,
         {"Công suất phát của loại đó", "Transmitter power of the class"}},
        {"microwave.class_threshold_dbm", in_microwave<&M::class_threshold_dbm>, -110, -30, "dBm", optional,
         {"Tín hiệu yếu nhất còn tải được dung lượng của loại đó",
          "Weakest signal that carries the capacity of the class"}},
        {"microwave.class_capacity_mbps", in_microwave<&M::class_capacity_mbps>, 1, 20000, "Mbit/s", optional,
         {"Dung lượng của loại đó", "Capacity of the class"}},
        {"microwave.class_gas_db_per_km", in_microwave<&M::class_gas_db_per_km>, 0, 20, "dB/km", optional,
         {"Không khí lấy đi bao nhiêu ở tần số đó", "What the air takes at the frequency of the class"}},
    };
    // clang-format on
}

std::vector<Field> weather() {
    // clang-format off
    return {
        {"microwave.other_losses_db", in_microwave<&M::other_losses_db>, 0, 30, "dB", optional,
         {"Suy hao khác: phi đơ, bộ ghép, lão hóa, cả hai đầu", "Other losses: feeders, branching, ageing, both ends"}},
        {"microwave.availability_share", in_microwave<&M::availability_share>, 0, 1, "1", optional,
         {"Tỷ lệ thời gian mỗi chặng phải thông trong năm, trước mưa và pha-đinh",
          "Share of the year in which every hop must work, against rain and multipath"}},
        {"microwave.rain_rate_mm_per_h", in_microwave<&M::rain_rate_mm_per_h>, 0, 250, "mm/h", optional,
         {"Cường độ mưa bị vượt trong 0,01 % của năm (P.837)", "Rain rate exceeded in 0.01 % of the year (P.837)"}},
        {"microwave.multipath_log10_k", in_microwave<&M::multipath_log10_k>, -9, 1, "1", optional,
         {"Logarit của hệ số địa khí hậu K (P.530-18)", "Logarithm of the geoclimatic factor K (P.530-18)"}},
        {"microwave.multipath_dn75", in_microwave<&M::multipath_dn75>, 0, 300, "N", optional,
         {"dN75 của P.530-18", "dN75 of P.530-18"}},
        {"microwave.latitude_deg", in_microwave<&M::latitude_deg>, -60, 60, "°", optional,
         {"Vĩ độ để đổi pha-đinh tháng xấu nhất ra cả năm", "Latitude by which the worst month's multipath becomes the year's"}},
        {"microwave.polarization", in_microwave<&M::polarization>, 0, 60, "", optional,
         {"Phân cực của chặng vi ba", "Polarization of microwave hops"}, {"vertical", "horizontal"}},
        {"microwave.low_k", in_microwave<&M::low_k>, 0, 10, "1", optional,
         {"Hệ số bán kính Trái Đất bị vượt 99,9 % tháng xấu nhất; 0 = theo độ dài (P.530-18 hình 2)",
          "Earth radius factor exceeded in 99.9 % of the worst month; 0 = by length (P.530-18 Fig. 2)"}},
        {"microwave.low_k_clear_share", in_microwave<&M::low_k_clear_share>, 0, 1, "1", optional,
         {"Phần đới Fresnel thứ nhất phải thông thoáng khi đó",
          "Share of the first Fresnel zone that must be clear then"}},
    };
    // clang-format on
}

} // namespace

std::vector<Field> microwave() {
    auto rows = classes();
    for (auto& row : weather()) rows.push_back(std::move(row));
    // clang-format off
    std::vector<Field> masts{
        {"microwave.antenna_heights_m", in_microwave<&M::antenna_heights_m>, 1, 150, "m", optional,
         {"Các độ cao treo ăng-ten vi ba dưới đỉnh cột; để trống = chỉ ở đỉnh",
          "Heights at which microwave antennas may hang below a mast's top; without any only at the top"}},
        {"microwave.relay_mast_height_m", in_microwave<&M::relay_mast_height_m>, 3, 150, "m", optional,
         {"Cột của trạm chuyển tiếp", "Mast of a relay"}},
        {"microwave.relay_ends_tried", in_microwave<&M::relay_ends_tried>, 0, 100, "1", optional,
         {"Tìm trạm chuyển tiếp tới bao nhiêu đầu gần nhất; 0 = không dùng trạm chuyển tiếp",
          "To how many of the nearest ends a relay is looked for; 0 = no relays"}},
        {"microwave.relay_places_tried", in_microwave<&M::relay_places_tried>, 1, 10000, "1", optional,
         {"Số vị trí thử cho mỗi trạm chuyển tiếp, đất cao trước", "Places tried for each relay, high ground first"}},
        {"microwave.relay_block_m", in_microwave<&M::relay_block_m>, 1, 20000, "m", optional,
         {"Mỗi ô vuông cạnh này cho một vị trí thử", "Each square of this side gives one place to try"}},
        {"microwave.relay_detour_share", in_microwave<&M::relay_detour_share>, 1, 5, "1", optional,
         {"Hai chặng dài nhất gấp mấy lần đường thẳng", "Both hops at most this multiple of the straight line"}},
    };
    // clang-format on
    for (auto& row : masts) rows.push_back(std::move(row));
    return rows;
}

} // namespace phusong::field_rows

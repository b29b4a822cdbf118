#include "sim/scenario/field_rows.h"

namespace phusong::field_rows {
namespace {
template <auto... M> constexpr auto in_fibre = member<&Scenario::fibre, M...>;
template <auto M> constexpr auto in_pon = member<&Scenario::pon, M>;
using Fibre = FibreNetwork;
using Pon = PonNetwork;
using Plant = FibrePlants;

template <auto M> Field plant(char const* key, char const* vi, char const* en) {
    return {key, in_fibre<&Fibre::plant, M>, 0, 60, "", optional, {vi, en}, {"existing_poles", "aerial", "buried"}};
}

std::vector<Field> graph() {
    // clang-format off
    return {
        {"fibre.plan", in_fibre<&Fibre::plan>, 0, 0, "", optional,
         {"Tìm một cây cáp quang chung rẻ nhất cho mọi tuyến cáp của kế hoạch",
          "Find one cheapest tree of cable for all fibre links of the plan"}},
        {"fibre.foresight", in_fibre<&Fibre::foresight>, 0, 0, "", optional,
         {"Cây được tính cho mọi năm cùng lúc; nếu không, mỗi năm chỉ biết mình và các năm trước",
          "The tree is planned for all years at once; else each year knows only itself and those before"}},
        {"fibre.effort", in_fibre<&Fibre::effort>, 1, 10, "1", optional,
         {"Khối lượng tính toán khi tìm cây", "Work spent in finding the tree"}},
        {"fibre.road_gap_m", in_fibre<&Fibre::road_gap_m>, 0, 1000, "m", optional,
         {"Đầu đường cách đường khác không quá chừng này thì được nối", "A road that ends this near to another is joined to it"}},
        {"fibre.join_crossings", in_fibre<&Fibre::join_crossings>, 0, 0, "", optional,
         {"Cáp được rẽ ở nơi hai đường cắt nhau, kể cả cầu vượt", "Cables may turn where two roads cross, bridges too"}},
        {"fibre.offroad_step_m", in_fibre<&Fibre::offroad_step_m>, 50, 5000, "m", optional,
         {"Bước đi qua đất ngoài đường", "Side of the squares of steps over land"}},
        {"fibre.offroad_reach_km", in_fibre<&Fibre::offroad_reach_km>, 0, 20, "km", optional,
         {"Các bước qua đất được trải quanh mỗi nơi xa tới đâu; 0: không có",
          "How far around places steps over land are laid; 0: none"}},
        {"fibre.offroad_slope_factor", in_fibre<&Fibre::offroad_slope_factor>, 0, 50, "1", optional,
         {"Ngoài đường, một mét trên độ dốc s tốn gấp 1 + số này × s", "Off the road a metre on slope s costs 1 + this × s"}},
        {"fibre.hill_slope", in_fibre<&Fibre::hill_slope>, 0, 2, "1", optional,
         {"Dốc trung bình từ đây trở lên là đồi", "Ground at least this steep on average is hills"}},
        {"fibre.mountain_slope", in_fibre<&Fibre::mountain_slope>, 0, 2, "1", optional,
         {"Dốc trung bình từ đây trở lên là núi", "Ground at least this steep on average is mountains"}},
        {"fibre.town_factor", in_fibre<&Fibre::town_factor>, 0.1, 20, "1", optional,
         {"Giá cáp ở phường, thị trấn, so với đất bằng", "Price of cable in wards and townships, as a multiple of flat land's"}},
        {"fibre.hill_factor", in_fibre<&Fibre::hill_factor>, 0.1, 20, "1", optional,
         {"Giá cáp ở đồi, so với đất bằng", "Price of cable in hills, as a multiple of flat land's"}},
        {"fibre.mountain_factor", in_fibre<&Fibre::mountain_factor>, 0.1, 20, "1", optional,
         {"Giá cáp ở núi, so với đất bằng", "Price of cable in mountains, as a multiple of flat land's"}},
        {"fibre.river_catchment_km2", in_fibre<&Fibre::river_catchment_km2>, 0.1, 10000, "km²", optional,
         {"Suối có lưu vực từ đây trở lên là sông", "A stream that drains at least this is a river"}},
        {"fibre.river_penalty_m", in_fibre<&Fibre::river_penalty_m>, 0, 20000, "m", optional,
         {"Vượt sông ngoài đường tốn như chừng này mét cáp", "Crossing a river off the road costs as much as so many metres"}},
        {"fibre.ridge_catchment_km2", in_fibre<&Fibre::ridge_catchment_km2>, 0.1, 10000, "km²", optional,
         {"Dãy núi: như sông, trên địa hình lật ngược", "Ridges: as rivers, on the terrain turned upside down"}},
        {"fibre.ridge_penalty_m", in_fibre<&Fibre::ridge_penalty_m>, 0, 20000, "m", optional,
         {"Vượt dãy núi ngoài đường tốn như chừng này mét cáp", "Crossing a ridge off the road costs as much as so many metres"}},
        {"fibre.second_path", in_fibre<&Fibre::second_path>, 0, 60, "", optional,
         {"Loại cơ quan được có đường cáp thứ hai", "Kind of institutions that get a second way"},
         {"none", "government", "one_stop", "post", "all"}},
        {"fibre.second_path_apart", in_fibre<&Fibre::second_path_apart>, 0, 60, "", optional,
         {"Hai đường không được chung đoạn nào, hoặc chung điểm nào", "What the two ways may not share"},
         {"edges", "nodes"}},
        // A table of its own, so after all keys of the table that it lies in.
        plant<&Plant::national>("fibre.plant.national", "Cáp dọc quốc lộ treo hay chôn", "How cable goes along national roads"),
        plant<&Plant::provincial>("fibre.plant.provincial", "Cáp dọc tỉnh lộ treo hay chôn", "How cable goes along provincial roads"),
        plant<&Plant::commune>("fibre.plant.commune", "Cáp dọc đường xã treo hay chôn", "How cable goes along commune roads"),
        plant<&Plant::track>("fibre.plant.track", "Cáp dọc đường mòn treo hay chôn", "How cable goes along tracks"),
        plant<&Plant::off_road>("fibre.plant.off_road", "Cáp ngoài đường treo hay chôn", "How cable goes off the road"),
    };
    // clang-format on
}

std::vector<Field> pon() {
    // clang-format off
    return {
        {"pon.loss_class", in_pon<&Pon::loss_class>, 0, 60, "", optional,
         {"Lớp suy hao của mạng quang thụ động", "Loss class of passive optical networks"},
         {"a", "b", "b_plus", "c", "c_plus", "n1", "n2", "e1", "e2"}},
        {"pon.first_split", in_pon<&Pon::first_split>, 1, 64, "1", optional,
         {"Số đầu ra của bộ chia cấp một; 1: không có", "Outputs of the first splitter; 1: none"}},
        {"pon.second_split", in_pon<&Pon::second_split>, 1, 64, "1", optional,
         {"Số đầu ra của bộ chia cấp hai; 1: không có", "Outputs of the second splitter; 1: none"}},
        {"pon.fibre_loss_db_per_km", in_pon<&Pon::fibre_loss_db_per_km>, 0.1, 2, "dB/km", optional,
         {"Suy hao của sợi quang", "Loss of the fibre"}},
        {"pon.splitter_excess_db", in_pon<&Pon::splitter_excess_db>, 0, 3, "dB", optional,
         {"Suy hao của bộ chia ngoài 3,01 dB mỗi lần chia đôi", "Loss of splitters over the 3.01 dB of each halving"}},
        {"pon.connector_loss_db", in_pon<&Pon::connector_loss_db>, 0, 3, "dB", optional,
         {"Suy hao của một đầu nối", "Loss of a connector"}},
        {"pon.connectors", in_pon<&Pon::connectors>, 0, 20, "1", optional,
         {"Số đầu nối từ tổng đài tới nhà", "Connectors from the exchange to the home"}},
        {"pon.splice_loss_db", in_pon<&Pon::splice_loss_db>, 0, 3, "dB", optional,
         {"Suy hao của một mối hàn", "Loss of a splice"}},
        {"pon.splice_every_km", in_pon<&Pon::splice_every_km>, 0.1, 20, "km", optional,
         {"Chiều dài cáp trên một cuộn", "Length of cable on a drum"}},
        {"pon.margin_db", in_pon<&Pon::margin_db>, 0, 10, "dB", optional,
         {"Dự phòng cho sửa chữa và lão hóa", "Margin for repairs and ageing"}},
    };
    // clang-format on
}

} // namespace

std::vector<Field> fibre() {
    auto rows = graph();
    for (auto& row : pon()) rows.push_back(std::move(row));
    return rows;
}

} // namespace phusong::field_rows

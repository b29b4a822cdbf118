#include "sim/output/column_words.h"
#include <algorithm>
#include <array>

namespace phusong {
namespace {

using geo::Message;

// clang-format off
constexpr ColumnWords words[] = {
    {"code", "Mã", "Code", ColumnKind::code},
    {"name", "Tên", "Name", ColumnKind::words},
    {"kind", "Loại", "Kind", ColumnKind::words},
    {"kind_vi", "Loại", "Kind", ColumnKind::words},
    {"kind_en", "Loại", "Kind", ColumnKind::words},
    {"district_code", "Mã huyện", "District code", ColumnKind::code},
    {"district", "Huyện", "District", ColumnKind::words},
    {"commune_code", "Mã xã", "Commune code", ColumnKind::code},
    {"commune", "Xã", "Commune", ColumnKind::words},
    {"grouping", "Cách chia", "Division", ColumnKind::words},
    {"year", "Năm", "Year", ColumnKind::year},
    {"people", "Dân số", "People", ColumnKind::whole},
    {"people_with_signal", "Người có sóng", "People with signal", ColumnKind::whole},
    {"signal_share", "Tỷ lệ dân có sóng", "Share of people with signal", ColumnKind::share},
    {"people_with_broadband", "Người có 4G, 5G", "People with 4G or 5G", ColumnKind::whole},
    {"broadband_share", "Tỷ lệ dân có 4G, 5G", "Share of people with 4G or 5G", ColumnKind::share},
    {"people_with_fibre", "Người có cáp quang", "People with fibre", ColumnKind::whole},
    {"fibre_share", "Tỷ lệ dân có cáp quang", "Share of people with fibre", ColumnKind::share},
    {"villages", "Số thôn", "Villages", ColumnKind::whole},
    {"villages_good", "Thôn sóng tốt", "Villages with good signal", ColumnKind::whole},
    {"villages_weak", "Thôn lõm sóng", "Villages with weak signal", ColumnKind::whole},
    {"villages_none", "Thôn trắng sóng", "Villages without signal", ColumnKind::whole},
    {"villages_fibre", "Thôn có cáp quang", "Villages with fibre", ColumnKind::whole},
    {"mobile_subscribers", "Thuê bao di động", "Mobile subscribers", ColumnKind::whole},
    {"fixed_subscribers", "Thuê bao Internet cố định", "Fixed Internet subscribers", ColumnKind::whole},
    {"paytv_subscribers", "Thuê bao truyền hình trả tiền", "Pay-TV subscribers", ColumnKind::whole},
    {"mobile_subscribers_without_plan", "Thuê bao di động nếu không có kế hoạch", "Mobile subscribers without the plan", ColumnKind::whole},
    {"mobile_per_100", "Thuê bao di động trên 100 dân", "Mobile subscribers per 100 people", ColumnKind::decimal_2},
    {"mobile_per_100_without_plan", "Thuê bao di động trên 100 dân nếu không có kế hoạch", "Mobile subscribers per 100 people without the plan", ColumnKind::decimal_2},
    {"fixed_subscribers_without_plan", "Thuê bao Internet cố định nếu không có kế hoạch", "Fixed Internet subscribers without the plan", ColumnKind::whole},
    {"fixed_per_100", "Thuê bao Internet cố định trên 100 dân", "Fixed Internet subscribers per 100 people", ColumnKind::decimal_2},
    {"fixed_per_100_without_plan", "Thuê bao Internet cố định trên 100 dân nếu không có kế hoạch", "Fixed Internet subscribers per 100 people without the plan", ColumnKind::decimal_2},
    {"paytv_subscribers_without_plan", "Thuê bao truyền hình trả tiền nếu không có kế hoạch", "Pay-TV subscribers without the plan", ColumnKind::whole},
    {"paytv_per_100", "Thuê bao truyền hình trả tiền trên 100 dân", "Pay-TV subscribers per 100 people", ColumnKind::decimal_2},
    {"paytv_per_100_without_plan", "Thuê bao truyền hình trả tiền trên 100 dân nếu không có kế hoạch", "Pay-TV subscribers per 100 people without the plan", ColumnKind::decimal_2},
    {"smartphone_users", "Người dùng điện thoại thông minh", "Smartphone users", ColumnKind::whole},
    {"rural_criterion_8", "Đạt tiêu chí nông thôn mới số 8", "Meets New Rural criterion 8", ColumnKind::flag},
    {"rural_criterion_8_base_year", "Đã đạt tiêu chí 8 ở năm gốc", "Met criterion 8 in the base year", ColumnKind::flag},
    {"synthetic_layers", "Lớp dữ liệu giả định", "Synthetic layers", ColumnKind::words},
    {"state", "Mức sóng", "Signal", ColumnKind::words},
    {"state_vi", "Mức sóng", "Signal", ColumnKind::words},
    {"broadband_state", "Mức sóng 4G, 5G", "4G or 5G signal", ColumnKind::words},
    {"broadband_state_vi", "Mức sóng 4G, 5G", "4G or 5G signal", ColumnKind::words},
    {"dbm_2g", "Sóng 2G tại trung tâm (dBm)", "2G signal at the centre (dBm)", ColumnKind::decimal_1},
    {"people_share_2g", "Tỷ lệ dân có 2G", "Share of people with 2G", ColumnKind::share},
    {"dbm_3g", "Sóng 3G tại trung tâm (dBm)", "3G signal at the centre (dBm)", ColumnKind::decimal_1},
    {"people_share_3g", "Tỷ lệ dân có 3G", "Share of people with 3G", ColumnKind::share},
    {"dbm_4g", "Sóng 4G tại trung tâm (dBm)", "4G signal at the centre (dBm)", ColumnKind::decimal_1},
    {"people_share_4g", "Tỷ lệ dân có 4G", "Share of people with 4G", ColumnKind::share},
    {"dbm_5g", "Sóng 5G tại trung tâm (dBm)", "5G signal at the centre (dBm)", ColumnKind::decimal_1},
    {"people_share_5g", "Tỷ lệ dân có 5G", "Share of people with 5G", ColumnKind::share},
    {"fibre", "Có cáp quang", "Has fibre", ColumnKind::flag},
    {"reason", "Mã lý do", "Reason code", ColumnKind::words},
    {"reason_vi", "Lý do", "Reason", ColumnKind::long_words},
    {"reason_en", "Lý do", "Reason", ColumnKind::long_words},
    {"grid_power_year", "Năm có điện lưới", "Year of grid power", ColumnKind::year},
    {"lon_deg", "Kinh độ", "Longitude", ColumnKind::degrees},
    {"lat_deg", "Vĩ độ", "Latitude", ColumnKind::degrees},
    {"synthetic", "Số liệu giả định", "Made up", ColumnKind::flag},
    {"project", "Dự án số", "Project", ColumnKind::whole},
    {"village_code", "Mã thôn", "Village code", ColumnKind::code},
    {"village", "Thôn", "Village", ColumnKind::words},
    {"village_commune_code", "Mã xã của thôn", "Code of the village’s commune", ColumnKind::code},
    {"village_commune", "Xã của thôn", "The village’s commune", ColumnKind::words},
    {"village_district_code", "Mã huyện của thôn", "Code of the village’s district", ColumnKind::code},
    {"village_district", "Huyện của thôn", "The village’s district", ColumnKind::words},
    {"site_commune_code", "Mã xã nơi đặt trạm", "Code of the site’s commune", ColumnKind::code},
    {"site_commune", "Xã nơi đặt trạm", "The site’s commune", ColumnKind::words},
    {"x_m", "Tọa độ đông (m)", "Easting (m)", ColumnKind::decimal_1},
    {"y_m", "Tọa độ bắc (m)", "Northing (m)", ColumnKind::decimal_1},
    {"site_code", "Mã trạm hiện có", "Code of the standing site", ColumnKind::code},
    {"technologies", "Công nghệ", "Technologies", ColumnKind::words},
    {"mast_height_m", "Chiều cao cột (m)", "Mast height (m)", ColumnKind::decimal_1},
    {"power", "Nguồn điện", "Power", ColumnKind::words},
    {"site_vnd", "Trạm (đồng)", "Site (VND)", ColumnKind::whole},
    {"technology_vnd", "Công nghệ (đồng)", "Technology (VND)", ColumnKind::whole},
    {"power_vnd", "Nguồn điện (đồng)", "Power (VND)", ColumnKind::whole},
    {"backhaul_vnd", "Đường truyền (đồng)", "Backhaul (VND)", ColumnKind::whole},
    {"access_vnd", "Đường tới hộ (đồng)", "Lines to homes (VND)", ColumnKind::whole},
    {"capex_vnd", "Vốn đầu tư (đồng)", "Capital cost (VND)", ColumnKind::whole},
    {"opex_vnd_per_year", "Chi phí vận hành (đồng/năm)", "Running cost (VND a year)", ColumnKind::whole},
    {"link", "Đường truyền", "Link", ColumnKind::words},
    {"link_from", "Nối từ", "Linked from", ColumnKind::code},
    {"link_km", "Đường truyền dài (km)", "Length of the link (km)", ColumnKind::decimal_2},
    {"operators_capex_vnd", "Doanh nghiệp đầu tư (đồng)", "Operators’ capital (VND)", ColumnKind::whole},
    {"public_capex_vnd", "Nhà nước hỗ trợ đầu tư (đồng)", "Public capital (VND)", ColumnKind::whole},
    {"public_opex_vnd_per_year", "Nhà nước hỗ trợ vận hành (đồng/năm)", "Public running subsidy (VND a year)", ColumnKind::whole},
    {"npv_vnd", "Giá trị hiện tại ròng (đồng)", "Net present value (VND)", ColumnKind::whole},
    {"viability", "Hiệu quả", "Viability", ColumnKind::words},
    {"viability_vi", "Hiệu quả", "Viability", ColumnKind::words},
    {"viability_en", "Hiệu quả", "Viability", ColumnKind::words},
    {"new_people_mobile", "Người mới có sóng", "People newly with signal", ColumnKind::decimal_1},
    {"new_people_broadband", "Người mới có 4G, 5G", "People newly with 4G or 5G", ColumnKind::decimal_1},
    {"new_people_fixed", "Người mới có cáp quang", "People newly with fibre", ColumnKind::decimal_1},
    {"new_people_paytv", "Người mới có truyền hình trả tiền", "People newly with pay-TV", ColumnKind::decimal_1},
    {"id", "Mã mục tiêu", "Goal", ColumnKind::code},
    {"indicator", "Chỉ số", "Indicator", ColumnKind::words},
    {"label_vi", "Mục tiêu", "Goal in words", ColumnKind::long_words},
    {"label_en", "Mục tiêu", "Goal in words", ColumnKind::long_words},
    {"unit", "Đơn vị", "Unit", ColumnKind::words},
    {"comparison", "So sánh", "Comparison", ColumnKind::words},
    {"goal", "Mức cần đạt", "Value wanted", ColumnKind::decimal_2},
    {"value", "Giá trị", "Value", ColumnKind::decimal_2},
    {"gap", "Chênh lệch", "Gap", ColumnKind::decimal_2},
    {"gap_percent_of_goal", "Chênh lệch (% của mục tiêu)", "Gap (% of the goal)", ColumnKind::decimal_2},
    {"reached", "Đạt", "Reached", ColumnKind::flag},
    {"first_year_reached", "Năm đạt đầu tiên", "First year reached", ColumnKind::year},
    {"source", "Nguồn", "Source", ColumnKind::long_words},
    {"purse", "Nguồn vốn", "Purse", ColumnKind::words},
    {"price_year", "Giá năm", "Prices of", ColumnKind::year},
    {"budget_vnd", "Ngân sách năm (đồng)", "Budget of the year (VND)", ColumnKind::whole},
    {"carried_in_vnd", "Chuyển từ năm trước (đồng)", "Carried over (VND)", ColumnKind::whole},
    {"available_vnd", "Có để chi (đồng)", "Available (VND)", ColumnKind::whole},
    {"item", "Hạng mục", "Item", ColumnKind::words},
    {"overloaded_from", "Quá tải từ năm", "Overloaded from", ColumnKind::year},
    {"flow", "Dòng tiền", "Flow", ColumnKind::words},
    {"total_vnd", "Tổng (đồng)", "Total (VND)", ColumnKind::whole},
    {"operators_vnd", "Doanh nghiệp (đồng)", "Operators (VND)", ColumnKind::whole},
    {"public_vnd", "Nhà nước (đồng)", "Public purse (VND)", ColumnKind::whole},
    {"money_of_day_vnd", "Tổng theo thời giá (đồng)", "Total in money of the day (VND)", ColumnKind::whole},
    {"present_value_vnd", "Tổng chiết khấu về năm đầu (đồng)", "Total discounted to the first year (VND)", ColumnKind::whole},
    {"opex_value_vnd", "Giá trị hiện tại của chi phí vận hành (đồng)", "Present value of running cost (VND)", ColumnKind::whole},
    {"replacement_value_vnd", "Giá trị hiện tại của mua lại (đồng)", "Present value of replacements (VND)", ColumnKind::whole},
    {"revenue_value_vnd", "Giá trị hiện tại của doanh thu (đồng)", "Present value of revenue (VND)", ColumnKind::whole},
    {"net_revenue_value_vnd", "Giá trị hiện tại của doanh thu còn lại (đồng)", "Present value of net revenue (VND)", ColumnKind::whole},
    {"one_off_subsidy_vnd", "Hỗ trợ một lần cần có (đồng)", "One-off subsidy needed (VND)", ColumnKind::whole},
    {"yearly_subsidy_vnd", "Hỗ trợ hằng năm cần có (đồng)", "Yearly subsidy needed (VND)", ColumnKind::whole},
    {"flip_subsidy_vnd", "Hỗ trợ để thị trường tự làm (đồng)", "Subsidy that flips the decision (VND)", ColumnKind::whole},
    {"from_pool_vnd", "Xã có lãi bù được (đồng)", "Paid by surpluses elsewhere (VND)", ColumnKind::whole},
    {"public_rest_vnd", "Còn lại cho nhà nước (đồng)", "Left for the public purse (VND)", ColumnKind::whole},
    {"new_people", "Người mới có sóng", "People newly with signal", ColumnKind::whole},
    {"new_villages", "Thôn mới có sóng tốt", "Villages newly with good signal", ColumnKind::whole},
    {"extra_subscribers", "Thuê bao tăng thêm nhờ kế hoạch", "Extra subscribers through the plan", ColumnKind::whole},
    {"vnd_per_person", "Đồng mỗi người mới có sóng", "VND per person newly with signal", ColumnKind::whole},
    {"vnd_per_village", "Đồng mỗi thôn mới có sóng tốt", "VND per village newly with good signal", ColumnKind::whole},
    {"vnd_per_subscriber", "Đồng mỗi thuê bao tăng thêm", "VND per extra subscriber", ColumnKind::whole},
    {"sharing", "Cách dùng chung", "Sharing", ColumnKind::words},
    {"sharing_vi", "Cách dùng chung", "Sharing", ColumnKind::words},
    {"sharing_en", "Cách dùng chung", "Sharing", ColumnKind::words},
    {"new_sites", "Trạm mới", "New sites", ColumnKind::whole},
    {"lifetime_vnd", "Chi phí cả kỳ (đồng)", "Cost over the horizon (VND)", ColumnKind::whole},
    {"saved_vnd", "Tiết kiệm so với không dùng chung (đồng)", "Saved against no sharing (VND)", ColumnKind::whole},
    {"host_capex_vnd", "Đơn vị trung lập đầu tư (đồng)", "Neutral host’s capital (VND)", ColumnKind::whole},
    {"rent_vnd_per_year", "Tiền thuê mỗi năm (đồng)", "Rent per year (VND)", ColumnKind::whole},
    {"service", "Dịch vụ", "Service", ColumnKind::words},
    {"subscribers", "Thuê bao", "Subscribers", ColumnKind::whole},
    {"subscribers_p10", "Thuê bao, mức thấp (P10)", "Subscribers, low (P10)", ColumnKind::whole},
    {"subscribers_p90", "Thuê bao, mức cao (P90)", "Subscribers, high (P90)", ColumnKind::whole},
    {"per_100", "Trên 100 dân", "Per 100 people", ColumnKind::decimal_2},
    {"per_100_p10", "Trên 100 dân, mức thấp (P10)", "Per 100 people, low (P10)", ColumnKind::decimal_2},
    {"per_100_p90", "Trên 100 dân, mức cao (P90)", "Per 100 people, high (P90)", ColumnKind::decimal_2},
    {"subscribers_without_plan", "Thuê bao nếu không có kế hoạch", "Subscribers without the plan", ColumnKind::whole},
    {"site_users", "Người dùng dữ liệu", "Data users", ColumnKind::whole},
    {"site_load_mbps", "Tải giờ cao điểm (Mbps)", "Busy-hour load (Mbps)", ColumnKind::decimal_2},
    {"sector_mbps", "Dung lượng một cánh sóng (Mbps)", "Capacity of a sector (Mbps)", ColumnKind::decimal_2},
    {"site_capacity_mbps", "Dung lượng trạm (Mbps)", "Capacity of the site (Mbps)", ColumnKind::decimal_2},
    {"site_load_share", "Mức tải", "Load", ColumnKind::share},
    {"busy_hour_mbps", "Tốc độ giờ cao điểm (Mbps)", "Busy-hour speed (Mbps)", ColumnKind::decimal_2},
    {"commune_isd_km", "Khoảng cách trạm tương đương trong xã (km)", "Equivalent distance between sites in the commune (km)", ColumnKind::decimal_2},
    {"value_p10", "Mức thấp (P10)", "Low (P10)", ColumnKind::decimal_2},
    {"value_p90", "Mức cao (P90)", "High (P90)", ColumnKind::decimal_2},
    {"recurring_vnd", "Chi thường xuyên (đồng)", "Recurring cost (VND)", ColumnKind::whole},
    {"spent_vnd", "Đã chi (đồng)", "Spent (VND)", ColumnKind::whole},
    {"left_vnd", "Còn lại (đồng)", "Left (VND)", ColumnKind::whole},
    {"projects_begun", "Dự án khởi công", "Projects begun", ColumnKind::whole},
    {"projects", "Dự án", "Projects", ColumnKind::whole},
    {"unbuilt_waits_for_power", "Chưa xây: chờ điện", "Not built: waits for power", ColumnKind::whole},
    {"unbuilt_nothing_new", "Chưa xây: không thêm ai", "Not built: reaches nobody new", ColumnKind::whole},
    {"unbuilt_too_few_people", "Chưa xây: quá ít người", "Not built: too few people", ColumnKind::whole},
    {"unbuilt_no_public_money", "Chưa xây: không có tiền nhà nước", "Not built: no public money", ColumnKind::whole},
    {"unbuilt_public_short", "Chưa xây: nhà nước thiếu tiền năm nay", "Not built: public money short this year", ColumnKind::whole},
    {"unbuilt_public_promised", "Chưa xây: tiền nhà nước đã hứa", "Not built: public money promised", ColumnKind::whole},
    {"unbuilt_operators_short", "Chưa xây: doanh nghiệp thiếu tiền năm nay", "Not built: operators short this year", ColumnKind::whole},
    {"unbuilt_operators_promised", "Chưa xây: tiền doanh nghiệp đã hứa", "Not built: operators’ money promised", ColumnKind::whole},
    {"unbuilt_crews_busy", "Chưa xây: đội thi công kín việc", "Not built: crews busy", ColumnKind::whole},
    {"unbuilt_kept_for_better", "Chưa xây: dành tiền cho nơi tốt hơn", "Not built: money kept for better projects", ColumnKind::whole},
    {"from", "Từ", "From", ColumnKind::code},
    {"to", "Đến", "To", ColumnKind::code},
    {"length_km", "Dài (km)", "Length (km)", ColumnKind::decimal_2},
    {"km_existing_poles", "Treo cột có sẵn (km)", "On standing poles (km)", ColumnKind::decimal_2},
    {"km_aerial", "Treo cột mới (km)", "On new poles (km)", ColumnKind::decimal_2},
    {"km_buried", "Chôn ngầm (km)", "Buried (km)", ColumnKind::decimal_2},
    {"price_vnd", "Giá (đồng)", "Price (VND)", ColumnKind::whole},
    {"capacity_mbps", "Dung lượng (Mbit/s)", "Capacity (Mbit/s)", ColumnKind::decimal_1},
    {"availability_percent", "Sẵn sàng của tuyến (% thời gian)", "Availability of the links (% of the time)", ColumnKind::decimal_2},
    {"place_availability_percent", "Sẵn sàng tại nơi đến, kể cả điện (% thời gian)", "Availability of the place, with power (% of the time)", ColumnKind::decimal_2},
    {"load_mbps", "Tải giờ cao điểm (Mbit/s)", "Load in the busy hour (Mbit/s)", ColumnKind::decimal_2},
    {"places_connected", "Số nơi được nối", "Places connected", ColumnKind::whole},
    {"price_so_far_vnd", "Cộng dồn (đồng)", "Sum so far (VND)", ColumnKind::whole},
    {"lower_bound_vnd", "Không cách nào rẻ hơn (đồng)", "No way is cheaper than (VND)", ColumnKind::whole},
    {"gap_percent", "Hơn mức ấy nhiều nhất (%)", "Above that at most (%)", ColumnKind::decimal_2},
    {"laid_apart_vnd", "Nếu kéo riêng từng nơi (đồng)", "If each place were joined for itself (VND)", ColumnKind::whole},
    {"projects_pay_vnd", "Các dự án đã tính cho đường truyền (đồng)", "What the projects reckoned for their links (VND)", ColumnKind::whole},
    {"exchange", "Điểm quang đầu nguồn", "Exchange", ColumnKind::code},
    {"cable_km", "Cáp tới thôn (km)", "Cable to the village (km)", ColumnKind::decimal_2},
    {"homes_passed", "Số hộ cáp đi qua", "Homes passed", ColumnKind::whole},
    {"homes_connected", "Số hộ dùng cáp quang", "Homes connected", ColumnKind::whole},
    {"first_splitters", "Bộ chia cấp một", "First splitters", ColumnKind::whole},
    {"second_splitters", "Bộ chia cấp hai", "Second splitters", ColumnKind::whole},
    {"olt_ports", "Cổng OLT", "OLT ports", ColumnKind::whole},
    {"loss_db", "Suy hao (dB)", "Loss (dB)", ColumnKind::decimal_2},
    {"within_class", "Trong giới hạn của lớp", "Within the class", ColumnKind::flag},
    {"class_needed", "Lớp cần có", "Class needed", ColumnKind::words},
    {"olt_ports_vnd", "Cổng OLT (đồng)", "OLT ports (VND)", ColumnKind::whole},
    {"splitters_vnd", "Bộ chia (đồng)", "Splitters (VND)", ColumnKind::whole},
    {"homes_vnd", "Lắp tới hộ (đồng)", "Homes (VND)", ColumnKind::whole},
    {"item_vi", "Vật tư", "Item", ColumnKind::words},
    {"item_en", "Vật tư", "Item", ColumnKind::words},
    {"quantity", "Số lượng", "Quantity", ColumnKind::decimal_2},
    {"institution_code", "Mã cơ quan", "Institution code", ColumnKind::code},
    {"institution", "Cơ quan", "Institution", ColumnKind::words},
    {"possible", "Có đường thứ hai", "A second way is possible", ColumnKind::flag},
    {"apart", "Tách riêng như yêu cầu", "Apart as asked", ColumnKind::flag},
    {"first_km", "Đường thứ nhất (km)", "First way (km)", ColumnKind::decimal_2},
    {"second_km", "Đường thứ hai (km)", "Second way (km)", ColumnKind::decimal_2},
    {"availability_one_percent", "Sẵn sàng với một đường (% thời gian)", "Availability with one way (% of the time)", ColumnKind::decimal_2},
    {"availability_both_percent", "Sẵn sàng với hai đường (% thời gian)", "Availability with both ways (% of the time)", ColumnKind::decimal_2},
    {"layer", "Lớp dữ liệu", "Layer", ColumnKind::words},
    {"sha256", "Mã băm SHA-256", "SHA-256", ColumnKind::code},
    {"note_vi", "Ghi chú", "Note", ColumnKind::long_words},
    {"note_en", "Ghi chú", "Note", ColumnKind::long_words},
};
// clang-format on

/// "value_2025" without its year, and the year; the year is empty where there is none.
std::pair<std::string_view, std::string_view> without_year(std::string_view column) {
    constexpr std::size_t year_size = 5; // with the line before it
    if (column.size() <= year_size || column[column.size() - year_size] != '_') return {column, {}};
    auto const year = column.substr(column.size() - year_size + 1);
    bool const digits = std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::pair(column.substr(0, column.size() - year_size), year)
                  : std::pair(column, std::string_view{});
}

ColumnWords const* find(std::string_view column) {
    auto const found = std::ranges::find(words, column, &ColumnWords::column);
    return found == std::end(words) ? nullptr : &*found;
}

} // namespace

std::span<ColumnWords const> column_words() { return words; }

Message head_of(std::string_view column) {
    auto const [name, year] = without_year(column);
    auto const* const known = find(name);
    if (known == nullptr) return {std::string(column), std::string(column)};
    Message head{std::string(known->vi), std::string(known->en)};
    if (year.empty()) return head;
    return {fmt::format("{} {}", head.vi, year), fmt::format("{} {}", head.en, year)};
}

ColumnKind kind_of(std::string_view column) {
    auto const* const known = find(without_year(column).first);
    return known == nullptr ? ColumnKind::words : known->kind;
}

Message flag_words(std::string const& cell) {
    if (cell == "1") return {"có", "yes"};
    if (cell == "0") return {"không", "no"};
    if (cell == "unknown") return {"chưa biết", "unknown"};
    return {cell, cell};
}

} // namespace phusong

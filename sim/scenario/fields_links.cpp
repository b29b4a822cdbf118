#include "sim/scenario/field_rows.h"

namespace phusong::field_rows {
namespace {
template <auto M> constexpr auto in_traffic = member<&Scenario::traffic, M>;
template <auto M> constexpr auto in_links = member<&Scenario::links, M>;
using T = Traffic;
using L = LinkClasses;
} // namespace

std::vector<Field> links() {
    // clang-format off
    return {
        {"traffic.mobile_gb_per_month", in_traffic<&T::mobile_gb_per_month>, 0.01, 1000, "GB/month", required,
         {"Lưu lượng của một thuê bao di động ở năm gốc", "Data of a mobile subscription in the base year"}},
        {"traffic.fixed_gb_per_month", in_traffic<&T::fixed_gb_per_month>, 0.01, 10000, "GB/month", required,
         {"Lưu lượng của một thuê bao cố định ở năm gốc", "Data of a fixed subscription in the base year"}},
        {"traffic.fixed_wireless_gb_per_month", in_traffic<&T::fixed_wireless_gb_per_month>, 0, 10000, "GB/month", optional,
         {"Lưu lượng của một đường Internet tại nhà bằng 4G ở năm gốc; 0: như đường cố định khác",
          "Data of a home line by 4G in the base year; 0: as other fixed lines"}},
        {"traffic.growth_share_per_year", in_traffic<&T::growth_share_per_year>, -0.5, 3, "1", required,
         {"Mức tăng lưu lượng mỗi thuê bao mỗi năm (0,3 = 30 %)", "Growth of data per subscription and year (0.3 = 30 %)"}},
        {"traffic.busy_hour_share", in_traffic<&T::busy_hour_share>, 0.042, 1, "1", required,
         {"Phần lưu lượng của ngày rơi vào giờ cao điểm", "Share of the day's data in the busy hour"}},
        {"traffic.mean_bps_per_hz", in_traffic<&T::mean_bps_per_hz>, 0, 20, "bit/s/Hz", optional,
         {"Hiệu suất phổ trung bình của một ô: 2G, 3G, 4G, 5G", "Mean spectral efficiency of a cell: 2G, 3G, 4G, 5G"}},
        {"traffic.carriers_4g_max", in_traffic<&T::carriers_4g_max>, 1, 100, "1", optional,
         {"Số sóng mang 4G nhiều nhất của một cánh sóng: theo phổ tần của nhà mạng có trạm",
          "4G carriers that a sector can have: as many as the site's operator has spectrum for"}},
        {"traffic.sites_alike_km", in_traffic<&T::sites_alike_km>, 0, 50, "km", optional,
         {"Các trạm xa hơn trạm gần nhất không quá chừng này chia nhau người dùng",
          "Sites at most so much farther than the nearest share its users"}},
        {"links.fibre_mbps", in_links<&L::fibre_mbps>, 1, 1e7, "Mbps", optional,
         {"Các cấp dung lượng của tuyến cáp quang, tăng dần", "Classes of fibre links by capacity, rising"}},
        {"links.microwave_mbps", in_links<&L::microwave_mbps>, 1, 1e7, "Mbps", optional,
         {"Các cấp dung lượng của chặng vi ba, tăng dần", "Classes of microwave hops by capacity, rising"}},
        {"links.vsat_mbps", in_links<&L::vsat_mbps>, 0.1, 1e7, "Mbps", optional,
         {"Các cấp dung lượng của đường vệ tinh, tăng dần", "Classes of satellite links by capacity, rising"}},
        {"links.full_share", in_links<&L::full_share>, 0.05, 1, "1", optional,
         {"Phần dung lượng được dùng trong giờ cao điểm; hơn nữa là quá tải",
          "Share of a capacity that may be used in the busy hour; more is overload"}},
        {"links.fibre_cuts_per_100km_year", in_links<&L::fibre_cuts_per_100km_year>, 0, 200, "1/100 km/year", optional,
         {"Số lần đứt cáp", "Cable cuts"}},
        {"links.fibre_repair_h", in_links<&L::fibre_repair_h>, 0, 1000, "h", optional,
         {"Thời gian sửa một lần đứt cáp", "Time until a cut cable is mended"}},
        {"links.microwave_availability_share", in_links<&L::microwave_availability_share>, 0.5, 1, "1", optional,
         {"Độ sẵn sàng của một chặng vi ba", "Availability of a microwave hop"}},
        {"links.vsat_availability_share", in_links<&L::vsat_availability_share>, 0.5, 1, "1", optional,
         {"Độ sẵn sàng của một đường vệ tinh", "Availability of a satellite link"}},
        {"links.grid_availability_share", in_links<&L::grid_availability_share>, 0.5, 1, "1", optional,
         {"Độ sẵn sàng của điện lưới, kể cả ắc quy", "Availability of power from the grid, with the site's battery"}},
        {"links.solar_availability_share", in_links<&L::solar_availability_share>, 0.5, 1, "1", optional,
         {"Độ sẵn sàng của điện mặt trời", "Availability of solar power"}},
    };
    // clang-format on
}

} // namespace phusong::field_rows

#include "sim/scenario/field_rows.h"

namespace phusong::field_rows {
namespace {
template <auto M> constexpr auto in_world = member<&Scenario::world, M>;
template <auto M> constexpr auto in_years = member<&Scenario::years, M>;
using W = WorldFiles;
} // namespace

std::vector<Field> general() {
    // clang-format off
    return {
        {"name", member<&Scenario::name>, 0, 60, "", required,
         {"Tên ngắn của kịch bản, cũng là tên thư mục kết quả: chữ không dấu, chữ số, _ và -",
          "Short name of the option, also the name of its results folder: plain letters, digits, _ and -"}},
        {"title_vi", member<&Scenario::title_vi>, 0, 200, "", required,
         {"Tên đầy đủ bằng tiếng Việt, dùng trong báo cáo", "Full title in Vietnamese, used in reports"}},
        {"title_en", member<&Scenario::title_en>, 0, 200, "", required,
         {"Tên đầy đủ bằng tiếng Anh, dùng trong báo cáo", "Full title in English, used in reports"}},
        {"changes", member<&Scenario::changes>, 0, 10000, "", optional,
         {"Những gì --with và --set đã thay đổi; chương trình tự ghi vào scenario.resolved.toml",
          "What --with and --set changed; the program writes it into scenario.resolved.toml"}},
        {"seed", member<&Scenario::seed>, 0, 2147483647, "1", optional,
         {"Hạt giống cho mọi lựa chọn ngẫu nhiên: cùng hạt giống, cùng kết quả",
          "Seed of every random choice: same seed, same results"}},
        {"targets", member<&Scenario::targets>, 0, 0, "", optional,
         {"Bảng CSV các mục tiêu cần so sánh", "CSV table of the goals to compare with"}},
        {"years.base", in_years<&Years::base>, 2000, 2100, "year", required,
         {"Năm cuối của hiện trạng", "Last year of what exists"}},
        {"years.first", in_years<&Years::first>, 2001, 2100, "year", required,
         {"Năm đầu tiên được xây dựng", "First year in which something can be built"}},
        {"years.last", in_years<&Years::last>, 2001, 2130, "year", required,
         {"Năm cuối của kế hoạch", "Last year of the plan"}},
    };
    // clang-format on
}

std::vector<Field> world() {
    // clang-format off
    return {
        {"world.crs", in_world<&W::crs>, 0, 20, "", required,
         {"Hệ tọa độ phẳng tính bằng mét, ví dụ EPSG:32648 (UTM 48 Bắc)",
          "Projected coordinate system in metres, for example EPSG:32648 (UTM 48 North)"}},
        {"world.cell_m", in_world<&W::cell_m>, 10, 2000, "m", optional,
         {"Cạnh của một ô bản đồ", "Side of a map cell"}},
        {"world.margin_km", in_world<&W::margin_km>, 0, 50, "km", optional,
         {"Phần địa hình giữ lại quanh các xã ngoài cùng", "Terrain kept around the outermost communes"}},
        {"world.memory_gib", in_world<&W::memory_gib>, 0.01, 200, "GiB", optional,
         {"Bộ nhớ mà bản đồ của một lần chạy được dùng; cần hơn thì bị từ chối (ước tính từ số ô)",
          "Memory that the maps of one run may take; maps that need more are refused (estimated from the cells)"}},
        {"world.communes", in_world<&W::communes>, 0, 0, "", required,
         {"Bảng CSV các xã: mã, tên, trụ sở, diện tích, dân số",
          "CSV table of communes: code, name, seat, area, people"}},
        {"world.commune_polygons", in_world<&W::commune_polygons>, 0, 0, "", optional,
         {"Lớp ranh giới xã (GeoPackage, GeoJSON, Shapefile); không có thì dựng ô từ trụ sở và diện tích",
          "Layer of commune boundaries (GeoPackage, GeoJSON, Shapefile); without it, cells are made from seats and "
          "areas"}},
        {"world.commune_code_field", in_world<&W::commune_code_field>, 0, 64, "", optional,
         {"Tên cột mã xã trong lớp ranh giới", "Column of the commune code in the boundary layer"}},
        {"world.terrain", in_world<&W::terrain>, 0, 0, "", optional,
         {"Các tệp độ cao (.hgt, GeoTIFF); không có thì dựng địa hình từ các điểm độ cao",
          "Elevation files (.hgt, GeoTIFF); without them, terrain is made from spot heights"}},
        {"world.spot_heights", in_world<&W::spot_heights>, 0, 0, "", optional,
         {"Bảng CSV các điểm độ cao", "CSV table of spot heights"}},
        {"world.relief", in_world<&W::relief>, 0, 0, "", optional,
         {"Bảng CSV độ gồ ghề của núi trong vùng; cần có khi dựng địa hình từ các điểm độ cao",
          "CSV table of how rough the region's mountains are; needed when terrain is made from spot heights"}},
        {"world.spot_error_m", in_world<&W::spot_error_m>, 0, 500, "m", optional,
         {"Sai số của các điểm độ cao (độ lệch chuẩn); cần có khi dựng địa hình",
          "Error of the spot heights (standard deviation); needed when terrain is made"}},
        {"world.lowest_below_spots_m", in_world<&W::lowest_below_spots_m>, 0, 3000, "m", optional,
         {"Đáy thung lũng sâu nhất thấp hơn điểm độ cao thấp nhất bao nhiêu; cần có khi dựng địa hình",
          "How far the deepest floor lies below the lowest spot; needed when terrain is made"}},
        {"world.highest_above_spots_m", in_world<&W::highest_above_spots_m>, 0, 3000, "m", optional,
         {"Đỉnh cao nhất cao hơn điểm độ cao cao nhất bao nhiêu; cần có khi dựng địa hình",
          "How far the highest peak rises above the highest spot; needed when terrain is made"}},
        {"world.lift_m", in_world<&W::lift_m>, 0, 2000, "m", optional,
         {"Đất xa mọi điểm độ cao thì cao hơn các điểm cho biết bao nhiêu, vì người ở chỗ thấp",
          "How much higher than spots tell the land far from any spot stands, because people live low"}},
        {"world.lift_distance_m", in_world<&W::lift_distance_m>, 0, 100000, "m", optional,
         {"Cách điểm độ cao bao xa thì đạt hai phần ba mức nâng world.lift_m",
          "How far from a spot two thirds of world.lift_m are reached"}},
        {"world.synthetic_terrain_arcsec", in_world<&W::synthetic_terrain_arcsec>, 1, 30, "arcsec", optional,
         {"Độ phân giải của địa hình được dựng", "Resolution of the terrain that is made"}},
        {"world.clutter", in_world<&W::clutter>, 0, 0, "", optional,
         {"Các tệp độ cao đại diện của cây và nhà (mét trên mặt đất, GeoTIFF); không có thì coi mặt đất trống",
          "Rasters of representative heights of trees and houses (metres above ground, GeoTIFF); without them the "
          "ground is bare"}},
        {"world.radio_zones", in_world<&W::radio_zones>, 0, 0, "", optional,
         {"Lưới mã vùng của P.1812: 1 biển, 3 đất ven biển, 4 nội địa; không có thì mọi nơi là nội địa",
          "Raster of P.1812's zones: 1 sea, 3 coastal land, 4 inland; without it everything is inland"}},
        {"world.population_raster", in_world<&W::population_raster>, 0, 0, "", optional,
         {"Lưới dân số (ví dụ WorldPop), số người mỗi ô", "Population raster (for example WorldPop), people per cell"}},
        {"world.rescale_population", in_world<&W::rescale_population>, 0, 0, "", optional,
         {"Nhân lưới dân số để khớp tổng của từng xã", "Scale the population raster to the total of each commune"}},
        {"world.population_raster_year", in_world<&W::population_raster_year>, 0, 2100, "year", optional,
         {"Năm của số người trong lưới dân số (0: năm điều tra); chỉ cần khi world.rescale_population = false",
          "Year of the people in the population raster (0: the census year); matters only with "
          "world.rescale_population = false"}},
        {"world.villages", in_world<&W::villages>, 0, 0, "", required,
         {"Bảng hoặc lớp các thôn: mã, xã, tọa độ, dân số",
          "Table or layer of villages: code, commune, place, people"}},
        {"world.roads", in_world<&W::roads>, 0, 0, "", optional,
         {"Lớp đường giao thông, hoặc CSV có cột wkt", "Layer of roads, or a CSV with a wkt column"}},
        {"world.sites", in_world<&W::sites>, 0, 0, "", optional,
         {"Bảng hoặc lớp các trạm đã có", "Table or layer of the sites that exist"}},
        {"world.fibre_nodes", in_world<&W::fibre_nodes>, 0, 0, "", optional,
         {"Bảng các điểm đã có cáp quang", "Table of the places that already have fibre"}},
        {"world.crosswalks", in_world<&W::crosswalks>, 0, 0, "", optional,
         {"Các bảng CSV ghép xã vào đơn vị của cách chia khác (mã cũ, mã mới, tỷ lệ): kết quả được cộng cả theo chúng",
          "CSV tables from communes to the units of other divisions (old code, new code, share): results are summed by "
          "them too"}},
        {"world.institutions", in_world<&W::institutions>, 0, 0, "", optional,
         {"Bảng bưu cục, cơ quan và bộ phận một cửa", "Table of post offices, government units and one-stop offices"}},
        {"world.census_year", in_world<&W::census_year>, 1979, 2100, "year", required,
         {"Năm của số dân trong bảng xã", "Year of the people in the commune table"}},
        {"world.people_growth_share_per_year", in_world<&W::people_growth_share_per_year>, -0.1, 0.1, "1", required,
         {"Tỷ lệ tăng dân số mỗi năm (0,01 = 1 %)", "Growth of people per year (0.01 = 1 %)"}},
        {"world.people_factor", in_world<&W::people_factor>, 0.1, 10, "1", optional,
         {"Số dân và số hộ trong mọi bảng nhân với số này; để rút trong [uncertainty]",
          "People and households of all tables are multiplied by this; to be drawn in [uncertainty]"}},
        {"world.site_error_m", in_world<&W::site_error_m>, 0, 20000, "m", optional,
         {"Trạm giả định đứng lệch chỗ bao xa (độ lệch chuẩn mỗi chiều)",
          "How far sites that are made up stand off their place (standard deviation each way)"}},
        {"world.site_error_draw", in_world<&W::site_error_draw>, 0, 1e9, "1", optional,
         {"Lần rút thứ mấy của độ lệch đó, để rút trong [uncertainty]; 0: trạm đứng đúng chỗ trong bảng",
          "Which draw of those errors, to be drawn in [uncertainty]; 0: sites stand where the table has them"}},
    };
    // clang-format on
}

} // namespace phusong::field_rows

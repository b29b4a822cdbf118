#include "sim/scenario/field_rows.h"
#include <fmt/format.h>
#include <utility>

namespace phusong::field_rows {
namespace {
template <auto M> constexpr auto in_rollout = member<&Scenario::rollout, M>;
template <auto... M> constexpr auto in_adoption = member<&Scenario::adoption, M...>;

struct Named {
    std::string key;
    geo::Message is;
};

Field row(std::string key, Access access, double min, double max, std::string unit, geo::Message doc,
          bool needed = required) {
    return {std::move(key), access, min, max, std::move(unit), needed, std::move(doc)};
}

template <auto S> void add_service(std::vector<Field>& rows, Named const& service) {
    std::string const key = fmt::format("adoption.{}.", service.key);
    auto const& [vi, en] = service.is;
    rows.push_back(row(key + "ceiling_share", in_adoption<S, &Service::ceiling_share>, 0, 3, "1",
                       {fmt::format("Thuê bao {} trên đầu người khi bão hòa, nơi đã có dịch vụ", vi),
                        fmt::format("{} subscriptions per person at saturation, where reached", en)}));
    rows.push_back(
        row(key + "base_per_100", in_adoption<S, &Service::base_per_100>, 0, 300, "per 100",
            {fmt::format("Thuê bao {} trên 100 dân cuối năm gốc, toàn tỉnh", vi),
             fmt::format("{} subscriptions per 100 people at the end of the base year, whole province", en)}));
    rows.push_back(row(key + "base_growth_share", in_adoption<S, &Service::base_growth_share>, -0.5, 2, "1",
                       {fmt::format("Mức tăng thuê bao {} trong năm gốc (0,037 = 3,7 %)", vi),
                        fmt::format("Growth of {} subscriptions during the base year (0.037 = 3.7 %)", en)}));
    rows.push_back(row(key + "revenue_vnd_per_month", in_adoption<S, &Service::revenue_vnd_per_month>, 0, 5e6,
                       "VND/month",
                       {fmt::format("Doanh thu mỗi thuê bao {} mỗi tháng", vi),
                        fmt::format("Revenue per {} subscription and month", en)}));
    rows.push_back(
        row(key + "new_place_rate_per_year", in_adoption<S, &Service::new_place_rate_per_year>, 0, 5, "1/year",
            {fmt::format(
                 "Nơi mới có dịch vụ {} đuổi kịp các nơi khác nhanh đến đâu: mỗi năm 1 − exp(−số này) khoảng cách", vi),
             fmt::format("How fast places newly reached by {} catch up: 1 − exp(−this) of the gap a year", en)}));
    rows.push_back({key + "curve",
                    in_adoption<S, &Service::curve>,
                    0,
                    60,
                    "",
                    optional,
                    {fmt::format("Dạng đường cong tăng trưởng thuê bao {}", vi),
                     fmt::format("Shape of the growth of {} subscriptions", en)},
                    {"logistic", "gompertz", "bass"}});
    rows.push_back(
        row(key + "innovation_per_year", in_adoption<S, &Service::innovation_per_year>, 1e-4, 0.5, "1/year",
            {fmt::format("Đường cong Bass, {}: phần người dùng mới mỗi năm không cần thấy người khác dùng", vi),
             fmt::format("Bass curve of {}: part of the rest that adopts each year without others' example", en)},
            optional));
    rows.push_back(
        row(key + "growth_error_points", in_adoption<S, &Service::growth_error_points>, 0, 20, "per 100",
            {fmt::format("Sai số chuẩn của mức tăng thuê bao {} mỗi năm, trên 100 dân; 0: không có khoảng", vi),
             fmt::format("Standard error of the growth of {} per year, per 100 people; 0: no interval", en)},
            optional));
    rows.push_back(row(key + "ceiling_error_share", in_adoption<S, &Service::ceiling_error_share>, 0, 0.5, "1",
                       {fmt::format("Sai số chuẩn của mức bão hòa thuê bao {}, so với mức đó", vi),
                        fmt::format("Standard error of the ceiling of {}, as a share of it", en)},
                       optional));
    rows.push_back(
        row(key + "growth_shift_points", in_adoption<S, &Service::growth_shift_points>, -20, 20, "per 100",
            {fmt::format("Mức tăng thuê bao {} mỗi năm lệch bao nhiêu, trên 100 dân; để rút trong [uncertainty]", vi),
             fmt::format("What the growth of {} per year is off by, per 100 people; to be drawn in [uncertainty]", en)},
            optional));
    rows.push_back(
        row(key + "ceiling_shift_share", in_adoption<S, &Service::ceiling_shift_share>, -0.9, 2, "1",
            {fmt::format("Mức bão hòa thuê bao {} lệch bao nhiêu, so với mức đó; để rút trong [uncertainty]", vi),
             fmt::format("What the ceiling of {} is off by, as a share of it; to be drawn in [uncertainty]", en)},
            optional));
    rows.push_back(
        row(key + "poor_ceiling_share", in_adoption<S, &Service::poor_ceiling_share>, 0, 1, "1",
            {fmt::format("Mức bão hòa thuê bao {} của người nghèo, so với người khác; trung bình giữ nguyên", vi),
             fmt::format("Ceiling of {} among poor people, as a share of the others'; the mean is kept", en)},
            optional));
}
} // namespace

std::vector<Field> rollout() {
    using R = Rollout;
    // clang-format off
    return {
        {"rollout.policy", in_rollout<&R::policy>, 0, 0, "", optional,
         {"Thứ tự ưu tiên: nhiều người nhất trên mỗi đồng, phủ hết các thôn, nơi có lãi trước, cáp quang trước, "
          "các xã, thôn được nêu tên, các xã kém nhất, đúng thứ tự được nêu, hoặc các mục tiêu chưa đạt",
          "What comes first: most people per VND, villages without signal, what pays for itself, fibre, the places "
          "named, the worst communes, the named places in their order, or goals that are not reached"},
         {policy_names.begin(), policy_names.end()}},
        {"rollout.operator_budget_bn_vnd", in_rollout<&R::operator_budget_bn_vnd>, 0, 100000, "billion VND", required,
         {"Tiền của các nhà mạng mỗi năm: một số cho mọi năm, hoặc mỗi năm một số",
          "Operators' money per year: one number for all years, or one for each"}},
        {"rollout.public_budget_bn_vnd", in_rollout<&R::public_budget_bn_vnd>, 0, 100000, "billion VND", required,
         {"Tiền ngân sách và quỹ viễn thông công ích mỗi năm: một số cho mọi năm, hoặc mỗi năm một số",
          "Public money per year (budget, universal service fund): one number for all years, or one for each"}},
        {"rollout.carry_over", in_rollout<&R::carry_over>, 0, 0, "", optional,
         {"Tiền chưa tiêu được chuyển sang năm sau", "Unspent money stays for the next year"}},
        {"rollout.share_sites", in_rollout<&R::share_sites>, 0, 0, "", optional,
         {"Các nhà mạng dùng chung trạm mới", "Operators share new sites"}},
        {"rollout.pay_solar", in_rollout<&R::pay_solar>, 0, 0, "", optional,
         {"Kế hoạch được mua điện mặt trời nơi lưới điện đến muộn",
          "The plan may buy solar power where the grid comes later"}},
        {"rollout.new_mast_height_m", in_rollout<&R::new_mast_height_m>, 5, 150, "m", optional,
         {"Chiều cao cột của trạm mới", "Mast height of a new site"}},
        {"rollout.new_site_search_km", in_rollout<&R::new_site_search_km>, 0, 20, "km", optional,
         {"Trạm mới được đặt cách thôn bao xa", "How far from a village its new site may stand"}},
        {"rollout.new_sites_per_village", in_rollout<&R::new_sites_per_village>, 1, 50, "1", optional,
         {"Số vị trí thử cho mỗi thôn", "Places tried for each village"}},
        {"rollout.max_new_places", in_rollout<&R::max_new_places>, 0, 100000, "1", optional,
         {"Số vị trí trạm mới nhiều nhất mà một lần chạy thử", "Most places for new sites that one run tries"}},
        {"rollout.new_site_step_m", in_rollout<&R::new_site_step_m>, 1, 5000, "m", optional,
         {"Các vị trí được xem xét cách nhau chừng này", "Distance between the pieces of ground that are looked at"}},
        {"rollout.new_sites_apart_m", in_rollout<&R::new_sites_apart_m>, 0, 20000, "m", optional,
         {"Hai vị trí trạm mới cách nhau ít nhất chừng này", "Two places for new sites are at least this far apart"}},
        {"rollout.road_worth_m_per_km", in_rollout<&R::road_worth_m_per_km>, 0, 10000, "m/km", optional,
         {"Chịu mất bao nhiêu mét độ cao để vị trí gần đường hơn một km",
          "Height given up for a place that is one km nearer to the road"}},
        {"rollout.new_site_technologies", in_rollout<&R::new_site_technologies>, 0, 0, "", optional,
         {"Trạm mới phát những công nghệ nào", "What a new site carries"},
         {technology_names.begin(), technology_names.end()}},
        {"rollout.upgrade_to_4g", in_rollout<&R::upgrade_to_4g>, 0, 0, "", optional,
         {"Được nâng cấp trạm đã có lên 4G", "Standing sites may be upgraded to 4G"}},
        {"rollout.upgrade_to_5g", in_rollout<&R::upgrade_to_5g>, 0, 0, "", optional,
         {"Được nâng cấp trạm đã có lên 5G", "Standing sites may be upgraded to 5G"}},
        {"rollout.fibre_to_villages", in_rollout<&R::fibre_to_villages>, 0, 0, "", optional,
         {"Được kéo cáp quang tới thôn", "Fibre may be built to villages"}},
        {"rollout.relays", in_rollout<&R::relays>, 0, 0, "", optional,
         {"Được dựng trạm nhỏ công suất thấp ở thôn thiếu sóng tốt hoặc thiếu 4G",
          "Small sites of low power may be built in villages without good signal or 4G"}},
        {"rollout.relay_mast_height_m", in_rollout<&R::relay_mast_height_m>, 3, 60, "m", optional,
         {"Chiều cao cột của trạm nhỏ", "Mast height of a small site"}},
        {"rollout.relay_eirp_drop_db", in_rollout<&R::relay_eirp_drop_db>, 0, 60, "dB", optional,
         {"Công suất bức xạ của trạm nhỏ thấp hơn trạm thường bao nhiêu",
          "How far the EIRP of a small site lies under that of the link budget"}},
        {"rollout.relay_technologies", in_rollout<&R::relay_technologies>, 0, 0, "", optional,
         {"Trạm nhỏ phát những công nghệ nào", "What a small site carries"},
         {technology_names.begin(), technology_names.end()}},
        {"rollout.fixed_wireless", in_rollout<&R::fixed_wireless>, 0, 0, "", optional,
         {"Được nối nhà dân bằng Internet cố định qua 4G, 5G ở thôn có sóng 4G, 5G tốt tại hội trường",
          "Homes may get fixed lines by 4G or 5G, in villages whose hall has good 4G or 5G"}},
        {"rollout.fixed_wireless_max_lines", in_rollout<&R::fixed_wireless_max_lines>, 1, 10000, "1", optional,
         {"Số đường cố định không dây nhiều nhất trong một thôn", "Most such lines in one village"}},
        {"rollout.fixed_wireless_line_worth", in_rollout<&R::fixed_wireless_line_worth>, 0, 1, "1", optional,
         {"Một người có đường cố định không dây được tính bằng bao nhiêu so với một người có cáp quang",
          "What a person with such a line counts, against one with fibre"}},
        {"rollout.site_lead_years", in_rollout<&R::site_lead_years>, 0, 20, "years", optional,
         {"Số năm từ năm đầu kế hoạch đến khi trạm mới đầu tiên có thể mở",
          "Years from the first planned year until the first new site can open"}},
        {"rollout.technology_lead_years", in_rollout<&R::technology_lead_years>, 0, 20, "years", optional,
         {"Cũng vậy, cho việc thêm công nghệ vào trạm đã có", "The same for technologies added to standing sites"}},
        {"rollout.grid_delay_years", in_rollout<&R::grid_delay_years>, -20, 20, "years", optional,
         {"Điện lưới đến thôn chưa có điện muộn hơn bảng thôn ghi bao nhiêu năm; để rút trong [uncertainty]",
          "Years by which the grid reaches villages without it later than their table says; to be drawn in "
          "[uncertainty]"}},
        {"rollout.fibre_lead_years", in_rollout<&R::fibre_lead_years>, 0, 20, "years", optional,
         {"Cũng vậy, cho cáp quang tới thôn", "The same for fibre to villages"}},
        {"rollout.operator_names", in_rollout<&R::operator_names>, 0, 1000, "", optional,
         {"Tên các nhà mạng, cách nhau bằng dấu phẩy; bỏ trống: một nguồn tiền chung",
          "Names of the operators, by commas; none: one purse for all"}},
        {"rollout.operator_shares", in_rollout<&R::operator_shares>, 0, 1, "1", optional,
         {"Phần của mỗi nhà mạng trong tiền của các nhà mạng, cộng lại bằng 1",
          "Share of each operator in the operators' money; they add up to 1"}},
        {"rollout.max_projects_per_year", in_rollout<&R::max_projects_per_year>, 0, 100000, "1", optional,
         {"Số công trình nhiều nhất mỗi năm (năng lực thi công)", "Most projects in one year (crews)"}},
        {"rollout.min_people_per_project", in_rollout<&R::min_people_per_project>, 0, 10000, "1", optional,
         {"Công trình phục vụ ít người mới hơn số này thì không làm, trừ khi đưa một thôn lên mức sóng tốt",
          "A project that newly reaches fewer people is not built, unless it gives a village good signal"}},
        {"rollout.broadband_person_weight", in_rollout<&R::broadband_person_weight>, 0, 1, "1", optional,
         {"Một người mới có 4G, 5G hoặc cáp quang được tính bằng bao nhiêu so với một người lần đầu có sóng",
          "What a person newly reached by 4G, 5G or fibre counts, against one with a first signal"}},
        {"rollout.favoured_weight", in_rollout<&R::favoured_weight>, 1, 1000, "1", optional,
         {"Khi so sánh các kế hoạch, điều chính sách ưu tiên được tính gấp bao nhiêu lần những điều khác",
          "How many times what the policy puts first counts against all else, when plans are compared"}},
        {"rollout.priority_places", in_rollout<&R::priority_places>, 0, 100000, "", optional,
         {"Mã các xã, thôn được ưu tiên, cách nhau bằng dấu phẩy; dùng với priority_places và fixed_order",
          "Codes of the communes and villages that come first, by commas; for priority_places and fixed_order"}},
        {"rollout.floor_share", in_rollout<&R::floor_share>, 0, 1, "1", optional,
         {"Tỷ lệ dân có 4G hoặc 5G mà xã nào dưới mức đó ở năm gốc thì được ưu tiên; dùng với worst_communes_first",
          "Communes with a smaller share of people with 4G or 5G in the base year come first; for worst_communes_first"}},
        {"rollout.max_projects_per_district", in_rollout<&R::max_projects_per_district>, 0, 100000, "1", optional,
         {"Số công trình nhiều nhất mỗi năm trong một huyện", "Most projects in one year in one district"}},
        {"rollout.solver", in_rollout<&R::solver>, 0, 60, "", optional,
         {"Cách lập kế hoạch: chọn dần từng năm; chọn dần rồi đổi chỗ; hoặc quy hoạch nguyên cho mọi năm",
          "How the plan is made: year by year; that and exchanges; or an integer programme over all years"},
         {"greedy", "exchange", "exact"}},
        {"rollout.solver_nodes", in_rollout<&R::solver_nodes>, 0, 1000000, "1", optional,
         {"Số nút nhiều nhất của quy hoạch nguyên", "Most nodes of the integer programme's search"}},
    };
    // clang-format on
}

std::vector<Field> adoption() {
    using A = Adoption;
    std::vector<Field> rows;
    rows.push_back(row("adoption.smartphone_share_base", in_adoption<&A::smartphone_share_base>, 0, 1, "1",
                       {"Tỷ lệ điện thoại thông minh trong thuê bao di động ở năm gốc",
                        "Share of smartphones among mobile subscriptions in the base year"}));
    rows.push_back(
        row("adoption.smartphone_growth_points_per_year", in_adoption<&A::smartphone_growth_points_per_year>, -20, 20,
            "points/year",
            {"Mức tăng tỷ lệ đó mỗi năm, điểm phần trăm", "Growth of that share per year, percentage points"}));
    rows.push_back(row("adoption.smartphone_ceiling_share", in_adoption<&A::smartphone_ceiling_share>, 0, 1, "1",
                       {"Mức trần của tỷ lệ đó", "Ceiling of that share"}));
    rows.push_back(row("adoption.online_skill_share", in_adoption<&A::online_skill_share>, 0, 1, "1",
                       {"Tỷ lệ người dùng điện thoại thông minh biết dùng dịch vụ công trực tuyến",
                        "Share of smartphone users who can use an online public service"}));
    rows.push_back({"adoption.draws",
                    in_adoption<&A::draws>,
                    10,
                    100000,
                    "1",
                    optional,
                    {"Số lần rút ngẫu nhiên mức tăng và mức bão hòa để có khoảng P10–P90",
                     "Random draws of growth and ceiling for the intervals from P10 to P90"}});
    add_service<&A::mobile>(rows, {"mobile", {"di động", "mobile"}});
    add_service<&A::fixed>(rows, {"fixed", {"Internet cố định", "fixed Internet"}});
    add_service<&A::paytv>(rows, {"paytv", {"truyền hình trả tiền", "pay-TV"}});
    return rows;
}

} // namespace phusong::field_rows

#include "sim/scenario/checks.h"
#include "geo/io/crs.h"
#include "sim/scenario/codes.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace phusong {
namespace {

constexpr int longest_plan_years = 30;

/// A year that is not given, or was refused, is told as such already; nothing can be said of it together with others.
bool all_given(Years const& years) { return years.base != 0 && years.first != 0 && years.last != 0; }

void check_years(Years const& years, WhereOf const& where, geo::Problems& problems) {
    if (!all_given(years)) return;
    if (years.first <= years.base)
        problems.push_back(
            {where("years.first"),
             geo::say("là {}; phải sau năm gốc {}", "is {}; must come after the base year {}", years.first, years.base),
             {"Năm gốc là năm cuối của hiện trạng", "the base year is the last year of what exists"}});
    if (years.last < years.first)
        problems.push_back({where("years.last"),
                            geo::say("năm cuối {} trước năm đầu {}", "the last year {} is before the first year {}",
                                     years.last, years.first),
                            {"Đổi years.first hoặc years.last", "change years.first or years.last"}});
    if (years.last - years.base > longest_plan_years)
        problems.push_back({where("years.last"),
                            geo::say("kế hoạch dài {} năm; nhiều nhất {} năm", "the plan runs {} years; at most {}",
                                     years.last - years.base, longest_plan_years),
                            {"Chọn năm cuối gần hơn", "choose a nearer last year"}});
}

/// People are brought from the years of their tables to the plan's by one yearly rate, which holds for no longer.
void check_people_years(Scenario const& s, WhereOf const& where, geo::Problems& problems) {
    auto const near_base = [&](char const* key, int year) {
        if (year == 0 || std::abs(year - s.years.base) <= longest_plan_years) return; // 0: not given
        problems.push_back(
            {where(key),
             geo::say("là {0}, cách năm gốc {1} hơn {2} năm", "is {0}, over {2} years from the base year {1}", year,
                      s.years.base, longest_plan_years),
             {"Xem lại năm này và years.base", "look at this year and at years.base"}});
    };
    near_base("world.census_year", s.world.census_year);
    if (s.world.population_raster_year != 0) near_base("world.population_raster_year", s.world.population_raster_year);
}

void check_budget(std::vector<double> const& budget, char const* key, Years const& years, WhereOf const& where,
                  geo::Problems& problems) {
    auto const wanted = static_cast<std::size_t>(std::max(years.planned(), 1));
    if (!all_given(years) || years.last < years.first || budget.empty() || budget.size() == 1 ||
        budget.size() == wanted)
        return;
    problems.push_back(
        {where(key),
         geo::say("có {} số; kế hoạch có {} năm", "has {} numbers; the plan has {} years", budget.size(), wanted),
         geo::say("Viết một số cho mọi năm, hoặc {} số", "write one number for all years, or {}", wanted)});
}

/// The name becomes a folder, on any system: plain characters only, and none of the names Windows keeps for itself.
bool folder_name(std::string const& name) {
    auto const plain = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-'; };
    std::string upper = name;
    for (auto& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    constexpr std::array kept{"CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "LPT1", "LPT2", "LPT3"};
    return !name.empty() && std::ranges::all_of(name, plain) && std::ranges::find(kept, upper) == kept.end();
}

bool epsg(std::string const& crs) {
    return crs.starts_with("EPSG:") && crs.size() > 5 && crs.size() <= 12 &&
           crs.find_first_not_of("0123456789", 5) == std::string::npos;
}

void check_texts(Scenario const& s, WhereOf const& where, geo::Problems& problems) {
    if (!folder_name(s.name))
        problems.push_back({where("name"),
                            {"không dùng làm tên thư mục được", "cannot be the name of a folder"},
                            {"Chỉ dùng chữ không dấu, chữ số, _ và -, ví dụ can_doi",
                             "use plain letters, digits, _ and - only, for example balanced"}});
    if (!epsg(s.world.crs))
        problems.push_back({where("world.crs"),
                            {"không phải mã EPSG", "is not an EPSG code"},
                            {"Viết ví dụ \"EPSG:32648\"", "write for example \"EPSG:32648\""}});
    else
        try {
            (void)geo::io::Crs(s.world.crs, where("world.crs"));
        } catch (geo::InputError const& e) {
            problems.insert(problems.end(), e.problems.begin(), e.problems.end());
        }
}

/// Facts about the region's mountains, without which no terrain can be made from spot heights.
void check_made_terrain(WorldFiles const& world, WhereOf const& where, geo::Problems& problems) {
    auto const need = [&](bool given, char const* key) {
        if (given) return;
        problems.push_back({where(key),
                            {"chưa có, mà địa hình phải dựng từ các điểm độ cao",
                             "is not given, and terrain is made from spot heights"},
                            {"Xem docs/formats.md, mục Relief; hoặc cho DEM thật ở world.terrain",
                             "see docs/formats.md, section Relief; or give a real DEM in world.terrain"}});
    };
    need(world.relief.given(), "world.relief");
    need(world.spot_error_m > 0, "world.spot_error_m");
    need(world.lowest_below_spots_m > 0, "world.lowest_below_spots_m");
    need(world.highest_above_spots_m > 0, "world.highest_above_spots_m");
    need(world.lift_m == 0 || world.lift_distance_m > 0, "world.lift_distance_m");
}

void check_world(WorldFiles const& world, WhereOf const& where, geo::Problems& problems) {
    if (world.terrain.empty() && world.spot_heights.given()) check_made_terrain(world, where, problems);
    if (world.terrain.empty() && !world.spot_heights.given())
        problems.push_back(
            {where("world.terrain"),
             {"không có tệp độ cao và cũng không có điểm độ cao", "there are no elevation files and no spot heights"},
             {"Cho biết world.terrain hoặc world.spot_heights", "give world.terrain or world.spot_heights"}});
}

/// Without subscriptions in the base year there is no service, hence no curve and nothing to check.
void check_service(Service const& service, std::string const& key, double people_growth, WhereOf const& where,
                   geo::Problems& problems) {
    if (service.base_per_100 == 0) return;
    if (service.base_per_100 >= 100 * service.ceiling_share)
        problems.push_back({where("adoption." + key + ".base_per_100"),
                            geo::say("là {} trên 100 dân, không dưới mức trần {} trên 100 dân",
                                     "is {} per 100 people, not under the ceiling of {} per 100", service.base_per_100,
                                     100 * service.ceiling_share),
                            geo::say("Mức trần là adoption.{}.ceiling_share, trên đầu người",
                                     "the ceiling is adoption.{}.ceiling_share, per person", key)});
    if (service.base_growth_share <= people_growth)
        problems.push_back({where("adoption." + key + ".base_growth_share"),
                            geo::say("là {}; phải lớn hơn mức tăng dân số world.people_growth_share_per_year = {}, nếu "
                                     "không thì không có đường cong tăng trưởng nào đi qua",
                                     "is {}; must be over the growth of people, world.people_growth_share_per_year = "
                                     "{}, otherwise no rising curve passes through it",
                                     service.base_growth_share, people_growth),
                            {"Cho mức tăng thuê bao của năm gốc (0.037 là 3,7 %)",
                             "give the growth of subscriptions during the base year (0.037 is 3.7 %)"}});
}

void check_adoption(Adoption const& adoption, double people_growth, WhereOf const& where, geo::Problems& problems) {
    check_service(adoption.mobile, "mobile", people_growth, where, problems);
    check_service(adoption.fixed, "fixed", people_growth, where, problems);
    check_service(adoption.paytv, "paytv", people_growth, where, problems);
    if (adoption.smartphone_share_base > adoption.smartphone_ceiling_share)
        problems.push_back({where("adoption.smartphone_share_base"),
                            {"đã vượt mức trần smartphone_ceiling_share", "is above smartphone_ceiling_share"},
                            {}});
}

void check_prices(Prices const& prices, WhereOf const& where, geo::Problems& problems) {
    if (prices.microwave_medium_km < prices.microwave_short_km)
        problems.push_back({where("prices.microwave_medium_km"),
                            geo::say("là {} km; ngắn hơn microwave_short_km, {} km",
                                     "is {} km; shorter than microwave_short_km, {} km", prices.microwave_medium_km,
                                     prices.microwave_short_km),
                            {"Đổi một trong hai", "change one of them"}});
}

void check_operators(Rollout const& rollout, WhereOf const& where, geo::Problems& problems) {
    constexpr double rounding = 1e-9;
    auto names = codes_by_comma(rollout.operator_names);
    auto const& shares = rollout.operator_shares;
    if (names.size() != shares.size())
        problems.push_back(
            {where("rollout.operator_shares"),
             geo::say("có {} số cho {} nhà mạng", "has {} numbers for {} operators", shares.size(), names.size()),
             {"Ghi cho mỗi tên trong rollout.operator_names một số",
              "give one number for each name in rollout.operator_names"}});
    double const sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    if (!shares.empty() && std::abs(sum - 1) > rounding)
        problems.push_back({where("rollout.operator_shares"),
                            geo::say("cộng lại bằng {}, không phải 1", "add up to {}, not 1", sum),
                            {"Đổi các số để tổng bằng 1", "change them so that their sum is 1"}});
    std::ranges::sort(names);
    if (auto const twice = std::ranges::adjacent_find(names); twice != names.end())
        problems.push_back({where("rollout.operator_names"),
                            geo::say("nêu “{}” hai lần", "names “{}” twice", *twice),
                            {"Bỏ một tên", "leave one out"}});
}

void check_rollout(Rollout const& rollout, WhereOf const& where, geo::Problems& problems) {
    if (rollout.policy == Policy::fibre_first && !rollout.fibre_to_villages)
        problems.push_back(
            {where("rollout.policy"),
             {"ưu tiên cáp quang nhưng fibre_to_villages = false", "puts fibre first, but fibre_to_villages is false"},
             {"Đổi một trong hai", "change one of them"}});
    check_operators(rollout, where, problems);
    bool const by_places = rollout.policy == Policy::priority_places || rollout.policy == Policy::fixed_order;
    if (by_places && rollout.priority_places.empty())
        problems.push_back({where("rollout.policy"),
                            {"cần biết nơi nào trước, mà priority_places bỏ trống",
                             "needs to know which places come first, but priority_places is empty"},
                            {"Ghi mã các xã, thôn vào rollout.priority_places",
                             "give codes of communes or villages in rollout.priority_places"}});
}

} // namespace

geo::Problems check_together(Scenario const& s, WhereOf const& where) {
    geo::Problems problems;
    check_texts(s, where, problems);
    check_years(s.years, where, problems);
    check_world(s.world, where, problems);
    check_people_years(s, where, problems);
    check_radio(s, where, problems);
    check_network(s, where, problems);
    check_budget(s.rollout.operator_budget_bn_vnd, "rollout.operator_budget_bn_vnd", s.years, where, problems);
    check_budget(s.rollout.public_budget_bn_vnd, "rollout.public_budget_bn_vnd", s.years, where, problems);
    check_microwave(s.microwave, where, problems);
    check_power(s.power, where, problems);
    check_prices(s.prices, where, problems);
    check_rollout(s.rollout, where, problems);
    check_adoption(s.adoption, s.world.people_growth_share_per_year, where, problems);
    return problems;
}

} // namespace phusong

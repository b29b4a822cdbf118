#include "sim/targets/rules.h"
#include <algorithm>
#include <cmath>

namespace phusong {

bool has_institutions(World const& world, std::string_view kind) {
    return std::ranges::find(world.institutions, kind, &Institution::kind) != world.institutions.end();
}

namespace {

/// On a network at the end of the year: on the dedicated network already, or fibre has since come to its village.
bool connected(Evidence const& e, Institution const& institution, int year) {
    if (institution.connected) return true;
    auto const v = nearest_village(e, institution.commune, institution.xy);
    if (v == e.world.villages.size()) return false;
    return e.village_fibre[at(year)][v] && !e.village_fibre[0][v];
}

double percent_connected(Evidence const& e, int year, std::string_view kind) {
    int of_kind = 0, on_network = 0;
    for (auto const& institution : e.world.institutions) {
        if (institution.kind != kind) continue;
        ++of_kind;
        if (connected(e, institution, year)) ++on_network;
    }
    return percent(on_network, of_kind);
}
/// Fibre in the village, or 4G or 5G signal there: a counter can work online, on the dedicated network or not.
double percent_near_network(Evidence const& e, int year, std::string_view kind) {
    int of_kind = 0, near = 0;
    for (auto const& institution : e.world.institutions) {
        if (institution.kind != kind) continue;
        ++of_kind;
        auto const v = nearest_village(e, institution.commune, institution.xy);
        if (v == e.world.villages.size()) continue;
        bool const signal = e.villages[at(year)][v].broadband_state != SignalState::none;
        near += signal || e.village_fibre[at(year)][v] ? 1 : 0;
    }
    return percent(near, of_kind);
}
double government_connected(Evidence const& e, int year) { return percent_connected(e, year, "government"); }
/// Second ways are planned for the last year only, and for the kinds that the scenario names. Mean over those of which
/// `of` knows something.
double second_access(Evidence const& e, int year, std::string_view kind, double (*of)(SecondAccess const&)) {
    if (!e.second_access || year != e.scenario.years.count() - 1) return unknown;
    double sum = 0;
    int count = 0;
    for (auto const& access : *e.second_access) {
        double const share = of(access);
        if (e.world.institutions.at(access.institution).kind != kind || std::isnan(share)) continue;
        sum += share;
        ++count;
    }
    return percent(sum, count);
}
double government_apart(Evidence const& e, int year) {
    return second_access(e, year, "government", [](SecondAccess const& a) { return a.apart ? 1.0 : 0.0; });
}
/// Of a unit that no two ways lead to, not even the first one is known.
double government_availability(Evidence const& e, int year) {
    return second_access(e, year, "government", [](SecondAccess const& a) {
        return a.availability_share > 0 ? a.availability_share : unknown;
    });
}
double posts_connected(Evidence const& e, int year) { return percent_near_network(e, year, "post"); }
double one_stop_connected(Evidence const& e, int year) { return percent_connected(e, year, "one_stop"); }
double government_units(Evidence const& e, int year) {
    if (!has_institutions(e.world, "government")) return unknown;
    return count_if_index(e.world.institutions.size(), [&](std::size_t i) {
        auto const& institution = e.world.institutions[i];
        return institution.kind == "government" && connected(e, institution, year);
    });
}
double postal_points(Evidence const& e, int /*year*/) {
    if (!has_institutions(e.world, "post")) return unknown;
    return count_if_index(e.world.institutions.size(),
                          [&](std::size_t i) { return e.world.institutions[i].kind == "post"; });
}

double online_service_reach(Evidence const& e, int year) {
    double able = 0;
    for (std::size_t c = 0; c < e.world.communes.size(); ++c)
        able += std::min(e.subscribers.people[at(year)][c], e.subscribers.smartphone_users[at(year)][c]) *
                e.scenario.adoption.online_skill_share;
    return percent(able, e.subscribers.total_people(year));
}

double events_reach(Evidence const& e, int year) {
    return percent_of_people(e.world, [&](std::size_t v) {
        if (e.village_fibre[at(year)][v]) return 1.0;
        return *std::ranges::max_element(e.villages[at(year)][v].people_share);
    });
}

} // namespace

std::vector<Indicator> public_indicators() {
    return {
        {"government_units_connected",
         "%",
         {"Tỷ lệ cơ quan nhà nước trên mạng truyền số liệu chuyên dùng: đã kết nối ở năm gốc, hoặc cáp quang đã đến "
          "thôn.",
          "Share of government units on the dedicated data network: connected in the base year, or fibre has since "
          "come "
          "to their village."},
         government_connected},
        {"government_units_connected_count",
         "units",
         {"Số cơ quan nhà nước trên mạng truyền số liệu chuyên dùng.",
          "Government units on the dedicated data network."},
         government_units},
        {"government_units_with_second_path",
         "%",
         {"Tỷ lệ cơ quan nhà nước có đường cáp thứ hai không chung đoạn nào (hoặc nút nào) với đường thứ nhất, năm "
          "cuối; "
          "chưa biết khi kịch bản không tính đường thứ hai cho cơ quan (fibre.second_path).",
          "Share of government units with a second way that shares no stretch (or node) with the first, last year; "
          "unknown unless the scenario plans second ways for them (fibre.second_path)."},
         government_apart},
        {"government_network_availability",
         "%",
         {"Độ sẵn sàng trung bình của đường truyền cơ quan nhà nước, hai đường song song và mỗi đường là các chặng nối "
          "tiếp, năm cuối.",
          "Mean availability of government units' links, two ways in parallel and each way's stretches in series, last "
          "year."},
         government_availability},
        {"postal_points_online",
         "%",
         {"Tỷ lệ điểm bưu chính làm việc trực tuyến được: thôn có cáp quang, hoặc có sóng 4G, 5G.",
          "Share of postal points that can work online: fibre in the village, or 4G or 5G signal."},
         posts_connected},
        {"one_stop_offices_connected",
         "%",
         {"Tỷ lệ bộ phận một cửa có kết nối, cùng quy tắc như cơ quan nhà nước.",
          "Share of one-stop offices connected, by the rule for government units."},
         one_stop_connected},
        {"postal_points",
         "points",
         {"Số điểm phục vụ bưu chính (kế hoạch không mở thêm điểm nào).",
          "Postal service points (the plan opens none)."},
         postal_points},
        {"online_service_reach",
         "%",
         {"Tỷ lệ dân dùng được dịch vụ công trực tuyến: người dùng điện thoại thông minh nơi có 4G, 5G × kỹ năng số.",
          "Share of people who can use online public services: smartphone users where 4G or 5G reaches × digital "
          "skill."},
         online_service_reach,
         true},
        {"events_communication_reach",
         "%",
         {"Tỷ lệ dân nhận được thông tin số về các sự kiện chính trị: có sóng di động hoặc thôn có cáp quang.",
          "Share of people whom digital communication of political events reaches: mobile signal, or fibre in the "
          "village."},
         events_reach},
    };
}

} // namespace phusong

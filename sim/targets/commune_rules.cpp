#include "sim/targets/rules.h"
#include <algorithm>
#include <limits>

namespace phusong {

std::vector<std::vector<std::uint32_t>> villages_of_communes(World const& world) {
    std::vector<std::vector<std::uint32_t>> list(world.communes.size());
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) list.at(world.villages[v].commune.value).push_back(v);
    return list;
}

std::size_t nearest_village(Evidence const& evidence, CommuneId commune, geo::XY place) {
    auto const& villages = evidence.world.villages;
    std::size_t nearest = villages.size();
    double shortest_m = std::numeric_limits<double>::infinity();
    for (auto v : evidence.villages_of[commune.value]) {
        double const d = geo::distance_m(villages[v].xy, place);
        if (d < shortest_m) {
            shortest_m = d;
            nearest = v;
        }
    }
    return nearest;
}

namespace {

constexpr auto criterion_8_indicator = "communes_meeting_rural_criterion_8";

CommuneId commune_id(std::size_t c) { return CommuneId{static_cast<std::uint32_t>(c)}; }

bool has_node(World const& world, std::size_t c) {
    for (auto const& node : world.fibre_nodes)
        if (node.commune == commune_id(c)) return true;
    return false;
}

/// Whether `holds(village)` is true of the village nearest to the seat; false without villages.
template <class Holds> bool at_centre(Evidence const& e, std::size_t c, Holds holds) {
    auto const v = nearest_village(e, commune_id(c), e.world.communes[c].seat);
    return v != e.world.villages.size() && holds(v);
}

bool with_signal(Evidence const& e, int year, std::size_t c) {
    return at_centre(e, c, [&](std::size_t v) { return e.villages[at(year)][v].state != SignalState::none; });
}
bool with_fibre(Evidence const& e, int year, std::size_t c) {
    return has_node(e.world, c) || at_centre(e, c, [&](std::size_t v) { return e.village_fibre[at(year)][v]; });
}
bool with_internet(Evidence const& e, int year, std::size_t c) {
    return with_fibre(e, year, c) ||
           at_centre(e, c, [&](std::size_t v) { return e.villages[at(year)][v].broadband_state != SignalState::none; });
}
bool with_post(Evidence const& e, int /*year*/, std::size_t c) {
    for (auto const& institution : e.world.institutions)
        if (institution.kind == "post" && institution.commune == commune_id(c)) return true;
    return false;
}

/// Whether something holds of every village of the commune.
template <class Holds> bool in_every_village(Evidence const& e, std::size_t c, Holds holds) {
    return std::ranges::all_of(e.villages_of[c], holds);
}
/// 8.2: Internet (4G, 5G or fibre) in every village.
bool internet_everywhere(Evidence const& e, int year, std::size_t c) {
    return in_every_village(e, c, [&](std::size_t v) {
        return e.villages[at(year)][v].broadband_state == SignalState::good || e.village_fibre[at(year)][v];
    });
}
/// 8.3: in every village the good mobile signal that a loudspeaker over IP needs.
bool loudspeakers_everywhere(Evidence const& e, int year, std::size_t c) {
    return in_every_village(e, c, [&](std::size_t v) { return e.villages[at(year)][v].state == SignalState::good; });
}

/// 8.4: a government unit of the commune is connected (base year; the plan adds none).
bool with_connected_office(Evidence const& e, int /*year*/, std::size_t c) {
    for (auto const& institution : e.world.institutions)
        if (institution.kind == "government" && institution.commune == commune_id(c) && institution.connected)
            return true;
    return false;
}

bool every_village_served(Evidence const& e, int year, std::size_t c) {
    return internet_everywhere(e, year, c) && loudspeakers_everywhere(e, year, c);
}

/// The base year is what was certified. A commune whose villages were all served then and which was not certified lacks
/// something that no plan here brings (loudspeakers, office work), so only communes whose last gap closes later are
/// added.
bool meets_criterion_8(Evidence const& e, int year, std::size_t c) {
    if (e.world.communes[c].met_rural_criterion_8) return true;
    if (every_village_served(e, 0, c)) return false;
    return with_post(e, year, c) && with_connected_office(e, year, c) && every_village_served(e, year, c);
}

bool knows_posts_and_offices(World const& world) {
    return has_institutions(world, "post") && has_institutions(world, "government");
}

template <bool (*holds)(Evidence const&, int, std::size_t)> double communes_that(Evidence const& e, int year) {
    return count_if_index(e.world.communes.size(), [&](std::size_t c) { return holds(e, year, c); });
}

double communes_with_post(Evidence const& e, int year) {
    return has_institutions(e.world, "post") ? communes_that<with_post>(e, year) : unknown;
}

double communes_with_connected_office(Evidence const& e, int year) {
    return has_institutions(e.world, "government") ? communes_that<with_connected_office>(e, year) : unknown;
}

/// Villages whose loudspeakers can be fed over the network: good mobile signal, or fibre.
double villages_for_loudspeakers(Evidence const& e, int year) {
    auto const n = e.world.villages.size();
    return percent(count_if_index(n,
                                  [&](std::size_t v) {
                                      return e.villages[at(year)][v].state == SignalState::good ||
                                             e.village_fibre[at(year)][v];
                                  }),
                   static_cast<double>(n));
}

/// The base year stands in the table of communes; whether a commune is added later depends on its post and office.
double communes_meeting_rural_criterion_8(Evidence const& e, int year) {
    return year == 0 || knows_posts_and_offices(e.world) ? communes_that<meets_criterion_8>(e, year) : unknown;
}

} // namespace

std::optional<bool> meets_rural_criterion_8(Evidence const& e, int year, CommuneId commune) {
    std::size_t const c = commune.value;
    if (meets_criterion_8(e, year, c)) return true;
    bool const may_hang_on_them = !every_village_served(e, 0, c) && every_village_served(e, year, c);
    if (may_hang_on_them && !knows_posts_and_offices(e.world)) return std::nullopt;
    return false;
}

Criterion8Count criterion_8_count(Evidence const& e, int year) {
    Criterion8Count count;
    for (std::size_t c = 0; c < e.world.communes.size(); ++c) {
        if (e.world.communes[c].met_rural_criterion_8)
            ++count.certified;
        else if (meets_criterion_8(e, year, c))
            ++count.by_plan;
        else
            ++(every_village_served(e, 0, c) ? count.lacking_other : count.unserved);
    }
    return count;
}

std::optional<geo::Message> figure_in_parts(GoalResult const& result, Evidence const& e) {
    int const year_index = result.goal.year - e.scenario.years.base;
    if (result.goal.indicator != criterion_8_indicator || !result.known() || year_index <= 0) return std::nullopt;
    auto const n = criterion_8_count(e, year_index);
    return geo::say(
        "{0} = {1} xã đã được công nhận ở năm gốc (số công bố) + {2} xã mà đến năm {5} thôn cuối cùng mới có sóng và "
        "Internet. Không tính: {3} xã mà từ năm gốc mọi thôn đã có sóng và Internet nhưng chưa được công nhận, vì còn "
        "thiếu điều mà kế hoạch này không đem lại (loa, công việc của xã), hay là phường, thị trấn ngoài chương trình; "
        "{4} xã còn thôn chưa đủ, hoặc bưu điện hay bộ phận một cửa chưa được nối.",
        "{0} = {1} communes certified in the base year (as published) + {2} whose last village gets signal and "
        "Internet "
        "by {5}. Not counted: {3} in which every village had both in the base year and which were not certified, so "
        "they "
        "lack something that this plan does not bring (loudspeakers, work of the commune) or are wards and townships, "
        "outside the programme; {4} in which some village "
        "still lacks one, or a postal point or one-stop office does.",
        n.certified + n.by_plan, n.certified, n.by_plan, n.lacking_other, n.unserved,
        e.scenario.years.base + year_index);
}

std::vector<Indicator> commune_indicators() {
    return {
        {"communes_with_signal",
         "communes",
         {"Số xã, phường, thị trấn có sóng di động ở trung tâm (thôn gần trụ sở nhất).",
          "Communes with mobile signal at the centre (the village nearest to the seat)."},
         communes_that<with_signal>},
        {"communes_with_internet",
         "communes",
         {"Số xã có Internet ở trung tâm: cáp quang hoặc sóng 4G, 5G.",
          "Communes with Internet at the centre: fibre, or 4G or 5G signal."},
         communes_that<with_internet>},
        {"communes_with_fibre",
         "communes",
         {"Số xã có cáp quang: có nút cáp quang trong xã hoặc cáp đến thôn trung tâm.",
          "Communes with fibre: a fibre node in the commune, or fibre to the central village."},
         communes_that<with_fibre>},
        {"communes_with_postal_point",
         "communes",
         {"Số xã có điểm phục vụ bưu chính.", "Communes with a postal service point."},
         communes_with_post},
        {"communes_meeting_criterion_8_2",
         "communes",
         {"Số xã có điều kiện của tiêu chí 8.2: mọi thôn có Internet (sóng 4G, 5G tốt hoặc cáp quang).",
          "Communes with what criterion 8.2 needs: Internet in every village (good 4G or 5G signal, or fibre)."},
         communes_that<internet_everywhere>},
        {"communes_meeting_criterion_8_3",
         "communes",
         {"Số xã có điều kiện của tiêu chí 8.3: mọi thôn có sóng di động tốt cho loa truyền thanh qua mạng.",
          "Communes with what criterion 8.3 needs: in every village good mobile signal for loudspeakers over IP."},
         communes_that<loudspeakers_everywhere>},
        {"communes_meeting_criterion_8_4",
         "communes",
         {"Số xã có điều kiện của tiêu chí 8.4: có cơ quan đã kết nối mạng ở năm gốc (kế hoạch không thêm cơ quan "
          "nào).",
          "Communes with what criterion 8.4 needs: an office connected in the base year (the plan adds none)."},
         communes_with_connected_office},
        {"villages_for_loudspeakers",
         "%",
         {"Tỷ lệ thôn mà loa truyền thanh xã phát được qua mạng: có sóng di động tốt hoặc cáp quang.",
          "Share of villages whose loudspeakers can be fed over the network: good mobile signal, or fibre."},
         villages_for_loudspeakers},
        {criterion_8_indicator,
         "communes",
         {"Số xã đạt tiêu chí 8 nông thôn mới: xã đã đạt ở năm gốc, và xã có điểm bưu chính, cơ quan đã kết nối mà từ "
          "sau "
          "năm gốc mọi thôn mới đều có sóng tốt và Internet.",
          "Communes meeting New Rural criterion 8: those of the base year, and those with a postal point and a "
          "connected "
          "office in which, only since the base year, every village has good signal and Internet."},
         communes_meeting_rural_criterion_8},
    };
}

} // namespace phusong

#include "sim/study/commune_values.h"
#include "sim/output/commune_year.h"
#include "sim/output/csv_text.h"
#include <array>
#include <fmt/format.h>

namespace phusong::study {
namespace {

double share_of_villages(CommuneYear const& c, int some) { return some / static_cast<double>(c.villages); }

} // namespace

std::span<CommuneIndicator const> commune_indicators() {
    static std::array const list{
        CommuneIndicator{"mobile_per_100",
                         "per 100",
                         {"Thuê bao di động trên 100 dân", "Mobile subscribers per 100 people"},
                         3,
                         [](CommuneYear const& c) { return c.per_100(ServiceKind::mobile); }},
        CommuneIndicator{"fixed_per_100",
                         "per 100",
                         {"Thuê bao Internet cố định trên 100 dân", "Fixed Internet subscribers per 100 people"},
                         3,
                         [](CommuneYear const& c) { return c.per_100(ServiceKind::fixed); }},
        CommuneIndicator{"signal_share",
                         "1",
                         {"Tỷ lệ dân có sóng tốt", "Share of people with good signal"},
                         5,
                         [](CommuneYear const& c) { return c.people_with_signal / c.people; }},
        CommuneIndicator{"broadband_share",
                         "1",
                         {"Tỷ lệ dân có 4G, 5G tốt", "Share of people with good 4G or 5G"},
                         5,
                         [](CommuneYear const& c) { return c.people_with_broadband / c.people; }},
        CommuneIndicator{"villages_good_share",
                         "1",
                         {"Tỷ lệ thôn có sóng tốt", "Share of villages with good signal"},
                         5,
                         [](CommuneYear const& c) { return share_of_villages(c, c.villages_good); }},
        CommuneIndicator{"villages_fibre_share",
                         "1",
                         {"Tỷ lệ thôn có cáp quang", "Share of villages with fibre"},
                         5,
                         [](CommuneYear const& c) { return share_of_villages(c, c.villages_fibre); }}};
    return list;
}

std::string commune_text(World const& world, Outcome const& outcome) {
    std::string text;
    for (auto const& commune : commune_years(world, outcome, outcome.villages.size() - 1))
        for (auto const& one : commune_indicators())
            text += fmt::format("{}{}", text.empty() ? "" : " ", rounded(one.value(commune), one.decimals));
    return text;
}

} // namespace phusong::study

#pragma once
#include "sim/targets/targets.h"
#include <limits>
#include <string_view>
#include <vector>

namespace phusong {

/// The rules behind indicators(), by what they look at. A percent is a number in [0, 100] here, because that is what
/// the targets table and the reports hold.
[[nodiscard]] std::vector<Indicator> signal_indicators();     ///< villages and people by signal and fibre
[[nodiscard]] std::vector<Indicator> commune_indicators();    ///< commune centres, New Rural criterion 8
[[nodiscard]] std::vector<Indicator> subscriber_indicators(); ///< users of the three services, smartphones
[[nodiscard]] std::vector<Indicator> public_indicators();     ///< institutions, online services, communication

/// The village of `commune` nearest to `place`; villages.size() when the commune has none. Ties: the lower number.
[[nodiscard]] std::size_t nearest_village(Evidence const& evidence, CommuneId commune, geo::XY place);

/// The table of institutions holds at least one of the kind. Without, nothing is known of them.
[[nodiscard]] bool has_institutions(World const& world, std::string_view kind);

inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

[[nodiscard]] inline std::size_t at(int year_index) { return static_cast<std::size_t>(year_index); }

[[nodiscard]] inline double percent(double part, double whole) { return whole > 0 ? 100 * part / whole : unknown; }

/// Percent of people reached, `people_share(v)` of each village's; growth is the same everywhere, so it cancels.
template <class PeopleShare> [[nodiscard]] double percent_of_people(World const& world, PeopleShare people_share) {
    double reached = 0, all = 0;
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        reached += world.villages[v].people * people_share(v);
        all += world.villages[v].people;
    }
    return percent(reached, all);
}

template <class Holds> [[nodiscard]] int count_if_index(std::size_t size, Holds holds) {
    int n = 0;
    for (std::size_t i = 0; i < size; ++i) n += holds(i) ? 1 : 0;
    return n;
}

} // namespace phusong

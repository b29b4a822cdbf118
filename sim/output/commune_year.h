#pragma once
#include "sim/run/outcome.h"
#include "sim/world/world.h"
#include <vector>

namespace phusong {

/// One commune, or the whole province, at the end of one year. People and subscribers are counts.
struct CommuneYear {
    double people = 0, people_with_signal = 0, people_with_broadband = 0, people_with_fibre = 0;
    int villages = 0, villages_good = 0, villages_weak = 0, villages_none = 0, villages_fibre = 0;
    std::array<double, service_count> subscribers{}, without_plan{}; ///< as planned; had nothing been built
    double smartphone_users = 0;
    [[nodiscard]] double per_100(ServiceKind service) const { return 100 * subscribers[index(service)] / people; }
    [[nodiscard]] double per_100_without_plan(ServiceKind service) const {
        return 100 * without_plan[index(service)] / people;
    }
};

/// Shapes: [commune]. `year_index` counts from the base year. Shares of villages are weighed by their people and
/// applied to the commune's people of that year.
[[nodiscard]] std::vector<CommuneYear> commune_years(World const& world, Outcome const& outcome,
                                                     std::size_t year_index);

[[nodiscard]] CommuneYear province(std::vector<CommuneYear> const& communes);

/// Of one commune: people, and those of them with 4G or 5G.
struct ServedPeople {
    double people = 0, with = 0;
};
/// Share of people with 4G or 5G in the communes that are served worst, as many as hold a tenth of all communes; NaN
/// where nobody lives there.
[[nodiscard]] double worst_tenth_share(std::vector<ServedPeople> communes);

/// People of the communes of one year as whole numbers, each kind adding up to the province's number, and in no commune
/// more people with signal than people, or with broadband than with signal.
struct WholePeople {
    std::vector<std::int64_t> people, with_signal, with_broadband, with_fibre; ///< [commune]
};
[[nodiscard]] WholePeople whole_people(std::vector<CommuneYear> const& communes);

} // namespace phusong

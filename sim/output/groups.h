#pragma once
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace phusong {

/// Ways to add communes up: the whole province, districts, and every division that the scenario names.
struct Grouping {
    std::string name; ///< "province", "district", or the division's
    std::vector<Division::Unit> units;
};
[[nodiscard]] std::vector<Grouping> groupings(World const& world);

/// One unit at the end of one year. Money is of the projects built in that year for villages of the unit.
struct UnitYear {
    std::int64_t people = 0, with_signal = 0, with_broadband = 0, with_fibre = 0;
    std::int64_t villages_good = 0, villages_weak = 0, villages_none = 0, villages_fibre = 0;
    std::array<double, service_count> subscribers{};
    std::int64_t projects = 0, operators_capex_vnd = 0, public_capex_vnd = 0;
    [[nodiscard]] std::int64_t villages() const { return villages_good + villages_weak + villages_none; }
    [[nodiscard]] std::int64_t capex_vnd() const { return operators_capex_vnd + public_capex_vnd; }
};

/// Shapes: [unit]. What a commune has is shared out among its units in whole people, villages, projects and VND
/// (largest remainder), so every grouping adds up to the province exactly; in no unit have more people signal than live
/// there.
[[nodiscard]] std::vector<UnitYear> unit_years(Grouping const& grouping, World const& world, Scenario const& scenario,
                                               Outcome const& outcome, std::size_t year_index);

/// tables/groups.csv: a row per grouping, unit and year.
[[nodiscard]] std::string groups_csv(World const& world, Scenario const& scenario, Outcome const& outcome);

} // namespace phusong

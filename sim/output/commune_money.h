#pragma once
#include "sim/run/outcome.h"
#include <string>
#include <vector>

namespace phusong {

/// What the plan's projects for one commune's villages cost and bring, present values at the year of building over the
/// horizon, VND of the price year.
struct CommuneMoney {
    int projects = 0;
    double capex_vnd = 0, opex_vnd = 0, replacement_vnd = 0, revenue_vnd = 0, net_revenue_vnd = 0, npv_vnd = 0;
    double signal_vnd = 0; ///< of lifetime_vnd, what brings mobile signal: all but lines to homes
    /// The commune as one case: viable; revenue covers the running cost but not the investment; or not even that.
    Viability viability = Viability::viable;
    double one_off_subsidy_vnd = 0, yearly_subsidy_vnd = 0;
    double new_people = 0, extra_subscribers = 0; ///< with signal since the base year; over what came without the plan
    int new_villages = 0;                         ///< with good signal since the base year
    [[nodiscard]] double lifetime_vnd() const { return capex_vnd + opex_vnd + replacement_vnd; }
    /// What would make the market build here.
    [[nodiscard]] double flip_subsidy_vnd() const { return npv_vnd < 0 ? -npv_vnd : 0; }
};

/// Shape: [commune].
[[nodiscard]] std::vector<CommuneMoney> commune_money(World const& world, Scenario const& scenario,
                                                      Outcome const& outcome);
/// A row for the province, then one for each commune with projects; with what surpluses of communes could pay of the
/// deficits of others.
[[nodiscard]] std::string commune_money_csv(World const& world, Scenario const& scenario, Outcome const& outcome);

/// The plan's new sites under every way of sharing: none; passive (mast, works, rent, power); active (radio equipment
/// too); a neutral host that builds, shared actively, and takes rent with its margin.
[[nodiscard]] std::string sharing_csv(World const& world, Scenario const& scenario, Outcome const& outcome);

} // namespace phusong

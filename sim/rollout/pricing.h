#pragma once
#include "sim/finance/finance.h"
#include "sim/rollout/rollout.h"

namespace phusong {

// All costs are in whole VND.

/// A new site with its backhaul, and solar power when `solar`: then it has solar power for the whole horizon and buys
/// no energy from the grid, even if that comes later. Solar power is for places far off as it is, and not shared.
/// Shared sites cost less by `shared_saving_share`, in price and opex; a remote site (in a commune, not a ward or
/// township) has `remote_opex_extra_share` more opex; technologies beyond 2G–4G are bought extra.
[[nodiscard]] ProjectCost new_site_cost(Scenario const& scenario, Candidate const& site, bool remote);

/// A small site with its link; solar power is in its price, and it buys no energy. Its opex is the same share of its
/// price as a site's; shared and remote as those.
[[nodiscard]] ProjectCost relay_cost(Scenario const& scenario, Candidate const& relay, bool remote);

/// Technologies added to a standing site: its mast, power and backhaul are there.
[[nodiscard]] ProjectCost added_technology_cost(Scenario const& scenario, Candidate const& site, bool remote);

/// Fibre along the road to a village, with a drop and terminal for each home that will have connected by the end of the
/// horizon: as many as if it were built in the last planned year, so that no year is short of money for them.
[[nodiscard]] ProjectCost fibre_village_cost(Scenario const& scenario, Candidate const& fibre, double homes);
/// Fixed wireless: an outdoor terminal for each such home. The site that it hears is there, with its opex.
[[nodiscard]] ProjectCost fixed_wireless_cost(Scenario const& scenario, double homes);
[[nodiscard]] double homes_expected(World const& world, Scenario const& scenario, Village const& village,
                                    TakeUpCurve const& fixed);

/// Of any candidate, with the prices of its own link as they are.
[[nodiscard]] ProjectCost cost_of(Candidate const& candidate, World const& world, Scenario const& scenario,
                                  std::array<TakeUpCurve, service_count> const& curves);

} // namespace phusong

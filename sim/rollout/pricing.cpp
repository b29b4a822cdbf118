#include "sim/rollout/pricing.h"
#include "sim/network/site_power.h"
#include <algorithm>

namespace phusong {
namespace {

/// Of the price and opex of a site, when operators share it or not.
double paid_share(Scenario const& scenario) {
    return scenario.rollout.share_sites ? 1 - scenario.prices.shared_saving_share : 1;
}

/// Opex there over opex in a town.
double remote_factor(Prices const& prices, bool remote) { return remote ? 1 + prices.remote_opex_extra_share : 1; }

} // namespace

ProjectCost new_site_cost(Scenario const& scenario, Candidate const& site, bool remote) {
    auto const& prices = scenario.prices;
    double const shared = paid_share(scenario);
    double const grid_vnd_per_year = site.solar ? 0 : prices.site_energy_vnd_per_year;
    double const solar_vnd_per_year = site.solar ? solar_vnd(scenario) * prices.solar_opex_share_per_year : 0;
    double const site_opex = prices.site_vnd * prices.site_opex_share_per_year + grid_vnd_per_year;
    return in_whole_vnd({.site_vnd = prices.site_vnd * shared,
                         .technology_vnd = site.technologies.has(Technology::g5) ? prices.technology_vnd : 0,
                         .power_vnd = site.solar ? solar_vnd(scenario) : 0,
                         .backhaul_vnd = site.link.capex_vnd,
                         .access_vnd = 0,
                         .opex_vnd_per_year = site_opex * (shared * remote_factor(prices, remote)) +
                                              solar_vnd_per_year + site.link.opex_vnd_per_year});
}

ProjectCost relay_cost(Scenario const& scenario, Candidate const& relay, bool remote) {
    auto const& prices = scenario.prices;
    double const paid = prices.relay_vnd * paid_share(scenario);
    return in_whole_vnd({.site_vnd = paid,
                         .technology_vnd = 0,
                         .power_vnd = 0,
                         .backhaul_vnd = relay.link.capex_vnd,
                         .access_vnd = 0,
                         .opex_vnd_per_year = paid * prices.site_opex_share_per_year * remote_factor(prices, remote) +
                                              relay.link.opex_vnd_per_year});
}

ProjectCost added_technology_cost(Scenario const& scenario, Candidate const& site, bool remote) {
    auto const& prices = scenario.prices;
    double const price = prices.technology_vnd * site.technologies.count();
    return in_whole_vnd({.site_vnd = 0,
                         .technology_vnd = price,
                         .power_vnd = 0,
                         .backhaul_vnd = 0,
                         .access_vnd = 0,
                         .opex_vnd_per_year = price * prices.site_opex_share_per_year * remote_factor(prices, remote)});
}

ProjectCost fibre_village_cost(Scenario const& scenario, Candidate const& fibre, double homes) {
    return in_whole_vnd({.site_vnd = 0,
                         .technology_vnd = 0,
                         .power_vnd = 0,
                         .backhaul_vnd = fibre.link.capex_vnd,
                         .access_vnd = scenario.prices.fibre_home_vnd * homes,
                         .opex_vnd_per_year = fibre.link.opex_vnd_per_year});
}

ProjectCost fixed_wireless_cost(Scenario const& scenario, double homes) {
    return in_whole_vnd({.site_vnd = 0,
                         .technology_vnd = 0,
                         .power_vnd = 0,
                         .backhaul_vnd = 0,
                         .access_vnd = scenario.prices.fixed_wireless_home_vnd * homes,
                         .opex_vnd_per_year = 0});
}

double homes_expected(World const& world, Scenario const& scenario, Village const& village, TakeUpCurve const& fixed) {
    auto const& years = scenario.years;
    double const growth = world.growth_since_census(years.last);
    int const last_age = scenario.finance.horizon_years - 1;
    double const take_up = fixed.take_up_new(years.last - years.base + last_age, last_age);
    double const lines = village.people * fixed.ceiling_share * take_up;
    return growth * std::min(village.households, lines);
}

ProjectCost cost_of(Candidate const& candidate, World const& world, Scenario const& scenario,
                    std::array<TakeUpCurve, service_count> const& curves) {
    bool const remote = world.communes[candidate.commune.value].kind == "commune";
    switch (candidate.kind) {
    case ProjectKind::new_site:
        return new_site_cost(scenario, candidate, remote);
    case ProjectKind::add_technology:
        return added_technology_cost(scenario, candidate, remote);
    case ProjectKind::relay:
        return relay_cost(scenario, candidate, remote);
    case ProjectKind::fibre_village:
    case ProjectKind::fixed_wireless:
        break;
    }
    auto const& village = world.villages[candidate.village.value];
    double const homes = homes_expected(world, scenario, village, curves[index(ServiceKind::fixed)]);
    return candidate.kind == ProjectKind::fibre_village
               ? fibre_village_cost(scenario, candidate, homes)
               : fixed_wireless_cost(scenario, homes * candidate.fixed_line_share);
}

} // namespace phusong

#include "sim/rollout/pricing.h"
#include <algorithm>

namespace phusong {
namespace {

/// What is surveyed, and what was priced so far.
struct Pricer {
    Survey const& surveyed;
    World const& world;
    Scenario const& scenario;
    std::array<TakeUpCurve, service_count> const& curves;
    Candidates found = {};

    LinkOptions priced(LinkOptions links) const {
        for (auto* link : {&links.fibre, &links.microwave, &links.vsat}) *link = priced_by(std::move(*link), scenario);
        return links;
    }
    void add_new_site(Candidate site, LinkOptions const& links);
    void add_new_sites();
    void add_technologies();
    void add_fibre();
};

void Pricer::add_new_site(Candidate site, LinkOptions const& links) {
    site.link = links.preferred(annuity_due_factor(scenario.finance.discount_rate, scenario.finance.horizon_years));
    if (site.link.kind == LinkKind::none) {
        if (links.no_line_of_sight) found.blocked_by_line_of_sight[site.village.value] = true;
        if (links.fibre_too_far) found.blocked_by_fibre_length[site.village.value] = true;
        return;
    }
    int const first = scenario.years.first;
    site.grid_year = world.villages[site.village.value].grid_power_year;
    site.earliest_year = std::max(first, site.grid_year);
    site.cost = cost_of(site, world, scenario, curves);
    if (site.earliest_year <= scenario.years.last || !scenario.rollout.pay_solar) found.list.push_back(site);
    if (site.grid_year > first && scenario.rollout.pay_solar) {
        site.solar = true;
        site.earliest_year = first;
        site.cost = cost_of(site, world, scenario, curves);
        found.list.push_back(std::move(site));
    }
}

void Pricer::add_new_sites() {
    for (std::size_t i = 0; i < surveyed.new_sites.size(); ++i)
        add_new_site(surveyed.new_sites[i], priced(surveyed.new_site_links[i]));
    for (auto const& site : found.list) { // one place that can be connected is enough
        found.blocked_by_line_of_sight[site.village.value] = false;
        found.blocked_by_fibre_length[site.village.value] = false;
    }
}

void Pricer::add_technologies() {
    for (auto site : surveyed.upgrades) {
        site.earliest_year = scenario.years.first; // a standing site has power
        site.cost = cost_of(site, world, scenario, curves);
        found.list.push_back(std::move(site));
    }
}

void Pricer::add_fibre() {
    for (std::size_t i = 0; i < surveyed.fibre.size(); ++i) {
        auto fibre = surveyed.fibre[i];
        auto const& village = world.villages[fibre.village.value];
        fibre.link = priced_by(surveyed.fibre_links[i].fibre, scenario);
        fibre.earliest_year = std::max(scenario.years.first, village.grid_power_year); // homes need power for it
        fibre.cost = cost_of(fibre, world, scenario, curves);
        found.list.push_back(std::move(fibre));
    }
}

} // namespace

Candidates price(Survey const& surveyed, World const& world, Scenario const& scenario,
                 std::array<TakeUpCurve, service_count> const& curves) {
    Pricer pricer{surveyed, world, scenario, curves};
    pricer.found.blocked_by_line_of_sight.assign(world.villages.size(), false);
    pricer.found.blocked_by_fibre_length.assign(world.villages.size(), false);
    pricer.found.not_tried = surveyed.not_tried;
    pricer.add_new_sites();
    pricer.add_technologies();
    pricer.add_fibre();
    auto const factors = revenue_factors(world, scenario);
    for (auto& candidate : pricer.found.list)
        candidate.cost.revenue_factor = factors[world.villages[candidate.village.value].commune.value];
    return std::move(pricer.found);
}

} // namespace phusong

#include "sim/rollout/operator_money.h"
#include "sim/rollout/pricing.h"
#include <algorithm>

namespace phusong {
namespace {

/// When the grid arrives, if it comes as much later as the scenario says; where it is already it stays.
int grid_year(Village const& village, Scenario const& scenario) {
    auto const& years = scenario.years;
    if (village.grid_power_year <= years.base) return village.grid_power_year;
    return std::max(years.base + 1, village.grid_power_year + scenario.rollout.grid_delay_years);
}

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
    void add_fixed_wireless();
};

void Pricer::add_new_site(Candidate site, LinkOptions const& links) {
    site.link = links.preferred(annuity_due_factor(scenario.finance.discount_rate, scenario.finance.horizon_years));
    if (site.link.kind == LinkKind::none) {
        if (links.no_line_of_sight) found.blocked_by_line_of_sight[site.village.value] = true;
        if (links.fibre_too_far) found.blocked_by_fibre_length[site.village.value] = true;
        return;
    }
    int const first = scenario.years.first + scenario.rollout.site_lead_years;
    site.grid_year = grid_year(world.villages[site.village.value], scenario);
    if (site.kind == ProjectKind::relay) {
        site.solar = true; // its own, in its price
        site.earliest_year = first;
        site.cost = cost_of(site, world, scenario, curves);
        found.list.push_back(std::move(site));
        return;
    }
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
        site.earliest_year = scenario.years.first + scenario.rollout.technology_lead_years; // it has power
        site.cost = cost_of(site, world, scenario, curves);
        found.list.push_back(std::move(site));
    }
}

void Pricer::add_fibre() {
    for (std::size_t i = 0; i < surveyed.fibre.size(); ++i) {
        auto fibre = surveyed.fibre[i];
        auto const& village = world.villages[fibre.village.value];
        fibre.link = priced_by(surveyed.fibre_links[i].fibre, scenario);
        int const first = scenario.years.first + scenario.rollout.fibre_lead_years;
        fibre.grid_year = grid_year(village, scenario); // homes need power for it
        fibre.earliest_year = std::max(first, fibre.grid_year);
        fibre.cost = cost_of(fibre, world, scenario, curves);
        found.list.push_back(std::move(fibre));
    }
}

void Pricer::add_fixed_wireless() {
    if (!scenario.rollout.fixed_wireless) return;
    auto const& rollout = scenario.rollout;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        auto const& village = world.villages[v];
        if (village.fibre_year != 0 && village.fibre_year <= scenario.years.last) continue;
        double const lines = homes_expected(world, scenario, village, curves[index(ServiceKind::fixed)]);
        if (!(lines > 0)) continue;
        Candidate radio;
        radio.kind = ProjectKind::fixed_wireless;
        radio.village = VillageId{v};
        radio.commune = village.commune;
        radio.xy = village.xy;
        radio.fixed_line_share = std::min(1.0, rollout.fixed_wireless_max_lines / lines);
        radio.grid_year = grid_year(village, scenario);
        radio.earliest_year = std::max(scenario.years.first, radio.grid_year);
        radio.cost = cost_of(radio, world, scenario, curves);
        found.list.push_back(std::move(radio));
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
    pricer.add_fixed_wireless();
    auto const payers = payers_of(pricer.found.list, world, scenario.rollout);
    auto const factors = revenue_factors(world, scenario);
    for (std::size_t c = 0; c < payers.size(); ++c) {
        auto& candidate = pricer.found.list[c];
        candidate.payers = payers[c];
        candidate.cost.revenue_factor = factors[world.villages[candidate.village.value].commune.value];
    }
    return std::move(pricer.found);
}

} // namespace phusong

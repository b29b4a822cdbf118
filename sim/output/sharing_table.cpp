#include "sim/output/commune_money.h"
#include "sim/output/csv_text.h"
#include "sim/output/labels.h"

namespace phusong {
namespace {

/// The plan's new sites as if nobody shared them.
struct Unshared {
    int sites = 0;
    double site_vnd = 0, technology_vnd = 0, other_vnd = 0; ///< capex
    double site_opex_vnd = 0, link_opex_vnd = 0;            ///< a year; solar power's counts with the site
};

Unshared unshared(Scenario const& scenario, Outcome const& outcome) {
    double const paid = scenario.rollout.share_sites ? 1 - scenario.prices.shared_saving_share : 1;
    Unshared sum;
    for (auto const& project : outcome.plan.projects) {
        auto const& candidate = outcome.candidates.list[project.candidate];
        if (candidate.kind != ProjectKind::new_site && candidate.kind != ProjectKind::relay) continue;
        auto const& cost = candidate.cost;
        ++sum.sites;
        sum.site_vnd += cost.site_vnd / paid;
        sum.technology_vnd += cost.technology_vnd;
        sum.other_vnd += cost.capex_vnd() - cost.site_vnd - cost.technology_vnd;
        sum.site_opex_vnd += (cost.opex_vnd_per_year - candidate.link.opex_vnd_per_year) / paid;
        sum.link_opex_vnd += candidate.link.opex_vnd_per_year;
    }
    return sum;
}

struct Mode {
    char const* name;
    geo::Message words;
    double site_saving = 0, technology_saving = 0;
    bool host = false;
};

} // namespace

std::string sharing_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    CsvText csv({"sharing", "sharing_vi", "sharing_en", "new_sites", "capex_vnd", "opex_vnd_per_year", "lifetime_vnd",
                 "saved_vnd", "operators_capex_vnd", "host_capex_vnd", "rent_vnd_per_year", "synthetic_layers"});
    auto const& [passive, active] = std::pair(scenario.prices.shared_saving_share, scenario.prices.active_saving_share);
    auto const& finance = scenario.finance;
    auto const sum = unshared(scenario, outcome);
    double const annuity = annuity_due_factor(finance.discount_rate, finance.horizon_years);
    auto const alone =
        sum.site_vnd + sum.technology_vnd + sum.other_vnd + (sum.site_opex_vnd + sum.link_opex_vnd) * annuity;
    std::vector<Mode> const modes{
        {"none", {"không dùng chung", "not shared"}},
        {"passive", {"dùng chung hạ tầng thụ động", "passive sharing"}, passive, 0},
        {"active", {"dùng chung cả thiết bị vô tuyến", "active sharing"}, active, active},
        {"neutral_host", {"đơn vị cho thuê hạ tầng trung lập", "neutral host"}, active, active, true}};
    for (auto const& mode : modes) {
        double const capex =
            sum.site_vnd * (1 - mode.site_saving) + sum.technology_vnd * (1 - mode.technology_saving) + sum.other_vnd;
        double const opex = sum.site_opex_vnd * (1 - mode.site_saving) + sum.link_opex_vnd;
        double const rent = mode.host ? (capex / annuity + opex) * (1 + finance.host_margin_share) : 0;
        double const lifetime = mode.host ? rent * annuity : capex + opex * annuity;
        csv.add({mode.name, mode.words.vi, mode.words.en, std::to_string(sum.sites), number(capex, 0),
                 number(mode.host ? 0 : opex, 0), number(lifetime, 0), number(alone - lifetime, 0),
                 number(mode.host ? 0 : capex, 0), number(mode.host ? capex : 0, 0), number(rent, 0),
                 synthetic_note(world)});
    }
    return csv.text();
}

} // namespace phusong

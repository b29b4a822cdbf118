#include "sim/run/site_upgrade.h"
#include <algorithm>
#include <cmath>
#include <set>
#include <span>

namespace phusong {
namespace {

/// Sites beside the one that is there, so that all these carriers find room.
int further_sites(int carriers, Traffic const& traffic) { return (carriers - 1) / traffic.carriers_4g_max; }

/// The upgrades of one site: `loads` are its years, in order.
void add_upgrades(Scenario const& scenario, std::span<SiteLoad const> loads, std::vector<SiteUpgrade>& upgrades) {
    TechnologySet carrier;
    carrier.add(Technology::g4);
    double const each = sector_mbps(scenario, carrier) * scenario.radio.antenna.sectors;
    if (!(each > 0)) return;
    int added = 0, sites = 0;
    for (auto const& load : loads) {
        double const capacity = load.capacity_mbps + added * each;
        double const missing = load.load_mbps / scenario.links.full_share - capacity;
        if (!(missing > 0)) continue;
        int const carriers = static_cast<int>(std::ceil(missing / each));
        added += carriers;
        int const more_sites = std::max(0, further_sites(load.carriers_4g + added, scenario.traffic) - sites);
        sites += more_sites;
        upgrades.push_back({load.code, load.commune, load.year, load.users, load.load_mbps, capacity, carriers,
                            more_sites,
                            more_sites * scenario.prices.site_vnd +
                                std::max(0, carriers - more_sites) * scenario.prices.technology_vnd,
                            false});
    }
}

/// What the operators could still spend in each planned year; what is carried over can be spent once.
struct Left {
    std::vector<PurseYear> const& years;
    bool carry_over;
    double spent_vnd = 0, spent_this_year_vnd = 0;

    [[nodiscard]] double left_vnd(std::size_t y) const { return years[y].available_vnd - years[y].spent_vnd(); }
    /// Money taken in a year is missing in all later ones, so the least that is left from then on is what there is.
    [[nodiscard]] double free_vnd(std::size_t y) const {
        if (!carry_over) return left_vnd(y) - spent_this_year_vnd;
        double least = left_vnd(y);
        for (auto later = y + 1; later < years.size(); ++later) least = std::min(least, left_vnd(later));
        return least - spent_vnd;
    }
    void pay(double vnd) {
        spent_vnd += vnd;
        spent_this_year_vnd += vnd;
    }
};

void mark_affordable(Plan const& plan, bool carry_over, std::vector<SiteUpgrade>& upgrades) {
    Left left{plan.operators, carry_over};
    std::set<std::string> unpaid; ///< sites that lack a carrier on which later ones stand
    int year = 0;
    for (auto& upgrade : upgrades) {
        if (upgrade.year != year) left.spent_this_year_vnd = 0;
        year = upgrade.year;
        auto const now = std::ranges::find(plan.operators, year, &PurseYear::year);
        bool const planned = now != plan.operators.end(); // before the plan nobody pays
        upgrade.affordable = planned && !unpaid.contains(upgrade.code) &&
                             upgrade.price_vnd <= left.free_vnd(static_cast<std::size_t>(now - plan.operators.begin()));
        if (upgrade.affordable)
            left.pay(upgrade.price_vnd);
        else
            unpaid.insert(upgrade.code);
    }
}

} // namespace

std::vector<SiteUpgrade> site_upgrades(Scenario const& scenario, Plan const& plan, std::vector<SiteLoad> const& loads) {
    std::vector<SiteUpgrade> upgrades;
    for (std::size_t first = 0; first < loads.size();) {
        auto end = first;
        while (end < loads.size() && loads[end].code == loads[first].code) ++end;
        add_upgrades(scenario, {loads.data() + first, end - first}, upgrades);
        first = end;
    }
    std::ranges::stable_sort(upgrades, [](SiteUpgrade const& a, SiteUpgrade const& b) {
        if (a.year != b.year) return a.year < b.year;
        return a.users * b.price_vnd > b.users * a.price_vnd;
    });
    mark_affordable(plan, scenario.rollout.carry_over, upgrades);
    return upgrades;
}

UpgradeSum sum_of(std::vector<SiteUpgrade> const& upgrades) {
    UpgradeSum sum;
    for (auto const& upgrade : upgrades) {
        sum.price_vnd += upgrade.price_vnd;
        if (upgrade.affordable) sum.affordable_vnd += upgrade.price_vnd;
        sum.further_sites += upgrade.further_sites;
    }
    return sum;
}

} // namespace phusong

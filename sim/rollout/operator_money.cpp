#include "sim/rollout/operator_money.h"
#include "geo/nearest.h"
#include "sim/scenario/codes.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

/// What one of several pays of a whole sum: each the floor of its share, the last one the rest.
double part_of(double vnd, std::vector<double> const& shares, std::size_t whose) {
    if (whose + 1 < shares.size()) return std::floor(shares[whose] * vnd);
    double rest = vnd;
    for (std::size_t k = 0; k + 1 < shares.size(); ++k) rest -= std::floor(shares[k] * vnd);
    return rest;
}

Payments part_of(Payments const& payments, std::vector<double> const& shares, std::size_t whose) {
    Payments part{.capex_vnd = part_of(payments.capex_vnd, shares, whose), .recurring_vnd = {}};
    for (double const vnd : payments.recurring_vnd) part.recurring_vnd.push_back(part_of(vnd, shares, whose));
    return part;
}

void add(PurseYear& sum, PurseYear const& other) {
    sum.budget_vnd += other.budget_vnd;
    sum.carried_vnd += other.carried_vnd;
    sum.available_vnd += other.available_vnd;
    sum.capex_vnd += other.capex_vnd;
    sum.recurring_vnd += other.recurring_vnd;
}

} // namespace

std::vector<std::string> operator_names(Rollout const& rollout) { return codes_by_comma(rollout.operator_names); }

void OperatorMoney::open(std::size_t year) {
    for (auto& purse : purses) purse.open(year);
}

Purse::Shortage OperatorMoney::shortage(std::size_t year, Payments const& payments, Payers payers) const {
    if (purses.size() == 1) return purses[0].shortage(year, payments);
    if (!payers.all) return purses.at(payers.builder).shortage(year, payments);
    auto worst = Purse::Shortage::none;
    for (std::size_t k = 0; k < purses.size(); ++k) {
        auto const shortage = purses[k].shortage(year, part_of(payments, shares, k));
        if (shortage == Purse::Shortage::this_year || worst == Purse::Shortage::none) worst = shortage;
        if (worst == Purse::Shortage::this_year) break;
    }
    return worst;
}

void OperatorMoney::pay(std::size_t year, Payments const& payments, Payers payers) {
    if (purses.size() == 1) return purses[0].pay(year, payments);
    if (!payers.all) return purses.at(payers.builder).pay(year, payments);
    for (std::size_t k = 0; k < purses.size(); ++k) purses[k].pay(year, part_of(payments, shares, k));
}

std::vector<PurseYear> OperatorMoney::together() const {
    auto years = purses[0].years;
    for (std::size_t k = 1; k < purses.size(); ++k)
        for (std::size_t y = 0; y < years.size(); ++y) add(years[y], purses[k].years[y]);
    return years;
}

std::vector<std::vector<PurseYear>> OperatorMoney::each() const {
    std::vector<std::vector<PurseYear>> all;
    for (auto const& purse : purses) all.push_back(purse.years);
    return all;
}

OperatorMoney make_operator_money(Scenario const& scenario) {
    auto const& rollout = scenario.rollout;
    auto const whole = make_purse(scenario.years, rollout.operator_budget_bn_vnd, rollout.carry_over);
    if (operator_names(rollout).empty()) return {{whole}, {1.0}};
    OperatorMoney money{{}, rollout.operator_shares};
    for (std::size_t k = 0; k < money.shares.size(); ++k) {
        auto purse = whole;
        for (auto& year : purse.years) year.budget_vnd = part_of(year.budget_vnd, money.shares, k);
        money.purses.push_back(std::move(purse));
    }
    return money;
}

std::vector<Payers> payers_of(std::vector<Candidate> const& candidates, World const& world, Rollout const& rollout) {
    auto const names = operator_names(rollout);
    std::vector<Payers> payers(candidates.size());
    std::vector<geo::XY> places; // of standing sites of those that are named
    std::vector<std::uint8_t> owner;
    std::vector<std::uint8_t> owner_of_site(world.sites.size(), 0);
    for (std::size_t s = 0; s < world.sites.size(); ++s) {
        auto const found = std::ranges::find(names, world.sites[s].operator_name);
        if (found == names.end()) continue;
        owner_of_site[s] = static_cast<std::uint8_t>(found - names.begin());
        owner.push_back(owner_of_site[s]);
        places.push_back(world.sites[s].xy);
    }
    if (names.empty()) return payers;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        auto const kind = candidates[c].kind;
        payers[c].all = rollout.share_sites && (kind == ProjectKind::new_site || kind == ProjectKind::relay);
    }
    if (places.empty()) return payers;
    geo::NearestIndex const nearest(std::move(places));
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        auto const& candidate = candidates[c];
        payers[c].builder =
            candidate.site ? owner_of_site[*candidate.site] : owner[nearest.nearest(candidate.xy, 1).at(0)];
    }
    return payers;
}

} // namespace phusong

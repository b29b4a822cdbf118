#include "sim/rollout/relaxed.h"
#include "sim/rollout/bringers.h"
#include "sim/rollout/offer.h"
#include "sim/rollout/purse.h"
#include <algorithm>
#include <tuple>

namespace phusong {
namespace {

/// [purse][year bought][year paid], when `people` of the census year pay; `of_operators` false: nothing of their purse.
std::vector<double> payments(Board const& board, std::uint32_t c, std::array<double, service_count> const& people,
                             bool of_operators) {
    auto const& scenario = board.scenario;
    auto const& cost = board.candidates.list[c].cost;
    auto const years = static_cast<std::size_t>(scenario.years.planned());
    std::vector<double> paid(3 * years * years, 0.0);
    for (std::size_t t = 0; t < years; ++t) {
        int const year = scenario.years.first + static_cast<int>(t);
        auto now = people;
        for (auto& p : now) p *= board.world.growth_since_census(year);
        auto const& take_up = board.take_up[static_cast<std::size_t>(year - scenario.years.base)];
        auto const appraisal = in_whole_vnd(appraise(cost, now, board.curves, take_up, scenario), cost);
        auto const both = payments_of(appraisal, cost, scenario.years, year);
        auto const in_year = [](Payments const& payments, std::size_t age) {
            return payments.recurring_vnd[age] + (age == 0 ? payments.capex_vnd : 0);
        };
        for (std::size_t y = t; y < years; ++y) {
            double const operators = in_year(both.operators, y - t), purse = in_year(both.public_purse, y - t);
            paid[t * years + y] = of_operators ? operators : 0;
            paid[(years + t) * years + y] = purse;
            paid[(2 * years + t) * years + y] = operators + purse;
        }
    }
    return paid;
}

/// People of the census year who pay for what a candidate adds to what is covered.
std::array<double, service_count> paying(Board const& board, Covered const& covered, std::uint32_t c) {
    auto const added = gain(board, covered, c);
    std::array<double, service_count> people{};
    people[index(ServiceKind::mobile)] = added.first_signal_people;
    people[index(ServiceKind::fixed)] = added.fixed_line_people;
    people[index(ServiceKind::paytv)] = added.fibre_people;
    return paying_people(people, added.upgraded_people, board.scenario.finance);
}

void add_money(Board const& board, Programme& programme) {
    auto const& rollout = board.scenario.rollout;
    auto const operators = make_purse(board.scenario.years, rollout.operator_budget_bn_vnd, rollout.carry_over);
    auto const purse = make_purse(board.scenario.years, rollout.public_budget_bn_vnd, rollout.carry_over);
    programme.budget_vnd.resize(3);
    for (std::size_t y = 0; y < programme.years; ++y) {
        programme.budget_vnd[0].push_back(operators.years[y].budget_vnd);
        programme.budget_vnd[1].push_back(purse.years[y].budget_vnd);
        programme.budget_vnd[2].push_back(operators.years[y].budget_vnd + purse.years[y].budget_vnd);
    }
}

/// What fibre to a village, and lines by radio there, are worth alone; a plan does the one or begins with the other.
void worth_of_lines(Board const& board, std::uint32_t fibre, std::uint32_t radio, Programme& programme) {
    auto const& candidates = board.candidates.list;
    auto const v = candidates[fibre].village.value;
    double const all = board.aims.fibre * board.aims.village_factor[v] * board.world.villages[v].people;
    double const share = fixed_line_worth(board.scenario.rollout, false, candidates[radio].fixed_line_share);
    programme.items[fibre].worth += board.candidate_factor[fibre] * all;
    programme.items[radio].worth += board.candidate_factor[radio] * all * share;
    programme.items[fibre].instead_of = radio;
    programme.items[radio].instead_of = fibre;
}

/// Fibre where lines by radio came before: it brings the rest, and those who pay for it are fewer.
void add_fibre_after(Board const& board, std::uint32_t fibre, std::uint32_t radio, Programme& programme) {
    auto const& candidates = board.candidates.list;
    auto const v = candidates[fibre].village.value;
    double const people = board.world.villages[v].people, share = candidates[radio].fixed_line_share;
    double const worth = 1 - fixed_line_worth(board.scenario.rollout, false, share);
    auto item = programme.items[fibre];
    item.worth = board.candidate_factor[fibre] * board.aims.fibre * board.aims.village_factor[v] * people * worth;
    item.instead_of = Programme::none;
    item.after = {radio};
    std::array<double, service_count> paying{};
    paying[index(ServiceKind::fixed)] = people * (1 - share);
    paying[index(ServiceKind::paytv)] = people;
    item.paid_vnd = payments(board, fibre, paying, /*of_operators=*/true);
    programme.items.push_back(std::move(item));
}

/// Lines by radio stand no sooner than what brings 4G or 5G to the village's hall.
void wait_for_signal(Board const& board, Covered const& before, std::uint32_t c, Programme::Item& item,
                     std::size_t years) {
    auto const& candidate = board.candidates.list[c];
    auto const v = candidate.village.value;
    if (candidate.kind != ProjectKind::fixed_wireless || has_broadband(before.hall_good[v])) return;
    for (auto other : board.candidates_of_village[v]) {
        auto const& footprint = *board.footprint[other];
        auto const slot = std::ranges::lower_bound(footprint.villages, v) - footprint.villages.begin();
        if (has_broadband(footprint.hall[static_cast<std::size_t>(slot)])) item.after.push_back(other);
    }
    if (item.after.empty()) item.first_year = years; // never
}

void add_groups(Brings const& brings, Programme& programme) {
    for (auto const& [items, worth] : brings) {
        if (!(worth > 0)) continue;
        if (items.size() == 1) {
            programme.items[items[0]].worth += worth;
            continue;
        }
        for (auto item : items) programme.items[item].in.push_back(static_cast<std::uint32_t>(programme.groups.size()));
        programme.groups.push_back({worth, items});
    }
}

} // namespace

std::array<double, service_count> most_paying(Board const& board, Covered const& before, std::uint32_t c) {
    std::array<double, service_count> people{};
    double const uplift = board.scenario.finance.broadband_uplift_share;
    auto const& footprint = *board.footprint[c];
    auto const& candidate = board.candidates.list[c];
    if (is_access(candidate.kind)) {
        auto const added = gain(board, before, c);
        people[index(ServiceKind::fixed)] = added.fixed_line_people;
        people[index(ServiceKind::paytv)] = added.fibre_people;
    }
    for (std::size_t i = 0; i < footprint.cell.size(); ++i) {
        auto const have = before.good[footprint.cell[i]];
        bool const upgrade = !has_broadband(have) && has_broadband(footprint.good[i]);
        double const share = std::max(have.empty() ? 1.0 : 0.0, upgrade ? uplift : 0.0);
        people[index(ServiceKind::mobile)] += share * board.world.people[footprint.cell[i]].people;
    }
    return people;
}

Programme relaxed(Board const& board, Covered const& before) {
    auto const& [world, scenario] = std::tie(board.world, board.scenario);
    Programme programme;
    programme.years = static_cast<std::size_t>(scenario.years.planned());
    programme.carry_over = scenario.rollout.carry_over;
    programme.most_per_year = static_cast<std::size_t>(std::max(0, scenario.rollout.max_projects_per_year));
    programme.most_per_crew = static_cast<std::size_t>(std::max(0, scenario.rollout.max_projects_per_district));
    programme.crews = board.districts;
    programme.year_factor = board.aims.year_factor;
    programme.items.resize(board.candidates.list.size());
    add_money(board, programme);
    auto const by_cell = signal_bringers(board, before);
    auto const lines = line_bringers(board, before);
    auto const shared = that_share(board, by_cell, lines);
    add_groups(brought_by(board, before, by_cell, lines), programme);
    for (std::size_t v = 0; v < world.villages.size(); ++v)
        if (lines.one_of_each(v)) worth_of_lines(board, lines.fibre[v][0], lines.radio[v][0], programme);
    for (std::uint32_t c = 0; c < programme.items.size(); ++c) {
        auto& item = programme.items[c];
        auto const& candidate = board.candidates.list[c];
        item.crew = board.district_of_commune[candidate.commune.value];
        bool const brings_anything = item.worth > 0 || !item.in.empty();
        int const wait = std::max(0, candidate.earliest_year - scenario.years.first);
        item.first_year =
            brings_anything ? std::min<std::size_t>(programme.years, static_cast<std::size_t>(wait)) : programme.years;
        item.paid_vnd = payments(board, c, most_paying(board, before, c), !shared[c]);
        wait_for_signal(board, before, c, item, programme.years);
    }
    for (std::size_t v = 0; v < world.villages.size(); ++v)
        if (lines.one_of_each(v)) add_fibre_after(board, lines.fibre[v][0], lines.radio[v][0], programme);
    return programme;
}

Programme repriced(Programme programme, Board const& board, Covered const& before, Plan const& plan) {
    auto covered = before;
    std::vector<bool> built(programme.items.size());
    auto const price = [&](std::uint32_t c) {
        auto& item = programme.items[c];
        if (!item.in.empty()) item.paid_vnd = payments(board, c, paying(board, covered, c), /*of_operators=*/true);
    };
    for (auto const& project : plan.projects) {
        price(project.candidate);
        built[project.candidate] = true;
        cover(board, covered, project.candidate);
    }
    for (std::uint32_t c = 0; c < board.candidates.list.size(); ++c)
        if (!built[c]) price(c);
    return programme;
}

Bought wishes_of(Programme const& programme, Bought bought, std::size_t candidates) {
    for (auto i = candidates; i < bought.size(); ++i) {
        auto& fibre = bought[programme.items[programme.items[i].after.front()].instead_of];
        fibre = std::min(fibre, bought[i]);
    }
    bought.resize(candidates);
    return bought;
}

} // namespace phusong

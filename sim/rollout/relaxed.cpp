#include "sim/rollout/relaxed.h"
#include "sim/rollout/offer.h"
#include "sim/rollout/purse.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace phusong {
namespace {

using Brings = std::map<std::vector<std::uint32_t>, double>; ///< worth by the candidates that can bring it

using Bringers = std::vector<std::vector<std::uint32_t>>; ///< per inhabited cell: candidates, ascending

/// Who can bring a first signal, and who 4G or 5G, where they lack.
std::pair<Bringers, Bringers> bringers(Board const& board, Covered const& before) {
    Bringers signal(board.world.people.size()), broadband(signal.size());
    for (std::uint32_t c = 0; c < board.footprint.size(); ++c)
        for (std::size_t i = 0; i < board.footprint[c].cell.size(); ++i) {
            auto const cell = board.footprint[c].cell[i];
            auto const have = before.good[cell];
            if (have.empty()) signal[cell].push_back(c);
            if (!has_broadband(have) && has_broadband(board.footprint[c].good[i])) broadband[cell].push_back(c);
        }
    return {std::move(signal), std::move(broadband)};
}

/// Who can bring fibre, and who fixed lines by radio, to each village that lacks them.
struct LineBringers {
    Bringers fibre, radio;
};
LineBringers line_bringers(Board const& board, Covered const& before) {
    LineBringers all{Bringers(board.world.villages.size()), Bringers(board.world.villages.size())};
    for (std::uint32_t c = 0; c < board.candidates.list.size(); ++c) {
        auto const& candidate = board.candidates.list[c];
        auto const v = candidate.village.value;
        if (!is_access(candidate.kind) || before.village_fibre[v]) continue;
        (candidate.kind == ProjectKind::fibre_village ? all.fibre : all.radio)[v].push_back(c);
    }
    return all;
}

std::vector<std::uint32_t> either(std::vector<std::uint32_t> a, std::vector<std::uint32_t> const& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::ranges::sort(a);
    return a;
}

/// Candidates that reach people whom others reach too.
std::vector<bool> that_share(Board const& board, std::pair<Bringers, Bringers> const& all, LineBringers const& lines) {
    std::vector<bool> shared(board.candidates.list.size(), false);
    auto const mark = [&](std::vector<std::uint32_t> const& candidates) {
        for (auto c : candidates)
            if (candidates.size() > 1) shared[c] = true;
    };
    for (auto const* bringers : {&all.first, &all.second}) std::ranges::for_each(*bringers, mark);
    for (std::size_t v = 0; v < lines.fibre.size(); ++v) mark(either(lines.fibre[v], lines.radio[v]));
    return shared;
}

/// Adds what any of the candidates brings, and what those that the policy puts first bring on top.
void add(Board const& board, Brings& brings, std::vector<std::uint32_t> const& candidates, double worth) {
    if (candidates.empty() || !(worth > 0)) return;
    brings[candidates] += worth;
    auto favoured = candidates;
    std::erase_if(favoured, [&](std::uint32_t c) { return !(board.candidate_factor[c] > 1); });
    if (!favoured.empty()) brings[favoured] += (board.candidate_factor[favoured[0]] - 1) * worth;
}

/// Lines by radio are worth less than fibre, and serve only some: fibre brings the rest too.
void add_lines(Board const& board, LineBringers const& lines, Brings& brings) {
    for (std::size_t v = 0; v < lines.fibre.size(); ++v) {
        double const all = board.aims.fibre * board.aims.village_factor[v] * board.world.villages[v].people;
        double by_radio = 0;
        for (auto c : lines.radio[v])
            by_radio = std::max(
                by_radio, fixed_line_worth(board.scenario.rollout, false, board.candidates.list[c].fixed_line_share));
        add(board, brings, either(lines.fibre[v], lines.radio[v]), all * by_radio);
        add(board, brings, lines.fibre[v], all * (1 - by_radio));
    }
}

/// What each cell lacks, and who could bring it.
Brings brought_by(Board const& board, std::pair<Bringers, Bringers> const& all) {
    auto const& world = board.world;
    auto const& [signal, broadband] = all;
    Brings brings;
    for (std::size_t cell = 0; cell < world.people.size(); ++cell) {
        double const people = world.people[cell].people * board.aims.village_factor[world.people[cell].village.value];
        add(board, brings, signal[cell], board.aims.signal * people);
        add(board, brings, broadband[cell], board.aims.broadband * people);
    }
    return brings;
}

void add_villages(Board const& board, Covered const& before, Brings& brings) {
    for (std::uint32_t v = 0; board.aims.village > 0 && v < board.world.villages.size(); ++v) {
        if (before.village_good[v] || !(board.cell_people[v] > 0)) continue;
        std::vector<std::uint32_t> touching;
        for (auto c : board.candidates_of_village[v])
            if (!is_access(board.candidates.list[c].kind)) touching.push_back(c);
        if (!touching.empty()) brings[touching] += board.aims.village;
    }
}

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
        auto const appraisal = in_whole_vnd(appraise(cost, now, board.curves, scenario, year), cost);
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
    auto const& footprint = board.footprint[c];
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
    auto const& scenario = board.scenario;
    Programme programme;
    programme.years = static_cast<std::size_t>(scenario.years.planned());
    programme.carry_over = scenario.rollout.carry_over;
    programme.most_per_year = static_cast<std::size_t>(std::max(0, scenario.rollout.max_projects_per_year));
    programme.most_per_crew = static_cast<std::size_t>(std::max(0, scenario.rollout.max_projects_per_district));
    programme.crews = board.districts;
    programme.year_factor = board.aims.year_factor;
    programme.items.resize(board.candidates.list.size());
    add_money(board, programme);
    auto const by_cell = bringers(board, before);
    auto const lines = line_bringers(board, before);
    auto const shared = that_share(board, by_cell, lines);
    auto brings = brought_by(board, by_cell);
    add_lines(board, lines, brings);
    add_villages(board, before, brings);
    add_groups(brings, programme);
    for (std::uint32_t c = 0; c < programme.items.size(); ++c) {
        auto& item = programme.items[c];
        auto const& candidate = board.candidates.list[c];
        item.crew = board.district_of_commune[candidate.commune.value];
        bool const brings_anything = item.worth > 0 || !item.in.empty();
        int const wait = std::max(0, candidate.earliest_year - scenario.years.first);
        item.first_year =
            brings_anything ? std::min<std::size_t>(programme.years, static_cast<std::size_t>(wait)) : programme.years;
        item.paid_vnd = payments(board, c, most_paying(board, before, c), !shared[c]);
    }
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
    for (std::uint32_t c = 0; c < programme.items.size(); ++c)
        if (!built[c]) price(c);
    return programme;
}

} // namespace phusong

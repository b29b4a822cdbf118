#include "sim/run/goal_gap.h"
#include "geo/parallel.h"
#include "sim/rollout/board.h"
#include "sim/rollout/offer.h"
#include "sim/run/run.h"
#include "sim/targets/targets.h"
#include <algorithm>
#include <queue>

namespace phusong {
namespace {

geo::Message const gaps_stage{"Tìm cách đạt mục tiêu còn thiếu", "Looking for what would close gaps"};
constexpr int thinning_tries = 200; ///< of leaving projects out, per goal and order

using Counted = double (*)(Gain const&);

/// What may serve a goal: some of these, by what would bring it nearer.
std::vector<Counted> counted_by(GoalResult const& goal) {
    auto const open = open_goals({goal});
    std::vector<Counted> list;
    if (open.signal)
        list = {[](Gain const& g) { return g.first_signal_people; }, [](Gain const& g) { return double(g.villages); }};
    if (open.broadband) list.push_back([](Gain const& g) { return g.broadband_people; });
    if (open.fixed_lines) {
        list.push_back([](Gain const& g) { return g.fibre_people; });
        list.push_back([](Gain const& g) { return g.fixed_line_people; });
    }
    return list;
}

/// The plan at its end, to which projects are added.
struct Ranking {
    Board const& board;
    Covered covered;
    std::vector<bool> taken;
    int last_year = board.scenario.years.last;

    [[nodiscard]] int year_of(std::uint32_t candidate) const {
        return std::max(board.scenario.years.first, board.candidates.list[candidate].earliest_year);
    }
    [[nodiscard]] double per_vnd(std::uint32_t candidate, Counted counted) const {
        auto const& cost = board.candidates.list[candidate].cost;
        return counted(gain(board, covered, candidate)) /
               std::max(1.0, lifetime_vnd(cost, board.scenario.finance)); // what costs nothing goes first
    }
    /// Coverage has diminishing returns: what was worth little before is worth no more now.
    std::vector<Project> order(Counted counted) {
        std::priority_queue<std::pair<double, std::int64_t>> queue; // of equals the lower number
        auto const push = [&](std::uint32_t c) {
            if (double const worth = per_vnd(c, counted); worth > 0) queue.emplace(worth, -std::int64_t{c});
        };
        for (std::uint32_t c = 0; c < taken.size(); ++c)
            if (!taken[c] && year_of(c) <= last_year) push(c);
        std::vector<Project> list;
        while (!queue.empty()) {
            auto const [worth, negative] = queue.top();
            auto const candidate = static_cast<std::uint32_t>(-negative);
            queue.pop();
            if (per_vnd(candidate, counted) < worth) {
                push(candidate);
                continue;
            }
            auto const offer = make_offer(board, covered, candidate, year_of(candidate));
            if (offer.refusal != Refusal::none) continue;
            cover(board, covered, candidate);
            list.push_back({.candidate = candidate, .year = year_of(candidate), .appraisal = offer.appraisal});
        }
        return list;
    }
};

Ranking ranking_after_plan(Board const& board, Groundwork const& ground, Outcome const& outcome) {
    Ranking ranking{board, covered_in_base_year(board, ground.points, ground.villages),
                    std::vector<bool>(outcome.candidates.list.size(), false)};
    for (auto const& project : outcome.plan.projects) {
        ranking.taken[project.candidate] = true;
        cover(board, ranking.covered, project.candidate);
    }
    return ranking;
}

/// A goal, and what it would be with projects besides those of the plan.
struct Trial {
    Groundwork const& ground;
    World const& world;
    Scenario const& scenario;
    Outcome const& outcome;
    GoalResult const& goal; ///< as the plan leaves it

    [[nodiscard]] GoalResult with(std::span<Project const> projects) const {
        return goals_with(ground, world, scenario, outcome, {goal.goal}, projects).front();
    }
    [[nodiscard]] double value(GoalResult const& result) const {
        return result.value.at(static_cast<std::size_t>(goal.goal.year - scenario.years.base));
    }
};

/// Leaves out what the goal is reached without: the range [from, to) if it can, else by halves, while `tries` last.
void thin(Trial const& trial, std::vector<Project>& projects, std::size_t from, std::size_t to, int& tries) {
    if (from == to || tries-- <= 0) return;
    auto fewer = projects;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(from), fewer.begin() + static_cast<std::ptrdiff_t>(to));
    if (trial.with(fewer).reached) {
        projects = std::move(fewer);
        return;
    }
    if (to - from == 1) return;
    auto const middle = from + (to - from) / 2;
    thin(trial, projects, middle, to, tries); // the later ones bring least
    thin(trial, projects, from, middle, tries);
}

/// Of one order: all of it where that does not suffice, else what is needed of its shortest part that does.
GoalGap cut(Trial const& trial, std::vector<Project> order) {
    auto const all = trial.with(order);
    if (all.reached) {
        std::size_t short_of = 0, enough = order.size();
        while (enough - short_of > 1) {
            auto const middle = short_of + (enough - short_of) / 2;
            (trial.with({order.data(), middle}).reached ? enough : short_of) = middle;
        }
        order.resize(enough);
        int tries = thinning_tries;
        thin(trial, order, 0, order.size(), tries);
    }
    double const value = trial.value(all.reached ? trial.with(order) : all);
    return {.goal = trial.goal,
            .movable = value != trial.value(trial.goal),
            .closed = all.reached,
            .projects = std::move(order),
            .value = value};
}

/// Closed before open; then the cheaper one, of open ones what comes nearest.
bool better(GoalGap const& a, GoalGap const& b, Candidates const& candidates) {
    if (a.closed != b.closed) return a.closed;
    if (!a.closed) return a.goal.goal.at_least ? a.value > b.value : a.value < b.value;
    return price_of(a.projects, candidates).capex_vnd < price_of(b.projects, candidates).capex_vnd;
}

GoalGap closed_by(Trial const& trial, Ranking const& after_plan) {
    auto const& goal = trial.goal;
    GoalGap best{.goal = goal, .projects = {}};
    best.value = goal.goal.value + goal.gap;
    for (auto const counted : counted_by(goal)) {
        auto ranking = after_plan;
        ranking.last_year = goal.goal.year;
        auto order = ranking.order(counted);
        if (order.empty()) continue;
        auto gap = cut(trial, std::move(order));
        if (gap.movable && (!best.movable || better(gap, best, trial.outcome.candidates))) best = std::move(gap);
    }
    return best;
}

} // namespace

BundlePrice price_of(std::vector<Project> const& projects, Candidates const& candidates) {
    BundlePrice price;
    for (auto const& project : projects) {
        price.capex_vnd += candidates.list[project.candidate].cost.capex_vnd();
        price.operators_vnd += project.appraisal.operator_capex_vnd;
        price.public_vnd += project.appraisal.capex_subsidy_vnd;
        price.public_vnd_per_year += project.appraisal.opex_subsidy_vnd_per_year;
    }
    return price;
}

std::vector<GoalGap> goal_gaps(Groundwork const& ground, World const& world, Scenario const& scenario,
                               Outcome const& outcome, geo::Progress const& progress) {
    auto const board = make_board(world, scenario, outcome.candidates, outcome.curves);
    auto const after_plan = ranking_after_plan(board, ground, outcome);
    std::vector<GoalGap> gaps;
    for (auto const& goal : outcome.goals)
        if (goal.known() && !goal.reached) gaps.push_back({.goal = goal, .projects = {}});
    geo::tell(progress, gaps_stage, 0);
    geo::parallel_for(std::ssize(gaps), 1, [&](std::ptrdiff_t i) {
        auto& gap = gaps[static_cast<std::size_t>(i)];
        auto const goal = gap.goal;
        gap = closed_by({ground, world, scenario, outcome, goal}, after_plan);
    });
    geo::tell(progress, gaps_stage, 1);
    return gaps;
}

} // namespace phusong

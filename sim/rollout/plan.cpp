#include "sim/rollout/prove.h"
#include "sim/rollout/reasons.h"
#include "sim/rollout/relaxed.h"
#include "sim/rollout/season.h"
#include <algorithm>

namespace phusong {
namespace {

constexpr int repricings = 3; ///< each costs a relaxation and its exchanges; they end when the plan gets no better

geo::Message const stage{"Lập kế hoạch từng năm", "Planning year by year"};

/// This year's projects without those that the rest of the plan makes unnecessary, latest first; nothing if all are
/// needed.
std::optional<std::vector<std::uint32_t>> without_redundant(Board const& board, State const& state) {
    Covered covered = state.covered;
    std::vector<std::uint32_t> kept;
    for (std::size_t p = state.projects.size(); p-- > state.first_of_year;) {
        auto const candidate = state.projects[p].candidate;
        if (is_redundant(board, covered, candidate))
            uncover_redundant(board, covered, candidate);
        else
            kept.push_back(candidate);
    }
    if (kept.size() == state.projects.size() - state.first_of_year) return std::nullopt;
    std::ranges::reverse(kept);
    return kept;
}

/// One year: the best projects; then, once, again without those that turned out unnecessary, whose money buys others.
std::vector<Offer> plan_year(Board const& board, State& state, int year, Wishes const* wishes) {
    Season season{board, state, year};
    bool const last = year == board.scenario.years.last;
    bool const others = !wishes || last || wishes->others == Wishes::Others::in_all_years;
    auto const build_best = [&] {
        if (wishes) season.build_best(wishes);
        if (others) season.build_best(nullptr);
    };
    state.operators.open(season.year_index());
    state.public_purse.open(season.year_index());
    state.first_of_year = state.projects.size();
    state.begun_in_district.assign(board.districts, 0);
    State const start = state;
    season.look_at_all();
    build_best();
    if (auto const kept = without_redundant(board, state)) {
        state = start;
        season.look_at_all();
        for (auto candidate : *kept)
            if (season.offers[candidate].refusal == Refusal::none && season.pay_for(candidate)) season.build(candidate);
        build_best();
    }
    season.refuse_the_rest();
    return std::move(season.offers);
}

Unbuilt count_unbuilt(State const& state, std::vector<Offer> const& offers) {
    Unbuilt count{};
    for (std::size_t c = 0; c < offers.size(); ++c)
        if (!state.built[c]) ++count[index(offers[c].refusal)];
    return count;
}

/// What every plan starts from.
struct Start {
    Board const& board;
    Covered const& covered;
    std::vector<VillageSignal> const& base_villages;
    std::vector<Gain> gain = gains(board, covered);
};

/// The years one after the other, by the policy alone or with wishes.
Plan follow(Start const& start, Wishes const* wishes) {
    auto const& scenario = start.board.scenario;
    auto const& years = scenario.years;
    auto const& rollout = scenario.rollout;
    State state{.covered = start.covered,
                .operators = make_operator_money(scenario),
                .public_purse = make_purse(years, rollout.public_budget_bn_vnd, rollout.carry_over),
                .built = std::vector<bool>(start.board.candidates.list.size(), false),
                .gain = start.gain,
                .projects = {}};
    Plan plan;
    for (int year = years.base; year < years.first; ++year)
        plan.reason.push_back(reasons_before_plan(start.board, state.covered, start.base_villages, year));
    for (int year = years.first; year <= years.last; ++year) {
        auto const offers = plan_year(start.board, state, year, wishes);
        plan.reason.push_back(village_reasons(start.board, state.covered, start.base_villages, offers));
        plan.unbuilt.push_back(count_unbuilt(state, offers));
    }
    plan.projects = std::move(state.projects);
    plan.operators = state.operators.together();
    plan.each_operator = state.operators.each();
    plan.public_purse = std::move(state.public_purse.years);
    plan.worth = state.worth;
    return plan;
}

/// The better of following the wishes alone and of letting others use what is left each year.
Plan fulfil(Start const& start, Bought const& wished) {
    Wishes wishes{wished, Wishes::Others::in_last_year};
    auto plan = follow(start, &wishes);
    wishes.others = Wishes::Others::in_all_years;
    auto other = follow(start, &wishes);
    return other.worth > plan.worth ? other : plan;
}

bool take_better(Plan& plan, Plan&& other) {
    if (other.worth <= plan.worth) return false;
    plan = std::move(other);
    return true;
}

} // namespace

Plan plan_rollout(World const& world, Scenario const& scenario, Candidates const& candidates, PointSignals const& base,
                  std::vector<VillageSignal> const& base_villages, std::array<TakeUpCurve, service_count> const& curves,
                  OpenGoals open_goals, WithBound wanted, geo::Progress const& progress) {
    geo::tell(progress, stage, 0);
    auto board = make_board(world, scenario, candidates, curves, open_goals);
    auto const covered = covered_in_base_year(board, base, base_villages);
    favour(board, covered);
    Start const start{board, covered, base_villages};
    auto const& rollout = scenario.rollout;
    bool const greedy = rollout.solver == "greedy" || rollout.policy == Policy::fixed_order;
    auto plan = follow(start, nullptr);
    if (greedy && wanted == WithBound::not_wanted) return plan;
    auto const programme = relaxed(board, covered);
    if (greedy) {
        plan.bound = bound_of(programme);
    } else {
        auto const proof =
            rollout.solver == "exact" ? prove_exactly(programme, rollout.solver_nodes) : prove_by_exchange(programme);
        take_better(plan, fulfil(start, wishes_of(programme, proof.bought, candidates.list.size())));
        for (int round = 0; round < repricings; ++round) {
            auto const nearer = prove_by_exchange(repriced(programme, board, covered, plan));
            if (!take_better(plan, fulfil(start, wishes_of(programme, nearer.bought, candidates.list.size())))) break;
        }
        plan.bound = proof.bound;
    }
    plan.bound = std::max(plan.bound, plan.worth); // rounding
    geo::tell(progress, stage, 1);
    return plan;
}

} // namespace phusong

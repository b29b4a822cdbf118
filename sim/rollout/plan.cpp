#include "sim/rollout/offer.h"
#include "sim/rollout/reasons.h"
#include <algorithm>
#include <optional>

namespace phusong {
namespace {

geo::Message const stage{"Lập kế hoạch từng năm", "Planning year by year"};

/// The plan as far as it is made. A copy is a moment to come back to.
struct State {
    Covered covered;
    Purse operators, public_purse;
    std::vector<bool> built; ///< per candidate
    std::vector<Project> projects;
    std::size_t first_of_year = 0; ///< in projects
};

/// The year that is being planned.
struct Season {
    Board const& board;
    State& state;
    int year;
    std::vector<Offer> offers = {}; ///< per candidate

    std::size_t year_index() const { return static_cast<std::size_t>(year - board.scenario.years.first); }
    bool crews_free() const {
        return state.projects.size() - state.first_of_year <
               static_cast<std::size_t>(std::max(0, board.scenario.rollout.max_projects_per_year));
    }

    void look_at_all();
    std::optional<std::uint32_t> best() const;
    Refusal refusal_of_purses(Offer const& offer) const;
    bool pay_for(std::uint32_t candidate);
    void build(std::uint32_t candidate);
    void build_best();
    void refuse_the_rest();
};

void Season::look_at_all() {
    offers.clear();
    for (std::uint32_t c = 0; c < board.candidates.list.size(); ++c)
        offers.push_back(make_offer(board, state.covered, c, year));
}

std::optional<std::uint32_t> Season::best() const {
    std::optional<std::uint32_t> found;
    for (std::uint32_t c = 0; c < offers.size(); ++c) {
        if (state.built[c] || offers[c].refusal != Refusal::none) continue;
        if (!found || offers[c].score > offers[*found].score) found = c;
    }
    return found;
}

Refusal Season::refusal_of_purses(Offer const& offer) const {
    using Shortage = Purse::Shortage;
    auto const y = year_index();
    auto const of_public = state.public_purse.shortage(y, offer.public_purse);
    auto const of_operators = state.operators.shortage(y, offer.operators);
    if (of_public != Shortage::none && state.public_purse.years[y].available_vnd <= 0) return Refusal::no_public_money;
    if (of_public == Shortage::this_year) return Refusal::public_short;
    if (of_public == Shortage::later_year) return Refusal::public_promised;
    if (of_operators == Shortage::this_year) return Refusal::operators_short;
    return of_operators == Shortage::later_year ? Refusal::operators_promised : Refusal::none;
}

bool Season::pay_for(std::uint32_t candidate) {
    auto& offer = offers[candidate];
    auto const y = year_index();
    offer.refusal = refusal_of_purses(offer);
    if (offer.refusal != Refusal::none) return false;
    state.operators.pay(y, offer.operators);
    state.public_purse.pay(y, offer.public_purse);
    return true;
}

void Season::build(std::uint32_t candidate) {
    auto const& offer = offers[candidate];
    state.built[candidate] = true;
    state.projects.push_back({candidate, year, offer.appraisal, new_people(board, offer.gain, year),
                              offer.gain.broadband_people * board.world.growth_since_census(year),
                              offer.gain.upgraded_people * board.world.growth_since_census(year)});
    cover(board, state.covered, candidate);
    std::vector<std::uint32_t> changed; // only candidates that touch the same villages can have changed
    for (auto v : board.footprint[candidate].villages)
        changed.insert(changed.end(), board.candidates_of_village[v].begin(), board.candidates_of_village[v].end());
    std::ranges::sort(changed);
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    for (auto c : changed)
        if (!state.built[c]) offers[c] = make_offer(board, state.covered, c, year);
}

void Season::build_best() {
    while (crews_free()) {
        auto const candidate = best();
        if (!candidate) break;
        if (pay_for(*candidate)) build(*candidate);
    }
}

void Season::refuse_the_rest() {
    for (std::uint32_t c = 0; c < offers.size(); ++c) { // more crews would not help one that no purse can pay
        auto& refusal = offers[c].refusal;
        if (state.built[c] || refusal != Refusal::none) continue;
        auto const of_purses = refusal_of_purses(offers[c]);
        refusal = of_purses == Refusal::none ? Refusal::crews_busy : of_purses;
    }
}

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
std::vector<Offer> plan_year(Board const& board, State& state, int year) {
    Season season{board, state, year};
    state.operators.open(season.year_index());
    state.public_purse.open(season.year_index());
    state.first_of_year = state.projects.size();
    State const start = state;
    season.look_at_all();
    season.build_best();
    if (auto const kept = without_redundant(board, state)) {
        state = start;
        season.look_at_all();
        for (auto candidate : *kept)
            if (season.offers[candidate].refusal == Refusal::none && season.pay_for(candidate)) season.build(candidate);
        season.build_best();
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

} // namespace

Plan plan_rollout(World const& world, Scenario const& scenario, Candidates const& candidates, SignalMaps const& base,
                  std::vector<VillageSignal> const& base_villages, std::array<TakeUpCurve, service_count> const& curves,
                  geo::Progress const& progress) {
    auto const board = make_board(world, scenario, candidates, curves);
    auto const& years = scenario.years;
    auto const& rollout = scenario.rollout;
    State state{.covered = covered_in_base_year(board, base, base_villages),
                .operators = make_purse(years, rollout.operator_budget_bn_vnd, rollout.carry_over),
                .public_purse = make_purse(years, rollout.public_budget_bn_vnd, rollout.carry_over),
                .built = std::vector<bool>(candidates.list.size(), false),
                .projects = {}};
    Plan plan;
    for (int year = years.base; year < years.first; ++year)
        plan.reason.push_back(reasons_before_plan(board, state.covered, base_villages, year));
    for (int year = years.first; year <= years.last; ++year) {
        geo::tell(progress, stage, static_cast<double>(year - years.first) / years.planned());
        auto const offers = plan_year(board, state, year);
        plan.reason.push_back(village_reasons(board, state.covered, base_villages, offers));
        plan.unbuilt.push_back(count_unbuilt(state, offers));
    }
    geo::tell(progress, stage, 1);
    plan.projects = std::move(state.projects);
    plan.operators = std::move(state.operators.years);
    plan.public_purse = std::move(state.public_purse.years);
    return plan;
}

} // namespace phusong

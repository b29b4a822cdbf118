#include "sim/rollout/season.h"
#include <algorithm>
#include <queue>

namespace phusong {
namespace {

struct Ranked {
    Score score;
    std::uint32_t candidate;
    /// The better score comes out first, of equals the lower number.
    friend bool operator<(Ranked const& a, Ranked const& b) {
        return a.score != b.score ? a.score < b.score : a.candidate > b.candidate;
    }
};

/// Villages in a candidate's footprint whose signal is not good yet, ascending.
std::vector<std::uint32_t> waiting(Board const& board, Covered const& covered, std::uint32_t candidate) {
    std::vector<std::uint32_t> list;
    if (is_access(board.candidates.list[candidate].kind)) return list;
    for (auto const v : board.footprint[candidate]->villages)
        if (!covered.village_good[v]) list.push_back(v);
    return list;
}

/// Candidates that touch one of the villages, ascending.
std::vector<std::uint32_t> touching(Board const& board, std::vector<std::uint32_t> const& villages) {
    std::vector<std::uint32_t> list;
    for (auto v : villages)
        list.insert(list.end(), board.candidates_of_village[v].begin(), board.candidates_of_village[v].end());
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

} // namespace

std::vector<std::optional<std::size_t>> bringers_of_signal(std::vector<Project> const& projects, std::size_t villages) {
    std::vector<std::optional<std::size_t>> bringers(villages);
    for (std::size_t p = 0; p < projects.size(); ++p)
        for (auto const v : projects[p].new_villages) bringers[v.value] = p;
    return bringers;
}

std::vector<Gain> gains(Board const& board, Covered const& covered) {
    std::vector<Gain> list;
    for (std::uint32_t c = 0; c < board.candidates.list.size(); ++c) list.push_back(gain(board, covered, c));
    return list;
}

void Season::look_at_all() {
    offers.assign(board.candidates.list.size(), {});
    for (std::uint32_t c = 0; c < offers.size(); ++c)
        if (!state.built[c]) offers[c] = make_offer(board, state.covered, c, year, state.gain[c]);
}

void Season::look_again(std::uint32_t candidate) {
    auto& offer = offers[candidate];
    bool const priced = !offer.appraisal.net_revenue_vnd.empty(); // no refusal before money
    if (priced && offer.gain == state.gain[candidate])
        offer.refusal = refusal_before_money(board, state.covered, board.candidates.list[candidate], offer.gain, year);
    else
        offer = make_offer(board, state.covered, candidate, year, state.gain[candidate]);
}

std::uint32_t Season::district(std::uint32_t candidate) const {
    return board.district_of_commune[board.candidates.list[candidate].commune.value];
}

bool Season::crew_free(std::uint32_t candidate) const {
    auto const limit = [](int most) { return static_cast<std::ptrdiff_t>(std::max(0, most)); };
    auto const begun = std::ssize(state.projects) - static_cast<std::ptrdiff_t>(state.first_of_year);
    return begun < limit(board.scenario.rollout.max_projects_per_year) &&
           state.begun_in_district[district(candidate)] < limit(board.scenario.rollout.max_projects_per_district);
}

Refusal Season::refusal_of_purses(std::uint32_t candidate) const {
    auto const& offer = offers[candidate];
    using Shortage = Purse::Shortage;
    auto const y = year_index();
    auto const of_public = state.public_purse.shortage(y, offer.public_purse);
    auto const of_operators = state.operators.shortage(y, offer.operators, board.candidates.list[candidate].payers);
    if (of_public != Shortage::none && state.public_purse.years[y].available_vnd <= 0) return Refusal::no_public_money;
    if (of_public == Shortage::this_year) return Refusal::public_short;
    if (of_public == Shortage::later_year) return Refusal::public_promised;
    if (of_operators == Shortage::this_year) return Refusal::operators_short;
    return of_operators == Shortage::later_year ? Refusal::operators_promised : Refusal::none;
}

bool Season::pay_for(std::uint32_t candidate) {
    auto& offer = offers[candidate];
    auto const y = year_index();
    offer.refusal = refusal_of_purses(candidate);
    if (offer.refusal != Refusal::none) return false;
    state.operators.pay(y, offer.operators, board.candidates.list[candidate].payers);
    state.public_purse.pay(y, offer.public_purse);
    return true;
}

std::vector<std::uint32_t> Season::build(std::uint32_t candidate) {
    auto const& offer = offers[candidate];
    state.built[candidate] = true;
    ++state.begun_in_district[district(candidate)];
    state.worth += worth_of(board, candidate, offer.gain) * board.aims.year_factor[year_index()];
    state.projects.push_back({candidate, year, offer.appraisal, new_people(board, offer.gain, year),
                              offer.gain.broadband_people * board.world.growth_since_census(year),
                              offer.gain.upgraded_people * board.world.growth_since_census(year)});
    auto const waited = waiting(board, state.covered, candidate);
    auto const stale = touching(board, cover(board, state.covered, candidate));
    for (auto const v : waited)
        if (state.covered.village_good[v]) state.projects.back().new_villages.push_back(VillageId{v});
    auto changed =
        touching(board, board.footprint[candidate]->villages); // purses may refuse them for another reason now
    auto const& list = board.candidates.list;
    bool const lines = is_access(list[candidate].kind); // which change nothing for what is heard on the air
    for (auto c : stale)
        if (!state.built[c] && state.gain[c].something && (!lines || is_access(list[c].kind)))
            state.gain[c] = gain(board, state.covered, c);
    for (auto c : changed)
        if (!state.built[c]) look_again(c);
    return changed;
}

void Season::build_best(Wishes const* wishes) {
    std::priority_queue<Ranked> queue; // an offer that has changed since lies behind the newer one, and counts no more
    auto const add = [&](std::uint32_t c) {
        bool const wished = !wishes || wishes->year[c] <= year_index();
        if (wished && open(c)) queue.push({offers[c].score, c});
    };
    for (std::uint32_t c = 0; c < offers.size(); ++c) add(c);
    while (!queue.empty()) {
        auto const [score, candidate] = queue.top();
        queue.pop();
        if (!open(candidate) || offers[candidate].score != score) continue;
        if (!crew_free(candidate))
            offers[candidate].refusal = Refusal::crews_busy;
        else if (pay_for(candidate))
            for (auto c : build(candidate)) add(c);
    }
}

void Season::refuse_the_rest() {
    for (std::uint32_t c = 0; c < offers.size(); ++c) { // more crews would not help one that no purse can pay
        auto& refusal = offers[c].refusal;
        bool const open = refusal == Refusal::none || refusal == Refusal::crews_busy;
        if (state.built[c] || !open) continue;
        auto const of_purses = refusal_of_purses(c);
        if (of_purses != Refusal::none)
            refusal = of_purses;
        else
            refusal = crew_free(c) ? Refusal::kept_for_better : Refusal::crews_busy;
    }
}

} // namespace phusong

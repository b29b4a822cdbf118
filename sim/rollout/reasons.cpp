#include "sim/rollout/reasons.h"
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace phusong {
namespace {

constexpr std::array<std::string_view, 10> codes{
    "ALREADY_SERVED",   "BUILT",         "BUDGET_EXCEEDED", "NOT_VIABLE",    "NO_POWER_UNTIL", "LEAD_TIME_UNTIL",
    "NO_LINE_OF_SIGHT", "FIBRE_TOO_FAR", "CAPACITY",        "TOO_FEW_PEOPLE"};
static_assert(codes.size() == static_cast<std::size_t>(Reason::too_few_people) + 1);

/// What `candidate` would newly bring to `village`: people with a technology that they lack, and one at its hall.
struct Newly {
    double people = 0;
    bool hall = false;
    friend auto operator<=>(Newly const&, Newly const&) = default;
};

bool lacks(TechnologySet have, TechnologySet offered) { return (offered.bits & ~have.bits) != 0; }

Newly newly_served(Board const& board, Covered const& covered, std::uint32_t candidate, std::uint32_t village) {
    auto const& footprint = *board.footprint[candidate];
    auto const slot = std::ranges::lower_bound(footprint.villages, village) - footprint.villages.begin();
    Newly brings{.hall = lacks(covered.hall_good[village], footprint.hall[static_cast<std::size_t>(slot)])};
    for (std::size_t i = 0; i < footprint.cell.size(); ++i) {
        if (footprint.slot[i] != static_cast<std::uint32_t>(slot)) continue;
        if (lacks(covered.good[footprint.cell[i]], footprint.good[i]))
            brings.people += board.world.people[footprint.cell[i]].people;
    }
    return brings;
}

Reason of(Refusal refusal) {
    switch (refusal) {
    case Refusal::waits_for_power:
        return Reason::no_power;
    case Refusal::waits_for_lead_time:
        return Reason::lead_time;
    case Refusal::nothing_new:
    case Refusal::waits_for_signal: // only lines to homes, which are nobody's way to a signal
    case Refusal::too_few_people:
        return Reason::too_few_people;
    case Refusal::no_public_money:
        return Reason::not_viable;
    case Refusal::crews_busy:
        return Reason::capacity;
    case Refusal::none:
    case Refusal::public_short:
    case Refusal::public_promised:
    case Refusal::operators_short:
    case Refusal::operators_promised:
    case Refusal::kept_for_better:
        break;
    }
    return Reason::budget_exceeded;
}

Reason without_candidate(Board const& board, std::uint32_t village) {
    if (board.candidates.not_tried[village]) return Reason::capacity;
    if (board.candidates.blocked_by_line_of_sight[village]) return Reason::no_line_of_sight;
    if (board.candidates.blocked_by_fibre_length[village]) return Reason::fibre_too_far;
    return Reason::no_line_of_sight;
}

/// `refusal_of(candidate)` says what happened to a candidate.
template <class RefusalOf>
std::vector<VillageReason> reasons(Board const& board, Covered const& covered,
                                   std::vector<VillageSignal> const& base_villages, RefusalOf refusal_of) {
    auto const waits = [&](std::uint32_t c) { return is_waiting(refusal_of(c)); };
    std::vector<VillageReason> result(board.world.villages.size());
    for (std::uint32_t v = 0; v < result.size(); ++v) {
        if (base_villages[v].state == SignalState::good) continue; // ALREADY_SERVED
        if (covered.village_good[v]) {
            result[v].reason = Reason::built;
        } else if (!(board.cell_people[v] > 0)) {
            result[v].reason = Reason::too_few_people;
        } else if (auto const best = best_candidate(board, covered, v, waits)) {
            result[v].reason = of(refusal_of(*best));
            auto const& candidate = board.candidates.list[*best];
            if (result[v].reason == Reason::no_power) result[v].until_year = candidate.grid_year;
            if (result[v].reason == Reason::lead_time) result[v].until_year = candidate.earliest_year;
        } else {
            result[v].reason = without_candidate(board, v);
        }
    }
    return result;
}

} // namespace

std::optional<std::uint32_t> best_candidate(Board const& board, Covered const& covered, std::uint32_t village,
                                            std::function<bool(std::uint32_t)> const& waits) {
    auto const& list = board.candidates.list;
    auto const cost = [&](std::uint32_t c) { return lifetime_vnd(list[c].cost, board.scenario.finance); };
    std::optional<std::uint32_t> best;
    Newly most;
    for (auto c : board.candidates_of_village[village]) {
        if (is_access(list[c].kind)) continue;
        auto const brings = newly_served(board, covered, c, village);
        bool const equal = best && brings == most;
        bool const sooner = equal && waits(*best) && !waits(c);
        bool const cheaper = equal && waits(*best) == waits(c) && cost(c) < cost(*best);
        if (brings > most || sooner || cheaper) {
            most = brings;
            best = c;
        }
    }
    return best;
}

std::string VillageReason::code() const {
    std::string text(codes[static_cast<std::size_t>(reason)]);
    return until_year == 0 ? text : text + "_" + std::to_string(until_year);
}

std::vector<VillageReason> village_reasons(Board const& board, Covered const& covered,
                                           std::vector<VillageSignal> const& base_villages,
                                           std::vector<Offer> const& offers) {
    return reasons(board, covered, base_villages, [&](std::uint32_t c) { return offers[c].refusal; });
}

std::vector<VillageReason> reasons_before_plan(Board const& board, Covered const& covered,
                                               std::vector<VillageSignal> const& base_villages, int year) {
    int const first = board.scenario.years.first;
    std::vector<Refusal> refusals;
    for (std::uint32_t c = 0; c < board.candidates.list.size(); ++c) {
        auto const& candidate = board.candidates.list[c];
        bool const without_power = candidate.kind == ProjectKind::new_site && candidate.grid_year > year;
        auto const offer = make_offer(board, covered, c, std::max(first, candidate.earliest_year));
        bool const viable = offer.appraisal.viability == Viability::viable;
        auto const money = viable ? Refusal::operators_short : Refusal::no_public_money;
        refusals.push_back(offer.refusal != Refusal::none ? offer.refusal
                           : without_power                ? Refusal::waits_for_power
                                                          : money);
    }
    auto result = reasons(board, covered, base_villages, [&](std::uint32_t c) { return refusals[c]; });
    for (auto& reason : result) reason.before_plan = true;
    return result;
}

} // namespace phusong

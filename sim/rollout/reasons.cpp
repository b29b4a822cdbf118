#include "sim/rollout/reasons.h"
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace phusong {
namespace {

constexpr std::array<std::string_view, 9> codes{"ALREADY_SERVED", "BUILT",          "BUDGET_EXCEEDED",
                                                "NOT_VIABLE",     "NO_POWER_UNTIL", "NO_LINE_OF_SIGHT",
                                                "FIBRE_TOO_FAR",  "CAPACITY",       "TOO_FEW_PEOPLE"};
static_assert(codes.size() == static_cast<std::size_t>(Reason::too_few_people) + 1);

/// People of `village` whom `candidate` would give a technology that they lack.
double newly_served(Board const& board, Covered const& covered, std::uint32_t candidate, std::uint32_t village) {
    auto const& footprint = board.footprint[candidate];
    auto const slot = std::ranges::lower_bound(footprint.villages, village) - footprint.villages.begin();
    double people = 0;
    for (std::size_t i = 0; i < footprint.cell.size(); ++i) {
        if (footprint.slot[i] != static_cast<std::uint32_t>(slot)) continue;
        if ((footprint.good[i].bits & ~covered.good[footprint.cell[i]].bits) != 0)
            people += board.world.people[footprint.cell[i]].people;
    }
    return people;
}

std::optional<std::uint32_t> best_candidate(Board const& board, Covered const& covered, std::uint32_t village) {
    std::optional<std::uint32_t> best;
    double most = 0;
    for (auto c : board.candidates_of_village[village]) {
        if (board.candidates.list[c].kind == ProjectKind::fibre_village) continue;
        double const people = newly_served(board, covered, c, village);
        bool const sooner = best && people == most && people > 0 &&
                            board.candidates.list[c].earliest_year < board.candidates.list[*best].earliest_year;
        if (people > most || sooner) { // at the same place, solar power need not wait for the grid
            most = people;
            best = c;
        }
    }
    return best;
}

Reason of(Refusal refusal) {
    switch (refusal) {
    case Refusal::too_early:
        return Reason::no_power;
    case Refusal::too_few_people:
        return Reason::too_few_people;
    case Refusal::not_viable:
        return Reason::not_viable;
    case Refusal::crews:
        return Reason::capacity;
    case Refusal::none:
    case Refusal::budget:
        break;
    }
    return Reason::budget_exceeded;
}

Reason without_candidate(Board const& board, std::uint32_t village) {
    if (board.candidates.blocked_by_line_of_sight[village]) return Reason::no_line_of_sight;
    if (board.candidates.blocked_by_fibre_length[village]) return Reason::fibre_too_far;
    return board.cell_people[village] > 0 ? Reason::no_line_of_sight : Reason::too_few_people;
}

/// `refusal_of(candidate)` says what happened to the village's best candidate.
template <class RefusalOf>
std::vector<VillageReason> reasons(Board const& board, Covered const& covered,
                                   std::vector<VillageSignal> const& base_villages, RefusalOf refusal_of) {
    std::vector<VillageReason> result(board.world.villages.size());
    for (std::uint32_t v = 0; v < result.size(); ++v) {
        if (base_villages[v].state == SignalState::good) continue; // ALREADY_SERVED
        if (covered.village_good[v]) {
            result[v].reason = Reason::built;
        } else if (auto const best = best_candidate(board, covered, v)) {
            result[v].reason = of(refusal_of(*best));
            if (result[v].reason == Reason::no_power) result[v].power_year = board.candidates.list[*best].earliest_year;
        } else {
            result[v].reason = without_candidate(board, v);
        }
    }
    return result;
}

} // namespace

std::string VillageReason::code() const {
    std::string text(codes[static_cast<std::size_t>(reason)]);
    return reason == Reason::no_power ? text + "_" + std::to_string(power_year) : text;
}

std::vector<VillageReason> village_reasons(Board const& board, Covered const& covered,
                                           std::vector<VillageSignal> const& base_villages,
                                           std::vector<Offer> const& offers) {
    return reasons(board, covered, base_villages, [&](std::uint32_t c) { return offers[c].refusal; });
}

std::vector<VillageReason> base_year_reasons(Board const& board, Covered const& covered,
                                             std::vector<VillageSignal> const& base_villages) {
    auto const& years = board.scenario.years;
    return reasons(board, covered, base_villages, [&](std::uint32_t c) {
        if (board.candidates.list[c].earliest_year > years.first) return Refusal::too_early;
        auto const offer = make_offer(board, covered, c, years.first);
        if (offer.refusal != Refusal::none) return offer.refusal;
        return offer.appraisal.viability == Viability::viable ? Refusal::budget : Refusal::not_viable;
    });
}

} // namespace phusong

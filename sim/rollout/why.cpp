#include "sim/rollout/why.h"
#include "sim/rollout/reasons.h"
#include <algorithm>

namespace phusong {
namespace {

/// Everything that could still be built, as a year begins.
struct Field {
    std::vector<Offer> offers;
    std::vector<bool> open; ///< nothing but money stands against it
};

Field field_of(Board const& board, Covered const& covered, std::vector<bool> const& built, int year) {
    Field field;
    for (std::uint32_t c = 0; c < board.candidates.list.size(); ++c) {
        field.offers.push_back(built[c] ? Offer{} : make_offer(board, covered, c, year));
        field.open.push_back(!built[c] && field.offers.back().refusal == Refusal::none);
    }
    return field;
}

bool comes_before(Field const& field, std::uint32_t a, std::uint32_t b) {
    auto const &x = field.offers[a].score, &y = field.offers[b].score;
    return x > y || (x == y && a < b);
}

Standing standing_of(Field const& field, Plan const& plan, std::uint32_t candidate, int year) {
    Standing out{candidate, field.offers[candidate], field.offers[candidate].score.people_per_vnd, 1, 0, {}, 0};
    for (std::uint32_t c = 0; c < field.offers.size(); ++c) {
        if (!field.open[c]) continue;
        ++out.of;
        if (c != candidate && comes_before(field, c, candidate)) ++out.rank;
    }
    for (std::size_t p = 0; p < plan.projects.size(); ++p) {
        auto const c = plan.projects[p].candidate;
        if (plan.projects[p].year != year || !field.open[c]) continue;
        if (!out.weakest || comes_before(field, plan.projects[*out.weakest].candidate, c)) out.weakest = p;
    }
    if (out.weakest) out.weakest_score = field.offers[plan.projects[*out.weakest].candidate].score.people_per_vnd;
    return out;
}

} // namespace

std::vector<WhyYear> why(Board const& board, Covered const& before_plan, Plan const& plan, VillageId village) {
    auto const& years = board.scenario.years;
    auto covered = before_plan;
    std::vector<bool> built(board.candidates.list.size(), false);
    std::vector<WhyYear> all;
    for (int year = years.first; year <= years.last; ++year) {
        auto const field = field_of(board, covered, built, year);
        WhyYear one{year, plan.reason.at(static_cast<std::size_t>(year - years.base)).at(village.value), {}, {}};
        for (std::size_t p = 0; p < plan.projects.size(); ++p) {
            if (plan.projects[p].year != year) continue;
            bool const good = covered.village_good[village.value];
            cover(board, covered, plan.projects[p].candidate);
            built[plan.projects[p].candidate] = true;
            if (!good && covered.village_good[village.value]) one.built_by = p;
        }
        auto const waits = [&](std::uint32_t c) { return is_waiting(field.offers[c].refusal); };
        if (!covered.village_good[village.value])
            if (auto const best = best_candidate(board, covered, village.value, waits))
                one.best = standing_of(field, plan, *best, year);
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace phusong

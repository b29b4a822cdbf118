#include "sim/rollout/offer.h"
#include "sim/rollout/priority.h"
#include "sim/rollout/relaxed.h"

namespace phusong {
namespace {

/// Those that pay for themselves if they are the first to reach all that they can, as soon as they may be built.
void favour_viable(Board& board, Covered const& before) {
    for (std::uint32_t c = 0; c < board.candidates.list.size(); ++c) {
        auto const& candidate = board.candidates.list[c];
        int const year = std::max(board.scenario.years.first, candidate.earliest_year);
        auto people = most_paying(board, before, c);
        for (auto& p : people) p *= board.world.growth_since_census(year);
        auto const appraisal = appraise(candidate.cost, people, board.curves, board.scenario, year);
        if (appraisal.viability == Viability::viable)
            board.candidate_factor[c] = board.scenario.rollout.favoured_weight;
    }
}

void favour_villages(Board& board, std::vector<bool> const& favoured) {
    for (std::size_t v = 0; v < favoured.size(); ++v)
        if (favoured[v]) board.aims.village_factor[v] = board.scenario.rollout.favoured_weight;
}

std::vector<bool> villages_of_worst_communes(Board const& board, Covered const& before) {
    auto const& world = board.world;
    std::vector<double> people(world.communes.size()), served(world.communes.size());
    for (std::size_t cell = 0; cell < world.people.size(); ++cell) {
        auto const commune = world.villages[world.people[cell].village.value].commune.value;
        people[commune] += world.people[cell].people;
        if (has_broadband(before.good[cell])) served[commune] += world.people[cell].people;
    }
    std::vector<bool> worst;
    for (auto const& village : world.villages) {
        auto const c = village.commune.value;
        worst.push_back(served[c] < board.scenario.rollout.floor_share * people[c]);
    }
    return worst;
}

} // namespace

void favour(Board& board, Covered const& before) {
    switch (board.scenario.rollout.policy) {
    case Policy::viable_first:
        return favour_viable(board, before);
    case Policy::worst_communes_first:
        return favour_villages(board, villages_of_worst_communes(board, before));
    case Policy::priority_places: {
        std::vector<bool> named;
        for (auto rank : priority_of_villages(board.world, board.scenario)) named.push_back(rank.has_value());
        return favour_villages(board, named);
    }
    case Policy::most_people_per_vnd:
    case Policy::villages_first:
    case Policy::fibre_first:
    case Policy::fixed_order:
    case Policy::targets_first:
        return;
    }
}

} // namespace phusong

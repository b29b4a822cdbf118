#include "sim/rollout/board.h"
#include <algorithm>
#include <limits>

namespace phusong {
namespace {

std::vector<std::uint32_t> touched_villages(World const& world, std::vector<std::uint32_t> const& cells) {
    std::vector<std::uint32_t> villages;
    for (auto cell : cells) villages.push_back(world.people[cell].village.value);
    std::ranges::sort(villages);
    villages.erase(std::unique(villages.begin(), villages.end()), villages.end());
    return villages;
}

/// Merges the ascending lists of the technologies; the two vectors are scratch, all empty sets on entry and exit.
GoodCells merge(World const& world, Candidate const& candidate, std::vector<TechnologySet>& scratch) {
    GoodCells footprint;
    if (candidate.kind == ProjectKind::fibre_village) {
        footprint.villages = {candidate.village.value};
        return footprint;
    }
    for (auto technology : technologies)
        for (auto cell : candidate.reach.people_cells[index(technology)]) {
            if (scratch[cell].empty()) footprint.cell.push_back(cell);
            scratch[cell].add(technology);
        }
    std::ranges::sort(footprint.cell);
    footprint.villages = touched_villages(world, footprint.cell);
    for (auto cell : footprint.cell) {
        auto const village = world.people[cell].village.value;
        auto const slot = std::ranges::lower_bound(footprint.villages, village) - footprint.villages.begin();
        footprint.good.push_back(scratch[cell]);
        footprint.slot.push_back(static_cast<std::uint32_t>(slot));
        scratch[cell] = {};
    }
    return footprint;
}

std::vector<std::uint32_t> centre_cells(World const& world) {
    std::vector<std::uint32_t> centre(world.villages.size(), no_cell);
    std::vector<double> shortest_m(world.villages.size(), std::numeric_limits<double>::infinity());
    for (std::uint32_t i = 0; i < world.people.size(); ++i) {
        auto const v = world.people[i].village.value;
        double const d = geo::distance_m(world.grid.centre(world.people[i].cell), world.villages[v].xy);
        if (d < shortest_m[v]) {
            shortest_m[v] = d;
            centre[v] = i;
        }
    }
    return centre;
}

} // namespace

Board make_board(World const& world, Scenario const& scenario, Candidates const& candidates,
                 std::array<TakeUpCurve, service_count> const& curves) {
    Board board{world, scenario, candidates, curves, {}, {}, centre_cells(world), {}};
    board.cell_people.assign(world.villages.size(), 0.0);
    for (auto const& cell : world.people) board.cell_people[cell.village.value] += cell.people;
    board.candidates_of_village.resize(world.villages.size());
    std::vector<TechnologySet> scratch(world.people.size());
    for (std::uint32_t c = 0; c < candidates.list.size(); ++c) {
        board.footprint.push_back(merge(world, candidates.list[c], scratch));
        for (auto v : board.footprint.back().villages) board.candidates_of_village[v].push_back(c);
    }
    return board;
}

} // namespace phusong

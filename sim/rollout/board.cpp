#include "sim/rollout/board.h"
#include "sim/rollout/priority.h"
#include <algorithm>
#include <iterator>
#include <limits>
#include <map>

namespace phusong {
namespace {

std::vector<std::uint32_t> touched_villages(World const& world, std::vector<std::uint32_t> const& cells,
                                            Reach const& reach) {
    std::vector<std::uint32_t> villages;
    for (auto cell : cells) // neighbours mostly belong to one village
        if (auto const v = world.people[cell].village.value; villages.empty() || villages.back() != v)
            villages.push_back(v);
    for (auto const& halls : reach.halls) villages.insert(villages.end(), halls.begin(), halls.end());
    std::ranges::sort(villages);
    villages.erase(std::unique(villages.begin(), villages.end()), villages.end());
    return villages;
}

std::size_t slot_of(GoodCells const& footprint, std::uint32_t village) {
    return static_cast<std::size_t>(std::ranges::lower_bound(footprint.villages, village) - footprint.villages.begin());
}

/// All that stand in one of the ascending lists, ascending; the lists are mostly the same.
std::vector<std::uint32_t> united(std::array<std::vector<std::uint32_t>, technology_count> const& lists) {
    std::vector<std::uint32_t> all, longer;
    for (auto const& list : lists) {
        if (list.empty() || list == all) continue;
        longer.clear();
        std::ranges::set_union(all, list, std::back_inserter(longer));
        all.swap(longer);
    }
    return all;
}

/// Merges the ascending lists of the technologies; scratch: all empty sets on entry and exit.
GoodCells merge(World const& world, Candidate const& candidate, std::vector<TechnologySet>& scratch) {
    GoodCells footprint;
    if (is_access(candidate.kind)) {
        footprint.villages = {candidate.village.value};
        footprint.hall = {TechnologySet{}};
        return footprint;
    }
    for (auto technology : technologies)
        for (auto cell : candidate.reach.people_cells[index(technology)]) scratch[cell].add(technology);
    footprint.cell = united(candidate.reach.people_cells);
    footprint.villages = touched_villages(world, footprint.cell, candidate.reach);
    footprint.hall.resize(footprint.villages.size());
    for (auto technology : technologies)
        for (auto village : candidate.reach.halls[index(technology)])
            footprint.hall[slot_of(footprint, village)].add(technology);
    footprint.good.reserve(footprint.cell.size());
    footprint.slot.reserve(footprint.cell.size());
    for (auto cell : footprint.cell) {
        auto const village = world.people[cell].village.value;
        bool const as_before = !footprint.slot.empty() && footprint.villages[footprint.slot.back()] == village;
        footprint.slot.push_back(as_before ? footprint.slot.back()
                                           : static_cast<std::uint32_t>(slot_of(footprint, village)));
        footprint.good.push_back(scratch[cell]);
        scratch[cell] = {};
    }
    return footprint;
}

std::shared_ptr<GoodCells const> merged(World const& world, Candidate const& candidate,
                                        std::vector<TechnologySet>& scratch) {
    return std::make_shared<GoodCells const>(merge(world, candidate, scratch));
}

void number_districts(World const& world, Board& board) {
    std::map<std::string, std::uint32_t> number;
    for (auto const& commune : world.communes) {
        auto const next = static_cast<std::uint32_t>(number.size());
        board.district_of_commune.push_back(number.try_emplace(commune.district_code, next).first->second);
    }
    board.districts = std::max<std::size_t>(1, number.size());
}

} // namespace

void merge_reaches(Survey& survey, World const& world) {
    std::vector<TechnologySet> scratch(world.people.size());
    for (auto* list : {&survey.new_sites, &survey.upgrades, &survey.fibre})
        for (auto& candidate : *list) candidate.good = merged(world, candidate, scratch);
}

Board make_board(World const& world, Scenario const& scenario, Candidates const& candidates,
                 std::array<TakeUpCurve, service_count> const& curves, OpenGoals open_goals) {
    Board board{world, scenario, candidates, curves, aims_of(world, scenario, open_goals)};
    for (int year = scenario.years.base; year <= scenario.years.last; ++year)
        board.take_up.push_back(take_up_by_age(curves, scenario, year));
    board.candidate_factor.assign(candidates.list.size(), 1.0);
    number_districts(world, board);
    for (auto place : priority_of_villages(world, scenario))
        board.place_in_order.push_back(place ? *place : std::numeric_limits<int>::max());
    board.cell_people.assign(world.villages.size(), 0.0);
    for (auto const& cell : world.people) board.cell_people[cell.village.value] += cell.people;
    board.candidates_of_village.resize(world.villages.size());
    std::vector<TechnologySet> scratch(world.people.size());
    for (std::uint32_t c = 0; c < candidates.list.size(); ++c) {
        auto const& candidate = candidates.list[c];
        board.footprint.push_back(candidate.good ? candidate.good : merged(world, candidate, scratch));
        for (auto v : board.footprint.back()->villages) board.candidates_of_village[v].push_back(c);
    }
    return board;
}

} // namespace phusong

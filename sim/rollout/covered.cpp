#include "sim/rollout/board.h"
#include "sim/rollout/good_technologies.h"
#include <algorithm>

namespace phusong {
namespace {

TechnologySet lacking(TechnologySet have, TechnologySet offered) {
    return {static_cast<std::uint8_t>(offered.bits & ~have.bits)};
}

/// Serves one inhabited cell by one thing more.
void add_layer(Board const& board, Covered& covered, std::uint32_t cell, TechnologySet good) {
    auto const& inhabited = board.world.people[cell];
    for (auto technology : technologies) {
        if (!good.has(technology)) continue;
        auto& layers = covered.layers[cell][index(technology)];
        if (layers == 0) covered.village_people[inhabited.village.value][index(technology)] += inhabited.people;
        ++layers;
        covered.good[cell].add(technology);
    }
}

/// Whether a village has good signal of some technology, when `more` people of it (by technology) were served too, and
/// `at_centre` were good at its centre.
bool becomes_good(Board const& board, Covered const& covered, std::uint32_t village,
                  std::array<double, technology_count> const& more, TechnologySet at_centre) {
    double const wanted = board.scenario.radio.good_people_share * board.cell_people[village];
    return std::ranges::any_of(technologies, [&](Technology t) {
        return at_centre.has(t) && covered.village_people[village][index(t)] + more[index(t)] >= wanted * (1 - 1e-12);
    });
}

TechnologySet united(TechnologySet a, TechnologySet b) { return {static_cast<std::uint8_t>(a.bits | b.bits)}; }

/// Good at the village's centre once `footprint` is built.
TechnologySet good_at_centre(Board const& board, Covered const& covered, GoodCells const& footprint,
                             std::uint32_t village) {
    auto const centre = board.centre_cell[village];
    if (centre == no_cell) return {};
    auto const found = std::ranges::lower_bound(footprint.cell, centre);
    bool const inside = found != footprint.cell.end() && *found == centre;
    auto const offered =
        inside ? footprint.good[static_cast<std::size_t>(found - footprint.cell.begin())] : TechnologySet{};
    return united(covered.good[centre], offered);
}

int villages_made_good(Board const& board, Covered const& covered, GoodCells const& footprint,
                       std::vector<std::array<double, technology_count>> const& more) {
    int n = 0;
    for (std::size_t slot = 0; slot < footprint.villages.size(); ++slot) {
        auto const v = footprint.villages[slot];
        if (covered.village_good[v]) continue;
        if (becomes_good(board, covered, v, more[slot], good_at_centre(board, covered, footprint, v))) ++n;
    }
    return n;
}

} // namespace

Covered covered_in_base_year(Board const& board, SignalMaps const& base,
                             std::vector<VillageSignal> const& base_villages) {
    auto const& world = board.world;
    Covered covered;
    covered.layers.assign(world.people.size(), {});
    covered.good.assign(world.people.size(), {});
    covered.village_people.assign(world.villages.size(), {});
    auto const good = good_technologies(world, board.scenario.radio, base);
    for (std::uint32_t i = 0; i < good.size(); ++i) add_layer(board, covered, i, good[i]);
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        int const fibre_year = world.villages[v].fibre_year;
        covered.village_good.push_back(base_villages[v].state == SignalState::good);
        covered.village_fibre.push_back(fibre_year != 0 && fibre_year <= board.scenario.years.last);
    }
    return covered;
}

Gain gain(Board const& board, Covered const& covered, std::uint32_t candidate) {
    auto const& footprint = board.footprint[candidate];
    auto const& proposed = board.candidates.list[candidate];
    Gain result;
    if (proposed.kind == ProjectKind::fibre_village) {
        auto const v = proposed.village.value;
        if (!covered.village_fibre[v]) result.fibre_people = board.world.villages[v].people;
        return result;
    }
    std::vector<std::array<double, technology_count>> more(footprint.villages.size());
    for (std::size_t i = 0; i < footprint.cell.size(); ++i) {
        auto const have = covered.good[footprint.cell[i]], added = lacking(have, footprint.good[i]);
        if (added.empty()) continue;
        double const people = board.world.people[footprint.cell[i]].people;
        for (auto t : technologies)
            if (added.has(t)) more[footprint.slot[i]][index(t)] += people;
        if (have.empty()) result.first_signal_people += people;
        if (has_broadband(have) || !has_broadband(added)) continue;
        result.broadband_people += people;
        if (!have.empty()) result.upgraded_people += people;
    }
    result.villages = villages_made_good(board, covered, footprint, more);
    return result;
}

void cover(Board const& board, Covered& covered, std::uint32_t candidate) {
    auto const& footprint = board.footprint[candidate];
    auto const& built = board.candidates.list[candidate];
    if (built.kind == ProjectKind::fibre_village) covered.village_fibre[built.village.value] = true;
    for (std::size_t i = 0; i < footprint.cell.size(); ++i)
        add_layer(board, covered, footprint.cell[i], footprint.good[i]);
    if (built.kind == ProjectKind::fibre_village) return;
    for (auto v : footprint.villages)
        if (!covered.village_good[v])
            covered.village_good[v] = becomes_good(board, covered, v, {}, good_at_centre(board, covered, footprint, v));
}

bool is_redundant(Board const& board, Covered const& covered, std::uint32_t candidate) {
    if (board.candidates.list[candidate].kind == ProjectKind::fibre_village) return false;
    auto const& footprint = board.footprint[candidate];
    for (std::size_t i = 0; i < footprint.cell.size(); ++i)
        for (auto t : technologies)
            if (footprint.good[i].has(t) && covered.layers[footprint.cell[i]][index(t)] < 2) return false;
    return true;
}

void uncover_redundant(Board const& board, Covered& covered, std::uint32_t candidate) {
    auto const& footprint = board.footprint[candidate];
    for (std::size_t i = 0; i < footprint.cell.size(); ++i)
        for (auto t : technologies)
            if (footprint.good[i].has(t)) --covered.layers[footprint.cell[i]][index(t)];
}

} // namespace phusong

#include "sim/rollout/board.h"
#include <algorithm>

namespace phusong {
namespace {

TechnologySet lacking(TechnologySet have, TechnologySet offered) {
    return {static_cast<std::uint8_t>(offered.bits & ~have.bits)};
}

/// One thing more serves; returns the technologies that are new there.
TechnologySet add_layer(ServedBy& layers, TechnologySet& good, TechnologySet more) {
    auto const fresh = lacking(good, more);
    for (auto t : technologies)
        if (more.has(t)) ++layers[index(t)];
    good.bits |= more.bits;
    return fresh;
}

/// True when something is new there.
bool add_at_cell(Board const& board, Covered& covered, std::uint32_t cell, TechnologySet good) {
    auto const& inhabited = board.world.people[cell];
    auto const fresh = add_layer(covered.layers[cell], covered.good[cell], good);
    for (auto t : technologies)
        if (fresh.has(t)) covered.village_people[inhabited.village.value][index(t)] += inhabited.people;
    return !fresh.empty();
}

/// Whether a village has good signal of some technology, when `more` people of it (by technology) and `at_hall` were
/// served too. The rule is that of the maps (village_signals).
bool becomes_good(Board const& board, Covered const& covered, std::uint32_t village,
                  std::array<double, technology_count> const& more, TechnologySet at_hall) {
    return std::ranges::any_of(technologies, [&](Technology t) {
        bool const hall = at_hall.has(t) || covered.hall_good[village].has(t);
        return hall && enough_people(board.scenario.radio, covered.village_people[village][index(t)] + more[index(t)],
                                     board.cell_people[village]);
    });
}

/// Villages in which somebody lives; signal for an empty one is no reason to build.
int villages_made_good(Board const& board, Covered const& covered, GoodCells const& footprint,
                       std::vector<std::array<double, technology_count>> const& more) {
    int n = 0;
    for (std::size_t slot = 0; slot < footprint.villages.size(); ++slot) {
        auto const v = footprint.villages[slot];
        if (covered.village_good[v] || !(board.cell_people[v] > 0)) continue;
        if (becomes_good(board, covered, v, more[slot], footprint.hall[slot])) ++n;
    }
    return n;
}

/// Of fibre or fixed wireless to a village.
Gain gain_of_lines(Board const& board, Covered const& covered, Candidate const& lines) {
    auto const v = lines.village.value;
    double const people = board.world.villages[v].people, have = covered.fixed_line_share[v];
    bool const fibre = lines.kind == ProjectKind::fibre_village;
    Gain result{.something = true};
    if (fibre && !covered.village_fibre[v]) result.fibre_people = people;
    result.fixed_line_people = people * std::max(0.0, lines.fixed_line_share - have);
    auto const& rollout = board.scenario.rollout;
    double const better =
        fixed_line_worth(rollout, fibre || covered.village_fibre[v], std::max(have, lines.fixed_line_share)) -
        fixed_line_worth(rollout, covered.village_fibre[v], have);
    result.worth = board.aims.fibre * board.aims.village_factor[v] * people * better;
    return result;
}

/// Whether all of `good` is served by two at least.
bool served_twice(ServedBy const& layers, TechnologySet good) {
    return std::ranges::none_of(technologies, [&](Technology t) { return good.has(t) && layers[index(t)] < 2; });
}

void remove_layer(ServedBy& layers, TechnologySet good) {
    for (auto t : technologies)
        if (good.has(t)) --layers[index(t)];
}

} // namespace

Covered covered_in_base_year(Board const& board, PointSignals const& base,
                             std::vector<VillageSignal> const& base_villages) {
    auto const& world = board.world;
    Covered covered;
    covered.layers.assign(world.people.size(), {});
    covered.good.assign(world.people.size(), {});
    covered.hall_layers.assign(world.villages.size(), {});
    covered.hall_good.assign(world.villages.size(), {});
    covered.village_people.assign(world.villages.size(), {});
    for (std::uint32_t i = 0; i < base.good.size(); ++i) add_at_cell(board, covered, i, base.good[i]);
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        add_layer(covered.hall_layers[v], covered.hall_good[v], good_at_hall(base, board.scenario.radio, v));
        int const fibre_year = world.villages[v].fibre_year;
        covered.village_good.push_back(base_villages[v].state == SignalState::good);
        covered.village_fibre.push_back(fibre_year != 0 && fibre_year <= board.scenario.years.last);
    }
    covered.fixed_line_share.assign(covered.village_fibre.begin(), covered.village_fibre.end());
    return covered;
}

double fixed_line_worth(Rollout const& rollout, bool fibre, double share) {
    return fibre ? 1 : rollout.fixed_wireless_line_worth * share;
}

Gain gain(Board const& board, Covered const& covered, std::uint32_t candidate) {
    auto const& footprint = *board.footprint[candidate];
    auto const& proposed = board.candidates.list[candidate];
    if (is_access(proposed.kind)) return gain_of_lines(board, covered, proposed);
    Gain result;
    thread_local std::vector<std::array<double, technology_count>> more; // asked a million times
    more.assign(footprint.villages.size(), {});
    for (std::size_t i = 0; i < footprint.cell.size(); ++i) {
        auto const have = covered.good[footprint.cell[i]], added = lacking(have, footprint.good[i]);
        if (added.empty()) continue;
        result.something = true;
        double const people = board.world.people[footprint.cell[i]].people;
        for (auto t : technologies)
            if (added.has(t)) more[footprint.slot[i]][index(t)] += people;
        double const factor = board.aims.village_factor[footprint.villages[footprint.slot[i]]];
        if (have.empty()) {
            result.first_signal_people += people;
            result.worth += board.aims.signal * factor * people;
        }
        if (has_broadband(have) || !has_broadband(added)) continue;
        result.broadband_people += people;
        result.worth += board.aims.broadband * factor * people;
        if (!have.empty()) result.upgraded_people += people;
    }
    for (std::size_t slot = 0; slot < footprint.villages.size() && !result.something; ++slot)
        result.something = !lacking(covered.hall_good[footprint.villages[slot]], footprint.hall[slot]).empty();
    result.villages = result.something ? villages_made_good(board, covered, footprint, more) : 0;
    return result;
}

std::vector<std::uint32_t> cover(Board const& board, Covered& covered, std::uint32_t candidate) {
    auto const& footprint = *board.footprint[candidate];
    auto const& built = board.candidates.list[candidate];
    if (is_access(built.kind)) {
        auto const v = built.village.value;
        if (built.kind == ProjectKind::fibre_village) covered.village_fibre[v] = true;
        covered.fixed_line_share[v] = std::max(covered.fixed_line_share[v], built.fixed_line_share);
        return {v};
    }
    std::vector<bool> fresh(footprint.villages.size());
    for (std::size_t i = 0; i < footprint.cell.size(); ++i)
        if (add_at_cell(board, covered, footprint.cell[i], footprint.good[i])) fresh[footprint.slot[i]] = true;
    std::vector<std::uint32_t> changed;
    for (std::size_t slot = 0; slot < footprint.villages.size(); ++slot) {
        auto const v = footprint.villages[slot];
        auto const at_hall = add_layer(covered.hall_layers[v], covered.hall_good[v], footprint.hall[slot]);
        if (!covered.village_good[v]) covered.village_good[v] = becomes_good(board, covered, v, {}, {});
        if (fresh[slot] || !at_hall.empty()) changed.push_back(v); // else it was good before if it is now
    }
    return changed;
}

bool is_redundant(Board const& board, Covered const& covered, std::uint32_t candidate) {
    if (is_access(board.candidates.list[candidate].kind)) return false;
    auto const& footprint = *board.footprint[candidate];
    for (std::size_t i = 0; i < footprint.cell.size(); ++i)
        if (!served_twice(covered.layers[footprint.cell[i]], footprint.good[i])) return false;
    for (std::size_t slot = 0; slot < footprint.villages.size(); ++slot)
        if (!served_twice(covered.hall_layers[footprint.villages[slot]], footprint.hall[slot])) return false;
    return true;
}

void uncover_redundant(Board const& board, Covered& covered, std::uint32_t candidate) {
    auto const& footprint = *board.footprint[candidate];
    for (std::size_t i = 0; i < footprint.cell.size(); ++i)
        remove_layer(covered.layers[footprint.cell[i]], footprint.good[i]);
    for (std::size_t slot = 0; slot < footprint.villages.size(); ++slot)
        remove_layer(covered.hall_layers[footprint.villages[slot]], footprint.hall[slot]);
}

} // namespace phusong

#include "sim/scenario/scenario.h"
#include "tools/synthesize/draws.h"
#include "tools/synthesize/spread.h"
#include "tools/synthesize/villages.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace phusong::synthesize {
namespace {

constexpr double centre_weight = 2; ///< a commune's centre is about twice an ordinary village
constexpr double log_spread = 0.35; ///< of village sizes

/// Calls `each(first, last)` with the rows of every commune.
template <class Each> void for_each_commune(std::vector<VillageRow> const& rows, Each each) {
    for (std::size_t first = 0, last; first < rows.size(); first = last) {
        for (last = first; last < rows.size() && rows[last].commune == rows[first].commune;) ++last;
        each(first, last);
    }
}

/// Rows of one district, remotest first. A commune's centre is never remote.
std::vector<std::size_t> remotest(std::vector<VillageRow> const& rows, World const& world, District const& district,
                                  int seed) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (world.communes[rows[i].commune.value].district_code != district.code) continue;
        bool const centre = i == 0 || rows[i - 1].commune != rows[i].commune;
        double const luck = 0.75 + 0.5 * geo::uniform(key(seed, Draw::remoteness, static_cast<std::uint32_t>(i)));
        order.emplace_back(centre ? 0 : -rows[i].seat_distance_m * luck, i);
    }
    std::ranges::sort(order);
    std::vector<std::size_t> result;
    for (auto const& [remoteness, i] : order) result.push_back(i);
    return result;
}

void power(std::vector<VillageRow>& rows, World const& world, District const& district, Years waits, int seed) {
    auto const order = remotest(rows, world, district, seed);
    auto const powered =
        district.powered_villages > 0
            ? static_cast<std::size_t>(district.powered_villages)
            : static_cast<std::size_t>(std::lround(district.grid_power_share * static_cast<double>(order.size())));
    for (auto& row : rows)
        if (world.communes[row.commune.value].district_code == district.code) row.grid_power_year = waits.base;
    for (std::size_t k = 0; k + powered < order.size(); ++k) {
        auto const waiting = order.size() - powered;
        auto const turn = (waiting - 1 - k) * static_cast<std::size_t>(waits.planned()) / waiting;
        rows[order[k]].grid_power_year = waits.first + static_cast<int>(turn); // the remotest wait longest
    }
}

void fibre(std::vector<VillageRow>& rows, double share, int base_year) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto const centre = [&](std::size_t i) { return i == 0 || rows[i - 1].commune != rows[i].commune; };
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return centre(i) ? 0.0 : 1 + rows[i].seat_distance_m; });
    int all = 0, passed = 0;
    for (auto const& row : rows) all += row.households;
    for (auto const i : order) {
        if (passed >= share * all) break;
        if (rows[i].grid_power_year > base_year) continue;
        rows[i].fibre_year = base_year;
        passed += rows[i].households;
    }
}

} // namespace

void settle(std::vector<VillageRow>& villages, World const& world, int seed) {
    for_each_commune(villages, [&](std::size_t first, std::size_t last) {
        auto const& commune = world.communes[villages[first].commune.value];
        std::vector<double> weights;
        for (std::size_t i = first; i < last; ++i)
            weights.push_back(
                (i == first ? centre_weight : 1) *
                std::exp(log_spread * geo::normal(key(seed, Draw::village_people, static_cast<std::uint32_t>(i)))));
        auto const people = spread(weights, static_cast<int>(std::lround(commune.people)), 1);
        auto const households =
            spread({people.begin(), people.end()}, static_cast<int>(std::lround(commune.households)));
        for (std::size_t i = first; i < last; ++i) {
            villages[i].people = people[i - first];
            villages[i].households = households[i - first];
        }
    });
}

void connect(std::vector<VillageRow>& villages, World const& world, Facts const& facts, int base_year, int seed) {
    Years const waits{.base = base_year, .first = base_year + 1, .last = facts.totals.last_grid_year};
    for (auto const& district : facts.districts) power(villages, world, district, waits, seed);
    fibre(villages, facts.totals.households_with_fibre_share, base_year);
}

} // namespace phusong::synthesize

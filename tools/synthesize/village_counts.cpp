#include "tools/synthesize/spread.h"
#include "tools/synthesize/villages.h"
#include <algorithm>
#include <cmath>

namespace phusong::synthesize {
namespace {

constexpr double km2_per_village = 0.6; ///< at least: the villages stand 500 m apart

/// Communes that share out one number of villages.
struct Group {
    std::vector<std::size_t> communes;
    int villages = 0;
};

std::vector<int> share_out(Group const& group, World const& world, std::vector<int> const& known) {
    double people = 0, area = 0;
    for (auto const i : group.communes) people += world.communes[i].people, area += world.communes[i].area_km2;
    std::vector<double> weights;
    std::vector<Bounds> bounds;
    for (auto const i : group.communes) {
        auto const& commune = world.communes[i];
        // A commune of few people spread wide has more and smaller villages: both count.
        weights.push_back(0.6 * commune.people / people + 0.4 * commune.area_km2 / area);
        int const least = std::max(1, known[i] + 1); // one more than known: perhaps one at the seat
        bounds.push_back({least, std::max(least, static_cast<int>(commune.area_km2 / km2_per_village))});
    }
    return allot(weights, bounds, group.villages);
}

} // namespace

std::vector<int> village_counts(World const& world, Facts const& facts) {
    std::vector<int> known(world.communes.size()), counts(world.communes.size());
    for (auto const& village : facts.known) ++known[village.commune.value];
    std::vector<Group> groups{{{}, facts.totals.villages}};
    for (auto const& district : facts.districts) {
        auto& group = district.villages > 0 ? groups.emplace_back() : groups.front();
        if (district.villages > 0) group.villages = district.villages, groups.front().villages -= district.villages;
        for (std::size_t i = 0; i < world.communes.size(); ++i)
            if (world.communes[i].district_code == district.code) group.communes.push_back(i);
    }
    for (auto const& group : groups) {
        auto const shares = share_out(group, world, known);
        for (std::size_t k = 0; k < shares.size(); ++k) counts[group.communes[k]] = shares[k];
    }
    return counts;
}

} // namespace phusong::synthesize

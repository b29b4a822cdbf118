#include "tools/synthesize/sites.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace phusong::synthesize {
namespace {

/// How many candidates are left for every village and every commune's centre.
struct Ledger {
    std::vector<Candidate> const& candidates;
    std::vector<std::uint32_t> const& centres;
    std::vector<bool> allowed;
    std::vector<int> left_for_village;
    std::vector<int> left_for_centre; ///< good signal from a candidate of the commune itself
    std::set<std::uint32_t> unserved = {};

    Ledger(std::vector<Candidate> const& list, std::vector<std::uint32_t> const& centre, std::size_t villages)
        : candidates(list), centres(centre), allowed(list.size(), true), left_for_village(villages),
          left_for_centre(centre.size()) {
        for (std::size_t i = 0; i < list.size(); ++i) count(i, 1);
    }
    [[nodiscard]] bool serves_centre(Candidate const& c) const {
        return std::ranges::binary_search(c.good, centres[c.commune.value]);
    }
    void count(std::size_t i, int change) {
        for (auto const v : candidates[i].served) left_for_village[v] += change;
        if (serves_centre(candidates[i])) left_for_centre[candidates[i].commune.value] += change;
    }
    [[nodiscard]] bool still_enough(std::size_t i) const {
        auto const& c = candidates[i];
        auto const lost = [&](std::uint32_t v) { return left_for_village[v] <= 0 && !unserved.contains(v); };
        return std::ranges::none_of(c.served, lost) && left_for_centre[c.commune.value] > 0;
    }
    /// Tries to leave a village without signal; takes everything back when another village or a centre would suffer.
    bool try_unserved(std::uint32_t village, std::vector<std::size_t> const& harmful) {
        unserved.insert(village);
        std::vector<std::size_t> taken;
        for (auto const i : harmful)
            if (allowed[i]) allowed[i] = false, taken.push_back(i), count(i, -1);
        if (std::ranges::all_of(taken, [&](std::size_t i) { return still_enough(i); })) return true;
        for (auto const i : taken) allowed[i] = true, count(i, 1);
        unserved.erase(village);
        return false;
    }
};

/// Candidates that would serve `village` or stand too near to it.
std::vector<std::size_t> harmful_to(std::uint32_t village, World const& world, std::vector<Candidate> const& candidates,
                                    double near_km) {
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (std::ranges::binary_search(candidates[i].served, village) ||
            geo::distance_m(candidates[i].xy, world.villages[village].xy) < near_km * 1000)
            list.push_back(i);
    return list;
}

struct Hidden {
    std::uint32_t village;
    std::vector<std::size_t> harmful;
};

/// Villages that may stay unserved, the best hidden first.
std::vector<Hidden> hidden_villages(World const& world, Facts const& facts, std::vector<Candidate> const& candidates) {
    std::set<std::string> gaps;
    for (auto const& district : facts.districts)
        if (district.signal_gaps) gaps.insert(district.code);
    std::vector<Hidden> hidden;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        auto const& commune = world.communes[world.villages[v].commune.value];
        double const away_m = geo::distance_m(world.villages[v].xy, commune.seat);
        if (!gaps.contains(commune.district_code) || away_m < facts.totals.unserved_distance_low_km * 1000) continue;
        hidden.push_back({v, harmful_to(v, world, candidates, facts.totals.unserved_distance_low_km)});
    }
    std::ranges::stable_sort(hidden, {}, [](Hidden const& h) { return h.harmful.size(); });
    return hidden;
}

} // namespace

std::vector<std::uint32_t> centre_villages(World const& world) {
    std::vector<std::uint32_t> centres(world.communes.size(), 0);
    for (auto v = static_cast<std::uint32_t>(world.villages.size()); v-- > 0;)
        centres[world.villages[v].commune.value] = v;
    return centres;
}

Unserved choose_unserved(World const& world, Facts const& facts, std::vector<Candidate> const& candidates) {
    auto const centres = centre_villages(world);
    Ledger ledger(candidates, centres, world.villages.size());
    auto const wanted = static_cast<std::size_t>(
        std::lround(static_cast<double>(world.villages.size()) * (1 - facts.totals.villages_with_signal_share)));
    std::map<std::string, std::size_t> per_district;
    auto const hidden = hidden_villages(world, facts, candidates);
    for (std::size_t const most : {wanted / 4, wanted}) // no district takes more than a quarter unless it must
        for (auto const& [village, harmful] : hidden) {
            auto& here = per_district[world.communes[world.villages[village].commune.value].district_code];
            if (ledger.unserved.size() == wanted || here >= most || ledger.unserved.contains(village)) continue;
            if (ledger.try_unserved(village, harmful)) ++here;
        }
    return {{ledger.unserved.begin(), ledger.unserved.end()}, ledger.allowed};
}

} // namespace phusong::synthesize

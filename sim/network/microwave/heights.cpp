#include "sim/network/microwave/heights.h"
#include <algorithm>
#include <cmath>
#include <tuple>

namespace phusong {

std::optional<AntennaHeights> lowest_heights(HopProfile const& profile, std::span<double const> at_a_m,
                                             std::span<double const> at_b_m, double frequency_ghz,
                                             ClearanceRules const& rules) {
    if (at_a_m.empty() || at_b_m.empty()) return std::nullopt;
    // Taller never clears less, so the tallest pair settles most hops that are blocked.
    if (!clears(profile, std::ranges::max(at_a_m), std::ranges::max(at_b_m), frequency_ghz, rules)) return std::nullopt;
    std::optional<AntennaHeights> best;
    double best_room = 0;
    auto const rank = [](AntennaHeights const& h) { return std::tuple(h.a_m + h.b_m, std::abs(h.a_m - h.b_m)); };
    for (double a_m : at_a_m)
        for (double b_m : at_b_m) {
            AntennaHeights const h{a_m, b_m};
            if (best && rank(*best) < rank(h)) continue;
            if (!clears(profile, a_m, b_m, frequency_ghz, rules)) continue;
            double const room = least_clearance(profile, a_m, b_m, frequency_ghz, rules.k).radii;
            if (!best || rank(h) < rank(*best) || std::tuple(best_room, best->b_m) < std::tuple(room, b_m)) {
                best = h;
                best_room = room;
            }
        }
    return best;
}

} // namespace phusong

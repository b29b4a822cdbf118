#pragma once
#include "tests/sim/rollout/hand_made.h"
#include <cmath>
#include <random>
#include <set>

namespace phusong::test {

/// Serves villages in part: each technology its own parts and halls.
template <class Chance>
void serve_at_random(HandMade const& made, Candidate& site, std::set<std::uint32_t> const& villages, Chance chance) {
    for (auto v : villages)
        for (auto t : {Technology::g2, Technology::g4, Technology::g5})
            for (std::uint32_t part = 0; part <= made.parts; ++part)
                if (chance(t == Technology::g4 ? 0.8 : 0.3)) made.serve(site, t, v, part);
}

/// 3–9 villages of three parts, 2–8 candidates of up to three technologies, 0–2 for lines by radio, some places served
/// already, budgets from nothing to plenty.
inline HandMade random_case(unsigned seed) {
    std::mt19937 random(seed);
    auto const between = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    auto const chance = [&](double share) { return between(0, 1) < share; };
    std::vector<double> people(static_cast<std::size_t>(between(3, 9.99)));
    for (auto& p : people) p = std::floor(between(20, 1500));
    HandMade made(people);
    auto const n = static_cast<std::uint32_t>(people.size());
    for (int c = 0, count = static_cast<int>(between(2, 8.99)); c < count; ++c) {
        std::set<std::uint32_t> served;
        for (int k = 0, size = static_cast<int>(between(1, 4.99)); k < size; ++k)
            served.insert(static_cast<std::uint32_t>(between(0, n - 0.01)));
        if (chance(0.2)) {
            made.fibre(*served.begin(), between(0.05, 1.2));
        } else {
            int const earliest_year = 2021 + static_cast<int>(between(0, 2.99));
            auto& site = made.bare_site(*served.begin(), between(0.1, 1.4), between(0, 0.12), earliest_year);
            serve_at_random(made, site, served, chance);
        }
    }
    for (std::uint32_t v = 0; v < n; ++v)
        for (std::uint32_t part = 0; part <= made.parts; ++part)
            if (chance(0.2)) made.already(v, chance(0.5) ? Technology::g2 : Technology::g4, part);
    made.world.people_growth_share_per_year = between(0, 1) < 0.5 ? 0 : 0.017;
    auto& rollout = made.scenario.rollout;
    rollout.policy = static_cast<Policy>(static_cast<int>(between(0, 3.99)));
    rollout.carry_over = between(0, 1) < 0.5;
    rollout.operator_budget_bn_vnd = {between(0, 2), between(0, 2), between(0, 2)};
    rollout.public_budget_bn_vnd = between(0, 1) < 0.5 ? std::vector{between(0, 2)} : std::vector{0.0, 1.3, 0.2};
    for (int c = 0, count = static_cast<int>(between(0, 2.99)); c < count; ++c)
        made.fixed_wireless(static_cast<std::uint32_t>(between(0, n - 0.01)), between(0.01, 0.4),
                            chance(0.5) ? 1 : between(0.1, 1));
    return made;
}

/// Two operators, and candidates that one of them builds or both.
inline HandMade with_operators(HandMade made, unsigned seed) {
    std::mt19937 random(seed + 77);
    auto& rollout = made.scenario.rollout;
    rollout.operator_names = "Red, Blue";
    double const red = std::uniform_real_distribution<double>(0.1, 0.9)(random);
    rollout.operator_shares = {red, 1 - red};
    for (auto& candidate : made.candidates.list)
        candidate.payers = {.all = random() % 3 == 0, .builder = static_cast<std::uint8_t>(random() % 2)};
    return made;
}

} // namespace phusong::test

#pragma once
#include "sim/solve/dice.h"
#include "sim/solve/work.h"
#include <vector>

namespace phusong::solve::test {

inline constexpr int random_cases = 2000;

/// Work that a tiny problem is done with.
inline Work little_work(std::uint64_t seed) { return {.seed = seed, .effort = 1, .iterations = 2000, .progress = {}}; }

inline bool has(std::uint32_t set, std::uint32_t member) { return (set >> member & 1U) != 0; }

} // namespace phusong::solve::test

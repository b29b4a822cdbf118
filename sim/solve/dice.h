#pragma once
#include <cstdint>

namespace phusong::solve {

/// Quick random numbers for one search in one thread. Source: SplitMix64 (Steele, Lea, Flood 2014).
struct Dice {
    std::uint64_t state = 1;
    std::uint64_t next() {
        state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    /// One of 0 … n − 1; n must not be 0.
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32); }
    double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }
};

} // namespace phusong::solve

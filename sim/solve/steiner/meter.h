#pragma once
#include <cstdint>
#include <limits>

namespace phusong::solve {

/// Counts work in arcs looked at, so that a search ends at the same place on every machine.
struct Meter {
    std::int64_t limit = std::numeric_limits<std::int64_t>::max();
    std::int64_t spent = 0;
    void add(std::size_t arcs) { spent += static_cast<std::int64_t>(arcs); }
    [[nodiscard]] bool over() const { return spent >= limit; }
};

/// A quick generator for choices inside a search (Steele, Lea, Flood 2014: SplitMix64); one stream per search.
struct Dice {
    std::uint64_t state;
    std::uint64_t next() {
        std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// Uniform in 0 … n − 1, n > 0 (the bias of the multiplication is below n / 2^32).
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32); }
};

} // namespace phusong::solve

#pragma once
#include "geo/random.h"
#include <cstdint>
#include <limits>

namespace phusong::solve::pcst {

/// Work left, in looks at one arc. Counting instead of timing gives the same answer on every machine.
struct Meter {
    std::int64_t left = 0;
    std::int64_t rounds = std::numeric_limits<std::int64_t>::max(); ///< of outermost loops left
    [[nodiscard]] bool spent() const { return left <= 0 || rounds <= 0; }
};

/// Numbers drawn in turn from one named row of random numbers.
struct Dice {
    std::uint64_t seed = 1;
    std::uint32_t purpose = 0, entity = 0, draws = 0;
    [[nodiscard]] double share() { return geo::uniform({seed, purpose, entity, draws++}); }
    /// Below `n`, which must not be 0.
    [[nodiscard]] std::uint32_t below(std::size_t n) {
        return static_cast<std::uint32_t>(share() * static_cast<double>(n));
    }
};

} // namespace phusong::solve::pcst

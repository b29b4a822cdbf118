#pragma once
#include "geo/random.h"

namespace phusong::synthesize {

/// What each random number of the generator is for. The numbers are part of the made tables: never renumber.
enum class Draw : std::uint32_t { village_cell = 201, village_people = 202, remoteness = 203, mast_height = 204 };

[[nodiscard]] inline geo::RandomKey key(int seed, Draw what, std::uint32_t entity, std::uint32_t draw = 0) {
    return {.seed = static_cast<std::uint64_t>(seed),
            .purpose = static_cast<std::uint32_t>(what),
            .entity = entity,
            .draw = draw};
}

} // namespace phusong::synthesize

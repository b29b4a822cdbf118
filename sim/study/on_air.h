#pragma once
#include "sim/radio/coverage_probability.h"
#include "sim/run/outcome.h"
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::study {

/// What a run's projects have put on the air by its last year, in words of a line of the journal: "x y mast
/// technologies relay" for each transmitter, by semicolons; "-" for none. Numbers come back as the same bits.
[[nodiscard]] std::string on_air_text(World const& world, Scenario const& scenario, Outcome const& outcome);

/// What several draws have on the air, each transmitter once, in the order in which they name them first.
struct OnAir {
    std::array<DrawnTransmitters, 2> transmitters;         ///< of full power; relays
    std::size_t draws = 0;                                 ///< how many there will be
    std::map<std::string, std::size_t, std::less<>> place; ///< by a transmitter's words, in the list of its power
    /// Errors: std::invalid_argument for what on_air_text does not write.
    void add(std::string_view text, std::size_t draw);
};

} // namespace phusong::study

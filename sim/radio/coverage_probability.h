#pragma once
#include "sim/radio/radio.h"

namespace phusong {

/// What is to be received: any technology, or 4G or 5G.
enum class Reception : std::uint8_t { any, broadband };
inline constexpr std::array receptions{Reception::any, Reception::broadband};
[[nodiscard]] constexpr std::size_t index(Reception r) { return static_cast<std::size_t>(r); }

/// By how much the best technology exceeds its threshold; NaN where none is heard.
[[nodiscard]] float margin_over_threshold_db(std::array<float, technology_count> const& dbm, Radio const& radio,
                                             Reception reception);

/// Φ((margin_db + error_margin_db) / error_sd_db): how probable it is that a place is served where the strongest signal
/// is predicted this much over its threshold; 0 for NaN (nothing heard). Without error 0 or 1.
[[nodiscard]] double served_probability(Radio const& radio, float margin_db);

/// Some of the draws of a study, one bit each: bit d % 64 of word d / 64.
using DrawSet = std::vector<std::uint64_t>;

/// What draws on the same ground build: transmitters of one power, each in some of the draws.
struct DrawnTransmitters {
    Radio radio; ///< the link budget of all of them
    std::vector<Transmitter> list;
    std::vector<DrawSet> built_in; ///< one per transmitter
};

/// Per reception and cell: the sum over `draws` of the probability that the cell is served.
using ServedDraws = std::array<std::vector<double>, receptions.size()>;

/// What the standing transmitters give, which are in every draw.
struct StandingSignals {
    std::vector<std::uint8_t> wanted; ///< cells of the communes whose terrain is known
    /// By how much the strongest exceeds the threshold of its technology; NaN where nothing is heard.
    std::array<std::vector<float>, receptions.size()> margin_db;
};
/// Threads: as add_signals; the result does not depend on their number.
[[nodiscard]] StandingSignals standing_signals(World const& world, Radio const& radio,
                                               std::span<Transmitter const> standing,
                                               geo::Progress const& progress = {});

/// In one draw a cell is served with the probability Φ((s + error_margin_db) / error_sd_db): s is by how many dB the
/// strongest of that draw's transmitters exceeds the threshold of its technology, Φ the standard normal distribution
/// function. What is measured strays about the prediction by error_sd_db, and all transmitters stray alike: that others
/// are heard too makes no place more certain. With error_sd_db = 0 a cell is served or is not, as on the signal maps
/// (but for error_margin_db). Signals farther than three error_sd_db (or the weak band) under what
/// would serve in half of the cases count as none.
/// Result:  NaN outside the communes and where the terrain of the cell is missing; 0 where nothing is heard.
/// Threads: as add_signals; the result does not depend on their number.
[[nodiscard]] ServedDraws served_draws(World const& world, Radio const& radio, StandingSignals const& standing,
                                       std::span<DrawnTransmitters const> built, std::size_t draws,
                                       geo::Progress const& progress = {});

} // namespace phusong

#pragma once
#include "geo/grid.h"
#include <string>
#include <utility>
#include <vector>

namespace phusong {

/// Everything on which a PathLoss depends. Two that differ in any bit have different keys.
struct PathLossInputs {
    std::string terrain_sha256; ///< of the heights' and the clutter's bytes on `grid`, missing cells included
    std::string crs{};
    geo::Grid grid{};
    geo::XY transmitter{};
    double antenna_height_m = 0; ///< above ground
    double receiver_height_m = 0;
    double frequency_mhz = 0;
    double radius_km = 0;
    double most_loss_db = 0; ///< from which on the engine does not look further
    std::string model{};     ///< its name
    int model_version = 0;   ///< raised when the engine gives other numbers
    /// Any other setting: polarisation, time and location percentages, refractivity, mode, step. Order does not matter.
    std::vector<std::pair<std::string, double>> settings{};
};

/// Lower-case hexadecimal SHA-256 of the inputs, written out one after the other with their names and lengths.
struct PathLossKey {
    std::string hex;
    friend auto operator<=>(PathLossKey const&, PathLossKey const&) = default;
};
[[nodiscard]] PathLossKey key_of(PathLossInputs const& inputs);

} // namespace phusong

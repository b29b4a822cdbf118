#pragma once
#include "geo/problem.h"
#include "sim/radio/models/itm.h"
#include "sim/radio/models/itm_surroundings.h"
#include "sim/radio/sweep/sweep_model.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::cli {

/// The methods that --model names.
enum class PathModel { p1812, p526, itm, free_space };

[[nodiscard]] std::string_view name(PathModel model);   ///< "p1812", as --model has it
[[nodiscard]] std::string_view source(PathModel model); ///< "ITU-R P.1812-6"

/// The method by which rays bend; ITM has its own earth, drawn as P.1812's.
[[nodiscard]] SweepMethod method_of(PathModel model);

// Which models ask for a flag.
[[nodiscard]] constexpr unsigned bit(PathModel model) { return 1U << static_cast<unsigned>(model); }
inline constexpr unsigned for_p1812 = bit(PathModel::p1812), for_p526 = bit(PathModel::p526),
                          for_itm = bit(PathModel::itm), for_free_space = bit(PathModel::free_space),
                          for_all = for_p1812 | for_p526 | for_itm | for_free_space;

/// An antenna: longitude and latitude in WGS 84, height above ground.
struct PathEnd {
    double lon_deg = 0, lat_deg = 0, height_m = 0;
};

/// What ITM asks for beyond the others.
struct ItmChoice {
    ItmSurroundings around;
    double situation_percent = 50;
    double mdvar = 3; ///< a whole number; 3: broadcast
};

[[nodiscard]] ItmLink itm_link(double frequency_mhz, double h_tx_m, double h_rx_m, double n0, Polarisation polarisation,
                               ItmChoice const& choice);

/// That the radio climate is a guess, where the model asks for it and nobody gave it.
void note_guesses(std::vector<geo::Message>& notes, PathModel model, std::optional<double> delta_n,
                  std::optional<double> n0);

// Words as they were typed; what is wrong with them becomes a problem.
[[nodiscard]] PathModel model_of(std::string const& typed, geo::Problems& problems);
[[nodiscard]] Polarisation polarisation_of(std::string const& typed, geo::Problems& problems);
[[nodiscard]] ItmClimate climate_of(std::string const& typed, geo::Problems& problems);
[[nodiscard]] std::string_view name(ItmClimate climate);
/// LON,LAT,HEIGHT. Errors: nothing, and a problem.
[[nodiscard]] std::vector<PathEnd> place_of(std::string const& typed, geo::Problems& problems);

/// What ITM cannot take although the flags' own ranges allow it.
struct ItmLimits {
    double h_tx_m, h_rx_m, n0;
};
void check_itm(ItmLimits const& limits, ItmChoice const& choice, geo::Problems& problems);

} // namespace phusong::cli

#pragma once
#include "geo/problem.h"
#include "sim/scenario/fields.h"
#include "sim/scenario/read_layers.h"
#include <array>
#include <string>
#include <vector>

namespace phusong::study {

enum class Spread : std::uint8_t { uniform, triangular, normal, lognormal };
inline constexpr std::array spread_names{"uniform", "triangular", "normal", "lognormal"};

enum class Sampling : std::uint8_t { random, latin_hypercube, sobol };
inline constexpr std::array sampling_names{"random", "latin_hypercube", "sobol"};

/// How far the value of one key is not known. `relative`: a factor on the scenario's own value, which for a list holds
/// for each of its numbers.
struct Uncertain {
    std::string key = {};
    Field const* field = nullptr;
    Spread spread = Spread::uniform;
    double low = 0, mode = 0, high = 0; ///< uniform, triangular
    double mean = 0, sd = 0;            ///< normal; of the logarithm's own distribution for lognormal: median and sd
    bool relative = false;
    std::size_t dimension = 0; ///< of the study's draws; the same key has the same one in every option
    std::string where = {}, source = {};
};

/// Value (or factor) that is not exceeded with this probability, which lies in (0, 1). Source: inverse distribution
/// functions, docs/models.md "Draws".
[[nodiscard]] double quantile(Uncertain const& uncertain, double probability);

/// Sets the key in the scenario to that quantile, inside the range that the key may have; whole numbers are rounded.
/// Result: the value (or factor) used.
double set_drawn(Scenario& scenario, Uncertain const& uncertain, double probability);

/// A scenario's own value outside the bounds that are told for it would be drawn around another: nothing of the kind
/// when all values lie inside. Relative ones move with the value. `problems`: one for each key.
void check_ranges(Scenario const& scenario, std::vector<Uncertain> const& uncertain, geo::Problems& problems);

/// The table [uncertainty] but for `draws`, `sampling` and `plan`, by ascending key.
[[nodiscard]] std::vector<Uncertain> read_uncertain(GivenKeys const& table, geo::Problems& problems);

} // namespace phusong::study

#pragma once
#include "sim/radio/sweep/sweep_model.h"
#include "sim/scenario/scenario.h"
#include <vector>

namespace phusong {

/// A technology of a transmitter, ready for the engine.
struct Carrier {
    std::size_t technology = 0;
    SweepModel model;
    double sent_dbm = 0;  ///< radiated, with everything taken off that does not depend on the place
    double least_dbm = 0; ///< weaker is none
    double radius_km = 0; ///< farthest place that may get least_dbm: the budget's, or where the least loss leaves less
};

/// Where a prediction is made: what the models ask besides the scenario.
struct Setting {
    double latitude_deg = 0;
    double cell_m = 0; ///< width of the squares of which location_percent speaks
};

/// Errors: std::invalid_argument for figures that no field of a scenario lets pass.
[[nodiscard]] std::vector<Carrier> carriers(Radio const& radio, TechnologySet technologies, double mast_height_m,
                                            Setting const& setting, bool clutter);

/// Kilometres from which on even the least loss that the model knows, free space or what rare times leave of it, leaves
/// less than `least_dbm` of `sent_dbm`.
[[nodiscard]] double free_space_radius_km(SweepModel const& model, double sent_dbm, double least_dbm,
                                          double frequency_mhz);

/// The scenario's way of naming a model within a quarter of a kilometre; nothing for "none".
[[nodiscard]] std::optional<ShortPathModel> short_path_model(std::string const& name);

} // namespace phusong

#pragma once
#include "sim/radio/radio.h"
#include <cstdint>

namespace phusong::study {

/// How many villages have good signal of any technology in the cell of their hall when what is measured strays from
/// what is predicted: in each draw every village has a normal error of its own with the standard deviation
/// `error_sd_db`, common to all sites that it hears, so that over the draws it is served with the probability that the
/// maps give that cell (served_probability; signals under the weak band count as none). The error is named by (seed,
/// village, draw): the same in every option.
[[nodiscard]] double villages_heard(Scenario const& scenario, std::vector<VillageSignal> const& villages,
                                    std::uint32_t draw);

} // namespace phusong::study

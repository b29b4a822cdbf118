#pragma once
#include "sim/radio/coverage_probability.h"
#include "sim/run/run.h"
#include <optional>
#include <string>
#include <string_view>

namespace phusong::study {

/// Signals at points and the survey as bytes of this machine, for a file that the same program reads again: numbers as
/// they lie in memory, lists behind their length. `village_signals` gives the rest.
[[nodiscard]] std::string bytes_of(Groundwork const& ground);
/// Nothing when the bytes end too early or too late.
struct KeptGround {
    PointSignals points;
    Survey survey;
};
[[nodiscard]] std::optional<KeptGround> ground_of(std::string_view bytes);

/// The same for what the standing transmitters give to maps of probability.
[[nodiscard]] std::string bytes_of(StandingSignals const& standing);
[[nodiscard]] std::optional<StandingSignals> standing_of(std::string_view bytes);

/// And for a plan.
[[nodiscard]] std::string bytes_of(Plan const& plan);
[[nodiscard]] std::optional<Plan> plan_in(std::string_view bytes);

} // namespace phusong::study

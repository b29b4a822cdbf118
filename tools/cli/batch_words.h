#pragma once
#include "sim/study/study.h"
#include "tools/cli/screen.h"
#include <filesystem>

namespace phusong::cli {

/// "2 options × 12 draws = 24 runs".
[[nodiscard]] geo::Message size_of(study::Study const& study);
/// What --dry-run shows.
void list_study(study::Study const& study, Screen const& screen);
/// What draws leave out though the scenario says how far it is known: nothing is drawn at all, or growth and ceilings
/// of subscribers are not, so that a run tells wider intervals than the study.
void warn_of_what_is_not_drawn(study::Study const& study, Screen const& screen);
/// How many runs were computed and failed, and what the folder holds.
void tell_study(std::filesystem::path const& folder, std::size_t computed, std::size_t failed,
                study::Study const& study, Screen const& screen);
/// The options that nobody surpasses, from the table that was written.
void tell_front(std::filesystem::path const& folder, Screen const& screen);

} // namespace phusong::cli

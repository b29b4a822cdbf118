#pragma once
#include "geo/progress.h"
#include "sim/output/output.h"
#include "sim/scenario/read.h"
#include "sim/world/read.h"
#include <optional>
#include <string>
#include <vector>

namespace phusong::study {

/// One name of --with or one setting of --set, and the scenario as it would be had only this one not been given.
struct Lever {
    std::string change;              ///< as `changes` of the scenario has it: "low_budget", "seed=12"
    std::optional<Scenario> without; ///< nothing where no run is possible without it
};

/// In the order of `changes`. Errors: those of a file that cannot be read at all.
[[nodiscard]] std::vector<Lever> levers(std::filesystem::path const& file, ReadOptions const& options);

/// Of the levers, those that give no key another value than it had without them: nothing has to be run to know it.
[[nodiscard]] std::vector<std::string> levers_without_meaning(Scenario const& scenario,
                                                              std::vector<Lever> const& levers);

/// Of the levers, those without which a run gives the same tables (docs/models.md, "Levers that do nothing"). One run
/// without maps for each lever that gives some key another value; runs that stand on the same ground share it.
/// `tables`: result_tables of the run with all levers.
/// Errors:  FileError of a store that cannot be written. A lever without which the run fails has an effect.
[[nodiscard]] std::vector<std::string> levers_without_effect(Scenario const& scenario,
                                                             std::vector<TextFile> const& tables,
                                                             std::vector<Lever> const& levers, Store const& store,
                                                             geo::Progress const& progress = {});

} // namespace phusong::study

#pragma once
#include "geo/progress.h"
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <filesystem>
#include <string>
#include <vector>

namespace phusong {

/// Facts about a run that go into its manifest and into the metadata of every file. No clock, no host name: the same
/// inputs give the same bytes.
struct RunIdentity {
    std::string program_version;
    std::string scenario_name;
    std::string input_hash;  ///< of the resolved scenario and every file read
};

/// One map, written as soon as its year is known: maps/signal_4g_2025.tif and so on.
void write_maps(std::filesystem::path const& folder, int year, SignalMaps const& maps, World const& world,
                Scenario const& scenario, RunIdentity const& identity, std::vector<std::string> const& creation_options);

/// Everything else: plan.gpkg, tables/*.csv, summary.json, scenario.resolved.toml, and run.json last.
void write_results(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                   Outcome const& outcome, RunIdentity const& identity);

/// Six lines for the screen: villages, people, subscribers per 100, money by purse, goals, synthetic layers.
[[nodiscard]] std::string summary_text(World const& world, Scenario const& scenario, Outcome const& outcome,
                                       geo::Language language);

/// True when `folder` holds a run.json whose hashes all verify and whose input hash and version are these.
[[nodiscard]] bool is_complete(std::filesystem::path const& folder, RunIdentity const& identity);

} // namespace phusong

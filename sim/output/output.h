#pragma once
#include "geo/progress.h"
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace phusong {

/// Facts about a run that go into its manifest and into the metadata of every file. No clock, no host name, no absolute
/// path: the same inputs give the same bytes, wherever they lie.
struct RunIdentity {
    std::string program_version;
    std::string scenario_name;
    std::string title;      ///< of the scenario in both languages, with what --with and --set changed
    std::string changes;    ///< what --with and --set changed; empty = nothing
    std::string input_hash; ///< of the resolved scenario, every file read, the map options and the program's version
    std::string resolved_scenario; ///< TOML, its paths relative to the project folder
    struct Input {
        /// Relative to the project folder when it lies there; else its name, numbered when another has the same.
        std::string file, sha256;
    };
    std::vector<Input> inputs; ///< every file the scenario names, sorted, each once
    /// Of `--with` and `--set`, those without which all tables are the same; nothing = nobody asked (--levers).
    std::optional<std::vector<std::string>> levers_without_effect = {};
};

/// Every file that the scenario names, in the order of the field table, companions of Shapefiles included.
[[nodiscard]] std::vector<std::filesystem::path> named_files(Scenario const& scenario);

/// Reads and hashes every file that the scenario names; opens none of them as data. Errors: FileError.
[[nodiscard]] RunIdentity identify(Scenario const& scenario, std::filesystem::path const& project_root,
                                   std::string const& program_version,
                                   std::vector<std::string> const& creation_options = {});

/// Files that tables name, and what was asked besides the scenario, become part of what went in. Errors: FileError.
void extend_identity(RunIdentity& identity, std::vector<std::filesystem::path> const& files,
                     std::filesystem::path const& project_root, std::string const& question);

/// One map per technology that has signal anywhere, written as soon as its year is known: maps/signal_4g_2025.tif.
/// Units: dBm, rounded to 0.1. Errors: FileError.
void write_maps(std::filesystem::path const& folder, int year, SignalMaps const& maps, World const& world,
                Scenario const& scenario, RunIdentity const& identity,
                std::vector<std::string> const& creation_options);

/// A file of the run folder that others made: its name there ("pictures/map.png") and its bytes.
struct TextFile {
    std::string name, text;
};
/// The tables of results, "tables/communes.csv" and so on: everything that is a number of the run. Where data come from
/// is no result.
[[nodiscard]] std::vector<TextFile> result_tables(World const& world, Scenario const& scenario, Outcome const& outcome);

/// Errors: FileError.
void write_pages(std::filesystem::path const& folder, std::vector<TextFile> const& pages);

/// Everything else: plan.gpkg, tables/*.csv, summary.json, scenario.resolved.toml, then what `write_more` adds to the
/// folder, and run.json last, which lists it all. Errors: FileError.
void write_results(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                   Outcome const& outcome, RunIdentity const& identity, std::function<void()> const& write_more = {});

/// The title and the summary for the screen: villages, people, subscribers per 100, money by purse and what it is spent
/// on, worth and bound of the plan, goals, sites that are overloaded, synthetic layers; what does not apply is left
/// out.
[[nodiscard]] std::string summary_text(World const& world, Scenario const& scenario, Outcome const& outcome,
                                       geo::Language language);

/// The same lines from the summary.json of a finished run. Errors: FileError when the file is not one of ours.
[[nodiscard]] std::string stored_summary_text(std::filesystem::path const& folder, geo::Language language);

/// True when `folder` holds a run.json whose hashes all verify and whose input hash and version are these.
[[nodiscard]] bool is_complete(std::filesystem::path const& folder, RunIdentity const& identity);

/// What lies in `folder` and is not of the run whose run.json lies there: neither in its manifest, nor one of
/// `unlisted_files`, nor what GDAL and QGIS write beside such files (statistics, overviews, journals, notes on a
/// layer). All of it when run.json is none of ours. Paths relative to `folder`, sorted; folders count by what is in
/// them.
[[nodiscard]] std::vector<std::string> foreign_files(std::filesystem::path const& folder);
/// The same where `ours` are the files that are of the result.
[[nodiscard]] std::vector<std::string> foreign_files(std::filesystem::path const& folder,
                                                     std::set<std::string> const& ours);

/// Files of a run folder that may differ between two equal runs, and are not in its manifest.
inline constexpr std::array unlisted_files{"run.json", "timing.json", "log.txt"};

} // namespace phusong

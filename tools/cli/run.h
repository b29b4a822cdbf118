#pragma once
#include "geo/io/atomic_file.h"
#include "sim/output/output.h"
#include "sim/study/idle_levers.h"
#include "tools/cli/options.h"
#include "tools/cli/result_place.h"
#include "tools/cli/screen.h"
#include <chrono>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace phusong::cli {

/// What a run of `scenario` with these map options and --png is known by. Errors: FileError.
[[nodiscard]] RunIdentity identity_of(Scenario const& scenario, std::filesystem::path const& project_root,
                                      Options const& options);

/// The same for a run's folder. Errors: FileError.
[[nodiscard]] Place look_at(std::filesystem::path const& folder, RunIdentity const& identity, bool overwrite);

/// What a run's folder is called when nobody says otherwise: "toy-low_budget-seed=12-1a2b3c4d". Only letters, digits
/// and
/// -_.= stand in it; long lists of changes are cut, the hash keeps such names apart.
[[nodiscard]] std::string folder_name(Scenario const& scenario, std::string const& input_hash);

/// Made layers are kept in --store, else in .store of the project when that can be written, else nowhere.
[[nodiscard]] std::filesystem::path store_folder(Options const& options, std::filesystem::path const& project_root);

/// Seconds per stage and the words of a run: the only files that may differ between two equal runs.
class Diary {
  public:
    void stage(std::string name);
    [[nodiscard]] std::string timing_json() const;

  private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point begun_ = Clock::now();
    std::vector<std::pair<std::string, Clock::time_point>> stages_;
};

/// Notes of the run and what GDAL said, both languages, for log.txt.
[[nodiscard]] std::string log_text(World const& world, Outcome const& outcome,
                                   std::vector<std::string> const& gdal_messages);

/// What each lever is compared with becomes part of the hash of what went in. Errors: FileError.
void extend_by_levers(RunIdentity& identity, Scenario const& scenario, std::vector<study::Lever> const& levers,
                      std::filesystem::path const& root);

/// Of a finished run what --levers found out; of one without it the levers that give no key another value.
void tell_levers(std::filesystem::path const& folder, Scenario const& scenario, std::vector<study::Lever> const& levers,
                 Screen const& screen);

/// Each must be NAME=VALUE with a name that GDAL's COG driver knows. Errors: UsageError.
void check_creation_options(std::vector<std::string> const& options);

} // namespace phusong::cli

#pragma once
#include "geo/message.h"
#include "tools/cli/options.h"
#include "tools/cli/screen.h"
#include <string>
#include <vector>

namespace CLI {
class App; // only a few files include CLI11, which takes long to compile
}

namespace phusong::cli {

/// One thing that the program can do. `act` returns the exit code or throws.
struct Verb {
    std::string name;
    geo::Message brief;    ///< one line, in the list of verbs
    geo::Message page;     ///< what it does, for its own help page
    geo::Message examples; ///< command lines
    void (*add_options)(CLI::App& app, Options& options);
    int (*act)(Options const& options, Screen const& screen);
};

[[nodiscard]] Verb run_verb();
[[nodiscard]] Verb check_verb();
[[nodiscard]] Verb coverage_verb();
[[nodiscard]] Verb path_verb();
[[nodiscard]] Verb solve_verb();
[[nodiscard]] Verb batch_verb();
[[nodiscard]] Verb compare_verb();
[[nodiscard]] Verb report_verb();
[[nodiscard]] Verb why_verb();
[[nodiscard]] Verb gaps_verb();
[[nodiscard]] Verb backcast_verb();
[[nodiscard]] Verb new_verb();
[[nodiscard]] Verb schema_verb();
[[nodiscard]] Verb reference_verb();
[[nodiscard]] Verb doctor_verb();

/// In the order of the help page.
[[nodiscard]] std::vector<Verb> verbs();

// Options of the verbs.
void no_options(CLI::App& app, Options& options);
void add_file(CLI::App& app, Options& options, std::string const& shown, geo::Message const& what);  ///< just one
void add_files(CLI::App& app, Options& options, std::string const& shown, geo::Message const& what); ///< one or more
void add_batch_options(CLI::App& app, Options& options);
void add_overwrite(CLI::App& app, Options& options, geo::Message const& what);
void add_png(CLI::App& app, Options& options);              ///< --png
void add_levers(CLI::App& app, Options& options);           ///< --levers
void add_allow_path(CLI::App& app, Options& options);       ///< --allow-path
void add_scenario_options(CLI::App& app, Options& options); ///< --with, --set, --allow-path
void add_store(CLI::App& app, Options& options);            ///< --store
void add_creation_options(CLI::App& app, Options& options); ///< -co
void add_result_options(CLI::App& app, Options& options);   ///< -o, --overwrite, -co, --store

} // namespace phusong::cli

#pragma once
#include "geo/problem.h"
#include "geo/progress.h"
#include "tools/cli/options.h"
#include <string>

namespace phusong::cli {

/// Where the program speaks: results and data go to stdout, everything else to stderr. With --json stdout is one JSON
/// value, the result or the error, and every line of stderr is a JSON object: progress, or a {"note": "…"}.
struct Screen {
    geo::Language language = geo::Language::vi;
    bool json = false, quiet = false;

    void data(std::string const& text) const; ///< to stdout; with neither --json nor -q it is for people, as `tell`
    /// One line to stderr, silent with -q. What would steer a terminal is shown as �.
    void tell(geo::Message const& message) const;
    /// Problems as text to stderr, or as one JSON object to stdout.
    void problems(geo::Problems const& problems, int exit_code) const;
    /// "Stage: 0...10...20 … 100 - done." per stage, when stderr is a terminal; with --json a line of ProgressLines,
    /// whatever stderr is; with -q neither. Throws Interrupted when the user wants to stop, so that half-written
    /// folders are removed on the way out.
    [[nodiscard]] geo::Progress progress() const;
};

/// Errors: FileError when something written to stdout did not arrive (disk full, closed pipe).
void flush_stdout();

} // namespace phusong::cli

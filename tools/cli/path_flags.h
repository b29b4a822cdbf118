#pragma once
#include "tools/cli/model_choice.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace phusong {
struct Radio;
}

namespace phusong::cli {

struct Options;

/// What was typed after `path`, before anybody has looked at it.
struct PathFlags {
    std::string profile, svg, model, polarization, climate, link,
        band_ghz;                               ///< empty = the scenario's, or the usual one
    std::map<std::string, std::string> numbers; ///< "--frequency-mhz" → "900"
};

/// What is asked, every figure a number in its range.
struct PathQuery {
    std::string scenario;      ///< file; empty with a profile
    std::vector<PathEnd> ends; ///< two, or none with a profile
    std::string profile, svg;  ///< files, empty where not given
    PathModel model = PathModel::p1812;
    Polarisation polarisation = Polarisation::vertical;
    double frequency_mhz = 0, time_percent = 50, location_percent = 50;
    std::optional<double> sigmaL_db, resolution_m;
    std::optional<double> tx_height_m, rx_height_m, lat_deg, lon_deg;
    std::optional<double> delta_n, n0;
    bool delta_n_of_scenario = false, n0_of_scenario = false; ///< no flag said it
    double earth_factor = 4.0 / 3.0;                          ///< effective earth radius, of 6371 km
    std::optional<double> dct_km, dcr_km;
    ItmChoice itm;
    std::vector<std::string> idle; ///< flags that were typed and that the model does not know
};

void add_path_flags(CLI::App& app, Options& options);

/// What no flag says is as `radio` has it, where there is a scenario.
/// Errors: UsageError with everything that is wrong or missing.
[[nodiscard]] PathQuery query_of(Options const& options, Radio const* radio);

} // namespace phusong::cli

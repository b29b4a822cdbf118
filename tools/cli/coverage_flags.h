#pragma once
#include "sim/radio/models/short_path.h"
#include "tools/cli/model_choice.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace phusong::cli {

struct Options;

/// What was typed after `coverage`, before anybody has looked at it.
struct CoverageFlags {
    std::vector<std::string> dems;
    std::string site, like, clutter, antenna, out, reason;
    std::string model = "p1812", quantity = "path_loss", mode = "sweep", polarization = "vertical", climate;
    std::string short_path = "none", format = "float32";
    std::map<std::string, std::string> numbers{}; ///< "--frequency-mhz" → "900"
    friend bool operator==(CoverageFlags const&, CoverageFlags const&) = default;
};

/// What is asked of a map around one site, every figure a number in its range.
struct CoverageQuery {
    std::vector<std::string> dems;      ///< files, one at least; the first that knows a cell says it
    std::string like, clutter, antenna; ///< files, empty where not given
    std::string out, reason;
    PathEnd site;
    PathModel model = PathModel::p1812;
    Polarisation polarisation = Polarisation::vertical;
    bool exact = false;    ///< a profile of its own for each cell
    bool rsrp = false;     ///< received power instead of loss
    bool centi_db = false; ///< uint16
    double frequency_mhz = 0, radius_km = 0, time_percent = 50, location_percent = 50, rx_height_m = 1.5;
    double ray_density = 1;
    double earth_factor = 4.0 / 3.0; ///< effective earth radius, of 6371 km
    std::optional<double> resolution_m, step_m, sigmaL_db, delta_n, n0, eirp_dbm;
    std::optional<double> power_dbm, azimuth_deg, tilt_deg, electrical_tilt_deg, feeder_loss_db; ///< with `antenna`
    std::optional<ShortPathModel> short_path;
    std::string short_path_name; ///< as --short-path has it
    ItmChoice itm;
    std::vector<std::string> idle; ///< flags that were typed and that nothing asks for
};

void add_coverage_flags(CLI::App& app, Options& options);

/// Errors: UsageError with everything that is wrong or missing.
[[nodiscard]] CoverageQuery coverage_query(Options const& options);

} // namespace phusong::cli

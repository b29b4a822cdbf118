#include "tools/cli/coverage_files.h"
#include "geo/io/atomic_file.h"
#include "geo/io/native_map.h"
#include "geo/io/temporary_name.h"
#include "sim/output/area_styles.h"
#include "sim/output/coverage_style.h"
#include "tools/cli/exit_code.h"
#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <limits>
#include <unistd.h>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::io::MapDescription, geo::io::NativeMap;

constexpr double step_db = 0.01; ///< of uint16
constexpr std::uint16_t none = PathLoss::none;

/// Hundredths of a decibel above `least`; what is less counts as that.
NativeMap::Values hundredths(std::vector<float> const& values, double least) {
    std::vector<std::uint16_t> out(values.size(), none);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (!std::isnan(values[i])) out[i] = centi_db(static_cast<double>(values[i]) - least);
    return out;
}

/// Received power counts up from what the greatest loss leaves of the strongest direction.
NativeMap map_of(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map) {
    if (!query.centi_db) return {area.grid, area.reference, map.values(), std::numeric_limits<double>::quiet_NaN()};
    double const least = query.rsrp ? map.most_sent_dbm - PathLoss::most * step_db : 0;
    return {area.grid, area.reference, hundredths(map.values(), least), none, step_db, least};
}

MapDescription describe(Json const& facts) {
    MapDescription out;
    for (auto const& [key, value] : facts.items()) {
        std::string tag = key;
        std::ranges::transform(tag, tag.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        out.metadata.emplace_back(tag, value.is_string() ? value.get<std::string>() : value.dump());
    }
    return out;
}

std::string loss_bytes(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map, Json const& facts,
                       std::vector<std::string> const& creation_options) {
    auto description = describe(facts);
    description.unit = query.rsrp ? "dBm" : "dB";
    description.band_name = query.rsrp ? "Công suất thu / Received power (RSRP)" : "Suy hao / Basic transmission loss";
    return geo::io::cog_bytes(query.out, map_of(area, query, map), description, creation_options);
}

std::string reason_bytes(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map,
                         Json const& facts, std::vector<std::string> const& creation_options) {
    auto description = describe(facts);
    description.band_name = "Lý do / Reason";
    description.metadata.emplace_back("CLASSES", "0 beyond the radius, 1 line of sight, 2 diffraction, 3 ducting, "
                                                 "4 troposcatter, 254 terrain missing");
    return geo::io::cog_bytes(query.reason, {area.grid, area.reference, map.reason, CoverageMap::beyond}, description,
                              creation_options);
}

/// Files that appear together: everything is written and on the disk before the first takes its place, so that only
/// a rename can fail then.
class Placing {
  public:
    ~Placing() {
        std::error_code ignored;
        for (auto const& file : files_) fs::remove(waiting(file), ignored);
    }
    void put(std::string const& file, std::string_view bytes) {
        files_.push_back(file);
        geo::io::write_file(waiting(file), bytes);
    }
    void place() {
        for (auto const& file : files_) {
            std::error_code error;
            fs::rename(waiting(file), file, error);
            if (error)
                throw geo::FileError(
                    {{file,
                      geo::say("không đặt được tệp vào chỗ: {}", "cannot be put into place: {}", error.message()),
                      {}}});
            fs::remove(file + ".aux.xml", error); // statistics that GDAL may have kept of an earlier file of that name
        }
        files_.clear();
    }

  private:
    static std::string waiting(std::string const& file) {
        auto const path = fs::path(file);
        return (path.parent_path() / geo::io::temporary_name(path.filename().string(), ::getpid())).string();
    }
    std::vector<std::string> files_;
};

} // namespace

std::string style_file(std::string const& map) { return fs::path(map).replace_extension("qml").string(); }

void write_coverage(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map, Json const& facts,
                    std::vector<std::string> const& creation_options) {
    std::string bytes, reasons;
    try {
        bytes = loss_bytes(area, query, map, facts, creation_options);
        if (!query.reason.empty()) reasons = reason_bytes(area, query, map, facts, creation_options);
    } catch (geo::InputError const& error) { // the only input that GDAL sees here are the user's -co
        throw UsageError(error.problems);
    }
    Placing files;
    if (!query.reason.empty()) {
        files.put(query.reason, reasons);
        files.put(style_file(query.reason), site_reason_qml());
    }
    files.put(style_file(query.out), query.rsrp ? rsrp_qml() : path_loss_qml());
    files.put(query.out, bytes);
    files.place();
}

} // namespace phusong::cli

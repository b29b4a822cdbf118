#include "geo/suggest.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/run.h"
#include <algorithm>
#include <cctype>

namespace phusong::cli {
namespace {

/// Creation options of GDAL's COG driver (3.6) that suit a float32 map without reprojection.
/// Source: https://gdal.org/drivers/raster/cog.html
std::vector<std::string> const names{"COMPRESS",          "LEVEL",     "MAX_Z_ERROR",        "PREDICTOR",
                                     "BLOCKSIZE",         "BIGTIFF",   "RESAMPLING",         "OVERVIEW_RESAMPLING",
                                     "OVERVIEW_COMPRESS", "OVERVIEWS", "OVERVIEW_PREDICTOR", "OVERVIEW_COUNT",
                                     "GEOTIFF_VERSION",   "STATISTICS"};

} // namespace

void check_creation_options(std::vector<std::string> const& options) {
    for (auto const& option : options) {
        auto const equals = option.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == option.size())
            throw UsageError(geo::say("-co {}: phải có dạng TÊN=GIÁ_TRỊ", "-co {}: must be NAME=VALUE", option),
                             geo::say("ví dụ: -co COMPRESS=ZSTD", "for example: -co COMPRESS=ZSTD"));
        auto name = option.substr(0, equals);
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        auto const near = geo::nearest_name(name, names);
        throw UsageError(
            geo::say("-co {}: bản đồ (COG) không có tùy chọn này", "-co {}: maps (COG) have no such option", option),
            near ? geo::say("có phải là {}?", "did you mean {}?", *near) : geo::Message{});
    }
}

} // namespace phusong::cli

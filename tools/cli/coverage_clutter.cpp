#include "tools/cli/coverage_area.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong::cli {
namespace {

using namespace geo::io;
using geo::say;

constexpr float tallest_m = 1000; ///< what can stand on the ground

/// Centres of the DEM's cells in the other raster's reference system.
std::vector<geo::XY> centres_in(NativeReference const& reference, NativeRaster const& dem) {
    auto const& grid = dem.grid;
    if (!same_reference(dem.header.reference, reference))
        return transformed_centres(grid, dem.header.reference, reference);
    std::vector<geo::XY> out;
    out.reserve(grid.size());
    for (int row = 0; row < grid.rows; ++row)
        for (int col = 0; col < grid.cols; ++col) out.push_back({grid.x(col), grid.y(row)});
    return out;
}

NativeBox box_of(std::vector<geo::XY> const& places) {
    constexpr double none = std::numeric_limits<double>::infinity();
    NativeBox box{none, none, -none, -none};
    for (auto const& p : places) {
        if (std::isnan(p.x_m)) continue;
        box = {std::min(box.west, p.x_m), std::min(box.south, p.y_m), std::max(box.east, p.x_m),
               std::max(box.north, p.y_m)};
    }
    return box;
}

void refuse_impossible(NativeRaster const& clutter, std::string const& file) {
    auto const wrong = [](float h) { return h < 0 || h > tallest_m; }; // false for NaN
    auto const first = std::ranges::find_if(clutter.values, wrong);
    if (first == clutter.values.end()) return;
    throw geo::InputError({{file,
                            say("có {} ô không phải chiều cao lớp phủ (0 đến {} m), ô đầu tiên: {}",
                                "has {} cells that are no clutter height (0 to {} m), the first is {}",
                                std::ranges::count_if(clutter.values, wrong), tallest_m, *first),
                            say("khai giá trị nodata: gdal_edit.py -a_nodata GIÁ_TRỊ TỆP; lớp loại đất phải đổi "
                                "thành chiều cao trước",
                                "declare nodata: gdal_edit.py -a_nodata VALUE FILE; classes of land must be turned "
                                "into heights first")}});
}

} // namespace

std::vector<float> clutter_on(NativeRaster const& dem, std::string const& file) {
    auto const header = read_native_header(file, "");
    auto const places = centres_in(header.reference, dem);
    auto const clutter = read_part(file, "", box_of(places), 1);
    refuse_impossible(clutter, file);
    std::vector<float> out(places.size(), std::numeric_limits<float>::quiet_NaN());
    auto const& g = clutter.grid;
    for (std::size_t i = 0; i < places.size(); ++i) {
        double const col = std::floor((places[i].x_m - g.west) / g.cell_x),
                     row = std::floor((g.north - places[i].y_m) / g.cell_y);
        if (!(col >= 0 && row >= 0 && col < g.cols && row < g.rows)) continue;
        out[i] = clutter.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(g.cols) +
                                static_cast<std::size_t>(col)];
    }
    return out;
}

} // namespace phusong::cli

#include "geo/io/count_window.h"
#include <algorithm>
#include <cmath>
#include <memory>

namespace phusong::geo::io {
namespace {

/// Where the grid lies in the source, one cell wider on each side.
CountWindow window_of(RasterSource const& source, Grid const& grid, OGRSpatialReference const& grid_reference) {
    CountWindow window;
    window.source = &source;
    auto const box = transformed(extent_of(grid), grid_reference, source.reference);
    if (!box) return window;
    auto const& g = source.geotransform;
    auto const clamped = [](double v, int most) {
        return static_cast<int>(std::clamp(v, 0.0, static_cast<double>(most)));
    };
    int const width = source.data->GetRasterXSize(), height = source.data->GetRasterYSize();
    window.first_col = clamped(std::floor((box->west - g[0]) / g[1]) - 1, width);
    window.first_row = clamped(std::floor((box->north - g[3]) / g[5]) - 1, height);
    window.cols = clamped(std::ceil((box->east - g[0]) / g[1]) + 1, width) - window.first_col;
    window.rows = clamped(std::ceil((box->south - g[3]) / g[5]) + 1, height) - window.first_row;
    return window;
}

void read_values(CountWindow& window) {
    auto const& source = *window.source;
    window.values.resize(static_cast<std::size_t>(window.cols) * static_cast<std::size_t>(window.rows));
    if (window.values.empty()) return;
    auto const error =
        source.band()->RasterIO(GF_Read, window.first_col, window.first_row, window.cols, window.rows,
                                window.values.data(), window.cols, window.rows, GDT_Float64, 0, 0, nullptr);
    if (error != CE_None) refuse_unreadable(source);
    for (double& value : window.values) {
        // Float32 files state nodata in double, so the comparison is made in the coarser of the two.
        bool const missing = source.nodata && static_cast<float>(value) == static_cast<float>(*source.nodata);
        value = missing || !std::isfinite(value) ? std::nan("") : value * source.scale + source.offset;
    }
}

void check_not_negative(CountWindow const& window) {
    auto const& source = *window.source;
    for (int row = 0; row < window.rows; ++row)
        for (int col = 0; col < window.cols; ++col)
            if (double const value = window.at(row, col); value < 0)
                throw InputError({raster_problem(source.file, source.where,
                                                 say("có số đếm âm ({}) ở cột {}, hàng {}",
                                                     "has a negative count ({}) in column {}, row {}", value,
                                                     window.first_col + col, window.first_row + row),
                                                 say("khai giá trị nodata: gdal_edit.py -a_nodata {} TỆP",
                                                     "declare it as nodata: gdal_edit.py -a_nodata {} FILE", value))});
}

} // namespace

bool CountWindow::knows(double place_x, double place_y) const {
    double const col = std::floor((place_x - x(0)) / source->geotransform[1]),
                 row = std::floor((place_y - y(0)) / source->geotransform[5]);
    if (!(col >= 0 && col < cols && row >= 0 && row < rows)) return false;
    return !std::isnan(at(static_cast<int>(row), static_cast<int>(col)));
}

CountWindow read_count_window(RasterSource const& source, Grid const& grid, OGRSpatialReference const& grid_reference) {
    auto window = window_of(source, grid, grid_reference);
    read_values(window);
    check_not_negative(window);
    return window;
}

std::vector<bool> known_already(CountWindow const& later, std::vector<CountWindow> const& earlier) {
    std::vector<bool> known(later.values.size(), false);
    for (auto const& window : earlier) {
        std::unique_ptr<OGRCoordinateTransformation> const way(
            OGRCreateCoordinateTransformation(&later.source->reference, &window.source->reference));
        if (!way) continue; // no way from one to the other: they share no place
        std::vector<double> x(static_cast<std::size_t>(later.cols)), y(x.size());
        for (int row = 0; row < later.rows; ++row) {
            for (std::size_t i = 0; i < x.size(); ++i)
                x[i] = later.x(static_cast<double>(i) + 0.5), y[i] = later.y(row + 0.5);
            (void)way->Transform(later.cols, x.data(), y.data()); // what fails becomes infinite, which no window knows
            for (std::size_t i = 0; i < x.size(); ++i)
                if (window.knows(x[i], y[i])) known[static_cast<std::size_t>(row) * x.size() + i] = true;
        }
    }
    return known;
}

} // namespace phusong::geo::io

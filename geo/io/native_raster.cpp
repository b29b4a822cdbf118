#include "geo/io/native_raster.h"
#include "geo/io/raster_source.h"
#include "geo/io/spatial_reference.h"
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace phusong::geo::io {
namespace {

NativeHeader header_of(RasterSource const& source) {
    auto const& g = source.geotransform;
    NativeHeader out{{g[0], g[3], g[1], -g[5], source.data->GetRasterYSize(), source.data->GetRasterXSize()},
                     native_reference(source.reference),
                     {}};
    char const* const made_up = source.data->GetMetadataItem("SYNTHETIC");
    if (made_up != nullptr && std::strcmp(made_up, "no") != 0) out.synthetic = made_up;
    return out;
}

void clean(std::vector<float>& values, RasterSource const& source) {
    bool const has_nodata = source.nodata.has_value();
    auto const nodata = static_cast<float>(source.nodata.value_or(0));
    for (float& v : values) {
        if ((has_nodata && v == nodata) || !std::isfinite(v))
            v = std::numeric_limits<float>::quiet_NaN();
        else
            v = static_cast<float>(static_cast<double>(v) * source.scale + source.offset);
    }
}

} // namespace

CellWindow cells_in(NativeGrid const& grid, NativeBox const& box, int margin) {
    auto const cell = [](double v, int most) {
        return static_cast<int>(std::clamp(v, 0.0, static_cast<double>(most)));
    };
    int const first_col = cell(std::floor((box.west - grid.west) / grid.cell_x) - margin, grid.cols);
    int const first_row = cell(std::floor((grid.north - box.north) / grid.cell_y) - margin, grid.rows);
    int const end_col = cell(std::ceil((box.east - grid.west) / grid.cell_x) + margin, grid.cols);
    int const end_row = cell(std::ceil((grid.north - box.south) / grid.cell_y) + margin, grid.rows);
    return {first_row, first_col, std::max(0, end_row - first_row), std::max(0, end_col - first_col)};
}

NativeGrid part_of(NativeGrid const& grid, CellWindow const& w) {
    return {
        grid.west + w.col * grid.cell_x, grid.north - w.row * grid.cell_y, grid.cell_x, grid.cell_y, w.rows, w.cols};
}

NativeHeader read_native_header(std::filesystem::path const& file, std::string const& where) {
    return header_of(open_raster(file, where));
}

std::size_t NativeRaster::missing() const {
    return static_cast<std::size_t>(std::ranges::count_if(values, [](float v) { return std::isnan(v); }));
}

NativeRaster read_part(std::filesystem::path const& file, std::string const& where, NativeBox const& box, int margin) {
    auto const source = open_raster(file, where);
    NativeRaster out{header_of(source), {}, {}};
    auto const window = cells_in(out.header.grid, box, margin);
    out.grid = part_of(out.header.grid, window);
    out.values.resize(out.grid.size());
    if (out.values.empty()) return out;
    CPLErrorReset();
    if (source.band()->RasterIO(GF_Read, window.col, window.row, window.cols, window.rows, out.values.data(),
                                window.cols, window.rows, GDT_Float32, 0, 0, nullptr) != CE_None)
        refuse_unreadable(source);
    clean(out.values, source);
    return out;
}

NativeRaster read_heights(std::filesystem::path const& file, std::string const& where, NativeBox const& box,
                          int margin) {
    constexpr float most_m = 12000; // beyond the highest mountain and the deepest sea
    auto out = read_part(file, where, box, margin);
    for (float& v : out.values)
        if (std::abs(v) > most_m) {
            v = std::numeric_limits<float>::quiet_NaN();
            ++out.impossible;
        }
    return out;
}

} // namespace phusong::geo::io

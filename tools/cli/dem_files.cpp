#include "tools/cli/dem_files.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong::cli {
namespace {

using namespace geo::io;
using geo::say;

/// How far a grid's first cell is from another's, in cells.
struct Shift {
    double col, row;
};
Shift shift(NativeGrid const& from, NativeGrid const& to) {
    return {(to.west - from.west) / from.cell_x, (from.north - to.north) / from.cell_y};
}

bool same_cells(NativeGrid const& a, NativeGrid const& b) {
    constexpr double near = 1e-3; // cells: files round their corners
    auto const whole = [](double v) { return std::abs(v - std::round(v)) < near; };
    auto const by = shift(a, b);
    double const longest = std::max(b.rows, b.cols);
    return std::abs(a.cell_x - b.cell_x) * longest < near * a.cell_x &&
           std::abs(a.cell_y - b.cell_y) * longest < near * a.cell_y && whole(by.col) && whole(by.row);
}

void refuse_another_grid(std::vector<std::string> const& files, std::vector<NativeHeader> const& headers) {
    geo::Problems problems;
    for (std::size_t i = 1; i < files.size(); ++i)
        if (!same_reference(headers[0].reference, headers[i].reference) ||
            !same_cells(headers[0].grid, headers[i].grid))
            problems.push_back({files[i],
                                say("hệ tọa độ ({}) hoặc lưới ô khác với {} ({})",
                                    "reference system ({}) or grid of cells differs from that of {} ({})",
                                    headers[i].reference.name, files[0], headers[0].reference.name),
                                say("ghép trước: gdalwarp a.hgt b.hgt dem.tif, rồi --dem dem.tif",
                                    "put them together first: gdalwarp a.hgt b.hgt dem.tif, then --dem dem.tif")});
    geo::throw_if_any(std::move(problems));
}

/// The grid of the first over the extent of all.
NativeGrid united(std::vector<NativeHeader> const& headers) {
    auto const& first = headers[0].grid;
    double left = 0, top = 0, right = first.cols, bottom = first.rows;
    for (auto const& header : headers) {
        auto const by = shift(first, header.grid);
        left = std::min(left, std::round(by.col)), top = std::min(top, std::round(by.row));
        right = std::max(right, std::round(by.col) + header.grid.cols);
        bottom = std::max(bottom, std::round(by.row) + header.grid.rows);
    }
    return {first.west + left * first.cell_x, first.north - top * first.cell_y, first.cell_x, first.cell_y,
            static_cast<int>(bottom - top),   static_cast<int>(right - left)};
}

/// Puts what a file knows where nothing is known yet.
void fill(NativeRaster& whole, NativeRaster const& part) {
    auto const by = shift(whole.grid, part.grid);
    int const first_row = static_cast<int>(std::lround(by.row)), first_col = static_cast<int>(std::lround(by.col));
    for (int r = std::max(0, -first_row); r < std::min(part.grid.rows, whole.grid.rows - first_row); ++r)
        for (int c = std::max(0, -first_col); c < std::min(part.grid.cols, whole.grid.cols - first_col); ++c) {
            auto& value =
                whole.values[static_cast<std::size_t>(first_row + r) * static_cast<std::size_t>(whole.grid.cols) +
                             static_cast<std::size_t>(first_col + c)];
            if (std::isnan(value))
                value = part.values[static_cast<std::size_t>(r) * static_cast<std::size_t>(part.grid.cols) +
                                    static_cast<std::size_t>(c)];
        }
}

} // namespace

NativeHeader dem_header(std::vector<std::string> const& files) {
    std::vector<NativeHeader> headers;
    for (auto const& file : files) headers.push_back(read_native_header(file, ""));
    refuse_another_grid(files, headers);
    auto out = headers[0];
    if (files.size() > 1) out.grid = united(headers);
    for (std::size_t i = 1; i < headers.size(); ++i)
        if (auto const& made = headers[i].synthetic; out.synthetic.find(made) == std::string::npos)
            out.synthetic += (out.synthetic.empty() ? "" : "; ") + made;
    return out;
}

NativeRaster dem_part(std::vector<std::string> const& files, NativeHeader const& header, NativeBox const& box,
                      int margin) {
    if (files.size() == 1) return read_heights(files[0], "", box, margin);
    NativeRaster out{header, part_of(header.grid, cells_in(header.grid, box, margin)), {}};
    out.values.assign(out.grid.size(), std::numeric_limits<float>::quiet_NaN());
    for (auto const& file : files) {
        auto const part = read_heights(file, "", box, margin);
        out.impossible += part.impossible;
        fill(out, part);
    }
    return out;
}

} // namespace phusong::cli

#include "geo/io/spread_counts.h"
#include "geo/io/count_window.h"
#include <algorithm>
#include <cmath>
#include <memory>

namespace phusong::geo::io {
namespace {

/// In columns and rows of the grid, counted from its north-western corner.
struct GridPoint {
    double col, row;
};

/// Adds `value` to the cells under an upright box, by area.
class BoxAdder {
  public:
    BoxAdder(Grid const& grid, SpreadCounts& out) : grid_(grid), out_(out) {}
    void add(GridPoint centre, double width, double height, double value) {
        double const west = centre.col - width / 2, east = west + width, north = centre.row - height / 2,
                     south = north + height;
        double const per_area = value / (width * height);
        int const last_row = last_cell(south, grid_.rows), last_col = last_cell(east, grid_.cols);
        for (int row = first_cell(north); row <= last_row; ++row)
            for (int col = first_cell(west); col <= last_col; ++col) {
                double const area = (std::min(east, col + 1.0) - std::max(west, double(col))) *
                                    (std::min(south, row + 1.0) - std::max(north, double(row)));
                if (!(area > 0)) continue;
                auto const cell = grid_.index(row, col);
                out_.count[cell] += per_area * area;
                out_.covered_share[cell] += area;
            }
    }

  private:
    static int first_cell(double edge) { return static_cast<int>(std::clamp(std::floor(edge), 0.0, 2e9)); }
    static int last_cell(double edge, int most) {
        return static_cast<int>(std::clamp(std::ceil(edge) - 1, -1.0, most - 1.0));
    }
    Grid const& grid_;
    SpreadCounts& out_;
};

/// A source cell's corners on the grid.
struct Corners {
    GridPoint north_west, north_east, south_west, south_east;
};

/// Between the corners the source cell is taken as straight; over a kilometre that is centimetres off.
GridPoint inside(Corners const& c, double u, double v) {
    auto const mix = [&](double nw, double ne, double sw, double se) {
        return (1 - v) * ((1 - u) * nw + u * ne) + v * ((1 - u) * sw + u * se);
    };
    return {mix(c.north_west.col, c.north_east.col, c.south_west.col, c.south_east.col),
            mix(c.north_west.row, c.north_east.row, c.south_west.row, c.south_east.row)};
}

double length(GridPoint a, GridPoint b) { return std::hypot(a.col - b.col, a.row - b.row); }

void add_source_cell(BoxAdder& adder, Corners const& c, double value) {
    double const width = (length(c.north_west, c.north_east) + length(c.south_west, c.south_east)) / 2;
    double const height = (length(c.north_west, c.south_west) + length(c.north_east, c.south_east)) / 2;
    auto const pieces = [](double size) { return static_cast<int>(std::clamp(std::ceil(size), 1.0, 64.0)); };
    int const across = pieces(width), down = pieces(height);
    for (int j = 0; j < down; ++j)
        for (int i = 0; i < across; ++i)
            adder.add(inside(c, (i + 0.5) / across, (j + 0.5) / down), width / across, height / down,
                      value / (across * down));
}

/// Corners along one line of the window, on the grid.
std::vector<GridPoint> corner_line(CountWindow const& window, int row, Grid const& grid,
                                   OGRCoordinateTransformation& way) {
    auto const count = static_cast<std::size_t>(window.cols) + 1;
    std::vector<double> x(count), y(count, window.y(row));
    for (std::size_t i = 0; i < count; ++i) x[i] = window.x(static_cast<double>(i));
    if (!way.Transform(static_cast<int>(count), x.data(), y.data()))
        throw InputError({raster_problem(window.source->file, window.source->where,
                                         say("có ô không chiếu được", "has cells that cannot be projected"),
                                         say("cắt theo tỉnh", "cut it to the province"))});
    std::vector<GridPoint> points(count);
    for (std::size_t i = 0; i < count; ++i)
        points[i] = {(x[i] - grid.west_m) / grid.cell_m, (grid.north_m - y[i]) / grid.cell_m};
    return points;
}

void spread(CountWindow const& window, std::vector<bool> const& known, Grid const& grid,
            OGRSpatialReference const& grid_reference, SpreadCounts& out) {
    std::unique_ptr<OGRCoordinateTransformation> const way(
        OGRCreateCoordinateTransformation(&window.source->reference, &grid_reference));
    if (!way || window.values.empty()) return; // open_raster made sure that there is a way
    BoxAdder adder(grid, out);
    auto north = corner_line(window, 0, grid, *way);
    for (int row = 0; row < window.rows; ++row) {
        auto south = corner_line(window, row + 1, grid, *way);
        for (int col = 0; col < window.cols; ++col) {
            auto const i = static_cast<std::size_t>(col);
            double const value = window.at(row, col);
            if (std::isnan(value) || known[static_cast<std::size_t>(row) * static_cast<std::size_t>(window.cols) + i])
                continue;
            add_source_cell(adder, {north[i], north[i + 1], south[i], south[i + 1]}, value);
        }
        north = std::move(south);
    }
}

} // namespace

SpreadCounts spread_counts(std::vector<RasterSource> const& sources, Grid const& grid,
                           OGRSpatialReference const& grid_reference) {
    SpreadCounts out{std::vector<double>(grid.size()), std::vector<double>(grid.size())};
    std::vector<CountWindow> earlier;
    for (auto const& source : sources) {
        auto window = read_count_window(source, grid, grid_reference);
        spread(window, known_already(window, earlier), grid, grid_reference, out);
        earlier.push_back(std::move(window));
    }
    return out;
}

} // namespace phusong::geo::io

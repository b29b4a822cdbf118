#include "sim/network/graph/drainage.h"
#include <array>
#include <cstdint>
#include <limits>
#include <queue>
#include <utility>
#include <vector>

namespace phusong {
namespace {

constexpr std::uint32_t out_of_map = std::numeric_limits<std::uint32_t>::max();
constexpr std::array<std::array<int, 2>, 8> around{
    {{-1, 0}, {0, -1}, {0, 1}, {1, 0}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}}};

/// The order in which the flood comes, and from where.
struct Flood {
    std::vector<std::uint32_t> order, from;
};

class Flooding {
  public:
    explicit Flooding(geo::Raster const& height_m) : height_(height_m), seen_(height_m.grid.size(), false) {
        flood_.from.assign(height_m.grid.size(), out_of_map);
    }
    Flood run() {
        each_cell([&](int row, int col) {
            if (known(row, col) && at_edge(row, col)) reach(height_.grid.index(row, col), out_of_map);
        });
        while (!front_.empty()) {
            auto const cell = front_.top().second;
            front_.pop();
            flood_.order.push_back(cell);
            int const row = static_cast<int>(cell) / height_.grid.cols,
                      col = static_cast<int>(cell) % height_.grid.cols;
            for (auto const& [r, c] : around)
                if (known(row + r, col + c)) reach(height_.grid.index(row + r, col + c), cell);
        }
        return std::move(flood_);
    }

  private:
    /// Height, cell. Of what the flood has not passed yet, all below its level lies in lakes that it has entered, so
    /// the lowest ground comes next and the level itself need not be kept.
    using Ground = std::pair<float, std::uint32_t>;
    template <class Visit> void each_cell(Visit visit) const {
        for (int row = 0; row < height_.grid.rows; ++row)
            for (int col = 0; col < height_.grid.cols; ++col) visit(row, col);
    }
    [[nodiscard]] bool known(int row, int col) const {
        return height_.grid.contains(row, col) && !std::isnan(height_.values(row, col));
    }
    [[nodiscard]] bool at_edge(int row, int col) const {
        for (auto const& [r, c] : around)
            if (!known(row + r, col + c)) return true;
        return false;
    }
    void reach(std::uint32_t cell, std::uint32_t from) {
        if (seen_[cell]) return;
        seen_[cell] = true;
        flood_.from[cell] = from;
        front_.emplace(height_.at(cell), cell);
    }
    geo::Raster const& height_;
    std::vector<bool> seen_;
    std::priority_queue<Ground, std::vector<Ground>, std::greater<>> front_;
    Flood flood_;
};

/// Of the two cells beside a diagonal step the lower one.
std::uint32_t flank(geo::Raster const& height_m, std::uint32_t a, std::uint32_t b) {
    auto const cols = static_cast<std::uint32_t>(height_m.grid.cols);
    std::uint32_t const one = a / cols * cols + b % cols, two = b / cols * cols + a % cols;
    return height_m.at(one) <= height_m.at(two) ? one : two;
}

} // namespace

geo::Array2D<std::uint8_t> drainage(geo::Raster const& height_m, double catchment_km2) {
    auto const& grid = height_m.grid;
    geo::Array2D<std::uint8_t> out = geo::Array2D<std::uint8_t>::Zero(grid.rows, grid.cols);
    auto const flood = Flooding(height_m).run();
    std::vector<std::uint32_t> cells(grid.size(), 1);
    auto const many = [&](std::uint32_t cell) { return cells[cell] * grid.cell_area_km2() >= catchment_km2; };
    for (auto cell = flood.order.rbegin(); cell != flood.order.rend(); ++cell)
        if (flood.from[*cell] != out_of_map) cells[flood.from[*cell]] += cells[*cell];
    auto const cols = static_cast<std::uint32_t>(grid.cols);
    for (auto const cell : flood.order) {
        if (!many(cell)) continue;
        out.data()[cell] = 1;
        std::uint32_t const to = flood.from[cell];
        if (to != out_of_map && to / cols != cell / cols && to % cols != cell % cols)
            out.data()[flank(height_m, cell, to)] = 1;
    }
    return out;
}

geo::Raster coarser(geo::Raster const& terrain_m, int times, float sign) {
    auto const& fine = terrain_m.grid;
    geo::Grid grid{.west_m = 0, .north_m = 0, .cell_m = fine.cell_m * times, .rows = 0, .cols = 0};
    grid.rows = (fine.rows + times - 1) / times;
    grid.cols = (fine.cols + times - 1) / times;
    grid.west_m = fine.west_m - (grid.cols * grid.cell_m - fine.cols * fine.cell_m) / 2;
    grid.north_m = fine.north_m + (grid.rows * grid.cell_m - fine.rows * fine.cell_m) / 2;
    geo::Raster out(grid);
    if (times == 1) {
        out.values = sign * terrain_m.values;
        return out;
    }
    for (int row = 0; row < grid.rows; ++row)
        for (int col = 0; col < grid.cols; ++col)
            out.values(row, col) = sign * geo::bilinear(terrain_m, grid.centre(row, col));
    return out;
}

} // namespace phusong

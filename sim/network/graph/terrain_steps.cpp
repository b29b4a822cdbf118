#include "sim/network/graph/terrain_steps.h"
#include <algorithm>
#include <array>
#include <limits>

namespace phusong {
namespace {

constexpr std::uint32_t no_node = std::numeric_limits<std::uint32_t>::max();

} // namespace

TerrainSteps::TerrainSteps(geo::Grid const& over, double step_m) {
    double const width_m = over.cols * over.cell_m, height_m = over.rows * over.cell_m;
    grid_.cell_m = step_m;
    grid_.cols = static_cast<int>(width_m / step_m);
    grid_.rows = static_cast<int>(height_m / step_m);
    grid_.west_m = over.west_m + (width_m - grid_.cols * step_m) / 2;
    grid_.north_m = over.north_m - (height_m - grid_.rows * step_m) / 2;
    wanted_.assign(grid_.size(), 0);
}

void TerrainSteps::want_around(geo::XY p, double reach_m) {
    auto const span = [&](double offset_m, int count) {
        double const low = (offset_m - reach_m) / grid_.cell_m - 0.5, high = (offset_m + reach_m) / grid_.cell_m - 0.5;
        return std::pair(static_cast<int>(std::clamp(std::ceil(low), 0.0, double{INT32_MAX})),
                         static_cast<int>(std::min(std::floor(high), count - 1.0)));
    };
    auto const [row_0, row_1] = span(grid_.north_m - p.y_m, grid_.rows);
    auto const [col_0, col_1] = span(p.x_m - grid_.west_m, grid_.cols);
    for (int row = row_0; row <= row_1; ++row)
        for (int col = col_0; col <= col_1; ++col)
            if (geo::distance_m(grid_.centre(row, col), p) <= reach_m) wanted_[grid_.index(row, col)] = 1;
}

std::vector<geo::XY> TerrainSteps::middles(Land const& land) {
    std::vector<geo::XY> out;
    for (std::uint32_t cell = 0; cell < wanted_.size(); ++cell) {
        if (wanted_[cell] == 0) continue;
        bool const known = land.knows(grid_.centre(cell));
        if (known) out.push_back(grid_.centre(cell));
        wanted_[cell] = known ? static_cast<std::uint32_t>(out.size()) : 0;
    }
    return out;
}

std::uint32_t TerrainSteps::node_at(int row, int col) const {
    if (!grid_.contains(row, col)) return no_node;
    auto const number = wanted_[grid_.index(row, col)];
    return number == 0 ? no_node : first_node_ + number - 1;
}

void TerrainSteps::lay(Draft& draft) {
    first_node_ = static_cast<std::uint32_t>(draft.graph.nodes.size());
    for (std::uint32_t cell = 0; cell < wanted_.size(); ++cell)
        if (wanted_[cell] != 0) draft.add_node(grid_.centre(cell), NodeKind::terrain);
    constexpr std::array<std::array<int, 2>, 4> onward{{{0, 1}, {1, -1}, {1, 0}, {1, 1}}};
    for (int row = 0; row < grid_.rows; ++row)
        for (int col = 0; col < grid_.cols; ++col) {
            auto const here = node_at(row, col);
            if (here == no_node) continue;
            for (auto const& [r, c] : onward)
                if (auto const there = node_at(row + r, col + c); there != no_node) draft.add_step(here, there);
        }
}

std::vector<std::uint32_t> TerrainSteps::near(geo::XY p) const {
    int const row = static_cast<int>(std::floor((grid_.north_m - p.y_m) / grid_.cell_m - 0.5));
    int const col = static_cast<int>(std::floor((p.x_m - grid_.west_m) / grid_.cell_m - 0.5));
    std::vector<std::uint32_t> out;
    for (int r = row; r <= row + 1; ++r)
        for (int c = col; c <= col + 1; ++c)
            if (auto const node = node_at(r, c); node != no_node) out.push_back(node);
    return out;
}

} // namespace phusong

#pragma once
#include "geo/point.h"
#include <cstddef>
#include <cstdint>
#include <optional>

namespace phusong::geo {

/// A north-up grid of square cells in projected metres. Row 0 is the northernmost, column 0 the westernmost.
struct Grid {
    double west_m = 0, north_m = 0; ///< outer corner of cell (0, 0)
    double cell_m = 1;
    int rows = 0, cols = 0;

    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols); }
    [[nodiscard]] double cell_area_km2() const { return cell_m * cell_m * 1e-6; }
    [[nodiscard]] XY centre(int row, int col) const {
        return {west_m + (col + 0.5) * cell_m, north_m - (row + 0.5) * cell_m};
    }
    [[nodiscard]] bool contains(int row, int col) const { return row >= 0 && row < rows && col >= 0 && col < cols; }
    /// Row-major number of a cell; the cell must lie in the grid.
    [[nodiscard]] std::uint32_t index(int row, int col) const {
        return static_cast<std::uint32_t>(row) * static_cast<std::uint32_t>(cols) + static_cast<std::uint32_t>(col);
    }
    [[nodiscard]] XY centre(std::uint32_t cell) const {
        auto const width = static_cast<std::uint32_t>(cols);
        return centre(static_cast<int>(cell / width), static_cast<int>(cell % width));
    }
    [[nodiscard]] std::optional<std::uint32_t> cell_at(XY p) const {
        double const col = std::floor((p.x_m - west_m) / cell_m), row = std::floor((north_m - p.y_m) / cell_m);
        if (!(col >= 0 && col < cols && row >= 0 && row < rows)) return std::nullopt;
        return index(static_cast<int>(row), static_cast<int>(col));
    }
    friend bool operator==(Grid const&, Grid const&) = default;
};

} // namespace phusong::geo

#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace phusong {

/// Basic transmission loss around one transmitter in one band: a window of a grid, row-major, row 0 northernmost.
/// Units:   hundredths of a decibel, 0–655.33 dB.
struct PathLoss {
    static constexpr std::uint16_t none = 65535;       ///< too far, or too weak for anybody who asked
    static constexpr std::uint16_t no_terrain = 65534; ///< terrain is missing on the way
    static constexpr std::uint16_t most = 65533;

    int first_row = 0, first_col = 0; ///< of the window, in the grid; always inside it
    int rows = 0, cols = 0;
    std::vector<std::uint16_t> centi_db;

    [[nodiscard]] std::uint16_t at(int row, int col) const { // of the grid, inside the window
        return centi_db[static_cast<std::size_t>(row - first_row) * static_cast<std::size_t>(cols) +
                        static_cast<std::size_t>(col - first_col)];
    }
};

/// A loss as PathLoss keeps it; below 0 dB it is 0. What is no number is no loss that anybody could count with.
[[nodiscard]] inline std::uint16_t centi_db(double loss_db) {
    if (std::isnan(loss_db)) return PathLoss::none;
    double const hundredths = std::min(loss_db * 100 + 0.5, static_cast<double>(PathLoss::most));
    return hundredths > 0 ? static_cast<std::uint16_t>(hundredths) : std::uint16_t{0};
}

} // namespace phusong

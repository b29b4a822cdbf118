#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace phusong::test {

/// What stands in one sheet of a workbook, read from its XML by code that shares nothing with the writer.
struct ReadSheet {
    struct Cell {
        std::string text;
        bool is_text = false;
    };
    std::map<std::pair<std::size_t, std::size_t>, Cell> cells; ///< by row and column from 0
    std::size_t formulas = 0;
    std::string frozen_at, filter; ///< "B4", "A3:D9"; empty = none
    int charts = 0;                ///< whether anything is drawn on it
    [[nodiscard]] std::string text(std::size_t row, std::size_t col) const;
    [[nodiscard]] bool is_text(std::size_t row, std::size_t col) const;
    [[nodiscard]] std::vector<std::string> row(std::size_t row, std::size_t width) const;
    [[nodiscard]] std::size_t rows() const; ///< one more than the last row with a cell
};

/// Every file of a ZIP archive. Errors: std::runtime_error.
[[nodiscard]] std::map<std::string, std::string> unzip(std::filesystem::path const& file);

/// The sheets by their names. Errors: std::runtime_error.
[[nodiscard]] std::map<std::string, ReadSheet> read_xlsx(std::filesystem::path const& file);

} // namespace phusong::test

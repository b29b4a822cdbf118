#pragma once
#include "geo/io/csv_file.h"
#include <filesystem>
#include <string>

namespace phusong {

/// Columns of a table of results by name; a torn table is refused as one.
class ResultTable {
  public:
    /// Errors: InputError, FileError.
    ResultTable(std::filesystem::path const& folder, std::string const& name);
    [[nodiscard]] std::size_t rows() const { return csv_.rows.size(); }
    /// Errors: Torn when there is no such column.
    [[nodiscard]] std::string const& at(std::size_t row, char const* column) const;
    /// NaN where the cell is no number.
    [[nodiscard]] double number(std::size_t row, char const* column) const;

  private:
    geo::io::CsvTable csv_;
};

} // namespace phusong

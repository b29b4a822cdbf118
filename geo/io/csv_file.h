#pragma once
#include "geo/problem.h"
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::geo::io {

/// A comma-separated table with a header line. Lines that start with # before the header are comments.
struct CsvTable {
    std::string name; ///< the file as people should see it, for messages
    std::vector<std::string> columns;
    struct Row {
        std::size_t line; ///< 1-based line in the file on which the row starts
        std::vector<std::string> cells;
    };
    std::vector<Row> rows; ///< each with as many cells as there are columns

    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

/// Reads RFC 4180 (quotes, embedded line ends), UTF-8 with or without byte order mark, LF or CRLF.
/// An apostrophe in front of what a spreadsheet would take for a formula is the mark of `csv_cell` and no part of the
/// cell. Empty lines are ignored. `max_cell_bytes` bounds one cell; only columns of outlines need more than the
/// default. Errors: InputError listing all (not UTF-8, ragged rows, unclosed quote, NUL byte, duplicate column, `;`
/// separator, a
///         cell over `max_cell_bytes`); FileError when it cannot be read or is larger than 1 GiB.
inline constexpr std::size_t usual_cell_bytes = std::size_t{64} << 10;
[[nodiscard]] CsvTable read_csv(std::filesystem::path const& file, std::string const& shown_name,
                                std::size_t max_cell_bytes = usual_cell_bytes);
[[nodiscard]] CsvTable parse_csv(std::string_view bytes, std::string const& shown_name,
                                 std::size_t max_cell_bytes = usual_cell_bytes);

/// Reads typed cells of one table and gathers every problem; throws none.
class CsvReader {
  public:
    CsvReader(CsvTable const& table, Problems& problems) : table_(table), problems_(problems) {}
    /// Column numbers of `names`; a Problem for each that is missing (with a suggestion), and nothing is returned then.
    [[nodiscard]] std::optional<std::vector<std::size_t>> columns(std::vector<std::string> const& names);
    [[nodiscard]] std::string const& text(CsvTable::Row const& row, std::size_t column) const {
        return row.cells[column];
    }
    /// A number with a point, the whole cell, inside [min, max]; otherwise a Problem and `min`.
    [[nodiscard]] double number(CsvTable::Row const& row, std::size_t column, double min, double max);
    [[nodiscard]] int integer(CsvTable::Row const& row, std::size_t column, int min, int max);
    void problem(CsvTable::Row const& row, std::size_t column, Message what, Message hint = {});

  private:
    CsvTable const& table_;
    Problems& problems_;
};

/// Quotes a cell where needed (comma, quote, line end, leading or trailing blank), and marks with an apostrophe what a
/// spreadsheet would take for a formula (=1+1, @SUM(A1), -2+3; not -2). `parse_csv` gives back the text as it was.
[[nodiscard]] std::string csv_cell(std::string_view text);

} // namespace phusong::geo::io

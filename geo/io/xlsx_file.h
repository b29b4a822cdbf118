#pragma once
#include "geo/problem.h"
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace phusong::geo::io {

/// One cell. Text is text whatever it begins with, never a formula; a number that is not finite is an empty cell, any
/// other is kept to eight decimals: nobody reads more.
using XlsxCell = std::variant<std::monostate, std::string, std::int64_t, double>;

/// How a column shows its numbers: as Excel likes (`plain`), 00688, 1.234, 1.234,5, 1.234,56, 1.234,567, 12,3 %,
/// 22.123456, 2025.
/// Excel puts in the marks of its user's language. `long_text` is wrapped.
enum class XlsxStyle { plain, text, long_text, whole, decimal_1, decimal_2, decimal_3, percent, degrees, year };

/// A table with a head, frozen and filtered, under a title and lines of text. As many cells in a row as columns.
struct XlsxSheet {
    struct Column {
        std::string head;
        XlsxStyle style = XlsxStyle::text;
        double width = 12; ///< characters
    };
    /// Drawn right of the table over rows `first` to `last` (from 0); columns by their number.
    struct Chart {
        enum class Kind { line, stacked_columns } kind = Kind::line;
        std::string title, axis;
        std::size_t categories = 0;
        std::vector<std::size_t> series;
        std::size_t first = 0, last = 0;
    };
    std::string name; ///< at most 31 characters, none of []:*?/\ and no apostrophe
    std::string title;
    std::vector<std::string> lines; ///< under the title, one a row
    std::vector<Column> columns;
    std::vector<std::vector<XlsxCell>> rows;
    std::size_t frozen_columns = 0;
    std::vector<Chart> charts = {};
    bool filter = true;
};

struct XlsxBook {
    std::string title, subject; ///< properties of the file
    std::vector<XlsxSheet> sheets;
};

/// Row (from 0) in which the table's head stands.
[[nodiscard]] std::size_t head_row(XlsxSheet const& sheet);

/// Writes a workbook for Excel and LibreOffice; same book, same bytes: no clock and no name of a machine goes in.
/// Text of more than the 32,767 characters that a cell holds is cut. Errors: FileError (no place, no permission; no
/// file is left); std::logic_error for a sheet's name that Excel refuses.
void write_xlsx(std::filesystem::path const& file, XlsxBook const& book);

} // namespace phusong::geo::io

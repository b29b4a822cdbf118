#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace phusong {

/// A number for machine files: point as decimal sign, at most `decimals` decimals, no trailing zeros, never "-0".
/// NaN and infinities give an empty text, never "nan". Rounding hides the last bits, which differ between processors.
[[nodiscard]] std::string number(double value, int decimals);

/// The value that `number` writes, for JSON and GeoPackage. NaN stays NaN.
[[nodiscard]] double rounded(double value, int decimals);

/// Yes and no in machine files.
[[nodiscard]] inline std::string flag(bool value) { return value ? "1" : "0"; }
[[nodiscard]] inline std::string flag(std::optional<bool> value) { return value ? flag(*value) : "unknown"; }

/// More cells of a row.
inline void append(std::vector<std::string>& cells, std::vector<std::string> const& more) {
    cells.insert(cells.end(), more.begin(), more.end());
}

/// Text of one CSV table: UTF-8, comma, LF, one header line, no comment lines (Excel and pandas read it as it is).
class CsvText {
  public:
    explicit CsvText(std::vector<std::string> const& columns);
    /// As many cells as there are columns.
    void add(std::vector<std::string> const& cells);
    [[nodiscard]] std::string const& text() const { return text_; }

  private:
    std::size_t width_;
    std::string text_;
};

} // namespace phusong

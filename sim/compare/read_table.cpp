#include "sim/compare/read_manifest.h"
#include "sim/compare/result_table.h"
#include <charconv>
#include <cmath>

namespace phusong {

using geo::say;

ResultTable::ResultTable(std::filesystem::path const& folder, std::string const& name)
    : csv_(geo::io::read_csv(folder / name, name)) {}

std::string const& ResultTable::at(std::size_t row, char const* column) const {
    auto const found = csv_.column(column);
    if (!found) refuse(say("{} thiếu cột {}", "{} lacks the column {}", csv_.name, column));
    return csv_.rows[row].cells[*found];
}

double ResultTable::number(std::size_t row, char const* column) const {
    auto const& cell = at(row, column);
    double value = 0;
    auto const [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc{} && end == cell.data() + cell.size() ? value : std::nan("");
}

} // namespace phusong

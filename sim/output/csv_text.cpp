#include "sim/output/csv_text.h"
#include "geo/io/csv_file.h"
#include <cassert>
#include <cmath>
#include <fmt/format.h>

namespace phusong {

double rounded(double value, int decimals) {
    if (!std::isfinite(value)) return value;
    double const scale = std::pow(10.0, decimals);
    double const result = std::round(value * scale) / scale;
    return result == 0 ? 0 : result; // minus zero reads as a mistake in a table
}

std::string number(double value, int decimals) {
    if (!std::isfinite(value)) return {};
    auto text = fmt::format("{:.{}f}", rounded(value, decimals), decimals);
    if (text.find('.') != std::string::npos) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    return text;
}

CsvText::CsvText(std::vector<std::string> const& columns) : width_(columns.size()) { add(columns); }

void CsvText::add(std::vector<std::string> const& cells) {
    assert(cells.size() == width_);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text_ += ',';
        text_ += geo::io::csv_cell(cells[i]);
    }
    text_ += '\n';
}

} // namespace phusong

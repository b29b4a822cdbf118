#pragma once
#include "sim/adoption/adoption.h"
#include <filesystem>
#include <string>
#include <vector>

namespace phusong {

/// Subscriptions per 100 people at the end of consecutive years, as public statistics have them.
struct Series {
    std::string name;
    int first_year = 0;
    std::vector<double> per_100;
    [[nodiscard]] int last_year() const { return first_year + static_cast<int>(per_100.size()) - 1; }
    [[nodiscard]] double at(int year) const { return per_100.at(static_cast<std::size_t>(year - first_year)); }
};

/// Reads a table `series,year,per_100,source`, the years of each series in order and without a gap.
/// Errors: InputError (a gap, a value that is not over 0, a row without source, …); FileError.
[[nodiscard]] std::vector<Series> read_series(std::filesystem::path const& file, std::string const& shown);

/// Curve of least squares through all points of a series up to `last_year`, with its ceiling: per unit of `per_100`,
/// time counted from `last_year`. Bass begins a year before the series. The fit that FACTS of eight countries say
/// predicts too little, kept to be compared with. Pattern search (Hooke and Jeeves 1961) over the two parameters of the
/// shape; the ceiling that belongs to them is linear least squares, at most `most_ceiling_per_100`.
[[nodiscard]] TakeUpCurve fit_freely(Series const& series, int last_year, CurveShape shape,
                                     double most_ceiling_per_100);

} // namespace phusong

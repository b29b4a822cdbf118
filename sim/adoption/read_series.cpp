#include "geo/io/csv_file.h"
#include "sim/adoption/series.h"
#include <algorithm>

namespace phusong {
namespace {

enum Column : std::size_t { called, year, per_100, source };
constexpr double most_per_100 = 500;

Series& series_of(std::vector<Series>& all, std::string const& name, int first_year) {
    auto const found = std::ranges::find(all, name, &Series::name);
    if (found != all.end()) return *found;
    all.push_back({name, first_year, {}});
    return all.back();
}

} // namespace

std::vector<Series> read_series(std::filesystem::path const& file, std::string const& shown) {
    auto const table = geo::io::read_csv(file, shown);
    geo::Problems problems;
    geo::io::CsvReader csv(table, problems);
    std::vector<Series> all;
    if (auto const at = csv.columns({"series", "year", "per_100", "source"}))
        for (auto const& row : table.rows) {
            int const when = csv.integer(row, (*at)[year], 1900, 2100);
            auto& series = series_of(all, csv.text(row, (*at)[called]), when);
            if (when != series.last_year() + 1)
                csv.problem(
                    row, (*at)[year],
                    geo::say("năm sau của chuỗi phải là {}", "the series' next year must be {}",
                             series.last_year() + 1),
                    geo::say("xếp các năm liền nhau, không thiếu năm nào", "give years in order, none missing"));
            if (csv.text(row, (*at)[source]).empty())
                csv.problem(row, (*at)[source], geo::say("thiếu nguồn của con số", "the figure has no source"),
                            geo::say("ghi nơi công bố con số này", "say where this figure was published"));
            series.per_100.push_back(csv.number(row, (*at)[per_100], 1e-9, most_per_100));
        }
    geo::throw_if_any(std::move(problems));
    return all;
}

} // namespace phusong

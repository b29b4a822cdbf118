#pragma once
#include "geo/io/csv_file.h"
#include <map>
#include <set>
#include <string>
#include <vector>

namespace phusong::test {

/// One committed table, row by row, by column name.
using Row = std::map<std::string, std::string>;
inline std::vector<Row> table(std::string const& file) {
    auto const csv = geo::io::read_csv(std::string(PHUSONG_SOURCE_DIR "/data/") + file, file);
    std::vector<Row> rows;
    for (auto const& line : csv.rows) {
        Row row;
        for (std::size_t c = 0; c < csv.columns.size(); ++c) row[csv.columns[c]] = line.cells[c];
        rows.push_back(row);
    }
    return rows;
}

inline double number(Row const& row, std::string const& column) { return std::stod(row.at(column)); }

inline double sum(std::vector<Row> const& rows, std::string const& column) {
    double total = 0;
    for (auto const& row : rows) total += number(row, column);
    return total;
}

/// Sums of `column` by `key`.
inline std::map<std::string, double> sums_by(std::vector<Row> const& rows, std::string const& key,
                                             std::string const& column) {
    std::map<std::string, double> sums;
    for (auto const& row : rows) sums[row.at(key)] += number(row, column);
    return sums;
}

inline std::map<std::string, int> count_by(std::vector<Row> const& rows, std::string const& key) {
    std::map<std::string, int> counts;
    for (auto const& row : rows) ++counts[row.at(key)];
    return counts;
}

inline std::set<std::string> values(std::vector<Row> const& rows, std::string const& column) {
    std::set<std::string> all;
    for (auto const& row : rows) all.insert(row.at(column));
    return all;
}

} // namespace phusong::test

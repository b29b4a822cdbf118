#pragma once
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace phusong::test {

/// Cells of one line of a plain CSV file (no quotes).
inline std::vector<std::string> cells_of(std::string const& line) {
    std::vector<std::string> out;
    std::stringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) out.push_back(cell);
    return out;
}

/// Rows below the heading; lines that begin with # are comments. Empty when there is no such file.
inline std::vector<std::vector<std::string>> csv_rows(std::string const& file) {
    std::ifstream in(file);
    std::vector<std::vector<std::string>> rows;
    bool heading = true;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        if (!heading) rows.push_back(cells_of(line));
        heading = false;
    }
    return rows;
}

/// A table of our own in tests/sim/radio/data.
inline std::vector<std::vector<std::string>> own_table(std::string const& name) {
    return csv_rows(std::string(PHUSONG_SOURCE_DIR "/tests/sim/radio/data/") + name);
}

} // namespace phusong::test

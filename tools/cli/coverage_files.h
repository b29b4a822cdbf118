#pragma once
#include "tools/cli/coverage_map.h"
#include "tools/cli/json_text.h"

namespace phusong::cli {

/// Every input of a map as it was used, with units, and what became of its cells: the tags of the file and, under the
/// same names, what --json prints.
[[nodiscard]] Json coverage_facts(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map);

/// Writes the map, its style and, where asked for, the map of reasons: all of them or none.
/// Errors:  FileError; UsageError for creation options.
void write_coverage(CoverageArea const& area, CoverageQuery const& query, CoverageMap const& map, Json const& facts,
                    std::vector<std::string> const& creation_options);

/// Where the style of a map lies: beside it.
[[nodiscard]] std::string style_file(std::string const& map);

/// What a person should know about the map.
[[nodiscard]] std::vector<geo::Message> coverage_notes(CoverageArea const& area, CoverageQuery const& query,
                                                       CoverageMap const& map);

} // namespace phusong::cli

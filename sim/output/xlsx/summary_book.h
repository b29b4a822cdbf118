#pragma once
#include "geo/io/xlsx_file.h"
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <filesystem>

namespace phusong {

/// A run for readers of Excel: one sheet for leaders, goals, communes by year, other divisions by year, villages,
/// projects, money, assumptions with their sources, and where the data come from.
[[nodiscard]] geo::io::XlsxBook summary_book(World const& world, Scenario const& scenario, Outcome const& outcome,
                                             geo::Language language);

/// summary.vi.xlsx and summary.en.xlsx. Errors: FileError.
void write_summary_books(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                         Outcome const& outcome);

} // namespace phusong

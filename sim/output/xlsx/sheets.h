#pragma once
#include "geo/io/xlsx_file.h"
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <vector>

namespace phusong {

// Sheets of the workbook, for summary_book.cpp only.

/// The seven lines, the province by year, and its charts.
[[nodiscard]] geo::io::XlsxSheet leaders_sheet(World const& world, Scenario const& scenario, Outcome const& outcome,
                                               geo::Language language);
/// One row per village: its state in every year, and why, in the last one.
[[nodiscard]] geo::io::XlsxSheet villages_sheet(World const& world, Scenario const& scenario, Outcome const& outcome,
                                                geo::Language language);
/// Every key of the scenario with its value, unit, meaning, and the comment and file that it came with.
[[nodiscard]] geo::io::XlsxSheet assumptions_sheet(Scenario const& scenario, geo::Language language);
/// The purse of every named operator, when any is named; 4G carriers that overloaded sites need, when any does.
[[nodiscard]] std::vector<geo::io::XlsxSheet> demand_sheets(World const& world, Scenario const& scenario,
                                                            Outcome const& outcome, geo::Language language);
/// Links, fibre tree, fibre in villages, materials when a network is planned; second ways when there are any.
[[nodiscard]] std::vector<geo::io::XlsxSheet> network_sheets(World const& world, Scenario const& scenario,
                                                             Outcome const& outcome, geo::Language language);

} // namespace phusong

#pragma once
#include "sim/output/output.h"

namespace phusong {

/// Writes project.qgs beside the maps and plan.gpkg of a run folder, whose maps must be there already: every layer with
/// its style and Vietnamese words, a group and a map theme for every year, a time slider from the base year to the
/// last, an A3 sheet to print. Sources are relative, the reference system is written out in full, and there is no date
/// and no user's name, so that the same run is the same bytes. Errors: FileError. Source: what QGIS 3.22 writes itself
/// (there is no other document of the format); opened again by the tests.
void write_project(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                   Outcome const& outcome, RunIdentity const& identity);

} // namespace phusong

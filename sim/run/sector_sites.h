#pragma once
#include "sim/radio/area/sector_site.h"
#include "sim/run/outcome.h"

namespace phusong {

/// Everything that sends in the base year, in the order of the table.
[[nodiscard]] std::vector<SectorSite> standing_sites(World const& world);
/// And what the plan has built by the end of `year`, in the order chosen. A technology added to a standing site has its
/// code, its sectors and its antenna; a new site is called P and its number in plan.csv.
[[nodiscard]] std::vector<SectorSite> sites_by(World const& world, Outcome const& outcome, int year);

} // namespace phusong

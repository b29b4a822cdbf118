#pragma once
#include "tools/synthesize/roads.h"
#include "tools/synthesize/sites.h"
#include "tools/synthesize/villages.h"
#include <string>

namespace phusong::synthesize {

/// The made tables as the bytes of their files. Coordinates have five decimals (about a metre). `maker` names the
/// generator and its seed and goes into every row's source.
[[nodiscard]] std::string villages_csv(std::vector<VillageRow> const& villages, World const& world,
                                       std::string const& maker);
[[nodiscard]] std::string roads_csv(std::vector<RoadRow> const& roads, World const& world, std::string const& maker);
[[nodiscard]] std::string sites_csv(std::vector<SiteRow> const& sites, World const& world, std::string const& maker);

} // namespace phusong::synthesize

#pragma once
#include "tools/synthesize/roads.h"
#include "tools/synthesize/sites.h"
#include "tools/synthesize/villages.h"
#include <string>

namespace phusong::synthesize {

/// What the made tables say of themselves. `maker` names the generator and its seed and goes into every row's source.
struct Titles {
    std::string maker, province;
    int base_year = 0;
};

/// The made tables as the bytes of their files. Coordinates have five decimals (about a metre).
[[nodiscard]] std::string villages_csv(std::vector<VillageRow> const& villages, World const& world,
                                       Titles const& titles);
[[nodiscard]] std::string roads_csv(std::vector<RoadRow> const& roads, World const& world, Titles const& titles);
[[nodiscard]] std::string sites_csv(std::vector<SiteRow> const& sites, World const& world, Titles const& titles);

} // namespace phusong::synthesize

#pragma once
#include "sim/world/world.h"
#include <filesystem>
#include <string>
#include <vector>

namespace phusong::synthesize {

/// A populated place that is really on the map.
struct KnownVillage {
    std::string id, name, source;
    CommuneId commune;
    geo::LonLat lonlat;
    geo::XY xy;
};

struct District {
    std::string code, name;
    CommuneId town;
    int villages = 0, powered_villages = 0; ///< published numbers; 0 = not published
    double grid_power_share = 0;            ///< of villages in the base year
    bool signal_gaps = false;               ///< named as having villages without signal in the base year
};

/// A road with a name and the commune seats that it passes, in order.
struct NamedRoad {
    std::string name, kind;
    std::vector<CommuneId> through;
};

struct Operator {
    std::string name, code;
};

/// Whose one of a commune's sites is.
struct SiteOwner {
    Operator in_commune, in_town; ///< town: a ward or township
};

/// What the made layers must add up to.
struct Totals {
    int villages = 0, stations = 0;
    double villages_with_signal_share = 0, sites_with_4g_share = 0, households_with_fibre_share = 0;
    double unserved_distance_low_km = 0; ///< of a village without signal from the nearest site
    int last_grid_year = 0;              ///< the remotest villages get grid power then
    int sites_per_commune_low = 0, sites_per_commune_high = 0;
};

struct Facts {
    std::vector<KnownVillage> known; ///< as in the file, without places given twice
    std::vector<District> districts; ///< ascending code
    std::vector<NamedRoad> roads;
    std::vector<SiteOwner> site_owners; ///< of a commune's first, second… site; at least one
    Totals totals;
};

/// Reads villages_known.csv, districts.csv, named_roads.csv, site_owners.csv and facts.csv of `folder`; of the facts
/// that stand there for several years (stations_2014, stations_2020), those of the base year. Errors: InputError with
/// every problem at once; FileError.
[[nodiscard]] Facts read_facts(std::filesystem::path const& folder, World const& world, int base_year);

} // namespace phusong::synthesize

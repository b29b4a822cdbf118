#pragma once
#include "tools/synthesize/facts.h"

namespace phusong::synthesize {

/// One row of villages.csv. Rows are ordered by commune, then by distance from its seat: the first is the centre.
struct VillageRow {
    std::string code = {}, name = {}, source = {};
    CommuneId commune = {};
    geo::LonLat lonlat = {};
    geo::XY xy = {};
    double seat_distance_m = 0;
    int people = 0, households = 0;
    int grid_power_year = 0, fibre_year = 0;
    bool synthetic = false;
};

/// How many villages each commune gets: published district numbers exactly, the rest by people and area; never fewer
/// than are known. Shapes: result[i] belongs to world.communes[i].
[[nodiscard]] std::vector<int> village_counts(World const& world, Facts const& facts);

/// Known villages kept, one at each seat where none is near, the others in the commune's cell on lower and gentler
/// ground, at least 500 m from any other. Errors: InputError naming the communes in which there is no room.
[[nodiscard]] std::vector<VillageRow> place_villages(World const& world, Facts const& facts, int seed);

/// Spreads people and households of each commune over its villages, whole numbers that add up exactly.
void settle(std::vector<VillageRow>& villages, World const& world, int seed);

/// Years of grid power and of fibre: the remotest villages of a district wait for power until after the base year, the
/// last of them until `last_grid_year`; fibre passes the villages nearest to the seats until the asked share of
/// households is passed. The base year is written for "by the base year": the true year is not known.
void connect(std::vector<VillageRow>& villages, World const& world, Facts const& facts, int base_year, int seed);

} // namespace phusong::synthesize

#pragma once
#include "geo/progress.h"
#include "sim/scenario/scenario.h"
#include "sim/world/read.h"
#include <string>

namespace phusong::synthesize {

/// The made tables of a province, as bytes.
struct Tables {
    std::string villages, roads, sites;
};

/// Villages and roads of `province` from the facts and the scenario's own terrain. The scenario's villages, roads and
/// sites are not looked at, so the result does not depend on an earlier one.
struct Ground {
    Tables tables; ///< without sites
    struct Counts {
        std::size_t villages = 0, synthetic_villages = 0, roads = 0;
        double road_km = 0;
    } counts;
};
[[nodiscard]] Ground make_ground(Scenario scenario, std::string const& province,
                                 std::filesystem::path const& facts_folder, Store const& store,
                                 geo::Progress const& progress = {});

/// Sites for the villages that `scenario` names (made before) by its radio model.
struct Made {
    std::string sites;
    std::size_t site_count = 0, stations = 0, villages_meant_unserved = 0;
};
[[nodiscard]] Made make_sites(Scenario scenario, std::string const& province, std::filesystem::path const& facts_folder,
                              Store const& store, geo::Progress const& progress = {});

} // namespace phusong::synthesize

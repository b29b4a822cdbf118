#pragma once
#include "geo/raster.h"
#include "sim/world/world.h"
#include <cstdint>
#include <span>
#include <vector>

namespace phusong {

/// Where people live and villages have their halls, by zone (commune).
struct Places {
    struct Inhabited {
        std::uint32_t cell, zone;
        double people;
    };
    struct Hall {
        std::uint32_t cell, zone;
    };
    geo::Array2D<std::int32_t> zone_of_cell; ///< geo::outside elsewhere
    std::size_t zones = 0;
    std::vector<Inhabited> people;
    std::vector<Hall> halls;
};

/// Communes of a world as zones. People and halls belong to the commune of their village, wherever its outline runs, so
/// that sums are those of the tables. Halls outside the grid are left out.
[[nodiscard]] Places places_of(World const& world);

struct Covered {
    double area_km2 = 0;
    double people = 0; ///< in the census year
    int villages = 0;  ///< whose hall's own cell is covered
    friend bool operator==(Covered const&, Covered const&) = default;
};
struct ZoneCoverage {
    Covered all;             ///< of the zone
    std::vector<Covered> at; ///< at or above each threshold
};

/// What of each zone has at least each of `thresholds` (any order).
/// Shapes:  `values` as places.zone_of_cell; NaN is below any threshold. Result: one per zone.
[[nodiscard]] std::vector<ZoneCoverage> coverage_by_zone(geo::Raster const& values, std::span<double const> thresholds,
                                                         Places const& places);

} // namespace phusong

#pragma once
#include "geo/profile.h"

namespace phusong {

/// How much room a ray must have over the terrain, in radii of the first Fresnel zone, under two states of the air.
struct ClearanceRules {
    double k = 4.0 / 3;     ///< effective earth factor, median
    double share = 0.6;     ///< of the first Fresnel radius then
    double low_k = 0;       ///< exceeded in 99.9 % of the worst month; 0 = by the path's length, see `low_k`
    double low_share = 0.3; ///< of the radius then
};

/// Effective earth factor exceeded in 99.9 % of the worst month, by the length of the path.
/// Source: Rec. ITU-R P.530-18 Fig. 2 (continental temperate climate), as numbers read off it, good to about 0.05,
///         straight in the logarithm of the length between them; under 10 km carried on, never under 0.3.
[[nodiscard]] double low_k(double length_km);

/// The rules with `low_k` filled in for a path of this length.
[[nodiscard]] ClearanceRules for_length(ClearanceRules rules, double length_km);

/// Height that a ray needs over the terrain at a point, m: the earth's bulge and the share of the Fresnel radius, under
/// the harder of the two states. `rules` are those `for_length`.
[[nodiscard]] double needed_room_m(ClearanceRules const& rules, double d1_km, double d2_km, double frequency_ghz);

/// Terrain between two points, both ends included, as the hop's functions want it. Samples lie one cell apart.
struct HopProfile {
    double length_km = 0;
    std::vector<double> d_km, ground_m;
    [[nodiscard]] std::size_t size() const { return ground_m.size(); }
    [[nodiscard]] bool known() const; ///< no sample without terrain
    [[nodiscard]] double mean_ground_m() const;
};
[[nodiscard]] HopProfile hop_profile(geo::Raster const& terrain_m, geo::XY a, geo::XY b);

/// Height of the straight ray at sample i, above sea level, for antennas so far above the ground at the ends.
[[nodiscard]] double ray_m(HopProfile const& profile, double height_a_m, double height_b_m, std::size_t i);

/// Least room between ray and terrain in first Fresnel radii under one effective earth factor, and where.
/// Errors: NaN without terrain; infinite when there is nothing between the ends.
struct LeastClearance {
    double radii = 0, at_km = 0;
};
[[nodiscard]] LeastClearance least_clearance(HopProfile const& profile, double height_a_m, double height_b_m,
                                             double frequency_ghz, double k);

/// Whether the ray has the room that the rules ask for at every sample between the ends; false without terrain.
[[nodiscard]] bool clears(HopProfile const& profile, double height_a_m, double height_b_m, double frequency_ghz,
                          ClearanceRules const& rules);

} // namespace phusong

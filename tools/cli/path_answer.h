#pragma once
#include "sim/radio/models/p1812.h"
#include "sim/radio/models/p1812_path.h"
#include "tools/cli/path_flags.h"
#include "tools/cli/path_profile.h"
#include <string_view>
#include <vector>

namespace phusong::cli {

/// One figure on the way to the loss, in the symbols of the model's source.
struct PathValue {
    std::string_view symbol, unit, equation;
    double value;
};

/// What was asked, what lies between, and what is lost on the way.
struct PathAnswer {
    PathQuery query;
    PathTerrain terrain;
    P1812Link link;                ///< with everything that was left to defaults
    Horizons horizons;             ///< over the ground, without clutter, for half of the time
    double earth_km = 0;           ///< effective radius for half of the time
    double free_space_db = 0;      ///< along the straight line
    double loss_db = 0;            ///< by the model
    double least_clearance = 0;    ///< of the ray over ground and clutter, in radii of the first Fresnel zone
    double least_clearance_km = 0; ///< where
    std::vector<PathValue> values;
    std::vector<geo::Message> notes; ///< what the user should know about how it was computed

    [[nodiscard]] double hts_m() const { return terrain.h_m.front() + link.htg_m; }
    [[nodiscard]] double hrs_m() const { return terrain.h_m.back() + link.hrg_m; }
    /// Height of the ground, and of what stands on it between the ends, with the bulge of the earth.
    [[nodiscard]] double bulge_m(std::size_t i) const;
    [[nodiscard]] double top_m(std::size_t i) const;
    /// Height of the straight line from antenna to antenna, and radius of its first Fresnel zone.
    [[nodiscard]] double ray_m(double d_km) const;
    [[nodiscard]] double fresnel_m(double d_km) const;
    [[nodiscard]] double ray_m(std::size_t i) const { return ray_m(terrain.d_km[i]); }
    [[nodiscard]] double fresnel_m(std::size_t i) const { return fresnel_m(terrain.d_km[i]); }
};

/// Shapes: `terrain` has at least three points and no gaps.
[[nodiscard]] PathAnswer answer(PathQuery const& query, PathTerrain terrain);

} // namespace phusong::cli

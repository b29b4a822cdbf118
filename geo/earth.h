#pragma once

namespace phusong::geo {

/// Mean radius, as Recommendations ITU-R P.1812-6 (6) and P.530-18 §2.2 have it.
inline constexpr double earth_radius_km = 6371;

} // namespace phusong::geo

#pragma once

namespace phusong {

/// What multipath fading of a hop depends on. Heights of the antennas and of the ground are above sea level.
struct MultipathPath {
    double length_km = 0, frequency_ghz = 0;
    double height_a_m = 0, height_b_m = 0;
    double mean_ground_m = 0; ///< along the path
    double log10_k = 0;       ///< of the geoclimatic factor of the average worst month
    double dn75 = 0;          ///< N-units, 0.1 % of the average worst month over the lowest 75 m
    double latitude_deg = 0;
};

/// Share of the average worst month in which a fade is deeper than `fade_db`.
/// Source: Rec. ITU-R P.530-18 §2.3.1, eqs (7) to (11) for deep fades, §2.3.2 for all depths. It is written for hops
/// over
///         5 km; shorter hops are reckoned alike, which is on the safe side.
[[nodiscard]] double multipath_worst_month_share(MultipathPath const& path, double fade_db);

/// The same of an average year.
/// Source: Rec. ITU-R P.530-18 §2.3.4 (from the worst month to the year).
[[nodiscard]] double multipath_year_share(MultipathPath const& path, double fade_db);

} // namespace phusong

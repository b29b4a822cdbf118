#pragma once
#include "sim/radio/models/p1812.h"

namespace phusong {

/// How land and sea share a path. Each point stands for half of the way to its neighbours.
struct ZoneShares {
    double dtm_km = 0; ///< longest continuous land section, inland and coastal
    double dlm_km = 0; ///< longest continuous inland section
    double omega = 0;  ///< share of the path over sea
};

/// Shapes:  as P1812Profile; an empty `zone` is inland everywhere.
/// Source:  Rec. ITU-R P.1812-6 §3.6 and eq. (1).
[[nodiscard]] ZoneShares zone_shares(std::span<double const> d_km, std::span<RadioZone const> zone);

} // namespace phusong

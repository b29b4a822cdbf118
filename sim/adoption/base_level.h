#pragma once
#include "sim/adoption/adoption.h"

namespace phusong {

/// What the base year says about one service.
struct BaseLevel {
    double share = 0, share_before = 0;    ///< of ceiling · people reached, now and a year before
    double people = 0, people_reached = 0; ///< those reached weighed by their commune's ceiling
};

[[nodiscard]] BaseLevel base_level(World const& world, Scenario const& scenario, Service const& service,
                                   std::vector<double> const& reached_share, std::vector<double> const& ceiling_factor);

/// Through the level and slope, with the service's shape, ceiling and catching up.
[[nodiscard]] TakeUpCurve curve_of(BaseLevel const& level, Service const& service);

/// The curve when growth is off by `growth_points` a year (subscriptions per 100 people of the whole province) and the
/// ceiling by a share of itself: through the base year's level all the same. No ceiling lies under what is there; it
/// may have grown twentyfold or fallen by half in the year before (judgement).
[[nodiscard]] TakeUpCurve shifted_curve(BaseLevel level, Service service, double growth_points, double ceiling_share);

} // namespace phusong

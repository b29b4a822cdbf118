#pragma once
#include "sim/radio/models/itm.h"
#include "sim/radio/models/short_path.h"
#include "sim/radio/sweep/exact.h"

namespace phusong {

/// The models that an exact map can be made of. Shapes:  profiles as ExactModel has them. Errors:  those of the models.
/// P.1812; the distances to the coast follow from the profile's zones.
[[nodiscard]] ExactLoss exact_p1812(P1812Profile const& profile, P1812Link link);
/// Delta-Bullington diffraction over an effective earth of radius `ae_km`, and free space.
[[nodiscard]] ExactLoss exact_p526(P1812Profile const& profile, P1812Link const& link, double ae_km);
/// Free space along the straight line; the reason tells whether the ground stands in it.
[[nodiscard]] ExactLoss exact_free_space(P1812Profile const& profile, P1812Link const& link, double ae_km);
/// The Irregular Terrain Model; it knows no clutter.
[[nodiscard]] ExactLoss exact_itm(P1812Profile const& profile, ItmLink const& link, ItmQuantiles const& quantiles);

/// A loss with a short-path model blended in near the antenna.
[[nodiscard]] ExactLoss with_short_path(ExactLoss loss, ShortPathModel model, P1812Profile const& profile,
                                        P1812Link const& link);

} // namespace phusong

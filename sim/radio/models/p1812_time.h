#pragma once
#include "geo/earth.h"

namespace phusong {

/// How the atmosphere varies with time, as P.1812 sees it: how often anomalous propagation comes, how the ray bends,
/// and how to go from half of the time to less.

/// tau: how much of the path lies inland. `dlm_km` longest continuous inland section.
/// Source:  Rec. ITU-R P.1812-6 §3.6, eq. (3).
[[nodiscard]] double inland_share_tau(double dlm_km);

/// beta0: point incidence of anomalous propagation at the path's centre, percent of time.
/// Units:   kilometres; `dtm_km` longest continuous land section (inland and coastal), `dlm_km` longest inland;
/// degrees. Source:  Rec. ITU-R P.1812-6 §3.6, eqs. (2)–(5).
[[nodiscard]] double anomalous_time_percent(double dtm_km, double dlm_km, double latitude_deg);

/// Effective earth radius for half of the time (ae) and for beta0 percent of it (ab), km.
/// Source:  Rec. ITU-R P.1812-6 §3.7, eqs. (6), (7).
[[nodiscard]] double median_earth_km(double delta_n);
inline constexpr double anomalous_earth_km = geo::earth_radius_km * 3;

/// I(x): how many standard deviations a normal variable exceeds with probability x, by the approximation of the
/// Recommendation (which leaves 1e-9 at one half and is itself good to 5e-4). x outside [1e-6, 1 − 1e-6] counts as
/// there. Source:  Rec. ITU-R P.1812-6 Annex 1 Attachment 2.
[[nodiscard]] double inverse_complementary_normal(double x);

/// Fi: from the median (0) to beta0 percent of time (1).
/// Source:  Rec. ITU-R P.1812-6 §4.3.5, eq. (40).
[[nodiscard]] double time_factor(double p_percent, double beta0_percent);

} // namespace phusong

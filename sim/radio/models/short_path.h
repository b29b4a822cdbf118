#pragma once
#include <cmath>
#include <concepts>

namespace phusong {

/// From here on P.1812 alone counts: its own lower limit, Rec. ITU-R P.1812-6 Annex 1 §1.
inline constexpr double short_path_outer_km = 0.25;
/// Up to here the short-path model alone counts. Judgement: an octave, so that two medians of different making meet
/// over a stretch in which free space itself grows by 6 dB, and over more than one cell of 90 m.
inline constexpr double short_path_inner_km = 0.125;
/// Nearer than this, losses are those at this distance: TR 38.901 begins here, and a mast has a foot.
inline constexpr double short_path_nearest_km = 0.01;

enum class ShortPathModel {
    free_space,
    rma, ///< TR 38.901 rural macro cell, with or without sight as the terrain has it
    uma, ///< TR 38.901 urban macro cell, likewise
    ehata_open,
    ehata_suburban,
    ehata_urban
};

/// A link of less than some hundred metres.
struct ShortPathLink {
    double f_mhz = 0;
    double h_tx_m = 0, h_rx_m = 0; ///< antenna heights above ground, which the models count with
    double rise_m = 0;             ///< difference of the antennas' heights above sea level, for the straight distance
    bool line_of_sight = true;     ///< over the terrain; only `rma` and `uma` ask
};

/// Median path loss over flat ground, never less than free space along the straight line.
/// Units:   kilometres on the ground, 0 to 5; dB.
/// Errors:  std::invalid_argument outside the domain of the model (tr38901.h, ehata.h).
/// Source:  tr38901.h, ehata.h, free_space.h.
[[nodiscard]] double short_path_loss_db(ShortPathModel model, double d_km, ShortPathLink const& link);

/// The same for any antenna heights: RMa knows masts of 10–150 m and users at 1–10 m only, UMa users at 1.5–13 m, and
/// each is asked at the nearest of these; the straight distance stays what it is.
[[nodiscard]] double limited_short_path_loss_db(ShortPathModel model, double d_km, ShortPathLink link);

/// How much P.1812 counts at distance d: w = t²(3 − 2t), t = log(d / 0.125 km) / log 2, within [0, 1].
/// Smooth at both limits; rises with distance, in single precision too.
template <std::floating_point T> [[nodiscard]] T short_path_weight(T d_km) {
    constexpr T inner = static_cast<T>(short_path_inner_km), outer = static_cast<T>(short_path_outer_km);
    static_assert(outer == 2 * inner, "the logarithm to base two below takes the limits to be an octave apart");
    if (!(d_km > inner)) return 0; // NaN too
    if (d_km >= outer) return 1;
    T const t = std::log2(d_km / inner);
    return t * t * (3 - 2 * t);
}

/// (1 − w) L_short + w L_P1812. P.1812's equations are finite under 0.25 km though not meant for it; what has no weight
/// is not looked at, so that it may be NaN.
template <std::floating_point T> [[nodiscard]] T blended_loss_db(T d_km, T L_short_db, T L_p1812_db) {
    T const w = short_path_weight(d_km);
    if (w <= 0) return L_short_db;
    if (w >= 1) return L_p1812_db;
    return L_short_db + w * (L_p1812_db - L_short_db);
}

} // namespace phusong

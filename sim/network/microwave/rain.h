#pragma once

namespace phusong {

/// Specific attenuation of rain is k R^alpha dB/km, R in mm/h.
struct RainCoefficients {
    double k = 0, alpha = 0;
};

/// For a horizontal path with linear polarization.
/// Units:  GHz, 1 to 1000.
/// Source: Rec. ITU-R P.838-3, eqs (2) and (3), Tables 1 to 4.
[[nodiscard]] RainCoefficients rain_coefficients(double frequency_ghz, bool vertical);

/// Attenuation by rain that is exceeded in 0.01 % of an average year, dB.
/// Units:  `rain_rate_mm_per_h` is that exceeded in 0.01 % of the year, over one minute; 0 = no rain.
/// Source: Rec. ITU-R P.530-18 §2.4.1, steps 2 to 4, eq. (32); for paths up to 60 km.
[[nodiscard]] double rain_exceeded_001_db(double length_km, double frequency_ghz, bool vertical,
                                          double rain_rate_mm_per_h);

/// Attenuation exceeded in `percent` of the year when `exceeded_001_db` is in 0.01 %, dB.
/// Source: Rec. ITU-R P.530-18 §2.4.1, step 5, eqs (33) to (36); 0.001 to 1 %.
[[nodiscard]] double rain_exceeded_db(double exceeded_001_db, double frequency_ghz, double percent);

/// Share of an average year in which rain takes more than `margin_db`: the same formula turned round. No less than
/// 0.001 % is claimed where it rains, for the formula ends there; beyond 1 % it is carried on, and no margin is no
/// link.
[[nodiscard]] double rain_outage_share(double exceeded_001_db, double frequency_ghz, double margin_db);

} // namespace phusong

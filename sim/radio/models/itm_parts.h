#pragma once
#include "sim/radio/models/itm.h"
#include <complex>
#include <cstdint>
#include <span>

/// The parts of the Irregular Terrain Model, for itm.cpp and its tests. Metres, radians, dB; symbols of the documents.
namespace phusong::itm {

/// The wave, the ground it meets and the air it bends in.
struct Medium {
    double f_mhz = 0;
    double wn = 0;            ///< wave number, 1/m
    double N_s = 0;           ///< N-units
    double a_e_m = 0;         ///< effective earth radius
    std::complex<double> Z_g; ///< transfer impedance of the ground
};

/// One end of the path.
struct Terminal {
    double h = 0, h_e = 0; ///< structural and effective height
    double d_hzn = 0, theta_hzn = 0;
};

/// What the model keeps of the terrain.
struct Path {
    double d = 0, delta_h = 0, a_e = 0;
    Terminal tx, rx;

    [[nodiscard]] double d_ML() const { return tx.d_hzn + rx.d_hzn; } ///< horizon to horizon
    [[nodiscard]] double d_sML() const;                               ///< the same over a smooth earth
    [[nodiscard]] double theta_los() const;
};

// ---- Terrain statistics (itm_terrain.cpp) ---------------------------------------------------------------------------

/// Heights at equal steps, from the transmitter on.
struct Profile {
    std::span<double const> h;
    double step = 0;
    [[nodiscard]] double length() const { return step * static_cast<double>(h.size() - 1); }
};

/// Heights at the two ends of the profile of the straight line fitted to its points between two distances.
struct Line {
    double at_tx = 0, at_rx = 0;
};
[[nodiscard]] Line fit_line(Profile const& profile, double d_start, double d_end);

/// Mean height of the inner four fifths of the path: h_sys.
[[nodiscard]] double mean_height(Profile const& profile);

/// The interdecile range of the terrain about its fitted line, carried over to a path of infinite length.
[[nodiscard]] double terrain_irregularity(Profile const& profile, double d_start, double d_end);

/// Irregularity over a path of length `d`.
[[nodiscard]] double irregularity_at(double d, double delta_h); // [LR 3]
/// Standard deviation of the terrain within the first Fresnel zone of the reflecting ground.
[[nodiscard]] double sigma_h(double delta_h_d); // [LR 3.6a]

// ---- Path (itm_path.cpp) --------------------------------------------------------------------------------------------

[[nodiscard]] Medium medium_of(ItmLink const& link, double h_sys);
[[nodiscard]] Path path_of(Profile const& profile, double a_e, double h_tx, double h_rx);

// ---- Diffraction (itm_diffraction.cpp) ------------------------------------------------------------------------------

/// Loss of the mixture of two knife edges and a smooth earth at distance `d`, beyond the horizons.
[[nodiscard]] double diffraction_loss(double d, Path const& path, Medium const& medium);

/// The straight line through that loss at two distances far in the region of diffraction.
struct DiffractionLine {
    double M_d = 0, A_d0 = 0; ///< slope, dB/m; intercept, dB
    [[nodiscard]] double at(double d) const { return A_d0 + M_d * d; }
};
[[nodiscard]] DiffractionLine diffraction_line(Path const& path, Medium const& medium);

// ---- Line of sight (itm_line_of_sight.cpp) --------------------------------------------------------------------------

/// Loss at path length `d` within the smooth earth's horizon: two rays near, diffraction far.
[[nodiscard]] double line_of_sight_loss(double d, Path const& path, Medium const& medium, DiffractionLine const& line);

// ---- Troposcatter (itm_troposcatter.cpp) ----------------------------------------------------------------------------

/// The straight line through the scatter loss at two distances, and from where on it counts.
struct ScatterLine {
    double M_s = 0, A_s0 = 0, d_x = 0; ///< slope, dB/m; intercept, dB; metres
    [[nodiscard]] double at(double d) const { return A_s0 + M_s * d; }
};
[[nodiscard]] ScatterLine scatter_line(Path const& path, Medium const& medium, DiffractionLine const& diffraction);

// ---- Together -------------------------------------------------------------------------------------------------------

struct Reference {
    double A_ref = 0;
    ItmMode mode = ItmMode::none;
};
[[nodiscard]] Reference reference_attenuation(Path const& path, Medium const& medium); // itm_reference.cpp

struct Varied {
    double A = 0;
    bool extreme = false; ///< a quantile lies beyond what the curves are drawn for
};
/// The reference attenuation at quantiles of time, location and situation (itm_variability.cpp).
[[nodiscard]] Varied with_variability(double A_ref, Path const& path, double f_mhz, ItmClimate climate,
                                      ItmVariability const& variability, ItmQuantiles const& quantiles);

} // namespace phusong::itm

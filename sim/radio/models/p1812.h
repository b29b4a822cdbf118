#pragma once
#include "sim/radio/models/p526_spherical_earth.h"
#include <cstdint>
#include <span>

namespace phusong {

/// What a profile point stands on, coded as in Table 4 of P.1812 and in the official validation profiles.
enum class RadioZone : std::uint8_t { sea = 1, coastal_land = 3, inland = 4 };

/// Terrain between two antennas, without the antennas.
/// Shapes:  all of one length n >= 3, or empty where a default is named; the first point is the transmitter's, the last
///          the receiver's.
/// Units:   kilometres, rising from 0; metres above sea level; clutter metres above ground.
struct P1812Profile {
    std::span<double const> d_km, h_m;
    std::span<double const> clutter_m; ///< representative clutter height per point; empty = none
    std::span<RadioZone const> zone;   ///< empty = inland everywhere
};

/// Everything else that P.1812 asks for. The symbols of the Recommendation stand beside each.
struct P1812Link {
    double f_ghz = 0;            ///< f, 0.03–6
    double p_percent = 50;       ///< p, of an average year, 1–50
    double pL_percent = 50;      ///< pL, of locations, 1–99
    double sigmaL_db = 0;        ///< location variability's standard deviation; 0 = none
    double htg_m = 0, hrg_m = 0; ///< antenna heights above ground
    double latitude_deg = 0;     ///< phi, of the path's centre
    double delta_n = 0;          ///< mean lapse rate through the lowest kilometre, N-units/km, positive
    double n0 = 0;               ///< sea-level surface refractivity, N-units
    Polarisation polarisation = Polarisation::vertical;
    double dct_km = 500, dcr_km = 500; ///< over land from each antenna to the coast along the path
};

/// The loss and every intermediate value, in the symbols of the Recommendation; angles in mrad, losses in dB.
struct P1812Loss {
    double d = 0, dlt = 0, dlr = 0, theta_t = 0, theta_r = 0, theta = 0;
    double hts = 0, hrs = 0, htc = 0, hrc = 0;
    double omega = 0, dtm = 0, dlm = 0, beta0 = 0, ae = 0, ab = 0;
    double hst_n = 0, hsr_n = 0; ///< (85), (86)
    double hst = 0, hsr = 0;     ///< (90)
    double hstd = 0, hsrd = 0;   ///< (89)
    double hte = 0, hre = 0;     ///< (92)
    double hm = 0;               ///< (93)
    double Fi = 0, Fj = 0, Fk = 0;
    double Lbfs = 0, Lb0p = 0, Lb0b = 0;
    double Lbulla50 = 0, Lbulls50 = 0, Ldsph50 = 0, Ld50 = 0, Ldb = 0, Ldp = 0;
    double Lbd50 = 0, Lbd = 0, Lminb0p = 0, Lba = 0, Lminbap = 0, Lbda = 0, Lbam = 0, Lbs = 0, Lbc = 0;
    double Lloc = 0; ///< location variability, (66)
    double Lb = 0;   ///< basic transmission loss not exceeded in p of time and pL of locations
    bool line_of_sight = false;
};

/// Basic transmission loss by the path-specific method, complete: line of sight, diffraction, troposcatter, ducting and
/// layer reflection, clutter, location variability. Building entry is not in it (see p2109.h).
/// Errors:  std::invalid_argument for shapes or figures outside the domain named above; NaN heights give NaN.
/// Source:  Rec. ITU-R P.1812-6, whose equation numbers are used; the official validation examples of the -6 hold for
///          the -7 and the -8 too.
[[nodiscard]] P1812Loss p1812(P1812Profile const& profile, P1812Link const& link);

} // namespace phusong

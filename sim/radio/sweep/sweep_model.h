#pragma once
#include "sim/radio/models/p1812.h"
#include "sim/radio/models/short_path.h"
#include <array>
#include <optional>

namespace phusong {

/// Electrical ground in the first-term formulas: what of (29)–(32) depends on the medium and the frequency alone.
struct FirstTermMedium {
    float K = 0; ///< times a^(−1/3) it is the normalised admittance
};

/// What a loss is made of.
enum class SweepMethod : unsigned char { p1812, p526_delta_bullington, free_space };

/// P.1812 with everything worked out that is the same for all receivers of one antenna in one band.
/// Units:   GHz, kilometres, metres, dB; symbols as in p1812.h.
struct SweepModel {
    SweepMethod method = SweepMethod::p1812;
    std::optional<ShortPathModel> short_path; ///< blended in under a quarter of a kilometre
    bool clutter = false;                     ///< the rays carry clutter
    bool below_50 = false;                    ///< p < 50 %: the beta earth radius counts too
    float f = 0, root_lambda = 0;
    float ae = 0, ab = 0;            ///< earth radii, median and beta
    float bulge = 0, bulge_beta = 0; ///< 500 / ae, 500 / ab
    float htg = 0, hrg = 0;
    float free_space = 0;                   ///< 92.4 + 20 log f, (8)
    float log2_beta_lat = 0, mu4_power = 0; ///< of (5), (6)
    float p = 50, log_p = 0, log_p_over_50 = 0;
    float inverse_p = 0; ///< I(p/100), (40)
    float tropo = 0;     ///< 190.1 + Lf − 0.15 N0 − 10.125 (log(50/p))^0.7, (44)
    float ducting = 0;   ///< 102.45 + 20 log f + Alf, (47)
    float gamma_d = 0;   ///< (51)
    /// A(p), (53), is at least the first plus d times the second on paths of up to bounded_path_km.
    float least_variability = 0, least_variability_per_km = 0;
    float root2_f = 0, root3_f = 0; ///< square and cube root of f
    float location = 0;             ///< Lloc; the other methods know no locations
    FirstTermMedium land, sea;
};

/// Paths to which the bound of SweepModel::least_variability applies.
inline constexpr double bounded_path_km = 150;

/// Shapes:  `link.latitude_deg` and the coast distances serve all receivers, unless these bring their own.
[[nodiscard]] SweepModel sweep_model(P1812Link const& link, bool clutter);
/// Free space, or free space and delta-Bullington diffraction over an effective earth of radius `ae_km`.
[[nodiscard]] SweepModel sweep_model(SweepMethod method, P1812Link const& link, double ae_km, bool clutter);

/// What bends the rays of a method: P.1812 has an earth of its own by ΔN, the others take the factor that a planner
/// names.
struct EarthSettings {
    double delta_n = 0;
    double factor = 4.0 / 3.0;
};
[[nodiscard]] double effective_earth_km(SweepMethod method, EarthSettings const& earth);
/// The engine's model from settings by name; `link.delta_n` is P.1812's.
[[nodiscard]] SweepModel named_sweep_model(SweepMethod method, P1812Link const& link, double effective_earth_factor,
                                           bool clutter);

/// How far under free space a loss may lie: at rare times P.1812's floor is Lb0p, (10), (69).
[[nodiscard]] double below_free_space_db(SweepModel const& model);

/// Which mechanism decides the loss.
enum class SweepReason : unsigned char { line_of_sight = 1, diffraction = 2, ducting = 3, troposcatter = 4 };

/// Parts of a path over sea and land; P.1812-6 Table 5.
struct ZoneLanes {
    float const* dtm_km = nullptr;                    ///< longest stretch over land
    float const* dlm_km = nullptr;                    ///< longest stretch inland
    float const* omega = nullptr;                     ///< share over sea
    float const *dct_km = nullptr, *dcr_km = nullptr; ///< from each antenna to the coast
};

/// One receiver per element, on ray `lane` of a bundle behind `before` of its samples.
/// Shapes:  arrays of `count` values, readable and writable up to the next multiple of 16 (padded with a receiver that
///          exists). `zones` with null pointers: inland everywhere.
struct SweepReceivers {
    /// Terrain right before a receiver decides most, and its ray passes up to half a cell beside it: so many points
    /// before it are its own.
    static constexpr int own_points = 6;

    int count = 0;
    float const* d_km = nullptr;
    float const* hn_m = nullptr; ///< ground
    int const* before = nullptr;
    int const* lane = nullptr;
    float own_step_km = 0; ///< own points are 1, 2, … steps before the receiver; they lie beyond sample `before`
    int const* own_count = nullptr;
    std::array<float const*, own_points> own_h_m{}; ///< null = none
    std::array<float const*, own_points> own_g_m{}; ///< with clutter; null = the ground
    ZoneLanes zones;
    float const* location = nullptr; ///< Lloc of each receiver instead of the model's; null = the model's
    float* loss_db = nullptr;
    int* reason = nullptr; ///< SweepReason; may be null
};

} // namespace phusong

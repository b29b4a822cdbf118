#include "sim/radio/models/p2109.h"
#include "sim/radio/models/model_domain.h"
#include "sim/radio/models/normal_quantile.h"
#include <cmath>

namespace phusong {

namespace {

struct Coefficients {
    double r, s, t, u, v, w, x, y, z;
};
constexpr Coefficients traditional{12.64, 3.72, 0.96, 9.6, 2.0, 9.1, -3.0, 4.5, -2.0};            // P.2109-2 Table 1
constexpr Coefficients thermally_efficient{28.19, -3.00, 8.48, 13.5, 3.8, 27.8, -2.9, 9.4, -2.1}; // Table 1

} // namespace

double p2109_building_entry_loss_db(double f_ghz, double P_percent, BuildingType type, double theta_deg) {
    require_domain(f_ghz >= 0.08 && f_ghz <= 100, "P.2109: the frequency must lie in 0.08–100 GHz");
    require_domain(P_percent > 0 && P_percent < 100, "P.2109: the probability must lie between 0 and 100 %");
    require_domain(theta_deg >= -90 && theta_deg <= 90, "P.2109: the elevation must lie in -90–90 degrees");
    auto const& k = type == BuildingType::traditional ? traditional : thermally_efficient;
    double const log_f = std::log10(f_ghz), F = normal_quantile(P_percent / 100);
    double const Lh = k.r + k.s * log_f + k.t * log_f * log_f;                                     // (9)
    double const Le = 0.212 * std::abs(theta_deg);                                                 // (10)
    double const mu1 = Lh + Le;                                                                    // (5)
    double const mu2 = k.w + k.x * log_f;                                                          // (6)
    double const sigma1 = k.u + k.v * log_f;                                                       // (7)
    double const sigma2 = k.y + k.z * log_f;                                                       // (8)
    double const A = F * sigma1 + mu1;                                                             // (2)
    double const B = F * sigma2 + mu2;                                                             // (3)
    double const C = -3.0;                                                                         // (4)
    return 10 * std::log10(std::pow(10, 0.1 * A) + std::pow(10, 0.1 * B) + std::pow(10, 0.1 * C)); // (1)
}

} // namespace phusong

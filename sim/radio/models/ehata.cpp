#include "sim/radio/models/ehata.h"
#include "sim/radio/models/model_domain.h"
#include <algorithm>
#include <cmath>

namespace phusong {

namespace {

struct Antennas {
    double f, Hb, Hm;
};

double free_space(double d, Antennas const& x) { // (191)
    double const dh_km = (x.Hb - x.Hm) / 1000;
    return 32.4 + 20 * std::log10(x.f) + 10 * std::log10(d * d + dh_km * dh_km);
}

double frequency_term(double f) {
    if (f <= 1500) return 69.6 + 26.2 * std::log10(f);                     // (193)
    if (f <= 2000) return 46.3 + 33.9 * std::log10(f);                     // (194)
    return 46.3 + 33.9 * std::log10(2000.0) + 10 * std::log10(f / 2000.0); // (195)
}

double antenna_terms(Antennas const& x) {
    double const log_f = std::log10(x.f);
    double const a = (1.1 * log_f - 0.7) * std::min(10.0, x.Hm) - (1.56 * log_f - 0.8) +
                     std::max(0.0, 20 * std::log10(x.Hm / 10)); // (199)
    double const b = std::min(0.0, 20 * std::log10(x.Hb / 30)); // (200)
    return a + b;
}

double distance_power(double d, Antennas const& x) { // alpha, (201)
    if (d <= 20) return 1;
    return 1 + (0.14 + 1.87e-4 * x.f + 1.07e-3 * x.Hb) * std::pow(std::log10(d / 20), 0.8);
}

double area_term(double f, HataArea area) {
    double const log_f = std::log10(std::min(std::max(150.0, f), 2000.0));
    double const to_28 = log_f - std::log10(28.0);
    switch (area) {
    case HataArea::suburban:
        return -2 * to_28 * to_28 - 5.4; // (196)
    case HataArea::open:
        return -4.78 * log_f * log_f + 18.33 * log_f - 40.94; // (197)
    case HataArea::urban:
        break;
    }
    return 0;
}

double beyond_100_m(double d, Antennas const& x, HataArea area) {
    double const log_Hb = std::log10(std::max(30.0, x.Hb)), log_d = std::log10(d);
    double const reach = d <= 20 ? log_d : std::pow(log_d, distance_power(d, x));
    return frequency_term(x.f) - 13.82 * log_Hb + (44.9 - 6.55 * log_Hb) * reach - antenna_terms(x) +
           area_term(x.f, area);
}

} // namespace

double ehata_loss_db(double d_km, double f_mhz, double h1_m, double h2_m, HataArea area) {
    require_domain(f_mhz >= 150 && f_mhz <= 3000, "extended Hata: the frequency must lie in 150–3000 MHz");
    require_domain(d_km > 0 && d_km <= 100, "extended Hata: the distance must be positive and at most 100 km");
    require_domain(h1_m > 0 && h2_m > 0, "extended Hata: antenna heights must be positive");
    require_domain(h1_m <= 200 && h2_m <= 200, "extended Hata: antenna heights must not exceed 200 m");
    Antennas const x{f_mhz, std::max({h1_m, h2_m, 1.0}), std::max(std::min(h1_m, h2_m), 1.0)};
    double const Lfs = free_space(d_km, x);
    if (d_km < 0.04) return Lfs;
    if (d_km >= 0.1) return std::max(Lfs, beyond_100_m(d_km, x, area));
    double const at_40_m = free_space(0.04, x), at_100_m = beyond_100_m(0.1, x, area);
    double const t = std::log10(d_km / 0.04) / std::log10(0.1 / 0.04);
    return std::max(Lfs, std::lerp(at_40_m, at_100_m, t)); // (198)
}

} // namespace phusong

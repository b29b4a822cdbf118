#include "sim/radio/models/itm.h"
#include "sim/radio/models/itm_parts.h"
#include "sim/radio/models/model_domain.h"
#include <algorithm>
#include <cmath>

namespace phusong {

namespace {

bool within(double x, double low, double high) { return x >= low && x <= high; }
bool percent(double x) { return x > 0 && x < 100; }

void require_link(ItmLink const& link, ItmQuantiles const& quantiles) {
    require_domain(within(link.f_mhz, 20, 20e3), "ITM: the frequency must lie in 20–20,000 MHz");
    require_domain(within(link.h_tx_m, 0.5, 3000), "ITM: the transmitter's height must lie in 0.5–3000 m");
    require_domain(within(link.h_rx_m, 0.5, 3000), "ITM: the receiver's height must lie in 0.5–3000 m");
    require_domain(within(link.N_0, 250, 400), "ITM: the refractivity at sea level must lie in 250–400 N-units");
    require_domain(link.epsilon >= 1, "ITM: the ground's permittivity must be at least 1");
    require_domain(link.sigma_s > 0, "ITM: the ground's conductivity must be positive");
    require_domain(within(static_cast<double>(link.climate), 1, 7), "ITM: there are seven climates, 1 to 7");
    require_domain(percent(quantiles.time_percent) && percent(quantiles.location_percent) &&
                       percent(quantiles.situation_percent),
                   "ITM: quantiles must lie between 0 and 100 %");
}

/// What only the terrain tells.
void require_medium(itm::Medium const& medium) {
    require_domain(within(medium.N_s, 150, 400), "ITM: the refractivity at the path must lie in 150–400 N-units");
    require_domain(within(medium.a_e_m, 4000e3, 13333333),
                   "ITM: the effective earth radius must lie in 4000–13,333 km");
    require_domain(medium.Z_g.real() > std::abs(medium.Z_g.imag()),
                   "ITM: the ground's impedance is not a real ground's");
}

std::uint32_t flag(bool set, ItmWarning bit) { return set ? bit : 0u; }

std::uint32_t link_warnings(ItmLink const& link) {
    return flag(!within(link.h_tx_m, 1, 1000), itm_tx_height) | flag(!within(link.h_rx_m, 1, 1000), itm_rx_height) |
           flag(!within(link.f_mhz, 40, 10e3), itm_frequency);
}

std::uint32_t path_warnings(itm::Path const& path, itm::Medium const& medium) {
    auto const smooth = [&](itm::Terminal const& end) { return std::sqrt(2 * end.h_e * path.a_e); };
    auto const share = [&](itm::Terminal const& end) { return end.d_hzn / smooth(end); };
    return flag(path.d > 1000e3, itm_path_over_1000_km) | flag(path.d > 2000e3, itm_path_over_2000_km) |
           flag(path.d < std::abs(path.tx.h_e - path.rx.h_e) / 0.2, itm_path_short_for_heights) |
           flag(path.d < 1e3, itm_path_under_1_km) | flag(std::abs(path.tx.theta_hzn) > 0.2, itm_tx_horizon_angle) |
           flag(std::abs(path.rx.theta_hzn) > 0.2, itm_rx_horizon_angle) |
           flag(share(path.tx) < 0.1, itm_tx_horizon_near) | flag(share(path.rx) < 0.1, itm_rx_horizon_near) |
           flag(share(path.tx) > 3, itm_tx_horizon_far) | flag(share(path.rx) > 3, itm_rx_horizon_far) |
           flag(medium.N_s < 250, itm_surface_refractivity);
}

ItmLoss intermediate(itm::Path const& path, itm::Medium const& medium) {
    ItmLoss out;
    out.d_km = path.d / 1000;
    out.theta_hzn_tx = path.tx.theta_hzn;
    out.theta_hzn_rx = path.rx.theta_hzn;
    out.d_hzn_tx_m = path.tx.d_hzn;
    out.d_hzn_rx_m = path.rx.d_hzn;
    out.h_e_tx_m = path.tx.h_e;
    out.h_e_rx_m = path.rx.h_e;
    out.N_s = medium.N_s;
    out.delta_h_m = path.delta_h;
    return out;
}

} // namespace

ItmVariability itm_variability_of(int mdvar) {
    int const tens = mdvar / 10, message = mdvar % 10;
    require_domain(mdvar >= 0 && tens <= 3 && message <= 3, "ITM: mdvar must be 0–3, or that plus 10, 20 or 30");
    return {static_cast<ItmMessage>(message), tens % 2 == 1, tens >= 2};
}

ItmQuantiles itm_quantiles_of(double confidence_percent, double reliability_percent) {
    return {reliability_percent, 50, confidence_percent};
}

ItmLoss itm_p2p(std::span<double const> heights_m, double step_m, ItmLink const& link, ItmQuantiles const& quantiles) {
    require_link(link, quantiles);
    require_domain(heights_m.size() >= 3 && step_m > 0, "ITM: a profile needs three heights and a positive step");
    for (double h : heights_m)
        if (std::isnan(h)) return {.A_db = h};
    itm::Profile const profile{heights_m, step_m};
    auto const medium = itm::medium_of(link, itm::mean_height(profile));
    require_medium(medium);
    auto const path = itm::path_of(profile, medium.a_e_m, link.h_tx_m, link.h_rx_m);
    auto const reference = itm::reference_attenuation(path, medium);
    auto const varied =
        itm::with_variability(reference.A_ref, path, link.f_mhz, link.climate, link.variability, quantiles);
    ItmLoss out = intermediate(path, medium);
    out.A_fs_db = 32.45 + 20 * std::log10(link.f_mhz) + 20 * std::log10(out.d_km);
    out.A_ref_db = reference.A_ref;
    out.mode = reference.mode;
    out.A_db = varied.A + out.A_fs_db;
    out.warnings = link_warnings(link) | path_warnings(path, medium) | flag(varied.extreme, itm_extreme_quantile);
    return out;
}

} // namespace phusong

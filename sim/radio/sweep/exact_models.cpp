#include "sim/radio/sweep/exact_models.h"
#include "sim/radio/models/free_space.h"
#include "sim/radio/models/p1812_path.h"
#include "sim/radio/models/p1812_zones.h"
#include "sim/radio/models/p526_delta_bullington.h"
#include "sim/radio/sweep/zone_rays.h"
#include <cmath>

namespace phusong {
namespace {

TerrainPath path_of(P1812Profile const& profile, P1812Link const& link) {
    return {profile.d_km, profile.h_m, profile.h_m.front() + link.htg_m, profile.h_m.back() + link.hrg_m,
            profile.clutter_m};
}

double straight_loss_db(TerrainPath const& path, double f_ghz) {
    return free_space_loss_db(std::hypot(path.d_km.back(), (path.hts_m - path.hrs_m) / 1000), 1000 * f_ghz);
}

SweepReason sight(TerrainPath const& path, double ae_km) {
    return horizons(path, ae_km).line_of_sight ? SweepReason::line_of_sight : SweepReason::diffraction;
}

} // namespace

ExactLoss exact_p1812(P1812Profile const& profile, P1812Link link) {
    auto const coast = coast_path(profile.d_km, profile.zone);
    link.dct_km = coast.dct_km;
    link.dcr_km = coast.dcr_km;
    auto const o = p1812(profile, link);
    SweepReason reason = SweepReason::diffraction;
    if (o.Lbda < o.Lbd) reason = SweepReason::ducting;
    if (o.Lbs < o.Lbam) reason = SweepReason::troposcatter;
    if (o.line_of_sight) reason = SweepReason::line_of_sight;
    return {o.Lb, reason};
}

ExactLoss exact_p526(P1812Profile const& profile, P1812Link const& link, double ae_km) {
    auto const path = path_of(profile, link);
    double const omega = zone_shares(profile.d_km, profile.zone).omega;
    double const Ld = p526_delta_bullington(path, ae_km, link.f_ghz, {link.polarisation, omega}).Ld;
    return {straight_loss_db(path, link.f_ghz) + Ld, sight(path, ae_km)};
}

ExactLoss exact_free_space(P1812Profile const& profile, P1812Link const& link, double ae_km) {
    auto const path = path_of(profile, link);
    return {straight_loss_db(path, link.f_ghz), sight(path, ae_km)};
}

ExactLoss exact_itm(P1812Profile const& profile, ItmLink const& link, ItmQuantiles const& quantiles) {
    double const step_m = 1000 * profile.d_km.back() / static_cast<double>(profile.d_km.size() - 1);
    auto const o = itm_p2p(profile.h_m, step_m, link, quantiles);
    SweepReason reason = SweepReason::diffraction;
    if (o.mode == ItmMode::line_of_sight) reason = SweepReason::line_of_sight;
    if (o.mode == ItmMode::troposcatter) reason = SweepReason::troposcatter;
    return {o.A_db, reason};
}

ExactLoss with_short_path(ExactLoss loss, ShortPathModel model, P1812Profile const& profile, P1812Link const& link) {
    double const d = profile.d_km.back();
    if (d >= short_path_outer_km) return loss;
    auto const path = path_of(profile, link);
    ShortPathLink const near{.f_mhz = 1000 * link.f_ghz,
                             .h_tx_m = link.htg_m,
                             .h_rx_m = link.hrg_m,
                             .rise_m = path.hts_m - path.hrs_m,
                             .line_of_sight = loss.reason == SweepReason::line_of_sight};
    return {blended_loss_db(d, limited_short_path_loss_db(model, d, near), loss.loss_db), loss.reason};
}

} // namespace phusong

#include "sim/radio/models/p1812.h"
#include "sim/radio/models/free_space.h"
#include "sim/radio/models/p1812_anomalous.h"
#include "sim/radio/models/p1812_domain.h"
#include "sim/radio/models/p1812_location.h"
#include "sim/radio/models/p1812_path.h"
#include "sim/radio/models/p1812_time.h"
#include "sim/radio/models/p1812_troposcatter.h"
#include "sim/radio/models/p1812_values.h"
#include "sim/radio/models/p1812_zones.h"
#include "sim/radio/models/p526_delta_bullington.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong {

namespace {

void add_time(P1812Loss& o, P1812Profile const& profile, P1812Link const& link) {
    auto const zones = zone_shares(profile.d_km, profile.zone);
    o.omega = zones.omega;
    o.dtm = zones.dtm_km;
    o.dlm = zones.dlm_km;
    o.beta0 = anomalous_time_percent(o.dtm, o.dlm, link.latitude_deg);
    o.ae = median_earth_km(link.delta_n);
    o.ab = anomalous_earth_km; // P.1812-6 (7b)
    o.Fi = time_factor(link.p_percent, o.beta0);
}

SurfaceLine add_geometry(P1812Loss& o, TerrainPath const& path) {
    auto const line = surface_line(path);
    auto const seen = horizons(path, o.ae);
    auto const duct = ducting_heights(path, line, seen);
    o.line_of_sight = seen.line_of_sight;
    o.dlt = seen.dlt_km, o.dlr = seen.dlr_km;
    o.theta_t = seen.theta_t, o.theta_r = seen.theta_r, o.theta = seen.theta;
    o.hst_n = line.hst_m, o.hsr_n = line.hsr_m;
    o.hst = duct.hst_m, o.hsr = duct.hsr_m;
    o.hte = duct.hte_m, o.hre = duct.hre_m, o.hm = duct.hm_m;
    return line;
}

void add_line_of_sight(P1812Loss& o, P1812Link const& link) {
    double const dfs = std::hypot(o.d, (o.hts - o.hrs) / 1000);       // (8a)
    o.Lbfs = free_space_loss_db(dfs, 1000 * link.f_ghz);              // (8)
    double const near = 2.6 * (1 - std::exp(-0.1 * (o.dlt + o.dlr))); // multipath and focusing
    o.Lb0p = o.Lbfs + near * std::log10(link.p_percent / 50);         // (9a), (10)
    o.Lb0b = o.Lbfs + near * std::log10(o.beta0 / 50);                // (9b), (11)
}

void add_diffraction(P1812Loss& o, TerrainPath const& path, SurfaceLine line, P1812Link const& link) {
    auto const surface = smooth_surface(path, line);
    Ground const ground{link.polarisation, o.omega};
    auto const median = p526_delta_bullington(path, surface, o.ae, link.f_ghz, ground);
    o.hstd = surface.hstd_m, o.hsrd = surface.hsrd_m;
    o.Lbulla50 = median.Lbulla, o.Lbulls50 = median.Lbulls, o.Ldsph50 = median.Ldsph, o.Ld50 = median.Ld;
    o.Ldb = p526_delta_bullington(path, surface, o.ab, link.f_ghz, ground).Ld;
    o.Ldp = link.p_percent == 50 ? o.Ld50 : o.Ld50 + (o.Ldb - o.Ld50) * o.Fi; // (41)
    o.Lbd50 = o.Lbfs + o.Ld50;                                                // (42)
    o.Lbd = o.Lb0p + o.Ldp;                                                   // (43)
}

void add_ducting_and_scatter(P1812Loss& o, P1812Link const& link) {
    DuctingPath const path{.d = o.d,
                           .dlt = o.dlt,
                           .dlr = o.dlr,
                           .dct = link.dct_km,
                           .dcr = link.dcr_km,
                           .dlm = o.dlm,
                           .theta_t = o.theta_t,
                           .theta_r = o.theta_r,
                           .hts = o.hts,
                           .hrs = o.hrs,
                           .hte = o.hte,
                           .hre = o.hre,
                           .hm = o.hm,
                           .omega = o.omega,
                           .ae = o.ae};
    o.Lba = ducting_loss_db(path, link.f_ghz, link.p_percent, o.beta0);
    o.Lbs = troposcatter_loss_db(o.d, o.theta, link.f_ghz, link.p_percent, link.n0);
}

/// 1 well under `middle`, 0 well over it.
double blend(double x, double middle, double slope) {
    return 1 - 0.5 * (1 + std::tanh(3 * slope * (x - middle) / middle));
}

/// eta · ln(exp(a/eta) + exp(b/eta)), which overflows as it is written for losses of 1800 dB.
double soft_maximum(double a, double b, double eta) {
    double const most = std::max(a, b);
    return most + eta * std::log1p(std::exp(-std::abs(a - b) / eta));
}

void combine(P1812Loss& o, P1812Link const& link) {
    o.Fj = blend(o.theta, 0.3, 0.8); // (57)
    o.Fk = blend(o.d, 20, 0.5);      // (58)
    double const over_land = (1 - o.omega) * o.Ldp;
    o.Lminb0p = link.p_percent < o.beta0 ? o.Lb0p + over_land : o.Lbd50 + (o.Lb0b + over_land - o.Lbd50) * o.Fi; // (59)
    o.Lminbap = soft_maximum(o.Lba, o.Lb0p, 2.5);                                                                // (60)
    o.Lbda = o.Lminbap > o.Lbd ? o.Lbd : o.Lminbap + (o.Lbd - o.Lminbap) * o.Fk;                                 // (61)
    o.Lbam = o.Lbda + (o.Lminb0p - o.Lbda) * o.Fj;                                                               // (62)
    o.Lbc = -5 * std::log10(std::pow(10, -0.2 * o.Lbs) + std::pow(10, -0.2 * o.Lbam));                           // (63)
}

} // namespace

P1812Loss p1812(P1812Profile const& profile, P1812Link const& link) {
    check_domain(profile, link);
    P1812Loss o;
    if (has_gap(profile)) {
        for (auto const& value : p1812_values()) o.*value.member = std::numeric_limits<double>::quiet_NaN();
        return o;
    }
    o.d = profile.d_km.back();
    o.hts = o.htc = profile.h_m.front() + link.htg_m; // Table 5: clutter does not stand where the antennas are
    o.hrs = o.hrc = profile.h_m.back() + link.hrg_m;
    TerrainPath const path{profile.d_km, profile.h_m, o.hts, o.hrs, profile.clutter_m};
    add_time(o, profile, link);
    auto const line = add_geometry(o, path);
    add_line_of_sight(o, link);
    add_diffraction(o, path, line, link);
    add_ducting_and_scatter(o, link);
    combine(o, link);
    bool const at_sea = !profile.zone.empty() && profile.zone.back() == RadioZone::sea;
    o.Lloc = at_sea ? 0 : location_loss_db(link.pL_percent, link.sigmaL_db); // (66)
    o.Lb = std::max(o.Lb0p, o.Lbc + o.Lloc);                                 // (69)
    return o;
}

} // namespace phusong

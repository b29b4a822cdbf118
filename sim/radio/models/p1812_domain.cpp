#include "sim/radio/models/p1812_domain.h"
#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace phusong {

namespace {

void demand(bool holds, char const* what) {
    if (!holds) throw std::invalid_argument(what);
}

bool within(double x, double least, double most) { return x >= least && x <= most; } // NaN is not

void check_profile(P1812Profile const& p) {
    std::size_t const n = p.d_km.size();
    demand(n >= 3, "P.1812: a profile has three points or more");
    demand(p.h_m.size() == n, "P.1812: as many heights as distances");
    demand(p.clutter_m.empty() || p.clutter_m.size() == n, "P.1812: as many clutter heights as distances, or none");
    demand(p.zone.empty() || p.zone.size() == n, "P.1812: as many zones as distances, or none");
    demand(p.d_km[0] == 0, "P.1812: distances begin at 0");
    for (std::size_t i = 1; i < n; ++i) demand(p.d_km[i] > p.d_km[i - 1], "P.1812: distances rise");
    demand(std::isfinite(p.d_km.back()), "P.1812: distances are finite");
}

} // namespace

void check_domain(P1812Profile const& profile, P1812Link const& link) {
    check_profile(profile);
    demand(within(link.f_ghz, 0.03, 6), "P.1812: frequency from 0.03 to 6 GHz");
    demand(within(link.p_percent, 1, 50), "P.1812: from 1 to 50 % of time");
    demand(within(link.pL_percent, 1, 99), "P.1812: from 1 to 99 % of locations");
    demand(within(link.sigmaL_db, 0, 100), "P.1812: sigmaL from 0 dB on");
    demand(link.htg_m > 0 && link.htg_m <= 3000, "P.1812: the transmitter over ground, to 3000 m");
    demand(link.hrg_m > 0 && link.hrg_m <= 3000, "P.1812: the receiver over ground, to 3000 m");
    demand(within(link.latitude_deg, -90, 90), "P.1812: latitude from -90 to 90 degrees");
    demand(link.delta_n > 0 && link.delta_n < 157, "P.1812: delta N over 0, under 157 N-units/km");
    demand(link.n0 > 0 && link.n0 < 1000, "P.1812: N0 over 0, under 1000 N-units");
    demand(link.dct_km >= 0 && link.dcr_km >= 0, "P.1812: distances to the coast from 0 on");
}

bool has_gap(P1812Profile const& p) {
    auto const unknown = [](double x) { return std::isnan(x); };
    return std::any_of(p.h_m.begin(), p.h_m.end(), unknown) ||
           std::any_of(p.clutter_m.begin(), p.clutter_m.end(), unknown);
}

} // namespace phusong

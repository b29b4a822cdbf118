// Ducting and layer reflection in vector lanes (P.1812-6 §4.5), and the time statistics (§4.1).
#if defined(PHUSONG_RADIO_SWEEP_ANOMALOUS_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SWEEP_ANOMALOUS_INL_H_
#undef PHUSONG_RADIO_SWEEP_ANOMALOUS_INL_H_
#else
#define PHUSONG_RADIO_SWEEP_ANOMALOUS_INL_H_
#endif

#include "sim/radio/sweep/horizons-inl.h"

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

struct Zones {
    VF dtm, dlm, omega, dct, dcr;
    bool coast; ///< any path that may meet one
};

struct Climate {
    VF tau, log_beta0; ///< (3); decimal logarithm of (5)
};

HWY_INLINE Climate climate(SweepModel const& m, Zones const& z) {
    VF const dlm = greater(z.dlm, set(1e-6f)), power = exp2(hn::Mul(log2(dlm), set(2.41f)));
    VF const tau = hn::Sub(set(1), exp(hn::Mul(power, set(-4.12e-4f)))); // (3)
    VF const first = exp10(hn::Div(hn::Neg(z.dtm), mul_add(set(-6.6f), tau, set(16))));
    VF const second = exp10(hn::Mul(set(-5), mul_add(set(0.354f), tau, set(0.496f))));
    VF const log2_mu1 = lesser(hn::Mul(set(0.2f), log2(hn::Add(first, second))), zero()); // (2)
    VF const log2_beta0 = mul_add(log2_mu1, set(1 + m.mu4_power), set(m.log2_beta_lat));  // (5), (6)
    return {tau, hn::Mul(log2_beta0, set(0.3010299956639812f))};
}

HWY_INLINE VF site_shielding(SweepModel const& m, VF theta, VF dl) { // (48)
    VF const excess = hn::Sub(theta, hn::Mul(set(0.1f), dl));
    VF const inside = mul_add(hn::Mul(set(0.361f * m.root2_f), excess), hn::Sqrt(dl), set(1));
    VF const loss = mul_add(set(20), log10(greater(inside, set(1))), hn::Mul(set(0.264f * m.root3_f), excess));
    return choose(hn::Gt(excess, zero()), loss, zero());
}

HWY_INLINE VF coast_coupling(VF dc, VF dl, VF antenna, VF omega) { // (49)
    MF const counts = both(hn::Ge(omega, set(0.75f)), both(hn::Le(dc, dl), hn::Le(dc, set(5))));
    if (hn::AllFalse(F(), counts)) return zero();
    VF const near = exp(hn::Mul(set(-0.25f), hn::Mul(dc, dc)));
    VF const high = hn::Add(set(1), tanh(hn::Mul(set(0.07f), hn::Sub(set(50), antenna))));
    return choose(counts, hn::Mul(set(-3), hn::Mul(near, high)), zero());
}

/// What ducting needs of a path; for a lower bound some of it is taken at its best.
struct DuctPath {
    VF dlt, dlr, theta_t, theta_r, hm;
};

HWY_INLINE VF log_beta(SweepModel const& m, Path const& p, SmoothEarth const& s, Climate const& c,
                       DuctPath const& duct) {
    VF const hte = hn::Sub(p.hts, s.hst), hre = hn::Sub(p.hrs, s.hsr); // (92)
    VF const roots = hn::Add(hn::Sqrt(hte), hn::Sqrt(hre)), log2_d = log2(p.d);
    VF const alpha =
        greater(mul_add(hn::Mul(set(-3.5e-9f), c.tau), exp2(hn::Mul(log2_d, set(3.1f))), set(-0.6f)), set(-3.4f));
    VF const ratio = hn::Div(p.d, roots), base = hn::Mul(set(m.bulge), hn::Mul(ratio, ratio));
    VF const log_mu2 = lesser(hn::Mul(alpha, log10(base)), zero()); // (56)
    VF const dI = lesser(hn::Sub(p.d, hn::Add(duct.dlt, duct.dlr)), set(40));
    VF const steep = hn::Mul(hn::Sub(duct.hm, set(10)), mul_add(set(6), dI, set(43)));
    VF const log_mu3 =
        choose(hn::Gt(duct.hm, set(10)), hn::Mul(set(-4.6e-5f * 0.4342944819032518f), steep), zero()); // (57)
    return hn::Add(c.log_beta0, hn::Add(log_mu2, log_mu3));                                            // (55)
}

/// Time variability A(p), (53), (54).
HWY_INLINE VF time_variability(SweepModel const& m, VF d, VF lb) {
    VF const gap = hn::Sub(set(2.0058f), lb);
    VF const square = mul_add(mul_add(set(0.198f), lb, set(-4.8f)), lb, set(9.51f));
    VF const fade = exp(hn::Mul(hn::Mul(square, set(-1e-6f)), exp2(hn::Mul(log2(d), set(1.13f)))));
    VF const Gamma = hn::Mul(hn::Mul(set(1.076f), exp2(hn::Mul(set(-1.012f), log2(gap)))), fade); // (54)
    VF const ratio = hn::Sub(set(m.log_p), lb);
    VF const slope = mul_add(set(3.7e-3f), d, set(1.2f));
    return hn::Add(mul_add(slope, ratio, set(-12)), hn::Mul(set(12), exp10(hn::Mul(Gamma, ratio)))); // (53)
}

/// Basic transmission loss of ducting and layer reflection, (46).
HWY_INLINE VF ducting(SweepModel const& m, Path const& p, SmoothEarth const& s, Climate const& c, Zones const& z,
                      DuctPath const& duct) {
    VF Af = mul_add(set(20), log10(hn::Add(duct.dlt, duct.dlr)), set(m.ducting));
    Af = hn::Add(Af, hn::Add(site_shielding(m, duct.theta_t, duct.dlt), site_shielding(m, duct.theta_r, duct.dlr)));
    if (z.coast)
        Af = hn::Add(Af, hn::Add(coast_coupling(z.dct, duct.dlt, p.hts, z.omega),
                                 coast_coupling(z.dcr, duct.dlr, p.hrs, z.omega))); // (47)
    VF const theta_t = lesser(duct.theta_t, hn::Mul(set(0.1f), duct.dlt));
    VF const theta_r = lesser(duct.theta_r, hn::Mul(set(0.1f), duct.dlr));
    VF const theta = hn::Add(hn::Mul(p.d, set(2 * m.bulge)), hn::Add(theta_t, theta_r));                      // (52)
    return hn::Add(Af, mul_add(set(m.gamma_d), theta, time_variability(m, p.d, log_beta(m, p, s, c, duct)))); // (50)
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif

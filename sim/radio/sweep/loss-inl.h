// From geometry to basic transmission loss in vector lanes (P.1812-6 §4.2, §4.4, §4.6).
#if defined(PHUSONG_RADIO_SWEEP_LOSS_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SWEEP_LOSS_INL_H_
#undef PHUSONG_RADIO_SWEEP_LOSS_INL_H_
#else
#define PHUSONG_RADIO_SWEEP_LOSS_INL_H_
#endif

#include "sim/radio/sweep/anomalous-inl.h"
#include "sim/radio/sweep/diffraction-inl.h"
#include "sim/radio/sweep/spherical-inl.h"

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

/// 1 well under `middle`, 0 well over it.
HWY_INLINE VF blend(VF x, float middle, float slope) {
    VF const t = tanh(hn::Mul(hn::Sub(x, set(middle)), set(3 * slope / middle)));
    return hn::Sub(set(1), hn::Mul(set(0.5f), hn::Add(set(1), t)));
}

/// eta · ln(exp(a/eta) + exp(b/eta)), eta = 2.5, (60).
HWY_INLINE VF soft_maximum(VF a, VF b) {
    VF const gap = hn::Abs(hn::Sub(a, b));
    return mul_add(set(2.5f), ln(hn::Add(set(1), exp(hn::Mul(gap, set(-1 / 2.5f))))), greater(a, b));
}

HWY_INLINE VF upper_tail(VF x) { // I(x), 0 < x <= 1/2
    VF const T = hn::Sqrt(hn::Mul(set(-2), ln(x)));
    VF const top = mul_add(mul_add(set(0.010328f), T, set(0.802853f)), T, set(2.515516698f));
    VF const under = mul_add(mul_add(mul_add(set(0.001308f), T, set(0.189269f)), T, set(1.432788f)), T, set(1));
    return hn::Sub(T, hn::Div(top, under));
}

HWY_INLINE VF time_factor(SweepModel const& m, VF log_beta0) { // (40)
    VF const share = greater(lesser(exp10(hn::Sub(log_beta0, set(2))), set(0.4999f)), set(1e-6f));
    VF const factor = hn::Div(set(m.inverse_p), upper_tail(share));
    return choose(hn::Ge(log_beta0, set(m.log_p)), set(1), factor);
}

/// Diffraction loss for one earth radius, (39).
HWY_INLINE VF diffraction(RayBundle const& b, SweepModel const& m, Path const& p, SmoothEarth const& s, VF omega,
                          Surface const& surface, Sight const& sees) {
    VF const Lbulla = terrain_bullington(b, m, p, surface, sees);
    VF const hte = hn::Sub(p.hts, s.hstd), hre = hn::Sub(p.hrs, s.hsrd); // (37)
    VF const Ldsph = spherical_loss(m, p.d, hte, hre, surface.a, omega); // (38)
    if (hn::AllTrue(F(), hn::Le(Ldsph, zero()))) return Lbulla;
    VF const Lbulls = smooth_bullington(b, m, p, {p.d, hte, hre, surface.bulge});
    return hn::Add(Lbulla, greater(hn::Sub(Ldsph, Lbulls), zero())); // (39)
}

HWY_INLINE Zones zones(ZoneLanes const& z, int at, VF d) {
    if (z.omega == nullptr) return {d, d, zero(), set(500), set(500), false};
    return {load(z.dtm_km + at), load(z.dlm_km + at), load(z.omega + at),
            load(z.dct_km + at), load(z.dcr_km + at), true};
}

/// Line-of-sight paths take the point nearest to the ray for both horizons, (81).
HWY_INLINE void set_sight_horizons(RayBundle const& b, SweepModel const& m, Path const& p, Horizons& seen) {
    MF const sight = hn::Not(hn::Or(seen.beyond, p.bare));
    if (hn::AllFalse(F(), sight)) return;
    PathLanes const lane(p);
    HWY_ALIGN int at[16] = {};
    VF const ray = per_lane(sight, zero(), [&](int l) HWY_ATTR {
        auto const c = worst_clearance(b.h_along.get() + lane.lane[l] * b.stride(), b.d_km.data(), lane.before[l],
                                       m.bulge, lane.d[l], lane.hts[l], lane.slope[l]);
        at[l] = c.at;
        return c.worst;
    });
    VI const sample = hn::Load(I(), at), none = hn::Add(p.before, seti(1));
    OwnClearance const own = own_clearance(p, p.own.h, p.hts, p.slope, m.bulge);
    MF const on_own = hn::Ge(own.worst, ray);
    seen.dlt = choose(sight, choose(on_own, own.d, distance(b, sample)), seen.dlt);
    seen.dlr = choose(sight, hn::Sub(p.d, seen.dlt), seen.dlr);
    seen.from = choosei(sight, choosei(on_own, none, sample), seen.from);
    seen.to = choosei(sight, hn::Min(sample, p.before), seen.to);
}

HWY_INLINE VF roughness(RayBundle const& b, Path const& p, SmoothEarth const& s, Horizons const& seen) {
    PathLanes const lane(p);
    VF const m = hn::Div(hn::Sub(s.hsr, s.hst), p.d); // (91)
    HWY_ALIGN float hst[16], slope[16];
    HWY_ALIGN int from[16], to[16];
    hn::Store(s.hst, F(), hst);
    hn::Store(m, F(), slope);
    hn::Store(seen.from, I(), from);
    hn::Store(seen.to, I(), to);
    VF most = per_lane(p.on_ray, set(-1e9f), [&](int l) HWY_ATTR {
        return roughness(b.h_along.get() + lane.lane[l] * b.stride(), b.d_km.data(), from[l], to[l], hst[l], slope[l]);
    });
    VF const last = hn::Sub(p.d, seen.dlr);
    for (int j = 0; p.own.any && j < OwnPoints::most; ++j) {
        MF const between = both(hn::Ge(p.own.d[j], seen.dlt), hn::Le(p.own.d[j], last));
        VF const over = hn::Sub(p.own.h[j], mul_add(m, p.own.d[j], s.hst));
        most = choose(both(between, p.own.valid[j]), greater(most, over), most);
    }
    return most;
}

struct Parts {
    VF Lb0p, Lbd, Lminb0p;
};

/// What ducting loses at least, without a look at the climate, the roughness or the exact horizons of paths in sight:
/// cheap, and enough to tell that it does not matter behind most ridges.
HWY_INLINE VF least_ducting(SweepModel const& m, Path const& p, Horizons const& seen) {
    VF const near_t = hn::Mul(set(0.1f), seen.dlt), near_r = hn::Mul(set(0.1f), seen.dlr);
    VF const excess =
        hn::Add(greater(hn::Sub(seen.theta_t, near_t), zero()), greater(hn::Sub(seen.theta_r, near_r), zero()));
    VF const shielding = choose(seen.beyond, hn::Mul(set(0.264f * m.root3_f), excess), zero()); // less than (48)
    VF const theta_t = lesser(seen.theta_t, choose(seen.beyond, near_t, zero()));
    VF const theta_r = lesser(seen.theta_r, choose(seen.beyond, near_r, zero()));
    VF const theta = mul_add(p.d, set(2 * m.bulge), hn::Add(theta_t, theta_r)); // at most (52)
    VF const reach = choose(seen.beyond, hn::Add(seen.dlt, seen.dlr), p.d);
    VF const Af = hn::Add(mul_add(set(20), log10(reach), set(m.ducting)), shielding);
    VF const A = mul_add(set(m.least_variability_per_km), p.d, set(m.least_variability));
    return hn::Add(Af, mul_add(set(m.gamma_d), theta, A));
}

/// A better bound that knows the climate, but neither roughness nor the horizons of paths in sight.
HWY_INLINE VF least_ducting(SweepModel const& m, Path const& p, SmoothEarth const& s, Climate const& c, Zones const& z,
                            Horizons const& seen) {
    VF const half = hn::Mul(p.d, set(0.5f)), none = set(-std::numeric_limits<float>::infinity());
    DuctPath const duct{choose(seen.beyond, seen.dlt, half), choose(seen.beyond, seen.dlr, half),
                        choose(seen.beyond, seen.theta_t, lesser(seen.theta_t, zero())),
                        choose(seen.beyond, seen.theta_r, lesser(seen.theta_r, zero())), none};
    return ducting(m, p, s, c, z, duct);
}

/// Effect of ducting, (60), (61). What it costs to know exactly is often not needed: a lower bound of its loss shows
/// that it does not matter. Which lanes that settles is decided lane by lane, and by a bound that rounding cannot take
/// past the exact figure, so that a receiver's loss never depends on the others in its vector.
HWY_INLINE VF with_ducting(RayBundle const& b, SweepModel const& m, Path const& p, SmoothEarth const& s, Climate c,
                           Zones const& z, Horizons& seen, Parts const& parts) {
    MF const bounded = hn::Le(p.d, set(static_cast<float>(bounded_path_km)));
    VF const enough = hn::Add(parts.Lbd, set(0.001f)); // float32 errs by some 0.0001 dB here
    MF const minor = both(bounded, hn::Gt(least_ducting(m, p, seen), enough));
    if (!z.coast && hn::AllTrue(F(), minor)) return parts.Lbd;
    if (!m.below_50) c = climate(m, z);
    VF const least = soft_maximum(least_ducting(m, p, s, c, z, seen), parts.Lb0p);
    MF const settled = hn::Or(minor, both(bounded, hn::Gt(least, enough)));
    if (!z.coast && hn::AllTrue(F(), settled)) return parts.Lbd;
    set_sight_horizons(b, m, p, seen);
    DuctPath const duct{seen.dlt, seen.dlr, seen.theta_t, seen.theta_r, roughness(b, p, s, seen)};
    VF const Lminbap = soft_maximum(ducting(m, p, s, c, z, duct), parts.Lb0p);
    VF const Fk = blend(p.d, 20, 0.5f); // (58)
    MF const over = hn::Gt(Lminbap, parts.Lbd), none = z.coast ? over : hn::Or(over, settled);
    return choose(none, parts.Lbd, mul_add(hn::Sub(parts.Lbd, Lminbap), Fk, Lminbap));
}

HWY_INLINE VF free_space(SweepModel const& m, Path const& p) { // (8)
    VF const rise = hn::Mul(hn::Sub(p.hts, p.hrs), set(0.001f));
    return mul_add(set(10), log10(mul_add(p.d, p.d, hn::Mul(rise, rise))), set(m.free_space));
}

HWY_INLINE Parts parts(SweepModel const& m, Path const& p, Horizons const& seen, Climate const& c, VF omega, VF Ld50,
                       VF Ldb) {
    VF const Lbfs = free_space(m, p);
    VF const Lbd50 = hn::Add(Lbfs, Ld50); // (42)
    if (!m.below_50) return {Lbfs, Lbd50, Lbd50};
    VF const reach = choose(seen.beyond, hn::Add(seen.dlt, seen.dlr), p.d);
    VF const near = hn::Mul(set(2.6f), hn::Sub(set(1), exp(hn::Mul(reach, set(-0.1f)))));
    VF const Lb0p = mul_add(near, set(m.log_p_over_50), Lbfs);                           // (10)
    VF const Lb0b = mul_add(near, hn::Sub(c.log_beta0, set(1.6989700043360187f)), Lbfs); // (11)
    VF const Fi = time_factor(m, c.log_beta0);
    VF const Ldp = mul_add(hn::Sub(Ldb, Ld50), Fi, Ld50); // (41)
    VF const over_land = hn::Mul(hn::Sub(set(1), omega), Ldp);
    VF const rare = hn::Add(Lb0p, over_land);
    VF const usual = mul_add(hn::Sub(hn::Add(Lb0b, over_land), Lbd50), Fi, Lbd50);
    return {Lb0p, hn::Add(Lb0p, Ldp), choose(hn::Gt(c.log_beta0, set(m.log_p)), rare, usual)}; // (43), (59)
}

HWY_INLINE VF troposcatter(SweepModel const& m, VF d, VF theta) { // (44)
    return hn::Add(mul_add(set(20), log10(d), set(m.tropo)), hn::Mul(set(0.573f), theta));
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif

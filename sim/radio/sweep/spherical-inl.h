// Diffraction over a smooth spherical earth in vector lanes (P.1812-6 §4.3.2–4.3.3).
#if defined(PHUSONG_RADIO_SWEEP_SPHERICAL_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SWEEP_SPHERICAL_INL_H_
#undef PHUSONG_RADIO_SWEEP_SPHERICAL_INL_H_
#else
#define PHUSONG_RADIO_SWEEP_SPHERICAL_INL_H_
#endif

#include "sim/radio/sweep/trace-inl.h"

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

HWY_INLINE VF height_gain(VF B, VF K) { // (34)
    VF const over = greater(hn::Sub(B, set(1.1f)), set(0.5f));
    VF const high = hn::Sub(hn::Sub(hn::Mul(set(17.6f), hn::Sqrt(over)), hn::Mul(set(5), log10(over))), set(8));
    VF const low = hn::Mul(set(20), log10(hn::Mul(B, mul_add(hn::Mul(set(0.1f), B), B, set(1)))));
    return greater(choose(hn::Gt(B, set(2)), high, low), mul_add(set(20), log10(K), set(2)));
}

HWY_INLINE VF distance_term(VF X) { // (33)
    VF const l = log2(X);
    VF const far = hn::Sub(mul_add(set(3.010299956639812f), l, set(11)), hn::Mul(set(17.6f), X));
    VF const near = hn::Sub(hn::Mul(set(-6.020599913279624f), l), hn::Mul(set(5.6488f), exp2(hn::Mul(l, set(1.425f)))));
    return choose(hn::Ge(X, set(1.6f)), far, near);
}

/// First term of the residue series over one medium, for earth radius a.
HWY_INLINE VF first_term(FirstTermMedium medium, SweepModel const& m, VF d, VF hte, VF hre, VF a) {
    VF const root = exp2(hn::Mul(log2(a), set(-1.f / 3)));                               // a^(−1/3)
    VF const K = hn::Mul(set(medium.K), root), K2 = hn::Mul(K, K), K4 = hn::Mul(K2, K2); // (29)
    VF const beta = hn::Div(mul_add(set(0.67f), K4, mul_add(set(1.6f), K2, set(1))),
                            mul_add(set(1.53f), K4, mul_add(set(4.5f), K2, set(1))));              // (30)
    VF const X = hn::Mul(hn::Mul(set(21.88f * m.root3_f), beta), hn::Mul(hn::Mul(root, root), d)); // (31)
    VF const y = hn::Mul(hn::Mul(set(0.9575f * m.root3_f * m.root3_f), beta), root);               // (32)
    VF const by = hn::Mul(beta, y);
    return hn::Neg(
        hn::Add(distance_term(X), hn::Add(height_gain(hn::Mul(by, hte), K), height_gain(hn::Mul(by, hre), K))));
}

HWY_INLINE VF first_term(SweepModel const& m, VF d, VF hte, VF hre, VF a, VF omega) { // (28)
    VF loss = first_term(m.land, m, d, hte, hre, a);
    if (hn::AllTrue(F(), hn::Eq(omega, zero()))) return loss;
    VF const sea = first_term(m.sea, m, d, hte, hre, a);
    return mul_add(omega, hn::Sub(sea, loss), loss);
}

/// Smallest clearance over the smooth earth within the horizon, and the clearance that loses nothing.
struct SmoothGap {
    VF hse, hreq;
};
HWY_INLINE SmoothGap smooth_gap(SweepModel const& m, VF d, VF hte, VF hre, VF ap) {
    VF const sum = hn::Add(hte, hre), c = hn::Div(hn::Sub(hte, hre), sum);                               // (24d)
    VF const mc = hn::Div(hn::Mul(set(250), hn::Mul(d, d)), hn::Mul(ap, sum)), m1 = hn::Add(mc, set(1)); // (24e)
    VF const y = hn::Mul(hn::Mul(set(1.5f), c), hn::Sqrt(hn::Div(hn::Mul(set(3), mc), hn::Mul(m1, hn::Mul(m1, m1)))));
    VF const y1 = lesser(greater(y, set(-1)), set(1));
    VF const asin = atan2(y1, hn::Sqrt(hn::Mul(hn::Sub(set(1), y1), hn::Add(set(1), y1))));
    // (24c): cos(pi/3 + acos(y)/3) = sin(asin(y)/3)
    VF const b = hn::Mul(hn::Mul(set(2), hn::Sqrt(hn::Div(m1, hn::Mul(set(3), mc)))), sin(hn::Mul(asin, set(1.f / 3))));
    VF const d1 = hn::Mul(hn::Mul(d, set(0.5f)), hn::Add(set(1), b)), d2 = hn::Sub(d, d1); // (24a), (24b)
    VF const per = hn::Div(set(500), ap);
    VF const over1 = hn::Sub(hte, hn::Mul(per, hn::Mul(d1, d1))), over2 = hn::Sub(hre, hn::Mul(per, hn::Mul(d2, d2)));
    VF const hse = hn::Div(mul_add(over1, d2, hn::Mul(over2, d1)), d);                            // (23)
    VF const hreq = hn::Mul(set(17.456f * m.root_lambda), hn::Sqrt(hn::Div(hn::Mul(d1, d2), d))); // (25)
    return {hse, hreq};
}

HWY_INLINE VF spherical_loss(SweepModel const& m, VF d, VF hte, VF hre, float ap, VF omega) {
    VF const roots = hn::Add(hn::Sqrt(hte), hn::Sqrt(hre));
    VF const dlos = hn::Mul(roots, hn::Sqrt(set(0.002f * ap))); // (22)
    MF const beyond = hn::Ge(d, dlos);
    SmoothGap const gap = smooth_gap(m, d, hte, hre, set(ap));
    MF const lossy = hn::Or(beyond, hn::Le(gap.hse, gap.hreq));
    if (hn::AllFalse(F(), lossy)) return zero();
    VF const per_root = hn::Div(d, roots), touching = hn::Mul(set(500), hn::Mul(per_root, per_root)); // (26)
    VF const Ldft = first_term(m, d, hte, hre, choose(beyond, set(ap), touching), omega);
    VF const part = hn::Mul(hn::Sub(set(1), hn::Div(gap.hse, gap.hreq)), greater(Ldft, zero())); // (27)
    return choose(beyond, Ldft, choose(lossy, part, zero()));
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif

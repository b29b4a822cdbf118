// What a receiver sees along its ray: horizons, the smooth earth under the path, clearances (P.1812-6 Attachment 1 §5).
#if defined(PHUSONG_RADIO_SWEEP_HORIZONS_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SWEEP_HORIZONS_INL_H_
#undef PHUSONG_RADIO_SWEEP_HORIZONS_INL_H_
#else
#define PHUSONG_RADIO_SWEEP_HORIZONS_INL_H_
#endif

#include "sim/radio/sweep/hull-inl.h"

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

/// One receiver per lane.
struct Path {
    VF d, hn, hrs, hts;
    VI before, lane, at; ///< last sample of the ray that counts, the ray, and the place of the two in its arrays
    MF bare;             ///< no sample between the antennas
    VF slope;            ///< (hrs − hts) / d
};

struct Horizons {
    MF beyond;           ///< the path is transhorizon
    VF theta_t, theta_r; ///< mrad
    VF over_t, over_r;   ///< the same as slopes, m/km, for transhorizon paths
    VI at_t, at_r;       ///< samples of the horizon points
    VF dlt, dlr;
};

HWY_INLINE VF mrad(VF m_per_km) { return hn::Mul(set(1000), atan(hn::Mul(m_per_km, set(0.001f)))); }

HWY_INLINE VF bent(VF height, VF d, float bulge) { return hn::Sub(height, hn::Mul(hn::Mul(d, d), set(bulge))); }

HWY_INLINE Horizons horizons(RayBundle const& b, SweepModel const& m, Path const& p) {
    Horizons out;
    VF const bulge = hn::Mul(p.d, set(m.bulge));
    VF const sight_t = hn::Sub(p.slope, bulge), sight_r = hn::Sub(hn::Neg(p.slope), bulge); // (76), (79)
    out.over_t = pick(b.horizon.get(), p.at);                                               // (77)
    out.beyond = hn::AndNot(p.bare, hn::Gt(out.over_t, sight_t));
    Tangent const back = tangent(b.horizon_hull, b.d_km.data(), p.before, p.lane, p.d, bent(p.hrs, p.d, m.bulge));
    out.over_r = hn::Sub(hn::Neg(back.slope), hn::Add(bulge, bulge)); // (80)
    out.theta_t = mrad(choose(out.beyond, out.over_t, sight_t));
    out.theta_r = mrad(choose(out.beyond, out.over_r, sight_r));
    out.at_t = pick(b.horizon_at.get(), p.at);
    out.at_r = back.vertex;
    out.dlt = pick(b.d_km.data(), out.at_t);               // (78)
    out.dlr = hn::Sub(p.d, pick(b.d_km.data(), out.at_r)); // (81)
    return out;
}

/// Ends of the smooth surface: for diffraction (89), and for ducting (90).
struct SmoothEarth {
    VF hstd, hsrd, hst, hsr;
};

HWY_INLINE SmoothEarth smooth_earth(RayBundle const& b, Path const& p, VF h0) {
    VF const ha = pick(b.h.get(), p.at), da = pick(b.d_km.data(), p.before), step = hn::Sub(p.d, da);
    VF v1 = hn::Mul(step, hn::Add(p.hn, ha));
    VF v2 = hn::Mul(step,
                    hn::Add(hn::Mul(p.hn, hn::Add(hn::Add(p.d, p.d), da)), hn::Mul(ha, hn::Add(p.d, hn::Add(da, da)))));
    v1 = hn::Add(pick(b.v1.get(), p.at), hn::Add(pick(b.v1_low.get(), p.at), v1)); // (83)
    v2 = hn::Add(pick(b.v2.get(), p.at), hn::Add(pick(b.v2_low.get(), p.at), v2)); // (84)
    VF const per_d = hn::Div(v1, p.d), per_d2 = hn::Div(v2, hn::Mul(p.d, p.d));
    VF const hst = hn::Sub(hn::Add(per_d, per_d), per_d2); // (85)
    VF const hsr = hn::Sub(per_d2, per_d);                 // (86)

    VF const aobt = hn::Sub(pick(b.flat.get(), p.at), p.slope); // (87b)
    MF const obstructed = hn::AndNot(p.bare, hn::Gt(aobt, zero()));
    VF take_t = zero(), take_r = zero();
    if (!hn::AllFalse(F(), obstructed)) {
        Tangent const back = tangent(b.flat_hull, b.d_km.data(), p.before, p.lane, p.d, p.hrs);
        VF const aobr = hn::Add(hn::Neg(back.slope), p.slope); // (87c)
        VF const hobs = hn::Sub(highest_over_line(b.flat_hull, b.d_km.data(), back.vertex, p.lane, p.slope, obstructed),
                                p.hts); // (87a)
        VF const share = hn::Div(hobs, hn::Add(aobt, aobr));
        take_t = choose(obstructed, hn::Mul(share, aobt), zero()); // (88)
        take_r = choose(obstructed, hn::Mul(share, aobr), zero());
    }
    return {lesser(hn::Sub(hst, take_t), h0), lesser(hn::Sub(hsr, take_r), p.hn), lesser(hst, h0), lesser(hsr, p.hn)};
}

/// The largest diffraction parameter over the samples of one ray for a path with line of sight, without the wavelength
/// and the factor sqrt(0.002 d): of several the last. Minus infinity without samples.
struct Clearance {
    float worst;
    int at;
};
HWY_INLINE Clearance worst_clearance(float const* heights, float const* d_km, int before, float bulge, float d,
                                     float hts, float slope) {
    VF worst = set(-std::numeric_limits<float>::infinity());
    VI worst_at = seti(0);
    for (int i = 1; i <= before; i += lanes()) {
        VF const x = load(d_km + i), room = hn::Mul(x, hn::Sub(set(d), x));
        VF const above = hn::Sub(mul_add(set(bulge), room, load(heights + i)), mul_add(set(slope), x, set(hts)));
        VF const v = hn::Div(above, hn::Sqrt(room)); // (15)
        VI const at = hn::Add(seti(i), hn::Iota(I(), 0));
        MF const better = both(hn::RebindMask(F(), hn::Lt(at, seti(before + 1))), hn::Ge(v, worst));
        worst = choose(better, v, worst);
        worst_at = choosei(better, at, worst_at);
    }
    VF const top = hn::MaxOfLanes(F(), worst);
    VI const last = hn::MaxOfLanes(I(), choosei(hn::Eq(worst, top), worst_at, seti(0)));
    return {hn::GetLane(top), hn::GetLane(last)};
}

/// Highest terrain over the smooth surface between the horizons, (93).
HWY_INLINE float roughness(float const* heights, float const* d_km, int from, int to, float hst, float slope) {
    VF most = set(-std::numeric_limits<float>::infinity());
    for (int i = from; i <= to; i += lanes()) {
        VF const over = hn::Sub(load(heights + i), mul_add(set(slope), load(d_km + i), set(hst)));
        MF const counts = hn::RebindMask(F(), hn::Lt(hn::Add(seti(i), hn::Iota(I(), 0)), seti(to + 1)));
        most = choose(counts, greater(most, over), most);
    }
    return hn::GetLane(hn::MaxOfLanes(F(), most));
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif

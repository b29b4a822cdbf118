// Delta-Bullington in vector lanes (P.1812-6 §4.3).
#if defined(PHUSONG_RADIO_SWEEP_DIFFRACTION_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SWEEP_DIFFRACTION_INL_H_
#undef PHUSONG_RADIO_SWEEP_DIFFRACTION_INL_H_
#else
#define PHUSONG_RADIO_SWEEP_DIFFRACTION_INL_H_
#endif

#include "sim/radio/sweep/horizons-inl.h"

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

HWY_INLINE VF knife_edge(VF v) { // (12)
    VF const w = hn::Sub(v, set(0.1f));
    VF const J = mul_add(set(20), log10(hn::Add(hn::Sqrt(mul_add(w, w, set(1))), w)), set(6.9f));
    return choose(hn::Gt(v, set(-0.78f)), J, zero());
}

HWY_INLINE VF bullington(VF v, VF d) { // (16), (20), (21)
    VF const Luc = knife_edge(v);
    VF const share = hn::Sub(set(1), exp(hn::Div(Luc, set(-6))));
    return mul_add(share, mul_add(set(0.02f), d, set(10)), Luc);
}

/// A path as Bullington sees it: over terrain, or over a smooth earth.
struct Ends {
    VF d, hts, hrs;
    float bulge;
};

/// The knife edge where the two horizon lines meet, for steepest slopes Stim and Srim, times the root of lambda.
HWY_INLINE VF meeting_edge(Ends const& e, VF Stim, VF Srim) {
    VF const db = hn::Div(mul_add(Srim, e.d, hn::Sub(e.hrs, e.hts)), hn::Add(Stim, Srim)); // (18)
    VF const rest = hn::Sub(e.d, db);
    VF const line = hn::Div(mul_add(e.hts, rest, hn::Mul(e.hrs, db)), e.d);
    VF const above = hn::Sub(mul_add(Stim, db, e.hts), line);
    return hn::Mul(above, hn::Sqrt(hn::Div(hn::Mul(set(0.002f), e.d), hn::Mul(db, rest)))); // (19)
}

/// Runs scan(lane) → float for every lane in the mask and puts the results in their lanes.
template <class Scan> HWY_INLINE VF per_lane(MF wanted, VF otherwise, Scan const& scan) {
    HWY_ALIGN float value[16];
    HWY_ALIGN float asked[16];
    hn::Store(otherwise, F(), value);
    hn::Store(choose(wanted, set(1), zero()), F(), asked);
    for (int l = 0; l < lanes(); ++l)
        if (asked[l] != 0) value[l] = scan(l);
    return hn::Load(F(), value);
}

/// A path's figures lane by lane, for the rare work that goes along one ray.
struct PathLanes {
    HWY_ALIGN float d[16], hts[16], slope[16];
    HWY_ALIGN int before[16], lane[16];
    HWY_INLINE explicit PathLanes(Path const& p) {
        hn::Store(p.d, F(), d);
        hn::Store(p.hts, F(), hts);
        hn::Store(p.slope, F(), slope);
        hn::Store(p.before, I(), before);
        hn::Store(p.lane, I(), lane);
    }
};

/// The diffraction parameter of the own points as worst_clearance has it, and where it is worst: of equals the nearest.
struct OwnClearance {
    VF worst, d;
};
HWY_INLINE OwnClearance own_clearance(Path const& p, VF const* heights, VF hts, VF slope, float bulge) {
    OwnClearance out{set(-std::numeric_limits<float>::infinity()), p.d};
    for (int j = OwnPoints::most - 1; p.own.any && j >= 0; --j) {
        VF const room = hn::Mul(p.own.d[j], p.own.back[j]);
        VF const above = hn::Sub(mul_add(set(bulge), room, heights[j]), mul_add(slope, p.own.d[j], hts));
        VF const v = hn::Div(above, hn::Sqrt(room));
        MF const worse = hn::Ge(v, out.worst);
        out.worst = choose(worse, v, out.worst);
        out.d = choose(worse, p.own.d[j], out.d);
    }
    return out;
}

/// What one earth radius and one surface (ground, or ground and clutter) need.
struct Surface {
    float a, bulge;
    float const* over; ///< steepest slopes from the antenna, less 500 Ce d
    HullChain const* hull;
    float const* along; ///< heights ray after ray
    VF const* own;
};

HWY_INLINE Sight sight_over(RayBundle const& b, Path const& p, Surface const& s) {
    return {look_ahead(p, pick(s.over, p.at), s.own, s.bulge), look_back(b, p, *s.hull, s.own, s.bulge).slope};
}

/// Bullington over the terrain.
HWY_INLINE VF terrain_bullington(RayBundle const& b, SweepModel const& m, Path const& p, Surface const& s,
                                 Sight const& sees) {
    VF const rise = hn::Mul(p.d, set(s.bulge));
    VF const Stim = hn::Add(sees.ahead, rise);         // (13)
    VF const Srim = hn::Sub(hn::Neg(sees.back), rise); // (17)
    MF const sight = hn::Lt(Stim, p.slope);            // (14)
    VF v = meeting_edge({p.d, p.hts, p.hrs, s.bulge}, Stim, Srim);
    // With line of sight no point is nearer to the ray than max(t x, r y), t = Str − Stim and r = −Str − Srim, so that
    // v is at most −sqrt(t r) sqrt(0.002 d): often no loss at all, whatever the point.
    VF const room = hn::Mul(hn::Sub(p.slope, Stim), hn::Neg(hn::Add(p.slope, Srim)));
    MF const clear =
        hn::Gt(hn::Mul(room, hn::Mul(set(0.002f), p.d)), set(0.79f * 0.79f * m.root_lambda * m.root_lambda));
    MF const scans = hn::AndNot(hn::Or(p.bare, clear), sight);
    v = choose(sight, set(-10), v);
    if (!hn::AllFalse(F(), scans)) {
        PathLanes const lane(p);
        VF worst = per_lane(scans, zero(), [&](int l) HWY_ATTR {
            return worst_clearance(s.along + lane.lane[l] * b.stride(), b.d_km.data(), lane.before[l], s.bulge,
                                   lane.d[l], lane.hts[l], lane.slope[l])
                .worst;
        });
        worst = greater(worst, own_clearance(p, s.own, p.hts, p.slope, s.bulge).worst);
        v = choose(scans, hn::Mul(worst, hn::Sqrt(hn::Mul(set(0.002f), p.d))), v);
    }
    v = choose(p.bare, set(-10), v); // nothing in the way
    return bullington(hn::Div(v, set(m.root_lambda)), p.d);
}

/// Last sample at or before a distance, in [1, before].
HWY_INLINE VI sample_at(RayBundle const& b, VF x, VI before) {
    VF const per_step = hn::Div(hn::ConvertTo(F(), before), distance(b, before));
    VI k = hn::ConvertTo(I(), lesser(hn::Mul(x, per_step), hn::ConvertTo(F(), before)));
    k = hn::Max(hn::Min(k, before), seti(1));
    for (;;) {
        auto const down = hn::And(hn::Gt(k, seti(1)), hn::RebindMask(I(), hn::Gt(distance(b, k), x)));
        if (hn::AllFalse(I(), down)) break;
        k = hn::IfThenElse(down, hn::Sub(k, seti(1)), k);
    }
    for (;;) {
        VI const next = hn::Min(hn::Add(k, seti(1)), before);
        auto const up = hn::And(hn::Lt(k, before), hn::RebindMask(I(), hn::Le(distance(b, next), x)));
        if (hn::AllFalse(I(), up)) break;
        k = hn::IfThenElse(up, next, k);
    }
    return k;
}

/// The most of a concave function of the distance from the antenna over the path's points: those beside its summit.
template <class Value> HWY_INLINE VF most_near(RayBundle const& b, Path const& p, VF summit, Value const& value) {
    VI const k = sample_at(b, summit, p.before), next = hn::Min(hn::Add(k, seti(1)), p.before);
    VF most = greater(value(distance(b, k)), value(distance(b, next)));
    if (!p.own.any) return most;
    most = choose(p.on_ray, most, set(-1e9f));
    VI const one = seti(1), j = hn::ConvertTo(I(), hn::Div(hn::Sub(p.d, summit), p.own.step));
    VI const far = hn::Max(hn::Min(hn::Add(j, one), p.own.count), one), near = hn::Max(hn::Min(j, p.own.count), one);
    auto const own = [&](VI at) HWY_ATTR { return value(hn::Sub(p.d, hn::Mul(hn::ConvertTo(F(), at), p.own.step))); };
    MF const some = hn::RebindMask(F(), hn::Gt(p.own.count, seti(0)));
    return choose(some, greater(most, greater(own(far), own(near))), most);
}

/// Bullington over a smooth earth with the antennas at heights hts, hrs above it. The steepest slopes are concave
/// functions of the distance, so the points beside their summits decide.
HWY_INLINE VF smooth_bullington(RayBundle const& b, SweepModel const& m, Path const& p, Ends const& e) {
    VF const bulge = set(e.bulge);
    VF const Stim = most_near(b, p, hn::Sqrt(hn::Div(e.hts, bulge)), [&](VF x) HWY_ATTR {
        return hn::Sub(hn::Mul(bulge, hn::Sub(e.d, x)), hn::Div(e.hts, x));
    });
    VF const Srim = most_near(b, p, hn::Sub(e.d, hn::Sqrt(hn::Div(e.hrs, bulge))), [&](VF x) HWY_ATTR {
        return hn::Sub(hn::Mul(bulge, x), hn::Div(e.hrs, hn::Sub(e.d, x)));
    });
    VF const slope = hn::Div(hn::Sub(e.hrs, e.hts), e.d);
    MF const sight = hn::Lt(Stim, slope);
    VF v = meeting_edge(e, Stim, Srim);
    // With line of sight v is at most 500 Ce d/2 − 2 sqrt(hts hrs)/d, times sqrt(0.002 d): often no loss at all.
    VF const root = hn::Sqrt(hn::Mul(set(0.002f), e.d));
    VF const bound = hn::Sub(hn::Mul(hn::Mul(bulge, e.d), set(0.5f)),
                             hn::Div(hn::Mul(set(2), hn::Sqrt(hn::Mul(e.hts, e.hrs))), e.d));
    MF const matters = hn::Gt(hn::Mul(bound, root), set(-0.79f * m.root_lambda));
    MF const scans = hn::AndNot(p.bare, both(sight, matters));
    v = choose(sight, set(-10), v);
    if (!hn::AllFalse(F(), scans)) {
        PathLanes lane(p);
        hn::Store(e.hts, F(), lane.hts);
        hn::Store(slope, F(), lane.slope);
        VF worst = per_lane(scans, zero(), [&](int l) HWY_ATTR {
            return worst_clearance(b.sea_level.data(), b.d_km.data(), lane.before[l], e.bulge, lane.d[l], lane.hts[l],
                                   lane.slope[l])
                .worst;
        });
        VF flat[OwnPoints::most];
        for (int j = 0; p.own.any && j < OwnPoints::most; ++j) flat[j] = choose(p.own.valid[j], zero(), set(-1e9f));
        worst = greater(worst, own_clearance(p, flat, e.hts, slope, e.bulge).worst);
        v = choose(scans, hn::Mul(worst, root), v);
    }
    v = choose(p.bare, set(-10), v);
    return bullington(hn::Div(v, set(m.root_lambda)), p.d);
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif

// What a receiver sees along its ray: horizons, the smooth earth under the path, clearances (P.1812-6 Attachment 1 §5).
#if defined(PHUSONG_RADIO_SWEEP_HORIZONS_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SWEEP_HORIZONS_INL_H_
#undef PHUSONG_RADIO_SWEEP_HORIZONS_INL_H_
#else
#define PHUSONG_RADIO_SWEEP_HORIZONS_INL_H_
#endif

#include "sim/radio/sweep/hull-inl.h"
#include "sim/radio/sweep/path-inl.h"

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

/// The steepest slope from the antenna, less 500 Ce d, and the flattest of the lines that reach the receiver, m/km.
struct Sight {
    VF ahead, back;
};

struct Horizons {
    MF beyond;           ///< the path is transhorizon
    VF theta_t, theta_r; ///< mrad
    Sight ground;        ///< of which theta_t and theta_r are made where the path is transhorizon
    VI from, to;         ///< samples of the ray between the horizons, horizons included
    VF dlt, dlr;
};

HWY_INLINE VF mrad(VF m_per_km) { return hn::Mul(set(1000), atan(hn::Mul(m_per_km, set(0.001f)))); }

HWY_INLINE VF bent(VF height, VF d, float bulge) { return hn::Sub(height, hn::Mul(hn::Mul(d, d), set(bulge))); }

/// Slope of the line from the receiver to the flattest of the own points and of the hull, m/km as seen from the
/// antenna: the smaller, the higher the horizon. Of equals the one nearest to the receiver.
struct LookBack {
    VF slope, back; ///< and its distance to the receiver
    VI vertex;      ///< on the hull; before + 1 where an own point is the horizon
    Tangent hull;
    VF own; ///< height of the flattest own point
};
HWY_INLINE LookBack look_back(RayBundle const& b, Path const& p, HullChain const& hull, VF const* own, float bulge) {
    VF const top = bent(p.hrs, p.d, bulge);
    LookBack out{set(std::numeric_limits<float>::infinity()), p.d, hn::Add(p.before, seti(1)), {}, zero()};
    for (int j = 0; p.own.any && j < OwnPoints::most; ++j) {
        VF const slope = hn::Div(hn::Sub(top, bent(own[j], p.own.d[j], bulge)), p.own.back[j]);
        MF const flatter = hn::Lt(slope, out.slope);
        out.slope = choose(flatter, slope, out.slope);
        out.back = choose(flatter, p.own.back[j], out.back);
        out.own = choose(flatter, own[j], out.own);
    }
    out.hull = tangent(b, hull, p.before, p.lane, p.d, top);
    MF const ray = both(p.on_ray, hn::Lt(out.hull.slope, out.slope));
    out.slope = choose(ray, out.hull.slope, out.slope);
    out.vertex = choosei(ray, out.hull.vertex, out.vertex);
    out.back = choose(ray, hn::Sub(p.d, distance(b, out.hull.vertex)), out.back);
    return out;
}

/// The steepest slope from the antenna, less 500 Ce d, over the ray and the own points.
HWY_INLINE VF look_ahead(Path const& p, VF ray, VF const* own, float bulge) {
    for (int j = 0; p.own.any && j < OwnPoints::most; ++j)
        ray = greater(ray, hn::Sub(hn::Div(hn::Sub(own[j], p.hts), p.own.d[j]), hn::Mul(set(bulge), p.own.d[j])));
    return ray;
}

/// Elevation of a point `ahead` kilometres from an antenna, m/km: (77), (80a). Antenna and point share their leading
/// digits, so the ground is taken off before the mast: next to an antenna a rounded mast top would tilt the angle.
HWY_INLINE VF elevation(SweepModel const& m, VF h, VF ground, float antenna, VF ahead) {
    VF const rise = hn::Sub(hn::Sub(h, ground), set(antenna));
    return hn::Sub(hn::Div(rise, ahead), hn::Mul(set(m.bulge), ahead));
}

HWY_INLINE Horizons horizons(RayBundle const& b, SweepModel const& m, Path const& p) {
    Horizons out;
    VF const bulge = hn::Mul(p.d, set(m.bulge));
    VF const sight_t = hn::Sub(p.slope, bulge), sight_r = hn::Sub(hn::Neg(p.slope), bulge); // (79), (80)
    VF over_t = pick(b.horizon.get(), p.at);                                                // (77)
    out.from = pick(b.horizon_at.get(), p.at);
    out.dlt = distance(b, out.from); // (79a)
    VF top_t = pick(b.h.get(), place(out.from, p.lane));
    for (int j = OwnPoints::most - 1; p.own.any && j >= 0; --j) {
        VF const slope = hn::Sub(hn::Div(hn::Sub(p.own.h[j], p.hts), p.own.d[j]), hn::Mul(set(m.bulge), p.own.d[j]));
        MF const steeper = hn::Gt(slope, over_t);
        over_t = choose(steeper, slope, over_t);
        out.dlt = choose(steeper, p.own.d[j], out.dlt);
        top_t = choose(steeper, p.own.h[j], top_t);
        out.from = choosei(steeper, hn::Add(p.before, seti(1)), out.from);
    }
    LookBack const back = look_back(b, p, b.horizon_hull, p.own.h, m.bulge);
    out.ground = {over_t, back.slope};
    out.to = hn::Min(back.vertex, p.before);
    out.dlr = back.back; // (81a)
    MF const on_ray = hn::RebindMask(F(), hn::Eq(out.to, back.vertex));
    VF const top_r = choose(on_ray, pick(b.h.get(), place(out.to, p.lane)), back.own);
    out.beyond = hn::AndNot(p.bare, hn::Gt(over_t, sight_t)); // (76)
    out.theta_t = mrad(choose(out.beyond, elevation(m, top_t, set(b.h[0]), m.htg, out.dlt), sight_t));
    out.theta_r = mrad(choose(out.beyond, elevation(m, top_r, p.hn, m.hrg, out.dlr), sight_r));
    return out;
}

/// Ends of the smooth surface: for diffraction (89), and for ducting (90).
struct SmoothEarth {
    VF hstd, hsrd, hst, hsr;
};

/// Sums (83) and (84) of one step of the profile.
struct Step {
    VF v1, v2;
};
HWY_INLINE Step step_sums(VF da, VF ha, VF d, VF h) {
    VF const step = hn::Sub(d, da);
    VF const moment = hn::Add(hn::Mul(h, hn::Add(hn::Add(d, d), da)), hn::Mul(ha, hn::Add(d, hn::Add(da, da))));
    return {hn::Mul(step, hn::Add(h, ha)), hn::Mul(step, moment)};
}

HWY_INLINE Step path_sums(RayBundle const& b, Path const& p) {
    VF v1 = pick(b.v1_low.get(), p.at), v2 = pick(b.v2_low.get(), p.at);
    VF da = distance(b, p.before), ha = pick(b.h.get(), p.at);
    for (int j = OwnPoints::most - 1; p.own.any && j >= 0; --j) {
        Step const s = step_sums(da, ha, p.own.d[j], p.own.h[j]);
        v1 = hn::Add(v1, choose(p.own.valid[j], s.v1, zero()));
        v2 = hn::Add(v2, choose(p.own.valid[j], s.v2, zero()));
        da = choose(p.own.valid[j], p.own.d[j], da);
        ha = choose(p.own.valid[j], p.own.h[j], ha);
    }
    Step const last = step_sums(da, ha, p.d, p.hn);
    return {hn::Add(pick(b.v1.get(), p.at), hn::Add(v1, last.v1)),
            hn::Add(pick(b.v2.get(), p.at), hn::Add(v2, last.v2))};
}

/// What the terrain above the line between the antennas takes off the smooth surface's ends, (87), (88).
struct Obstacle {
    VF at_t, at_r;
};
HWY_INLINE Obstacle obstacle(RayBundle const& b, Path const& p) {
    VF const aobt = hn::Sub(look_ahead(p, pick(b.flat.get(), p.at), p.own.h, 0), p.slope); // (87b)
    MF const obstructed = hn::AndNot(p.bare, hn::Gt(aobt, zero()));
    if (hn::AllFalse(F(), obstructed)) return {zero(), zero()};
    LookBack const back = look_back(b, p, b.flat_hull, p.own.h, 0);
    VF const aobr = hn::Sub(p.slope, back.slope); // (87c)
    MF const ray = both(obstructed, p.on_ray);
    VF top = highest_over_line(b, b.flat_hull, back.hull.vertex, p.lane, p.slope, ray);
    top = choose(ray, top, set(-1e9f));
    for (int j = 0; p.own.any && j < OwnPoints::most; ++j)
        top = greater(top, hn::Sub(p.own.h[j], hn::Mul(p.slope, p.own.d[j])));
    VF const hobs = hn::Sub(top, p.hts), share = hn::Div(hobs, hn::Add(aobt, aobr)); // (87a)
    return {choose(obstructed, hn::Mul(share, aobt), zero()), choose(obstructed, hn::Mul(share, aobr), zero())};
}

HWY_INLINE SmoothEarth smooth_earth(RayBundle const& b, Path const& p, VF h0) {
    Step const v = path_sums(b, p);
    VF const per_d = hn::Div(v.v1, p.d), per_d2 = hn::Div(v.v2, hn::Mul(p.d, p.d));
    VF const hst = hn::Sub(hn::Add(per_d, per_d), per_d2); // (85)
    VF const hsr = hn::Sub(per_d2, per_d);                 // (86)
    Obstacle const o = obstacle(b, p);
    return {lesser(hn::Sub(hst, o.at_t), h0), lesser(hn::Sub(hsr, o.at_r), p.hn), lesser(hst, h0), lesser(hsr, p.hn)};
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

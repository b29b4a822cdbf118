#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/radio/sweep/kernels.cpp"
#include <hwy/foreach_target.h>

#include "sim/radio/sweep/loss-inl.h"

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

HWY_INLINE Spot spot_at(RayCourse const& course, int i, int v) {
    int const knot = i / RayCourse::samples_per_knot, at = knot * RayBundle::lanes + v, next = at + RayBundle::lanes;
    VF const share = set(static_cast<float>(i % RayCourse::samples_per_knot) / RayCourse::samples_per_knot);
    VF const col = load(course.col.data() + at), row = load(course.row.data() + at);
    return {mul_add(share, hn::Sub(load(course.col.data() + next), col), col),
            mul_add(share, hn::Sub(load(course.row.data() + next), row), row)};
}

void heights(RayBundle& b, RayCourse const& course, SweepTerrain const& terrain, float h0_m) {
    HeightReader const reader{terrain, course.base_col, course.base_row};
    start_rays(b, h0_m);
    for (int l = 0; l < RayBundle::lanes; ++l) b.known[l] = b.samples + 1;
    for (int i = b.samples; i >= 1; --i)
        for (int v = 0; v < RayBundle::lanes; v += lanes()) {
            Spot const spot = spot_at(course, i, v);
            VF const h = reader.ground(spot);
            store(h, b.h.get() + i * RayBundle::lanes + v);
            if (terrain.clutter_m != nullptr)
                store(hn::Add(h, reader.clutter(spot)), b.g.get() + i * RayBundle::lanes + v);
            store(choosei(hn::IsNaN(h), seti(i), load(b.known + v)), b.known + v);
        }
}

/// The direction of a ray at its sample i, per sample.
HWY_INLINE Spot heading(RayCourse const& course, VI before, VI lane) {
    VI const at = place(hn::ShiftRight<5>(before), lane), next = hn::Add(at, seti(RayBundle::lanes));
    static_assert(RayCourse::samples_per_knot == 32);
    VF const per = set(1.f / RayCourse::samples_per_knot);
    float const *const col = course.col.data(), *const row = course.row.data();
    return {hn::Mul(hn::Sub(pick(col, next), pick(col, at)), per),
            hn::Mul(hn::Sub(pick(row, next), pick(row, at)), per)};
}

void own_heights(RayCourse const& course, SweepTerrain const& terrain, OwnSamples const& own) {
    HeightReader const reader{terrain, course.base_col, course.base_row};
    for (int at = 0; at < own.count; at += lanes()) {
        Spot const to = heading(course, load(own.before + at), load(own.lane + at));
        Spot spot{load(own.col + at), load(own.row + at)};
        for (int j = 0; j < OwnPoints::most; ++j) {
            spot = {hn::Sub(spot.col, to.col), hn::Sub(spot.row, to.row)};
            VF const h = reader.ground(spot);
            store(h, own.h_m[j] + at);
            if (terrain.clutter_m != nullptr) store(hn::Add(h, reader.clutter(spot)), own.g_m[j] + at);
        }
    }
}

void bend(RayBundle& b, float const* from, float bulge, float* to) {
    for (int i = 0; i <= b.samples; ++i) {
        float const drop = b.d_km[static_cast<std::size_t>(i)] * b.d_km[static_cast<std::size_t>(i)] * bulge;
        for (int v = 0; v < RayBundle::lanes; v += lanes()) {
            int const at = i * RayBundle::lanes + v;
            store(hn::Sub(load(from + at), set(drop)), to + at);
        }
    }
}

void raise(RayBundle& b, HullChain& hull, float const* heights) {
    hull.height = heights;
    for (int i = 0; i <= b.samples; ++i)
        for (int v = 0; v < RayBundle::lanes; v += lanes()) join(b, hull, i, v);
}

void lay_along(RayBundle const& b, float const* from, float* to) {
    for (int l = 0; l < RayBundle::lanes; ++l)
        for (int i = 0; i <= b.samples; ++i) to[l * b.stride() + i] = from[i * RayBundle::lanes + l];
}

void follow(RayBundle& b, SweepModel const& m) {
    float const* const g = m.clutter ? b.g.get() : b.h.get();
    for (int i = 1; i <= b.samples; ++i)
        for (int v = 0; v < RayBundle::lanes; v += lanes()) follow_sample(b, m, i, v);
    bend(b, b.h.get(), m.bulge, b.bent.get());
    raise(b, b.horizon_hull, b.bent.get());
    raise(b, b.flat_hull, b.h.get());
    lay_along(b, b.h.get(), b.h_along.get());
    if (m.clutter) {
        bend(b, g, m.bulge, b.bent_g.get());
        raise(b, b.over_g_hull, b.bent_g.get());
        lay_along(b, g, b.g_along.get());
    }
    if (m.below_50) {
        bend(b, g, m.bulge_beta, b.bent_g_beta.get());
        raise(b, b.over_g_beta_hull, b.bent_g_beta.get());
    }
}

/// Diffraction for the median and, where rare times are asked for, the beta earth radius.
struct Diffraction {
    VF Ld50, Ldb;
};
HWY_INLINE Diffraction diffractions(RayBundle const& b, SweepModel const& m, Path const& p, SmoothEarth const& s,
                                    VF omega, Sight const& ground) {
    float const* const along = m.clutter ? b.g_along.get() : b.h_along.get();
    VF const* const own = m.clutter ? p.own.g : p.own.h;
    Surface const median{
        m.ae,  m.bulge, m.clutter ? b.over_g.get() : b.horizon.get(), m.clutter ? &b.over_g_hull : &b.horizon_hull,
        along, own};
    Surface const beta{m.ab, m.bulge_beta, b.over_g_beta.get(), &b.over_g_beta_hull, along, own};
    VF const Ld50 = diffraction(b, m, p, s, omega, median, m.clutter ? sight_over(b, p, median) : ground);
    return {Ld50, m.below_50 ? diffraction(b, m, p, s, omega, beta, sight_over(b, p, beta)) : Ld50};
}

/// Loss and reason of one vector of receivers.
struct Result {
    VF loss;
    VI reason;
};

HWY_INLINE VI reason_of(MF beyond, VI otherwise) {
    return choosei(beyond, otherwise, seti(static_cast<int>(SweepReason::line_of_sight)));
}

HWY_INLINE Result p1812_lanes(RayBundle const& b, SweepModel const& m, SweepReceivers const& r, int at) {
    Path const p = path(b, m, r, at);
    Zones const z = zones(r.zones, at, p.d);
    Horizons seen = horizons(b, m, p);
    SmoothEarth const s = smooth_earth(b, p, set(b.h[0]));
    Climate const c = m.below_50 ? climate(m, z) : Climate{zero(), zero()};
    Diffraction const Ld = diffractions(b, m, p, s, z.omega, seen.ground);
    Parts const part = parts(m, p, seen, c, z.omega, Ld.Ld50, Ld.Ldb);
    VF const Lbda = with_ducting(b, m, p, s, c, z, seen, part);
    VF const theta = mul_add(p.d, set(2 * m.bulge), hn::Add(seen.theta_t, seen.theta_r)); // (82)
    VF const Fj = blend(theta, 0.3f, 0.8f);                                               // (57)
    VF const Lbam = mul_add(hn::Sub(part.Lminb0p, Lbda), Fj, Lbda);                       // (62)
    VF const Lbs = troposcatter(m, p.d, theta), gap = hn::Abs(hn::Sub(Lbs, Lbam));
    VF const sum = log10(hn::Add(set(1), exp10(hn::Mul(set(-0.2f), gap))));
    VF const Lbc = mul_add(set(-5), sum, lesser(Lbs, Lbam)); // (63)
    VF const Lloc = r.location == nullptr ? set(m.location) : load(r.location + at);
    VI why = choosei(hn::Lt(Lbda, part.Lbd), seti(static_cast<int>(SweepReason::ducting)),
                     seti(static_cast<int>(SweepReason::diffraction)));
    why = choosei(hn::Lt(Lbs, Lbam), seti(static_cast<int>(SweepReason::troposcatter)), why);
    return {greater(part.Lb0p, hn::Add(Lbc, Lloc)), reason_of(seen.beyond, why)}; // (69)
}

/// Free space with or without diffraction.
HWY_INLINE Result simple_lanes(RayBundle const& b, SweepModel const& m, SweepReceivers const& r, int at) {
    Path const p = path(b, m, r, at);
    VF const Lbfs = free_space(m, p);
    Horizons const seen = horizons(b, m, p);
    VI const reason = reason_of(seen.beyond, seti(static_cast<int>(SweepReason::diffraction)));
    if (m.method == SweepMethod::free_space) return {Lbfs, reason};
    SmoothEarth const s = smooth_earth(b, p, set(b.h[0]));
    return {hn::Add(Lbfs, diffractions(b, m, p, s, zones(r.zones, at, p.d).omega, seen.ground).Ld50), reason};
}

void receive_all(RayBundle const& b, SweepModel const& m, SweepReceivers const& r) {
    for (int at = 0; at < r.count; at += lanes()) {
        Result const result = m.method == SweepMethod::p1812 ? p1812_lanes(b, m, r, at) : simple_lanes(b, m, r, at);
        store(result.loss, r.loss_db + at);
        if (r.reason != nullptr) store(result.reason, r.reason + at);
    }
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace phusong {
HWY_EXPORT(heights);
HWY_EXPORT(own_heights);
HWY_EXPORT(follow);
HWY_EXPORT(receive_all);

void sample_heights(RayBundle& bundle, RayCourse const& course, SweepTerrain const& terrain, float h0_m) {
    HWY_DYNAMIC_DISPATCH(heights)(bundle, course, terrain, h0_m);
}
void sample_own(RayCourse const& course, SweepTerrain const& terrain, OwnSamples const& own) {
    HWY_DYNAMIC_DISPATCH(own_heights)(course, terrain, own);
}
void follow_rays(RayBundle& bundle, SweepModel const& model) { HWY_DYNAMIC_DISPATCH(follow)(bundle, model); }
void receive(RayBundle const& bundle, SweepModel const& model, SweepReceivers const& receivers) {
    HWY_DYNAMIC_DISPATCH(receive_all)(bundle, model, receivers);
}
} // namespace phusong
#endif

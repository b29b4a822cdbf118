// One receiver per lane, with its own last points.
#if defined(PHUSONG_RADIO_SWEEP_PATH_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SWEEP_PATH_INL_H_
#undef PHUSONG_RADIO_SWEEP_PATH_INL_H_
#else
#define PHUSONG_RADIO_SWEEP_PATH_INL_H_
#endif

#include "sim/radio/sweep/hull-inl.h"

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

/// The receiver's own last points, nearest first. A lane that has fewer holds points so low that they never count.
struct OwnPoints {
    static constexpr int most = SweepReceivers::own_points;
    bool any = false;
    VF d[most], back[most], h[most], g[most]; ///< distances from the antenna and to the receiver; ground; with clutter
    MF valid[most];
    VI count;
    VF step;
};

/// One receiver per lane.
struct Path {
    VF d, hn, hrs, hts;
    VI before, lane, at; ///< last sample of the ray that counts, the ray, and the place of the two in its arrays
    MF on_ray, bare;     ///< some sample of the ray counts; no point at all between the antennas
    VF slope;            ///< (hrs − hts) / d
    OwnPoints own;
};

/// Lanes without an own point j get one halfway that is too low to count.
HWY_INLINE void own_points(SweepReceivers const& r, int at, Path& p) {
    p.own.any = r.own_h_m[0] != nullptr;
    p.own.count = hn::Zero(I());
    p.own.step = set(r.own_step_km);
    VF const half = hn::Mul(p.d, set(0.5f)), low = set(-1e6f);
    for (int j = 0; p.own.any && j < OwnPoints::most; ++j) {
        VF const back = set(static_cast<float>(j + 1) * r.own_step_km);
        MF const valid = p.own.valid[j] = hn::RebindMask(F(), hn::Lt(seti(j), load(r.own_count + at)));
        p.own.d[j] = choose(valid, hn::Sub(p.d, back), half);
        p.own.back[j] = choose(valid, back, half);
        p.own.h[j] = choose(valid, load(r.own_h_m[j] + at), low);
        p.own.g[j] = r.own_g_m[j] == nullptr ? p.own.h[j] : choose(valid, load(r.own_g_m[j] + at), low);
    }
    if (p.own.any) p.own.count = load(r.own_count + at);
}

HWY_INLINE Path path(RayBundle const& b, SweepModel const& m, SweepReceivers const& r, int at) {
    Path p;
    p.d = load(r.d_km + at);
    p.hn = load(r.hn_m + at);
    p.hrs = hn::Add(p.hn, set(m.hrg));
    p.hts = set(b.hts_m);
    p.before = load(r.before + at);
    p.lane = load(r.lane + at);
    p.at = place(p.before, p.lane);
    p.on_ray = hn::RebindMask(F(), hn::Gt(p.before, seti(0)));
    p.slope = hn::Div(hn::Sub(p.hrs, p.hts), p.d);
    own_points(r, at, p);
    p.bare = hn::AndNot(p.on_ray, hn::RebindMask(F(), hn::Lt(p.own.count, seti(1))));
    return p;
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif

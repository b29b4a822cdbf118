// Upper hulls as chains: growing them by a sample, and looking along them from a receiver.
#if defined(PHUSONG_RADIO_SWEEP_HULL_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SWEEP_HULL_INL_H_
#undef PHUSONG_RADIO_SWEEP_HULL_INL_H_
#else
#define PHUSONG_RADIO_SWEEP_HULL_INL_H_
#endif

#include "sim/radio/sweep/trace-inl.h"

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

struct Tangent {
    VF slope;  ///< of the line from the hull to the point, m/km
    VI vertex; ///< the sample that it touches; of several the one nearest to the point
};

/// Distance of a sample: reckoned where steps are equal, which is quicker than to look it up and gives the same bits.
HWY_INLINE VF distance(RayBundle const& b, VI sample) {
    if (b.step_km > 0) return hn::Mul(hn::ConvertTo(F(), sample), set(b.step_km));
    return pick(b.d_km.data(), sample);
}

HWY_INLINE VI place(VI sample, VI lane) { return hn::Add(hn::ShiftLeft<4>(sample), lane); }

/// Moves a line that touches the hull at its vertex on towards the antenna, where `going` says that it must.
HWY_INLINE Tangent walk(RayBundle const& b, HullChain const& hull, VI lane, VF d, VF height, Tangent line, MF going) {
    while (!hn::AllFalse(F(), going)) {
        line.vertex = choosei(going, pick(hull.before.get(), place(line.vertex, lane)), line.vertex);
        VI const at = place(line.vertex, lane);
        line.slope = hn::Div(hn::Sub(height, pick(hull.height, at)), hn::Sub(d, distance(b, line.vertex)));
        going = both(going, hn::Lt(pick(hull.slope.get(), at), line.slope));
    }
    return line;
}

/// The line from the hull that ends at sample `from` to a point beyond it, so that the hull lies below.
HWY_INLINE Tangent tangent(RayBundle const& b, HullChain const& hull, VI from, VI lane, VF d, VF height) {
    static_assert(RayBundle::lanes == 16);
    VI const at = place(from, lane);
    VF const slope = hn::Div(hn::Sub(height, pick(hull.height, at)), hn::Sub(d, distance(b, from)));
    MF const going = hn::Lt(pick(hull.slope.get(), at), slope);
    return walk(b, hull, lane, d, height, {slope, from}, going);
}

/// Sample i joins the hull of those before it; sample 1 is the first. All rays begin their walk at the same sample, so
/// its values need not be gathered.
HWY_INLINE void join(RayBundle const& b, HullChain& hull, int i, int v) {
    int const at = i * RayBundle::lanes + v, last = at - RayBundle::lanes;
    if (i <= 1) { // nothing before it counts
        store(set(std::numeric_limits<float>::infinity()), hull.slope.get() + at);
        store(seti(0), hull.before.get() + at);
        return;
    }
    VI const lane = hn::Add(hn::Iota(I(), 0), seti(v)), from = seti(i - 1);
    VF const d = distance(b, seti(i)), height = load(hull.height + at);
    VF const slope = hn::Div(hn::Sub(height, load(hull.height + last)), hn::Sub(d, distance(b, from)));
    MF const going = hn::Lt(load(hull.slope.get() + last), slope);
    Tangent const t = walk(b, hull, lane, d, height, {slope, from}, going);
    store(t.slope, hull.slope.get() + at);
    store(t.vertex, hull.before.get() + at);
}

/// Most of height − slope · d over the hull, from the vertex where a steeper line touches it on.
HWY_INLINE VF highest_over_line(RayBundle const& b, HullChain const& hull, VI vertex, VI lane, VF slope, MF wanted) {
    VI at = place(vertex, lane);
    MF going = both(wanted, hn::Lt(pick(hull.slope.get(), at), slope));
    while (!hn::AllFalse(F(), going)) {
        vertex = choosei(going, pick(hull.before.get(), at), vertex);
        at = place(vertex, lane);
        going = both(going, hn::Lt(pick(hull.slope.get(), at), slope));
    }
    return hn::Sub(pick(hull.height, at), hn::Mul(slope, distance(b, vertex)));
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif

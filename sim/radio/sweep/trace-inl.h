// Heights of sixteen rays, and the running maxima and sums over them.
#if defined(PHUSONG_RADIO_SWEEP_TRACE_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SWEEP_TRACE_INL_H_
#undef PHUSONG_RADIO_SWEEP_TRACE_INL_H_
#else
#define PHUSONG_RADIO_SWEEP_TRACE_INL_H_
#endif

#include "sim/radio/simd/math-inl.h"
#include "sim/radio/sweep/trace.h"
#include <limits>

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {
namespace hn = simd::hn;
using simd::acos;
using simd::atan;
using simd::atan2;
using simd::choose;
using simd::exp;
using simd::exp10;
using simd::exp2;
using simd::F;
using simd::greater;
using simd::I;
using simd::lesser;
using simd::ln;
using simd::log10;
using simd::log2;
using simd::MF;
using simd::mul_add;
using simd::set;
using simd::seti;
using simd::sin;
using simd::tanh;
using simd::VF;
using simd::VI;
using simd::zero;

HWY_INLINE VF load(float const* p) { return hn::LoadU(F(), p); }
HWY_INLINE VI load(int const* p) { return hn::LoadU(I(), p); }
HWY_INLINE void store(VF x, float* p) { hn::StoreU(x, F(), p); }
HWY_INLINE void store(VI x, int* p) { hn::StoreU(x, I(), p); }
HWY_INLINE VF pick(float const* from, VI at) { return hn::GatherIndex(F(), from, at); }
HWY_INLINE VI pick(int const* from, VI at) { return hn::GatherIndex(I(), from, at); }
HWY_INLINE int lanes() { return static_cast<int>(hn::Lanes(F())); }
HWY_INLINE MF both(MF a, MF b) { return hn::And(a, b); }
HWY_INLINE VI choosei(MF m, VI yes, VI no) { return hn::IfThenElse(hn::RebindMask(I(), m), yes, no); }

struct Spot {
    VF col, row; ///< from the course's base
};

/// Ground between the four nearest cell centres, plus the nearest cell's clutter; NaN outside or where one is missing.
struct HeightReader {
    SweepTerrain const& terrain;
    int base_col, base_row;

    /// The raster has this cell and `more` to the east and to the south of it.
    HWY_INLINE MF inside(VI col, VI row, int more) const {
        VI const before = seti(-1);
        auto const ok = hn::And(hn::And(hn::Gt(col, before), hn::Lt(col, seti(terrain.cols - more))),
                                hn::And(hn::Gt(row, before), hn::Lt(row, seti(terrain.rows - more))));
        return hn::RebindMask(F(), ok);
    }
    HWY_INLINE VI cell(VI col, VI row) const { return hn::Add(hn::Mul(row, seti(terrain.cols)), col); }
    HWY_INLINE VF ground(Spot s) const {
        VF const left = hn::Floor(s.col), top = hn::Floor(s.row);
        VI const col = hn::Add(hn::ConvertTo(I(), left), seti(base_col));
        VI const row = hn::Add(hn::ConvertTo(I(), top), seti(base_row));
        MF const ok = inside(col, row, 1);
        VI const at = choosei(ok, cell(col, row), hn::Zero(I()));
        float const* const h = terrain.height_m;
        int const down = terrain.cols;
        VF const x = hn::Sub(s.col, left), y = hn::Sub(s.row, top);
        VF const nw = pick(h, at), ne = pick(h + 1, at), sw = pick(h + down, at), se = pick(h + down + 1, at);
        VF const north = mul_add(x, hn::Sub(ne, nw), nw), south = mul_add(x, hn::Sub(se, sw), sw);
        return choose(ok, mul_add(y, hn::Sub(south, north), north), set(std::numeric_limits<float>::quiet_NaN()));
    }
    HWY_INLINE VF clutter(Spot s) const {
        VI const col = hn::Add(hn::NearestInt(s.col), seti(base_col)),
                 row = hn::Add(hn::NearestInt(s.row), seti(base_row));
        MF const ok = inside(col, row, 0);
        VF const r = pick(terrain.clutter_m, choosei(ok, cell(col, row), hn::Zero(I())));
        return choose(hn::Gt(r, zero()), r, zero()); // unknown clutter (NaN) is none
    }
};

/// Adds x to a sum kept in two parts, so that a thousand terms lose nothing that matters.
HWY_INLINE void add_to(float* high, float* low, int before, int at, VF x) {
    VF const s = load(high + before), t = hn::Add(s, x), back = hn::Sub(t, s);
    VF const lost = hn::Add(hn::Sub(s, hn::Sub(t, back)), hn::Sub(x, back));
    store(t, high + at);
    store(hn::Add(load(low + before), lost), low + at);
}

HWY_INLINE void keep_greater(float* best, int before, int at, VF x) {
    store(greater(load(best + before), x), best + at);
}

/// Steps of sample i that need no hull.
HWY_INLINE void follow_sample(RayBundle& b, SweepModel const& model, int i, int v) {
    int const at = i * RayBundle::lanes + v, before = at - RayBundle::lanes;
    float const di = b.d_km[static_cast<std::size_t>(i)], da = b.d_km[static_cast<std::size_t>(i - 1)];
    VF const d = set(di), h = load(b.h.get() + at), ha = load(b.h.get() + before), hts = set(b.hts_m);
    VF const flat = hn::Div(hn::Sub(h, hts), d), seen = hn::Sub(flat, set(model.bulge * di)); // (77)
    keep_greater(b.flat.get(), before, at, flat);
    VF const most = load(b.horizon.get() + before);
    MF const higher = hn::Gt(seen, most);
    store(choose(higher, seen, most), b.horizon.get() + at);
    store(choosei(higher, seti(i), load(b.horizon_at.get() + before)), b.horizon_at.get() + at);
    VF const over = model.clutter ? hn::Div(hn::Sub(load(b.g.get() + at), hts), d) : flat; // (13), without 500 Ce d
    if (model.clutter) keep_greater(b.over_g.get(), before, at, hn::Sub(over, set(model.bulge * di)));
    if (model.below_50) keep_greater(b.over_g_beta.get(), before, at, hn::Sub(over, set(model.bulge_beta * di)));
    VF const step = set(di - da);
    add_to(b.v1.get(), b.v1_low.get(), before, at, hn::Mul(step, hn::Add(h, ha))); // (83)
    VF const moment = hn::Add(hn::Mul(h, set(2 * di + da)), hn::Mul(ha, set(di + 2 * da)));
    add_to(b.v2.get(), b.v2_low.get(), before, at, hn::Mul(step, moment)); // (84)
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif

// A received power as a whole number of 2^-56 mW, in vector lanes; the same bits on every instruction set.
#if defined(PHUSONG_RADIO_SERVERS_FIXED_POWER_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SERVERS_FIXED_POWER_INL_H_
#undef PHUSONG_RADIO_SERVERS_FIXED_POWER_INL_H_
#else
#define PHUSONG_RADIO_SERVERS_FIXED_POWER_INL_H_
#endif

#include "sim/radio/simd/math-inl.h"
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using simd::F;
using simd::I;
using simd::VF;
using simd::VI;
using U = hn::RebindToUnsigned<F>;
using VU = hn::Vec<U>;

/// One number of 64 bits for each lane. A vector holds only half of them, but for the target of one lane.
#if HWY_TARGET == HWY_SCALAR
using U64 = hn::Rebind<std::uint64_t, F>;
struct Wide {
    hn::Vec<U64> all;
};
template <class Map, class... Wides> HWY_INLINE Wide lanewise(Map map, Wides... v) { return {map(v.all...)}; }
HWY_INLINE Wide widen(VU v) { return {hn::PromoteTo(U64(), v)}; }
HWY_INLINE Wide load(std::uint64_t const* from) { return {hn::LoadU(U64(), from)}; }
HWY_INLINE void store(Wide v, std::uint64_t* to) { hn::StoreU(v.all, U64(), to); }
HWY_INLINE VF to_float(Wide v) { return hn::Set(F(), static_cast<float>(static_cast<double>(hn::GetLane(v.all)))); }
#else
using U64 = hn::Repartition<std::uint64_t, F>;
struct Wide {
    hn::Vec<U64> low, high;
};
template <class Map, class... Wides> HWY_INLINE Wide lanewise(Map map, Wides... v) {
    return {map(v.low...), map(v.high...)};
}
HWY_INLINE Wide widen(VU v) {
    hn::Half<U> const half;
    return {hn::PromoteTo(U64(), hn::LowerHalf(half, v)), hn::PromoteTo(U64(), hn::UpperHalf(half, v))};
}
HWY_INLINE Wide load(std::uint64_t const* from) {
    return {hn::LoadU(U64(), from), hn::LoadU(U64(), from + hn::Lanes(U64()))};
}
HWY_INLINE void store(Wide v, std::uint64_t* to) {
    hn::StoreU(v.low, U64(), to);
    hn::StoreU(v.high, U64(), to + hn::Lanes(U64()));
}
/// Of numbers below 2^63, by way of float64 in every case.
HWY_INLINE VF to_float(Wide v) {
    hn::RebindToSigned<U64> const whole;
    hn::RebindToFloat<U64> const real;
    hn::Half<F> const half;
    return hn::Combine(F(), hn::DemoteTo(half, hn::ConvertTo(real, hn::BitCast(whole, v.high))),
                       hn::DemoteTo(half, hn::ConvertTo(real, hn::BitCast(whole, v.low))));
}
#endif

HWY_INLINE Wide sum_of(Wide a, Wide b) {
    return lanewise([](auto x, auto y) { return hn::Add(x, y); }, a, b);
}
HWY_INLINE Wide difference_of(Wide a, Wide b) {
    return lanewise([](auto x, auto y) { return hn::Sub(x, y); }, a, b);
}

/// 10^(power / 1000) mW · load, in steps of 2^-56 mW. Power in hundredths of dBm, at most 0; load at most 1.
HWY_INLINE Wide fixed_power(VI centi_dbm, VF load_share) {
    // 2^y = 2^i 2^t, |t| at most 1/2; the factor 2^t as a whole number of 2^-30, moved to its place by i.
    VF const y = hn::Mul(hn::ConvertTo(F(), centi_dbm), simd::set(0.0033219280948873623f)); // log2(10) / 1000
    VI const i = hn::NearestInt(y);
    VF const scaled = hn::Mul(simd::exp2(hn::Sub(y, hn::ConvertTo(F(), i))), load_share);
    VI const whole = hn::NearestInt(hn::Mul(scaled, simd::set(0x1p30f)));
    constexpr int places = 62 - 56;
    VI const down = hn::Min(hn::Sub(simd::seti(places), i), simd::seti(63));
    return lanewise([](auto value, auto by) { return hn::Shr(hn::ShiftLeft<32>(value), by); },
                    widen(hn::BitCast(U(), whole)), widen(hn::BitCast(U(), down)));
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif

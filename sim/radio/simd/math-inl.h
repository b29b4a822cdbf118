// Elementary functions in vector lanes of float32. They use only operations that IEEE 754 rounds the same everywhere
// (no fused multiply-add, no approximate reciprocals), so every instruction set gives the same bits.
// Errors:  of Log2 at most 1 unit in the last place of max(|result|, 1); Exp2 and Atan 3 units; the tests hold them.
#if defined(PHUSONG_RADIO_SIMD_MATH_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PHUSONG_RADIO_SIMD_MATH_INL_H_
#undef PHUSONG_RADIO_SIMD_MATH_INL_H_
#else
#define PHUSONG_RADIO_SIMD_MATH_INL_H_
#endif

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE::simd {

namespace hn = hwy::HWY_NAMESPACE;

/// At most 16 lanes; results do not depend on how many there are.
using F = hn::CappedTag<float, 16>;
using I = hn::RebindToSigned<F>;
using VF = hn::Vec<F>;
using VI = hn::Vec<I>;
using MF = hn::Mask<F>;

HWY_INLINE VF set(float x) { return hn::Set(F(), x); }
HWY_INLINE VI seti(int x) { return hn::Set(I(), x); }
HWY_INLINE VF zero() { return hn::Zero(F()); }
/// a · b + c in two roundings.
HWY_INLINE VF mul_add(VF a, VF b, VF c) { return hn::Add(hn::Mul(a, b), c); }
HWY_INLINE VF choose(MF m, VF yes, VF no) { return hn::IfThenElse(m, yes, no); }
HWY_INLINE VF lesser(VF a, VF b) { return hn::Min(a, b); }
HWY_INLINE VF greater(VF a, VF b) { return hn::Max(a, b); }

/// Binary logarithm of a normal positive number; anything else gives no error and no meaning.
HWY_INLINE VF log2(VF x) {
    // x = 2^e m with m in [sqrt(1/2), sqrt(2)); log m = 2 artanh((m − 1) / (m + 1))
    constexpr int root_half = 0x3f3504f3;
    VI const bits = hn::BitCast(I(), x), above = hn::Sub(bits, seti(root_half));
    VI const e = hn::ShiftRight<23>(above);
    VF const m = hn::BitCast(F(), hn::Sub(bits, hn::ShiftLeft<23>(e)));
    VF const z = hn::Div(hn::Sub(m, set(1)), hn::Add(m, set(1))), z2 = hn::Mul(z, z);
    constexpr float c = 2.885390081777927f; // 2 / ln 2
    VF sum = mul_add(z2, set(c / 9), set(c / 7));
    sum = mul_add(sum, z2, set(c / 5));
    sum = mul_add(sum, z2, set(c / 3));
    sum = mul_add(sum, z2, set(c));
    return mul_add(sum, z, hn::ConvertTo(F(), e));
}

/// 2^x; x is limited to [−126, 126].
HWY_INLINE VF exp2(VF x) {
    VF const limited = lesser(greater(x, set(-126)), set(126));
    VI const i = hn::NearestInt(limited);
    VF const t = hn::Mul(hn::Sub(limited, hn::ConvertTo(F(), i)), set(0.6931471805599453f));
    VF sum = mul_add(t, set(1.f / 5040), set(1.f / 720));
    sum = mul_add(sum, t, set(1.f / 120));
    sum = mul_add(sum, t, set(1.f / 24));
    sum = mul_add(sum, t, set(1.f / 6));
    sum = mul_add(sum, t, set(0.5f));
    sum = mul_add(sum, t, set(1));
    sum = mul_add(sum, t, set(1));
    VI const scale = hn::ShiftLeft<23>(hn::Add(i, seti(127)));
    return hn::Mul(sum, hn::BitCast(F(), scale));
}

HWY_INLINE VF log10(VF x) { return hn::Mul(log2(x), set(0.3010299956639812f)); }
HWY_INLINE VF ln(VF x) { return hn::Mul(log2(x), set(0.6931471805599453f)); }
HWY_INLINE VF exp(VF x) { return exp2(hn::Mul(x, set(1.4426950408889634f))); }
HWY_INLINE VF exp10(VF x) { return exp2(hn::Mul(x, set(3.321928094887362f))); }
/// x to the power y, x normal and positive.
HWY_INLINE VF pow(VF x, VF y) { return exp2(hn::Mul(log2(x), y)); }
HWY_INLINE VF tanh(VF x) {
    VF const e = exp(hn::Mul(greater(lesser(x, set(20)), set(-20)), set(2)));
    return hn::Sub(set(1), hn::Div(set(2), hn::Add(e, set(1))));
}

HWY_INLINE VF atan(VF x) {
    // Three ranges of |x|, so that the series sees at most tan(pi/8).
    VF const a = hn::Abs(x);
    MF const big = hn::Gt(a, set(2.414213562373095f)), middle = hn::Gt(a, set(0.4142135623730950f));
    VF const top = choose(big, set(-1), choose(middle, hn::Sub(a, set(1)), a));
    VF const under = choose(big, a, choose(middle, hn::Add(a, set(1)), set(1)));
    VF const from = choose(big, set(1.5707963267948966f), choose(middle, set(0.7853981633974483f), zero()));
    VF const t = hn::Div(top, under), z = hn::Mul(t, t);
    VF sum = mul_add(z, set(-1.f / 15), set(1.f / 13));
    sum = mul_add(sum, z, set(-1.f / 11));
    sum = mul_add(sum, z, set(1.f / 9));
    sum = mul_add(sum, z, set(-1.f / 7));
    sum = mul_add(sum, z, set(1.f / 5));
    sum = mul_add(sum, z, set(-1.f / 3));
    sum = mul_add(hn::Mul(sum, z), t, t);
    return hn::CopySign(hn::Add(from, sum), x);
}

/// Angle of (x, y) from the x axis, (−pi, pi]; zero for (0, 0).
HWY_INLINE VF atan2(VF y, VF x) {
    VF const ax = hn::Abs(x), ay = hn::Abs(y), most = greater(ax, ay), least = lesser(ax, ay);
    VF const share = hn::Div(least, choose(hn::Gt(most, zero()), most, set(1)));
    VF angle = atan(share);
    angle = choose(hn::Gt(ay, ax), hn::Sub(set(1.5707963267948966f), angle), angle);
    angle = choose(hn::Lt(x, zero()), hn::Sub(set(3.141592653589793f), angle), angle);
    return hn::CopySign(angle, y);
}

/// Angle in [0, pi] of which x is the cosine; x is limited to [−1, 1].
HWY_INLINE VF acos(VF x) {
    VF const c = lesser(greater(x, set(-1)), set(1));
    return atan2(hn::Sqrt(hn::Mul(hn::Sub(set(1), c), hn::Add(set(1), c))), c);
}

/// Sine of an angle in [−pi/2, pi/2].
HWY_INLINE VF sin(VF x) {
    VF const z = hn::Mul(x, x);
    VF sum = mul_add(z, set(-1.f / 39916800), set(1.f / 362880));
    sum = mul_add(sum, z, set(-1.f / 5040));
    sum = mul_add(sum, z, set(1.f / 120));
    sum = mul_add(sum, z, set(-1.f / 6));
    return mul_add(hn::Mul(sum, z), x, x);
}

} // namespace phusong::HWY_NAMESPACE::simd
HWY_AFTER_NAMESPACE();

#endif

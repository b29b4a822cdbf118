#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tests/sim/radio/simd/math_test.cpp"
#include <hwy/foreach_target.h>

#include "sim/radio/simd/math-inl.h"
#include <span>

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

enum class Function { log2, exp2, atan, tanh, acos, sin, atan2_of_sine };

simd::VF value(Function f, simd::VF x) {
    switch (f) {
    case Function::log2:
        return simd::log2(x);
    case Function::exp2:
        return simd::exp2(x);
    case Function::atan:
        return simd::atan(x);
    case Function::tanh:
        return simd::tanh(x);
    case Function::acos:
        return simd::acos(x);
    case Function::sin:
        return simd::sin(x);
    case Function::atan2_of_sine:
        return simd::atan2(x, hwy::HWY_NAMESPACE::Sub(simd::set(0.25f), x));
    }
    return x;
}

/// Shapes: both of a length that is a multiple of 16.
void evaluate(int f, std::span<float const> x, std::span<float> y) {
    simd::F const tag;
    for (std::size_t i = 0; i < x.size(); i += hwy::HWY_NAMESPACE::Lanes(tag))
        hwy::HWY_NAMESPACE::StoreU(value(static_cast<Function>(f), hwy::HWY_NAMESPACE::LoadU(tag, x.data() + i)), tag,
                                   y.data() + i);
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "tests/support/each_target.h"
#include <cmath>
#include <cstring>
#include <gtest/gtest.h>
#include <vector>

namespace phusong {
HWY_EXPORT(evaluate);
namespace {

constexpr std::size_t count = 1 << 14;
enum { log2, exp2, atan, tanh, acos, sin, atan2_of_sine };

std::vector<float> spread(double from, double to) {
    std::vector<float> x(count);
    for (std::size_t i = 0; i < count; ++i)
        x[i] = static_cast<float>(from + (to - from) * static_cast<double>(i) / static_cast<double>(count - 1));
    return x;
}

std::vector<float> values(int f, std::vector<float> const& x) {
    std::vector<float> y(x.size());
    HWY_DYNAMIC_DISPATCH(evaluate)(f, x, y);
    return y;
}

/// Largest error in units in the last place of max(|y|, floor).
template <class Exact> double worst_units(int f, std::vector<float> const& x, float floor, Exact exact) {
    auto const y = values(f, x);
    double worst = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        double const right = exact(static_cast<double>(x[i]));
        double const unit = std::max(std::abs(right), static_cast<double>(floor)) * 0x1p-23;
        worst = std::max(worst, std::abs(static_cast<double>(y[i]) - right) / unit);
    }
    return worst;
}

TEST(VectorMath, StaysWithinAFewUnitsInTheLastPlace) {
    EXPECT_LE(worst_units(log2, spread(1e-6, 2.5), 1, [](double x) { return std::log2(x); }), 1);
    EXPECT_LE(worst_units(log2, spread(0.7, 90'000), 1, [](double x) { return std::log2(x); }), 1);
    EXPECT_LE(worst_units(exp2, spread(-1, 1), 0, [](double x) { return std::exp2(x); }), 2);
    EXPECT_LE(worst_units(exp2, spread(-125, 125), 0, [](double x) { return std::exp2(x); }), 2);
    EXPECT_LE(worst_units(atan, spread(-3.5, 3.5), 0.01f, [](double x) { return std::atan(x); }), 3);
    EXPECT_LE(worst_units(atan, spread(-1e6, 1e6), 0, [](double x) { return std::atan(x); }), 2);
    EXPECT_LE(worst_units(tanh, spread(-9, 9), 1, [](double x) { return std::tanh(x); }), 3);
    EXPECT_LE(worst_units(acos, spread(-1, 1), 1, [](double x) { return std::acos(x); }), 3);
    EXPECT_LE(worst_units(sin, spread(-1.5, 1.5), 0, [](double x) { return std::sin(x); }), 3);
    EXPECT_LE(worst_units(atan2_of_sine, spread(-7, 7), 0.01f, [](double x) { return std::atan2(x, 0.25 - x); }), 4);
}

TEST(VectorMath, GivesTheSameBitsOnEveryInstructionSet) {
    for (int f : {log2, exp2, atan, tanh, acos, sin, atan2_of_sine}) {
        auto const x = spread(f == log2 ? 1e-5 : -0.99, f == acos ? 0.99 : 1.5);
        std::vector<float> first;
        test::on_each_target([&](char const* name) {
            auto const y = values(f, x);
            if (first.empty()) first = y;
            EXPECT_EQ(std::memcmp(y.data(), first.data(), count * sizeof(float)), 0) << name << " function " << f;
        });
    }
}

} // namespace
} // namespace phusong
#endif

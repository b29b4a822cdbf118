#pragma once
#include "sim/radio/models/p1812.h"
#include <string_view>

namespace phusong {

/// One figure of P1812Loss with its symbol, unit and place in the Recommendation: to show, to compare, to mark unknown.
struct P1812Value {
    std::string_view symbol, unit, equation;
    double P1812Loss::*member;
};

/// Every figure, in the order in which they are computed; the loss itself comes last.
[[nodiscard]] std::span<P1812Value const> p1812_values();

} // namespace phusong

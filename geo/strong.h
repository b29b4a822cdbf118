#pragma once
#include <compare>
#include <cstdint>

namespace phusong::geo {

/// A number that only mixes with its own kind: ids never add up, a commune is never taken for a village.
template <class Tag, class Rep> struct Strong {
    Rep value{};
    friend constexpr auto operator<=>(Strong, Strong) = default;
};

} // namespace phusong::geo

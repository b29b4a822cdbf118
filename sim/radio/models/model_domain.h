#pragma once
#include <stdexcept>

namespace phusong {

/// Refuses what lies outside the domain that a method's source states. `what` says the figure and its limits.
/// NaN fails: conditions are written so that only what holds passes.
inline void require_domain(bool inside, char const* what) {
    if (!inside) throw std::invalid_argument(what);
}

} // namespace phusong

#pragma once
#include "sim/rollout/programme.h"

namespace phusong {

/// What to wish for, and how much any choice can be worth.
struct Proof {
    Bought bought;
    double worth = 0, bound = 0; ///< of the programme
};

/// The linear relaxation, rounded and improved by exchanges: quick, and rarely far from the bound.
[[nodiscard]] Proof prove_by_exchange(Programme const& programme);

/// That, and branch and bound by CBC from there, over at most `nodes` nodes.
[[nodiscard]] Proof prove_exactly(Programme const& programme, int nodes);

/// The bound alone.
[[nodiscard]] double bound_of(Programme const& programme);

} // namespace phusong

#pragma once
#include "sim/solve/pcst/meter.h"
#include "sim/solve/pcst/net.h"

namespace phusong::solve::pcst {

/// A feasible dual of the cut formulation: every node set W without the root that holds a prize node may be raised, by
/// at most that node's prize in all, and by no more than the arcs into W can bear. A tree without a root is hung under
/// one by a single gate arc into any prize node: gates bear `gate_cost`, which is taken off the bound again.
struct Ascent {
    Cost bound = 0;         ///< no tree of the net costs less, prizes fixed out (`lost`) included
    std::vector<Cost> into; ///< what each arc can still bear: its reduced cost
    std::vector<Cost> left; ///< what of each node's prize was not raised: the reduced cost of leaving it out
    std::vector<Cost> gate; ///< reduced cost of starting the tree at each node; `closed` where it may not
};

/// `order` 0 raises small cuts first; other numbers mix that order at random.
[[nodiscard]] Ascent ascend(Net const& net, Cost gate_cost, std::uint32_t order, Meter& meter);

/// The same; without a root several gate costs are tried and the best bound is kept.
[[nodiscard]] Ascent best_ascent(Net const& net, std::uint32_t order, Meter& meter);

/// What no tree better than `limit` (lost prizes included) has.
[[nodiscard]] Fixing fix(Net const& net, Ascent const& dual, Cost limit, Meter& meter);

} // namespace phusong::solve::pcst

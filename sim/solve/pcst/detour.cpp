#include "sim/solve/pcst/shrink.h"

namespace phusong::solve::pcst {

/// Whether another way between the link's ends is as good for every tree: each of its parts between two nodes, less the
/// prizes met inside that part, costs no more than the link. Looks at a limited number of arcs.
bool Shrink::detour(std::uint32_t link, Meter& meter) {
    constexpr int most_arcs = 150;
    auto const& l = links_[link];
    int arcs = 0;
    bool found = false;
    queue_.clear();
    touched_.clear();
    near_[l.a] = 0;
    touched_.push_back(l.a);
    queue_.push(0, l.a);
    while (!queue_.empty() && arcs < most_arcs && !found) {
        auto const [arrival, n] = queue_.pop();
        if (near_[n] < 0 || arrival > near_[n]) continue;
        Cost const at = n == l.a ? 0 : std::max<Cost>(0, arrival - prize_[n]);
        near_[n] = -1; // settled once, so that no prize counts twice
        for (auto const other : at_[n]) {
            auto const& o = links_[other];
            ++arcs;
            if (!o.alive || other == link) continue;
            Node const to = o.other(n);
            Cost const way = at + o.cost;
            if (way > l.cost || near_[to] <= way) continue;
            if (to == l.b) {
                found = true;
                break;
            }
            if (near_[to] == closed) touched_.push_back(to);
            near_[to] = way;
            queue_.push(way, to);
        }
    }
    for (Node const n : touched_) near_[n] = closed;
    meter.left -= 2 * arcs;
    return found;
}

void Shrink::detours(Meter& meter) {
    std::vector<std::pair<Cost, std::uint32_t>> order; // dear ones first: they have most ways round
    for (std::uint32_t l = 0; l < links_.size(); ++l)
        if (links_[l].alive) order.emplace_back(-links_[l].cost, l);
    std::ranges::sort(order);
    for (auto const& [cost, l] : order)
        if (links_[l].alive && detour(l, meter)) erase(l);
}

} // namespace phusong::solve::pcst

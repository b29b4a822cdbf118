#include "sim/solve/steiner/raise_again.h"

namespace phusong::solve {

void DualAscent::release(std::uint32_t terminal, Meter& meter) {
    auto& t = grown_[terminal];
    ++stamp_;
    for (auto const& m : t.members) {
        joined_[m.node] = stamp_;
        label_[m.node] = m.since;
    }
    for (auto const& m : t.members) {
        meter.add(g_.first[m.node + 1] - g_.first[m.node]);
        for (auto a = g_.first[m.node]; a < g_.first[m.node + 1]; ++a) {
            if (left_[a] == unreachable) continue;
            Node const from = g_.arcs[a].head;
            Cost const until = joined_[from] == stamp_ ? label_[from] : t.raised;
            if (until > m.since) set_left(a, left_[a] + until - m.since);
        }
    }
    bound_ -= t.raised;
    t.raised = 0;
    t.members.clear();
    t.cut.clear();
}

bool DualAscent::raise_again(std::vector<std::uint32_t> const& some, std::vector<std::uint32_t> const& others,
                             std::uint64_t salt, Meter& meter) {
    Cost const before = bound_;
    std::vector<Grown> old;
    for (auto const i : some) old.push_back(grown_[i]);
    for (auto const i : others) old.push_back(grown_[i]);
    log_.clear();
    logging_ = true;
    for (auto const i : some) release(i, meter);
    std::vector<std::uint32_t> all(some);
    ascend(all, salt, meter);
    all.insert(all.end(), others.begin(), others.end());
    ascend(all, salt, meter);
    logging_ = false;
    if (bound_ >= before) return bound_ > before;
    for (std::size_t i = log_.size(); i-- > 0;) left_[log_[i].first] = log_[i].second;
    for (std::size_t i = 0; i < some.size(); ++i) grown_[some[i]] = std::move(old[i]);
    for (std::size_t i = 0; i < others.size(); ++i) grown_[others[i]] = std::move(old[some.size() + i]);
    bound_ = before;
    return false;
}

namespace {

/// The terminals nearest to one of them by number of edges: some to let go, and those around.
struct Neighbourhood {
    std::vector<std::uint32_t> some, others;
};

} // namespace

bool raise_neighbourhoods(DualAscent& ascent, Graph const& g, int trials, Cost goal, Dice& dice, Meter& meter) {
    constexpr std::uint32_t most = 12, around = 8; // terminals let go, and raised after them
    std::vector<std::uint32_t> place(g.nodes(), nothing), seen(g.nodes());
    auto const terminals = static_cast<std::uint32_t>(ascent.terminals());
    for (std::uint32_t i = 0; i < terminals; ++i) place[ascent.terminal(i)] = i;
    bool rose = false;
    for (std::uint32_t trial = 1; trial <= static_cast<std::uint32_t>(trials); ++trial) {
        if (meter.over() || ascent.bound() >= goal) break;
        std::size_t const free = 1 + dice.below(most);
        Neighbourhood near;
        std::vector<Node> queue{ascent.terminal(dice.below(terminals))};
        seen[queue.front()] = trial;
        for (std::size_t i = 0; i < queue.size() && near.others.size() < around; ++i) {
            Node const n = queue[i];
            if (place[n] != nothing) (near.some.size() < free ? near.some : near.others).push_back(place[n]);
            for (Arc const& arc : g.of(n))
                if (seen[arc.head] != trial) {
                    seen[arc.head] = trial;
                    queue.push_back(arc.head);
                }
        }
        meter.add(4 * queue.size());
        rose = ascent.raise_again(near.some, near.others, dice.next() | 1, meter) || rose;
    }
    if (rose) ascent.ascend(meter); // others may have lost their way from the root
    return rose;
}

} // namespace phusong::solve

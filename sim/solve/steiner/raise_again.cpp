#include "sim/solve/steiner/raise_again.h"

namespace phusong::solve {
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

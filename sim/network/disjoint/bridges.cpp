#include "sim/network/disjoint/bridges.h"
#include <algorithm>

namespace phusong {

Bridges find_bridges(solve::Graph const& graph, std::vector<std::uint8_t> const& kept, std::uint32_t root) {
    auto const n = graph.nodes();
    Bridges out{.order = {},
                .before = std::vector<std::uint32_t>(n, Bridges::none),
                .edge = std::vector<std::uint32_t>(n, Bridges::none),
                .bridge = std::vector<std::uint8_t>(n, 0),
                .reached = std::vector<std::uint8_t>(n, 0),
                .safe = std::vector<std::uint8_t>(n, 0)};
    std::vector<std::uint32_t> number(n, 0), low(n, 0), next(graph.first.begin(), graph.first.end() - 1), stack{root};
    out.reached[root] = 1;
    out.order.push_back(root);
    while (!stack.empty()) {
        std::uint32_t const node = stack.back();
        if (next[node] == graph.first[node + 1]) {
            stack.pop_back();
            if (out.before[node] == Bridges::none) continue;
            low[out.before[node]] = std::min(low[out.before[node]], low[node]);
            out.bridge[node] = low[node] == number[node] ? 1 : 0;
            continue;
        }
        auto const& arc = graph.arcs[next[node]++];
        if (kept[arc.edge] == 0 || arc.edge == out.edge[node]) continue;
        if (out.reached[arc.head] != 0) {
            low[node] = std::min(low[node], number[arc.head]);
            continue;
        }
        out.reached[arc.head] = 1;
        out.before[arc.head] = node;
        out.edge[arc.head] = arc.edge;
        number[arc.head] = low[arc.head] = static_cast<std::uint32_t>(out.order.size());
        out.order.push_back(arc.head);
        stack.push_back(arc.head);
    }
    out.safe[root] = 1;
    for (auto const node : out.order)
        if (out.before[node] != Bridges::none)
            out.safe[node] = out.bridge[node] == 0 && out.safe[out.before[node]] != 0 ? 1 : 0;
    return out;
}

} // namespace phusong

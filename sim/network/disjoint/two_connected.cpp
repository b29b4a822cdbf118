#include "sim/network/disjoint/two_connected.h"
#include "sim/network/disjoint/bridges.h"
#include "sim/network/disjoint/cut_bound.h"
#include <algorithm>

namespace phusong {
namespace {

bool all_safe(solve::Graph const& graph, std::vector<std::uint8_t> const& built, std::uint32_t root,
              std::vector<std::uint32_t> const& asked) {
    auto const bridges = find_bridges(graph, built, root);
    return std::ranges::all_of(asked, [&](std::uint32_t n) { return bridges.safe[n] != 0; });
}

} // namespace

SecondWays second_ways(solve::Graph const& graph, std::vector<std::uint8_t> const& stands, std::uint32_t root,
                       std::span<std::uint32_t const> asked) {
    SecondWays out;
    auto built = stands;
    solve::Graph free = graph; // costs fall to nothing as edges are built
    for (std::size_t e = 0; e < stands.size(); ++e)
        if (stands[e] != 0) free.edges[e].cost = 0;
    std::vector<std::uint32_t> possible;
    for (auto const node : asked) {
        if (node == root) continue;
        auto const bridges = find_bridges(graph, built, root);
        if (bridges.safe[node] != 0) {
            possible.push_back(node);
            continue;
        }
        auto const pair = disjoint_pair(free, node, root, Apart::edges);
        (pair ? possible : out.impossible).push_back(node);
        if (!pair) continue;
        for (auto const* way : {&pair->one, &pair->two})
            for (auto const edge : *way) built[edge] = 1, free.edges[edge].cost = 0;
    }
    std::vector<std::uint32_t> added;
    for (std::uint32_t e = 0; e < built.size(); ++e)
        if (built[e] != 0 && stands[e] == 0) added.push_back(e);
    std::ranges::stable_sort(added, [&](auto a, auto b) { return graph.edges[a].cost > graph.edges[b].cost; });
    for (auto const edge : added) {
        built[edge] = 0;
        if (!all_safe(graph, built, root, possible)) built[edge] = 1;
    }
    for (std::uint32_t e = 0; e < built.size(); ++e)
        if (built[e] != 0 && stands[e] == 0) out.edges.push_back(e), out.cost += graph.edges[e].cost;
    out.lower_bound = cut_bound(graph, stands, root, possible);
    return out;
}

} // namespace phusong

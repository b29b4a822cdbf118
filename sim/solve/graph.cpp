#include "sim/solve/graph.h"
#include <cassert>

namespace phusong::solve {

Graph make_graph(Node nodes, std::vector<EdgeEnds> edges) {
    Graph g{.edges = std::move(edges), .first = std::vector<std::uint32_t>(nodes + 1U), .arcs = {}};
    for (auto const& e : g.edges) {
        assert(e.a < nodes && e.b < nodes && e.cost >= 0);
        ++g.first[e.a + 1];
        ++g.first[e.b + 1];
    }
    for (Node n = 0; n < nodes; ++n) g.first[n + 1] += g.first[n];
    g.arcs.resize(2 * g.edges.size());
    std::vector<std::uint32_t> next(g.first.begin(), g.first.end() - 1);
    for (Edge i = 0; i < g.edges.size(); ++i) {
        auto const& e = g.edges[i];
        g.arcs[next[e.a]++] = {e.b, i, e.cost};
        g.arcs[next[e.b]++] = {e.a, i, e.cost};
    }
    return g;
}

} // namespace phusong::solve

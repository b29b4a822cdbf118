#include "sim/solve/steiner/steiner.h"
#include "geo/problem.h"
#include "sim/solve/steiner/construct.h"
#include "sim/solve/steiner/dual_ascent.h"
#include "sim/solve/steiner/reduce.h"
#include "sim/solve/steiner/union_find.h"
#include <algorithm>

namespace phusong::solve {
namespace {

void check_connected(Graph const& g, std::span<Node const> terminals) {
    UnionFind sets(g.nodes());
    for (auto const& e : g.edges) sets.join(e.a, e.b);
    std::vector<Node> roots;
    for (Node const t : terminals) roots.push_back(sets.find(t));
    std::sort(roots.begin(), roots.end());
    auto const pieces = std::unique(roots.begin(), roots.end()) - roots.begin();
    if (pieces <= 1) return;
    throw geo::InputError(
        {{"",
          geo::say("các đỉnh phải nối nằm trong {} phần rời nhau của đồ thị, không cây nào nối được hết",
                   "the terminals lie in {} separate parts of the graph: no tree joins them all", pieces),
          geo::say("thêm cạnh giữa các phần, hoặc giải từng phần riêng",
                   "add edges between the parts, or solve each part by itself")}});
}

} // namespace

SteinerTree solve_steiner(Graph const& graph, std::span<Node const> terminals, Work const&) {
    check_connected(graph, terminals);
    SteinerTree out;
    if (terminals.size() < 2) return out;
    Meter meter;
    Terminals const given(graph.nodes(), terminals);
    Tidier whole(graph.nodes());
    auto best = whole.tidy(graph, given, mehlhorn(graph, given, meter), meter);
    out.mehlhorn_cost = best.cost;
    auto const small = reduce(unreduced(graph, terminals), {}, 40, meter);
    out.nodes_reduced = small.graph.nodes();
    out.edges_reduced = static_cast<Edge>(small.graph.edges.size());
    out.bound = small.fixed_cost;
    std::vector<Edge> edges;
    if (small.terminals.list.size() > 1) {
        auto const root = small.terminals.list.front();
        DualAscent ascent(small.graph, {}, root, small.terminals.list);
        ascent.ascend(meter);
        out.bound += ascent.bound();
        edges = nearest_first(small.graph, small.terminals, root, meter);
    }
    auto tree = whole.tidy(graph, given, expand(small, edges), meter);
    if (tree.cost < best.cost) best = tree;
    out.edges = best.edges;
    out.cost = best.cost;
    return out;
}

} // namespace phusong::solve

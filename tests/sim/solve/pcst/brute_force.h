#pragma once
#include "geo/random.h"
#include "sim/solve/pcst/pcst.h"
#include <algorithm>
#include <functional>
#include <numeric>

namespace phusong::solve::test {

/// Cost of the cheapest tree over exactly the nodes of `set`; `unreachable` when they do not hang together.
inline Cost spanning_cost(Graph const& graph, std::uint32_t set) {
    std::vector<Node> part(graph.nodes());
    std::iota(part.begin(), part.end(), Node{0});
    std::function<Node(Node)> const find = [&](Node n) { return part[n] == n ? n : find(part[n]); };
    std::vector<EdgeEnds> edges;
    for (auto const& e : graph.edges)
        if ((set >> e.a & 1U) && (set >> e.b & 1U)) edges.push_back(e);
    std::ranges::sort(edges, {}, &EdgeEnds::cost);
    Cost cost = 0;
    int joins = 0;
    for (auto const& e : edges) {
        if (find(e.a) == find(e.b)) continue;
        part[find(e.a)] = find(e.b);
        cost += e.cost;
        ++joins;
    }
    return joins + 1 == std::popcount(set) ? cost : unreachable;
}

/// Calls `see(set, cost)` for every tree's node set with its cheapest cost.
template <class See> void each_tree(PcstProblem const& problem, See see) {
    std::uint32_t must = 0;
    for (Node const n : problem.terminals) must |= 1U << n;
    if (problem.root) must |= 1U << *problem.root;
    for (std::uint32_t set = 1; set < 1U << problem.graph.nodes(); ++set) {
        if ((set & must) != must) continue;
        Cost const cost = spanning_cost(problem.graph, set);
        if (cost != unreachable) see(set, cost);
    }
}

inline Cost prizes_in(PcstProblem const& problem, std::uint32_t set) {
    Cost sum = 0;
    for (Node n = 0; n < problem.graph.nodes(); ++n)
        if (set >> n & 1U) sum += problem.prizes[n];
    return sum;
}

/// Numbers for one random problem.
class Draw {
  public:
    explicit Draw(std::uint32_t entity) : entity_(entity) {}
    std::uint32_t below(std::uint32_t n) {
        return static_cast<std::uint32_t>(geo::uniform({77, 3, entity_, draw_++}) * n);
    }

  private:
    std::uint32_t entity_, draw_ = 0;
};

/// A connected graph of 1 … 10 nodes, sometimes with loops, parallel and free edges; every third problem has a root,
/// every fifth nodes that must be in.
inline PcstProblem random_problem(std::uint32_t entity) {
    Draw draw(entity);
    Node const nodes = 1 + draw.below(10);
    std::uint32_t const dearest = 1 + draw.below(30), highest = 1 + draw.below(40), rich = 1 + draw.below(10);
    std::vector<EdgeEnds> edges;
    for (Node n = 1; n < nodes; ++n) edges.push_back({draw.below(n), n, draw.below(dearest + 1)});
    for (std::uint32_t more = draw.below(2 * nodes); more > 0; --more)
        edges.push_back({draw.below(nodes), draw.below(nodes), draw.below(dearest + 1)});
    PcstProblem out{make_graph(nodes, edges), std::vector<Cost>(nodes, 0), {}, {}};
    for (Node n = 0; n < nodes; ++n)
        if (draw.below(10) < rich) out.prizes[n] = draw.below(highest + 1);
    if (entity % 3 == 0) out.root = draw.below(nodes);
    if (entity % 5 == 0)
        for (Node n = 0; n < nodes; ++n)
            if (draw.below(4) == 0) out.terminals.push_back(n);
    return out;
}

/// Whether edges and nodes are one tree of the problem with all that must be in it.
inline bool is_tree(PcstProblem const& problem, std::vector<Node> const& nodes, std::vector<Edge> const& edges) {
    std::uint32_t set = 0;
    for (Node const n : nodes) set |= 1U << n;
    std::vector<EdgeEnds> ends;
    for (Edge const e : edges) ends.push_back(problem.graph.edges[e]);
    bool const all = std::ranges::all_of(problem.terminals, [&](Node n) { return set >> n & 1U; }) &&
                     (!problem.root || (set >> *problem.root & 1U));
    return all && nodes.size() == edges.size() + 1 &&
           spanning_cost(make_graph(problem.graph.nodes(), ends), set) != unreachable;
}

} // namespace phusong::solve::test

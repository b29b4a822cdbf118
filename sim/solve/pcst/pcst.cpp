#include "sim/solve/pcst/pcst.h"
#include "sim/solve/pcst/solver.h"
#include "sim/solve/pcst/within.h"
#include <algorithm>
#include <cassert>

namespace phusong::solve {

PcstTree tree_of(PcstProblem const& problem, std::vector<Edge> edges, Node node) {
    PcstTree out;
    std::ranges::sort(edges);
    out.edges = std::move(edges);
    out.nodes.push_back(node);
    for (Edge const e : out.edges) {
        auto const& ends = problem.graph.edges[e];
        out.edge_cost += ends.cost;
        out.nodes.push_back(ends.a);
        out.nodes.push_back(ends.b);
    }
    std::ranges::sort(out.nodes);
    out.nodes.erase(std::unique(out.nodes.begin(), out.nodes.end()), out.nodes.end());
    assert(out.nodes.size() == out.edges.size() + 1);
    for (Cost const p : problem.prizes) out.prizes_lost += p;
    for (Node const n : out.nodes) out.prizes_lost -= problem.prizes[n];
    return out;
}

PcstTree pcst::solve_within(PcstProblem const& problem, std::int64_t& looks, Work const& work) {
    pcst::Solver solver(problem, looks, work);
    auto out = solver.run();
    looks = solver.looks_left();
    return out;
}

PcstTree solve_pcst(PcstProblem const& problem, Work const& work) {
    auto looks = pcst::looks_of(work);
    return pcst::solve_within(problem, looks, work);
}

} // namespace phusong::solve

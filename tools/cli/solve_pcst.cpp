#include "sim/solve/graph_file.h"
#include "sim/solve/numbers.h"
#include "sim/solve/pcst/pcst.h"
#include "tools/cli/solve_kinds.h"
#include <algorithm>

namespace phusong::cli {

namespace {

using solve::Node;

/// The form of solutions of the 11th DIMACS Challenge.
std::string solution_text(solve::PcstProblem const& problem, std::vector<Node> const& nodes,
                          std::vector<solve::Edge> const& edges) {
    std::string out = fmt::format("SECTION Finalsolution\nVertices {}\n", nodes.size());
    for (Node const n : nodes) out += fmt::format("V {}\n", n + 1);
    out += fmt::format("Edges {}\n", edges.size());
    for (auto const e : edges) {
        auto const& ends = problem.graph.edges[e];
        out += fmt::format("E {} {}\n", ends.a + 1, ends.b + 1);
    }
    return out + "END\n";
}

} // namespace

Solved solve_pcst_file(SolveTask const& task) {
    auto file = solve::read_graph_file(task.text, task.shown);
    if (file.prizes.empty()) file.prizes.assign(file.graph.nodes(), 0);
    auto const prize_nodes = std::ranges::count_if(file.prizes, [](solve::Cost p) { return p > 0; });
    solve::PcstProblem const problem{std::move(file.graph), std::move(file.prizes), std::move(file.terminals),
                                     file.root};
    auto const tree = solve::solve_pcst(problem, task.work);
    auto const number = [&](solve::Cost cost) { return solve::unscaled(cost, file.digits); };
    return {.objective = number(tree.value()),
            .bound = number(tree.lower_bound),
            .iterations = tree.iterations,
            .solution = solution_text(problem, tree.nodes, tree.edges),
            .counts = {{"nodes", problem.graph.nodes()},
                       {"edges", static_cast<double>(problem.graph.edges.size())},
                       {"prize_nodes", static_cast<double>(prize_nodes)},
                       {"nodes_in_tree", static_cast<double>(tree.nodes.size())},
                       {"edges_in_tree", static_cast<double>(tree.edges.size())},
                       {"edge_cost", number(tree.edge_cost)},
                       {"prizes_lost", number(tree.prizes_lost)}},
            .notes = {}};
}

} // namespace phusong::cli

#include "sim/solve/graph_file.h"
#include "sim/solve/numbers.h"
#include "sim/solve/steiner/steiner.h"
#include "tools/cli/solve_kinds.h"
#include <algorithm>

namespace phusong::cli {
namespace {

/// The form of a solution of the 11th DIMACS Challenge; nodes count from 1.
std::string solution_of(solve::Graph const& g, std::span<solve::Node const> terminals,
                        std::span<solve::Edge const> tree) {
    std::vector<solve::Node> nodes(terminals.begin(), terminals.end());
    for (auto const e : tree) nodes.insert(nodes.end(), {g.edges[e].a, g.edges[e].b});
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::string out = fmt::format("SECTION Finalsolution\nVertices {}\n", nodes.size());
    for (auto const n : nodes) out += fmt::format("V {}\n", n + 1);
    out += fmt::format("Edges {}\n", tree.size());
    for (auto const e : tree) out += fmt::format("E {} {}\n", g.edges[e].a + 1, g.edges[e].b + 1);
    return out + "END\n";
}

} // namespace

Solved solve_steiner_file(SolveTask const& task) {
    auto const file = solve::read_graph_file(task.text, task.shown);
    auto const tree = solve::solve_steiner(file.graph, file.terminals, task.work);
    auto const plain = [&](solve::Cost cost) { return solve::unscaled(cost, file.digits); };
    return {.minimise = true,
            .objective = plain(tree.cost),
            .bound = plain(tree.bound),
            .iterations = tree.iterations,
            .solution = solution_of(file.graph, file.terminals, tree.edges),
            .counts = {{"mehlhorn", plain(tree.mehlhorn_cost)},
                       {"nodes", file.graph.nodes()},
                       {"edges", static_cast<double>(file.graph.edges.size())},
                       {"terminals", static_cast<double>(file.terminals.size())},
                       {"nodes_reduced", tree.nodes_reduced},
                       {"edges_reduced", tree.edges_reduced},
                       {"edges_in_tree", static_cast<double>(tree.edges.size())}},
            .notes = {}};
}

} // namespace phusong::cli

#include "sim/solve/graph_file.h"
#include "sim/solve/numbers.h"
#include "sim/solve/pcst/budget.h"
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

/// Whole units of the file; what is finer than they are buys nothing.
solve::Cost weight_budget_of(std::string const& typed, int digits) {
    solve::Words words(typed, "--budget");
    auto value = words.decimal({"ngân sách", "the budget"});
    if (!words.at_end() || value.mantissa < 0)
        words.fail(geo::say("“{}”: ngân sách phải là một số từ 0 trở lên",
                            "“{}”: the budget must be a number from 0 up", typed));
    for (; value.digits > digits; --value.digits) value.mantissa /= 10;
    auto const cost = solve::scaled(value, digits);
    if (!cost) words.fail(geo::say("“{}”: ngân sách quá lớn", "“{}”: the budget is too large", typed));
    return *cost;
}

struct Read {
    solve::PcstProblem problem;
    int digits = 0;
    [[nodiscard]] double number(solve::Cost cost) const { return solve::unscaled(cost, digits); }
};

Read read(SolveTask const& task) {
    auto file = solve::read_graph_file(task.text, task.shown);
    if (file.prizes.empty()) file.prizes.assign(file.graph.nodes(), 0);
    return {{std::move(file.graph), std::move(file.prizes), std::move(file.terminals), file.root}, file.digits};
}

/// What both forms of the problem tell of their tree.
template <class Tree> void describe(Read const& read, Tree const& tree, solve::Cost prizes_lost, Solved& out) {
    auto const& problem = read.problem;
    auto const count = [](auto n) { return static_cast<double>(n); };
    out.solution = solution_text(problem, tree.nodes, tree.edges);
    out.iterations = tree.iterations;
    out.counts = {
        {"nodes", count(problem.graph.nodes())},
        {"edges", count(problem.graph.edges.size())},
        {"prize_nodes", count(std::ranges::count_if(problem.prizes, [](solve::Cost p) { return p > 0; }))},
        {"nodes_in_tree", count(tree.nodes.size())},
        {"edges_in_tree", count(tree.edges.size())},
        {"edge_cost", read.number(tree.edge_cost)},
        {"prizes_lost", read.number(prizes_lost)},
    };
}

} // namespace

Solved solve_pcst_file(SolveTask const& task) {
    auto const in = read(task);
    Solved out;
    if (task.budget) {
        auto const budget = weight_budget_of(*task.budget, in.digits);
        auto const tree = solve::solve_budgeted(in.problem, budget, task.work);
        solve::Cost all = 0;
        for (auto const p : in.problem.prizes) all += p;
        out.minimise = false;
        out.objective = in.number(tree.prize);
        out.bound = in.number(tree.upper_bound);
        describe(in, tree, all - tree.prize, out);
        out.counts.emplace_back("budget", in.number(budget));
    } else {
        auto const tree = solve::solve_pcst(in.problem, task.work);
        out.objective = in.number(tree.value());
        out.bound = in.number(tree.lower_bound);
        describe(in, tree, tree.prizes_lost, out);
    }
    return out;
}

} // namespace phusong::cli

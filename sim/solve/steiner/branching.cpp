#include "sim/solve/steiner/branching.h"
#include "sim/solve/steiner/local_search.h"
#include "sim/solve/steiner/price_out.h"
#include "sim/solve/steiner/raise_again.h"
#include <algorithm>

namespace phusong::solve {
namespace {

constexpr std::size_t reach = 30; // of the special distance test

/// What one look at a part of the problem gives.
struct Look {
    Cost bound = 0;         ///< of the part
    std::vector<char> drop; ///< edges that no better tree has
    Tree tree;              ///< the best one found in it
    bool closed = false;    ///< nothing better is in it
};

Look look_at(Reduced const& part, Cost best, Dice& dice, Meter& meter) {
    auto const& g = part.graph;
    auto const& t = part.terminals;
    Look out;
    Node const root = t.list[dice.below(static_cast<std::uint32_t>(t.list.size()))];
    DualAscent ascent(g, {}, root, t.list);
    if (!ascent.ascend(meter)) return {.bound = unreachable, .drop = {}, .tree = {}, .closed = true};
    Cost const goal = best - part.fixed_cost;
    constexpr int trials = 40;
    if (ascent.bound() < goal) raise_neighbourhoods(ascent, g, trials, goal, dice, meter);
    LocalSearch search(g, t);
    out.tree = search.tidier().tidy(g, t, saturated_tree(g, t, root, ascent, meter), meter);
    search.improve(out.tree, meter);
    Cost const cap = std::min(goal, out.tree.cost) - ascent.bound();
    out.bound = part.fixed_cost + ascent.bound();
    out.closed = cap <= 0;
    if (out.closed) return out;
    auto const longer = detours(g, t, root, ascent, cap, meter);
    out.drop.resize(longer.size());
    for (std::size_t e = 0; e < longer.size(); ++e) out.drop[e] = longer[e] >= cap;
    return out;
}

/// The node on which to split: no terminal, with the most tree edges, then the most edges.
Node split_node(Reduced const& part, std::vector<Edge> const& tree) {
    std::vector<std::uint32_t> degree(part.graph.nodes());
    for (Edge const e : tree) {
        ++degree[part.graph.edges[e].a];
        ++degree[part.graph.edges[e].b];
    }
    Node best = nothing;
    std::size_t most = 0;
    for (Node n = 0; n < part.graph.nodes(); ++n) {
        std::size_t const rank = degree[n] * std::size_t{1} << 20 | part.graph.of(n).size();
        if (part.terminals.is[n] || (best != nothing && rank <= most)) continue;
        best = n;
        most = rank;
    }
    return best;
}

/// Whether there is something left to find. What is solved already goes to `trees`.
bool keep_open(Reduced const& part, std::vector<std::vector<Edge>>& trees) {
    if (part.terminals.list.size() < 2) {
        trees.push_back(part.fixed);
        return false;
    }
    std::vector<Node> queue{part.terminals.list.front()};
    std::vector<char> seen(part.graph.nodes());
    seen[queue.front()] = 1;
    std::size_t terminals = 1;
    for (std::size_t i = 0; i < queue.size(); ++i)
        for (Arc const& arc : part.graph.of(queue[i]))
            if (!seen[arc.head]) {
                seen[arc.head] = 1;
                terminals += part.terminals.is[arc.head] ? 1 : 0;
                queue.push_back(arc.head);
            }
    return terminals == part.terminals.list.size();
}

} // namespace

void Branching::push(Reduced problem, Cost bound) {
    held_edges_ += problem.graph.edges.size();
    open_.push({bound, pushed_++, std::make_shared<Reduced const>(std::move(problem))});
}

std::vector<std::vector<Edge>> Branching::step(Cost best, Dice& dice, Meter& meter) {
    auto const part = open_.top();
    open_.pop();
    held_edges_ -= part.problem->graph.edges.size();
    std::vector<std::vector<Edge>> trees;
    if (part.bound >= best) return trees;
    auto const look = look_at(*part.problem, best, dice, meter);
    if (!look.tree.edges.empty()) trees.push_back(expand(*part.problem, look.tree.edges));
    if (look.closed) return trees;
    auto left = reduce(*part.problem, look.drop, reach, meter);
    if (!keep_open(left, trees)) return trees;
    std::vector<char> has(given_edges_);
    for (auto const& tree : trees)
        for (Edge const e : tree) has[e] = 1;
    Node const n = split_node(left, restrict_tree(left, has));
    if (n == nothing) return trees; // a spanning tree, which the local search solves
    Cost const bound = std::max(part.bound, look.bound);
    std::vector<char> without(left.graph.edges.size());
    for (Arc const& arc : left.graph.of(n)) without[arc.edge] = 1;
    auto fewer = reduce(left, without, reach, meter);
    if (keep_open(fewer, trees)) push(std::move(fewer), bound);
    left.terminals.list.push_back(n);
    left.terminals.is[n] = 1;
    push(std::move(left), bound);
    return trees;
}

} // namespace phusong::solve

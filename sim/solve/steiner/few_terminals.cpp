#include "sim/solve/steiner/few_terminals.h"
#include "sim/solve/steiner/queue.h"
#include <algorithm>
#include <cmath>

namespace phusong::solve {
namespace {

/// How the cheapest tree over a set of terminals and one more node comes about: by an edge, or from two smaller sets.
struct From {
    Edge edge = nothing;
    std::uint32_t part = 0;
};

struct Table {
    Graph const& g;
    std::vector<std::vector<Cost>> cost;
    std::vector<std::vector<From>> from;

    void grow(std::uint32_t set, Meter& meter) {
        Queue queue;
        for (Node n = 0; n < g.nodes(); ++n)
            if (cost[set][n] != unreachable) queue.push(cost[set][n], n);
        while (!queue.empty()) {
            auto const [d, n] = queue.pop();
            if (d != cost[set][n]) continue;
            meter.add(g.of(n).size());
            for (Arc const& arc : g.of(n)) {
                if (d + arc.cost >= cost[set][arc.head]) continue;
                cost[set][arc.head] = d + arc.cost;
                from[set][arc.head] = {arc.edge, 0};
                queue.push(d + arc.cost, arc.head);
            }
        }
    }

    void join(std::uint32_t set, Meter& meter) {
        for (std::uint32_t part = (set - 1) & set; part > set / 2; part = (part - 1) & set)
            for (Node n = 0; n < g.nodes(); ++n) {
                Cost const a = cost[part][n], b = cost[set ^ part][n];
                if (a == unreachable || b == unreachable || a + b >= cost[set][n]) continue;
                cost[set][n] = a + b;
                from[set][n] = {nothing, part};
            }
        meter.add(g.nodes());
    }
};

} // namespace

bool few_terminals_fit(Graph const& g, Terminals const& t, std::int64_t work) {
    auto const k = static_cast<double>(t.list.size()) - 1;
    double const sets = std::pow(2.0, k), pairs = std::pow(3.0, k) / 2;
    constexpr double room = 4e6; // entries of the tables: 64 MB
    return k <= 16 && sets * g.nodes() <= room &&
           pairs * g.nodes() / 4 + sets * 4 * static_cast<double>(g.arcs.size()) <= static_cast<double>(work);
}

std::vector<Edge> few_terminals(Graph const& g, Terminals const& t, Meter& meter) {
    auto const k = static_cast<std::uint32_t>(t.list.size() - 1);
    std::uint32_t const all = (1U << k) - 1;
    Table table{g, {}, {}};
    table.cost.assign(all + 1, std::vector<Cost>(g.nodes(), unreachable));
    table.from.assign(all + 1, std::vector<From>(g.nodes()));
    for (std::uint32_t i = 0; i < k; ++i) table.cost[1U << i][t.list[i]] = 0;
    for (std::uint32_t set = 1; set <= all; ++set) {
        table.join(set, meter);
        table.grow(set, meter);
    }
    std::vector<Edge> tree;
    std::vector<std::pair<std::uint32_t, Node>> open{{all, t.list.back()}};
    while (!open.empty()) {
        auto const [set, n] = open.back();
        open.pop_back();
        auto const& from = table.from[set][n];
        if (from.edge != nothing) {
            tree.push_back(from.edge);
            open.emplace_back(set, g.edges[from.edge].other(n));
        } else if (from.part != 0) {
            open.emplace_back(from.part, n);
            open.emplace_back(set ^ from.part, n);
        }
    }
    return tree;
}

} // namespace phusong::solve

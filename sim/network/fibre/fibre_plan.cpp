#include "sim/network/fibre/fibre_plan.h"
#include "sim/solve/steiner/construct.h"
#include "sim/solve/steiner/steiner.h"
#include <algorithm>
#include <limits>
#include <map>

namespace phusong {
namespace {

constexpr auto none = FibrePlan::none;

/// The graph with all lit nodes as one, node 0.
struct Contracted {
    solve::Graph graph;
    std::vector<std::uint32_t> number;  ///< of each node of the rollout graph
    std::vector<std::uint32_t> edge_of; ///< rollout edge of each edge here
};

Contracted contract(RolloutGraph const& graph, std::vector<std::uint8_t> const& lit) {
    Contracted out;
    out.number.resize(graph.nodes.size());
    std::uint32_t next = 1;
    for (std::size_t n = 0; n < lit.size(); ++n) out.number[n] = lit[n] != 0 ? 0 : next++;
    std::vector<solve::EdgeEnds> ends;
    ends.reserve(graph.edges.size());
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
        auto const& edge = graph.edges[e];
        auto const a = out.number[edge.a], b = out.number[edge.b];
        if (a == b) continue;
        ends.push_back({a, b, edge.price_vnd});
        out.edge_of.push_back(e);
    }
    out.graph = solve::make_graph(next, std::move(ends));
    return out;
}

struct Solved {
    std::vector<std::uint32_t> edges; ///< of the rollout graph
    std::int64_t bound = 0, apart = 0, iterations = 0;
};

Solved solve_tree(RolloutGraph const& graph, std::vector<std::uint8_t> const& lit,
                  std::vector<std::uint32_t> const& nodes, solve::Work const& work) {
    auto const small = contract(graph, lit);
    std::vector<solve::Node> terminals{0};
    for (auto const n : nodes) terminals.push_back(small.number[n]);
    std::sort(terminals.begin(), terminals.end());
    terminals.erase(std::unique(terminals.begin(), terminals.end()), terminals.end());
    Solved out;
    if (terminals.size() < 2) return out;
    auto const tree = solve::solve_steiner(small.graph, terminals, work);
    for (auto const e : tree.edges) out.edges.push_back(small.edge_of[e]);
    out.bound = tree.bound;
    solve::Meter meter;
    std::vector<solve::Node> const light{0};
    auto const ways = solve::voronoi(small.graph, light, meter);
    for (auto const t : terminals) out.apart += ways.dist[t];
    out.iterations = tree.iterations;
    return out;
}

/// First year of each node asked for, lit ones left out; by year, then node.
std::map<int, std::vector<std::uint32_t>> by_year(std::vector<std::uint8_t> const& lit,
                                                  std::span<FibreDemand const> demands) {
    std::map<std::uint32_t, int> first;
    for (auto const& d : demands) {
        if (lit[d.node] != 0) continue;
        auto const [at, fresh] = first.emplace(d.node, d.year);
        if (!fresh) at->second = std::min(at->second, d.year);
    }
    std::map<int, std::vector<std::uint32_t>> out;
    for (auto const& [node, year] : first) out[year].push_back(node);
    return out;
}

/// Walks from the roots over edges of the tree and tells every node its way back. `stands`: nodes reached.
void orient(RolloutGraph const& graph, std::vector<std::uint32_t> const& tree, std::vector<std::uint8_t> stands,
            std::vector<std::uint32_t>& up) {
    std::vector<std::uint8_t> in_tree(graph.edges.size(), 0);
    std::vector<std::uint32_t> open;
    for (auto const e : tree) {
        in_tree[e] = 1;
        for (auto const n : {graph.edges[e].a, graph.edges[e].b})
            if (stands[n] != 0) open.push_back(n);
    }
    for (std::size_t i = 0; i < open.size(); ++i)
        for (auto const& arc : graph.at(open[i])) {
            if (in_tree[arc.edge] == 0 || stands[arc.to] != 0) continue;
            stands[arc.to] = 1;
            up[arc.to] = arc.edge;
            open.push_back(arc.to);
        }
}

class Growth {
  public:
    Growth(RolloutGraph const& graph, std::vector<std::uint8_t> lit) : graph_(graph), stands_(std::move(lit)) {
        plan.up.assign(graph.nodes.size(), none);
    }
    /// Builds what the nodes need of the ways that `up` tells.
    void build(int year, std::vector<std::uint32_t> const& nodes) {
        std::vector<std::uint32_t> edges;
        for (auto node : nodes)
            for (; stands_[node] == 0; node = other_end(node)) {
                stands_[node] = 1;
                edges.push_back(plan.up[node]);
            }
        std::sort(edges.begin(), edges.end());
        connected_ += static_cast<std::uint32_t>(nodes.size());
        FibrePlan::Year now{.year = year, .connected = connected_, .cost_vnd = 0};
        for (auto const e : edges) {
            plan.edges.push_back(e);
            plan.built.push_back(year);
            now.cost_vnd += graph_.edges[e].price_vnd;
        }
        plan.cost_vnd += now.cost_vnd;
        plan.years.push_back(now);
    }
    [[nodiscard]] std::vector<std::uint8_t> const& stands() const { return stands_; }
    FibrePlan plan;

  private:
    [[nodiscard]] std::uint32_t other_end(std::uint32_t node) const {
        auto const& edge = graph_.edges[plan.up[node]];
        return edge.a == node ? edge.b : edge.a;
    }
    RolloutGraph const& graph_;
    std::vector<std::uint8_t> stands_;
    std::uint32_t connected_ = 0;
};

} // namespace

FibrePlan plan_fibre(RolloutGraph const& graph, std::span<std::uint32_t const> lit,
                     std::span<FibreDemand const> demands, bool foresight, solve::Work const& work) {
    std::vector<std::uint8_t> is_lit(graph.nodes.size(), 0);
    for (auto const n : lit) is_lit[n] = 1;
    if (lit.empty() && !demands.empty()) {
        auto const first = std::ranges::min_element(demands, {}, [](auto const& d) { return d.year; });
        is_lit[first->node] = 1;
    }
    auto const years = by_year(is_lit, demands);
    std::vector<std::uint32_t> all;
    for (auto const& [year, nodes] : years) all.insert(all.end(), nodes.begin(), nodes.end());
    Growth growth(graph, is_lit);
    auto const whole = solve_tree(graph, is_lit, all, work);
    growth.plan.lower_bound_vnd = whole.bound;
    growth.plan.apart_vnd = whole.apart;
    growth.plan.iterations = whole.iterations;
    if (foresight) orient(graph, whole.edges, is_lit, growth.plan.up);
    for (auto const& [year, nodes] : years) {
        if (!foresight) {
            auto const part = solve_tree(graph, growth.stands(), nodes, work);
            growth.plan.iterations += part.iterations;
            orient(graph, part.edges, growth.stands(), growth.plan.up);
        }
        growth.build(year, nodes);
    }
    return std::move(growth.plan);
}

std::vector<std::uint32_t> way_up(RolloutGraph const& graph, FibrePlan const& plan, std::uint32_t node) {
    std::vector<std::uint32_t> out;
    for (; plan.up[node] != none;
         node = graph.edges[out.back()].a == node ? graph.edges[out.back()].b : graph.edges[out.back()].a)
        out.push_back(plan.up[node]);
    return out;
}

} // namespace phusong

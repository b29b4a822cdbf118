#include "sim/solve/pcst/net.h"
#include <algorithm>
#include <numeric>

namespace phusong::solve::pcst {

namespace {

std::vector<std::uint32_t> mates(Graph const& graph) {
    std::vector<std::uint32_t> first_end(graph.edges.size(), nothing), mate(graph.arcs.size());
    for (std::uint32_t i = 0; i < graph.arcs.size(); ++i) {
        auto& other = first_end[graph.arcs[i].edge];
        if (other == nothing) {
            other = i;
        } else {
            mate[i] = other;
            mate[other] = i;
        }
    }
    return mate;
}

/// Nodes that hang on one edge and are worth less than it, one after the other.
void drop_leaves(Net const& net, std::vector<char>& gone, std::vector<char>& dead) {
    auto const& g = net.in.graph;
    std::vector<std::uint32_t> degree(g.nodes(), 0);
    for (Edge e = 0; e < g.edges.size(); ++e)
        if (!dead[e]) ++degree[g.edges[e].a], ++degree[g.edges[e].b];
    std::vector<Node> todo(g.nodes());
    std::iota(todo.begin(), todo.end(), Node{0});
    while (!todo.empty()) {
        Node const n = todo.back();
        todo.pop_back();
        if (gone[n] || net.in.must(n) || degree[n] > 1) continue;
        if (net.in.root == nothing && net.in.prize[n] > 0) continue; // might be the tree by itself
        auto const arcs = g.of(n);
        auto const it = std::ranges::find_if(arcs, [&](Arc const& a) { return !dead[a.edge]; });
        if (it != arcs.end()) {
            if (it->cost < net.in.prize[n]) continue;
            dead[it->edge] = 1;
            --degree[it->head];
            todo.push_back(it->head);
        }
        gone[n] = 1;
    }
}

Node some_must(Instance const& in) {
    for (Node n = 0; n < in.prize.size(); ++n)
        if (in.prize[n] >= in.huge) return n;
    return nothing;
}

void copy_arcs(Net const& net, Fixing const& fixing, std::vector<Edge> const& new_edge, Net& out) {
    auto const& g = net.in.graph;
    out.mate = mates(out.in.graph);
    out.into.assign(out.in.graph.arcs.size(), closed);
    std::vector<std::uint32_t> next(out.in.graph.first.begin(), out.in.graph.first.end() - 1);
    Node row = 0;
    for (Node n = 0; n < g.nodes(); ++n) {
        if (fixing.gone[n]) continue;
        for (auto i = g.first[n]; i < g.first[n + 1]; ++i)
            if (new_edge[g.arcs[i].edge] != nothing) out.into[next[row]++] = fixing.shut[i] ? closed : net.into[i];
        ++row;
    }
}

} // namespace

Net make_net(Instance const& in) {
    Net out{.in = in, .mate = mates(in.graph), .into = {}, .node_of = {}, .edge_of = {}};
    for (auto const& arc : in.graph.arcs) out.into.push_back(arc.cost);
    out.node_of.resize(in.graph.nodes());
    std::iota(out.node_of.begin(), out.node_of.end(), Node{0});
    out.edge_of.resize(in.graph.edges.size());
    std::iota(out.edge_of.begin(), out.edge_of.end(), Edge{0});
    return out;
}

Net reduced(Net const& net, Fixing const& fixing_in) {
    Fixing fixing = fixing_in;
    auto const& g = net.in.graph;
    std::vector<char> dead(g.edges.size(), 0);
    std::vector<char> open_arcs(g.edges.size(), 0);
    for (std::uint32_t i = 0; i < g.arcs.size(); ++i)
        if (!fixing.shut[i] && net.into[i] < closed) open_arcs[g.arcs[i].edge] = 1;
    for (Edge e = 0; e < g.edges.size(); ++e)
        dead[e] = !open_arcs[e] || fixing.gone[g.edges[e].a] || fixing.gone[g.edges[e].b];
    drop_leaves(net, fixing.gone, dead);
    Net out;
    out.in.huge = net.in.huge;
    out.lost = net.lost;
    std::vector<Node> new_node(g.nodes(), nothing);
    for (Node n = 0; n < g.nodes(); ++n) {
        if (fixing.gone[n]) {
            out.lost += net.in.prize[n];
            continue;
        }
        new_node[n] = static_cast<Node>(out.node_of.size());
        if (n == net.in.root) out.in.root = new_node[n];
        out.node_of.push_back(net.node_of[n]);
        out.in.prize.push_back(fixing.must[n] ? std::max(net.in.huge, net.in.prize[n]) : net.in.prize[n]);
    }
    if (out.in.root == nothing) out.in.root = some_must(out.in); // a tree may be hung up at any of its nodes
    std::vector<Edge> new_edge(g.edges.size(), nothing);
    std::vector<EdgeEnds> edges;
    for (Edge e = 0; e < g.edges.size(); ++e) {
        auto const& ends = g.edges[e];
        if (dead[e] || fixing.gone[ends.a] || fixing.gone[ends.b]) continue;
        new_edge[e] = static_cast<Edge>(edges.size());
        edges.push_back({new_node[ends.a], new_node[ends.b], ends.cost});
        out.edge_of.push_back(net.edge_of[e]);
    }
    out.in.graph = make_graph(static_cast<Node>(out.node_of.size()), std::move(edges));
    copy_arcs(net, fixing, new_edge, out);
    return out;
}

} // namespace phusong::solve::pcst

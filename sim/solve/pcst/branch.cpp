#include "sim/solve/pcst/branch.h"
#include <algorithm>
#include <numeric>

namespace phusong::solve::pcst {

namespace {

/// Nodes that arcs without reduced cost reach from the root or from a gate without one.
std::vector<Node> reached(Net const& net, Ascent const& dual, std::vector<char>& is_reached) {
    auto const& g = net.in.graph;
    is_reached.assign(g.nodes(), 0);
    std::vector<Node> nodes;
    auto const visit = [&](Node n) {
        if (is_reached[n]) return;
        is_reached[n] = 1;
        nodes.push_back(n);
    };
    if (net.in.root != nothing) visit(net.in.root);
    if (net.in.root == nothing)
        for (Node n = 0; n < g.nodes(); ++n)
            if (dual.gate[n] == 0) visit(n);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        for (auto a = g.first[nodes[i]]; a < g.first[nodes[i] + 1]; ++a)
            if (dual.into[net.mate[a]] == 0) visit(g.arcs[a].head);
    return nodes;
}

Node richest(Instance const& in, std::vector<Node> const& of) {
    return *std::ranges::max_element(of, {}, [&](Node n) { return std::pair(in.prize[n], ~n); });
}

struct Open {
    Net net;
    Cost bound;
};

class Brancher {
  public:
    Brancher(Net net, Tree& best, Meter& meter) : best_(best), meter_(meter) { open_.push_back({std::move(net), 0}); }

    Branched run() {
        while (!open_.empty() && !meter_.spent()) {
            auto item = std::move(open_.back());
            open_.pop_back();
            if (item.bound >= best_.value) continue;
            ++out_.nodes;
            --meter_.rounds;
            solve(std::move(item));
        }
        out_.bound = best_.value;
        for (auto const& item : open_) out_.bound = std::min(out_.bound, item.bound);
        return out_;
    }

  private:
    void take(Net const& net, Tree tree) {
        tree.value += net.lost;
        if (tree.value >= best_.value) return;
        for (auto& n : tree.nodes) n = net.node_of[n];
        for (auto& e : tree.edges) e = net.edge_of[e];
        best_ = std::move(tree);
    }

    /// Bounds and shrinks until that does no more, then splits.
    void solve(Open item) {
        constexpr int most_rounds = 8;
        Tree tree;
        Ascent dual;
        for (int round = 0; round < most_rounds; ++round) {
            if (item.net.in.graph.nodes() == 0) return; // the empty tree is none
            dual = best_ascent(item.net, round == 0 ? 0U : static_cast<std::uint32_t>(round), meter_);
            item.bound = std::max(item.bound, dual.bound);
            if (item.bound >= best_.value) return;
            tree = saturated_tree(item.net, dual, meter_);
            take(item.net, tree);
            if (item.bound >= best_.value) return;
            auto const fixing = fix(item.net, dual, best_.value, meter_);
            auto const& g = item.net.in.graph;
            bool const worth = fixing.count * 20 > g.nodes() + g.arcs.size();
            if (fixing.count > 0 && (worth || round == 0)) item.net = reduced(item.net, fixing);
            if (!worth) break;
        }
        split(std::move(item));
    }

    /// The node with most tree edges, where the relaxation is least decided.
    static Node choose(Net const& net, Tree const& tree) {
        auto const& g = net.in.graph;
        std::vector<std::uint32_t> degree(g.nodes(), 0);
        for (Edge const e : tree.edges) ++degree[g.edges[e].a], ++degree[g.edges[e].b];
        Node best = nothing;
        auto const better = [&](Node a, Node b) {
            if (degree[a] != degree[b]) return degree[a] > degree[b];
            if (net.in.prize[a] != net.in.prize[b]) return net.in.prize[a] > net.in.prize[b];
            return g.of(a).size() > g.of(b).size();
        };
        for (Node n = 0; n < g.nodes(); ++n)
            if (!net.in.must(n) && (best == nothing || better(n, best))) best = n;
        return best;
    }

    void split(Open item) {
        auto const& net = item.net;
        if (net.in.graph.nodes() == 0) return;
        auto const dual = best_ascent(net, 0, meter_);
        item.bound = std::max(item.bound, dual.bound);
        auto const tree = saturated_tree(net, dual, meter_);
        take(net, tree);
        if (item.bound >= best_.value) return;
        Node const at = net.in.root == nothing ? richest(net.in, tree.nodes) : choose(net, tree);
        if (at == nothing) return whole(net);
        Fixing none{.gone = std::vector<char>(net.in.graph.nodes(), 0),
                    .must = std::vector<char>(net.in.graph.nodes(), 0),
                    .shut = std::vector<char>(net.in.graph.arcs.size(), 0)};
        Fixing out = none;
        out.gone[at] = 1;
        open_.push_back({reduced(net, out), item.bound});
        none.must[at] = 1;
        open_.push_back({reduced(net, none), item.bound});
    }

    /// Every node is in: only edges are to be chosen.
    void whole(Net const& net) {
        std::vector<Node> nodes{net.in.root};
        for (Node n = 0; n < net.in.graph.nodes(); ++n)
            if (n != net.in.root) nodes.push_back(n);
        take(net, Carver(net.in).span(nodes, {}, meter_));
    }

    Tree& best_;
    Meter& meter_;
    std::vector<Open> open_;
    Branched out_;
};

} // namespace

Tree saturated_tree(Net const& net, Ascent const& dual, Meter& meter) {
    std::vector<char> wanted;
    auto const nodes = reached(net, dual, wanted);
    auto const& g = net.in.graph;
    std::vector<Node> anywhere(nodes.empty() ? g.nodes() : 0);
    std::iota(anywhere.begin(), anywhere.end(), Node{0});
    Node const start = net.in.root != nothing ? net.in.root : richest(net.in, nodes.empty() ? anywhere : nodes);
    std::vector<Cost> cost(g.edges.size(), closed);
    for (Node const n : nodes)
        for (auto i = g.first[n]; i < g.first[n + 1]; ++i)
            if (dual.into[i] == 0 || dual.into[net.mate[i]] == 0) cost[g.arcs[i].edge] = g.arcs[i].cost;
    for (Node n = 0; n < g.nodes(); ++n) wanted[n] = wanted[n] && net.in.prize[n] > 0;
    auto const grown = Grower(net.in).grow(start, wanted, cost, meter);
    return Carver(net.in).span(grown, {}, meter);
}

Branched branch(Net net, Tree& best, Meter& meter) { return Brancher(std::move(net), best, meter).run(); }

} // namespace phusong::solve::pcst

#include "sim/solve/pcst/shrink.h"
#include <algorithm>
#include <numeric>

namespace phusong::solve::pcst {

Shrink::Shrink(Graph const& graph, std::vector<Cost> prize, Node root, Cost huge)
    : prize_(std::move(prize)), root_(root), huge_(huge), at_(graph.nodes()), degree_(graph.nodes(), 0),
      hung_(graph.nodes(), nothing), merged_(graph.nodes()), near_(graph.nodes(), closed) {
    std::iota(merged_.begin(), merged_.end(), Node{0});
    for (Edge e = 0; e < graph.edges.size(); ++e) {
        auto const& ends = graph.edges[e];
        if (ends.a == ends.b) continue;
        pieces_.push_back({nothing, nothing, e});
        auto const link = static_cast<std::uint32_t>(links_.size());
        links_.push_back({ends.a, ends.b, ends.cost, static_cast<std::uint32_t>(pieces_.size() - 1)});
        for (Node const n : {ends.a, ends.b}) {
            at_[n].push_back(link);
            ++degree_[n];
        }
    }
    for (Node n = 0; n < graph.nodes(); ++n) {
        todo_.push_back(n);
        musts_ += must(n) ? 1U : 0U;
    }
}

std::uint32_t Shrink::join(std::uint32_t a, std::uint32_t b) {
    if (a == nothing || b == nothing) return a == nothing ? b : a;
    pieces_.push_back({a, b, nothing});
    return static_cast<std::uint32_t>(pieces_.size() - 1);
}

void Shrink::collect(std::uint32_t piece, std::vector<Edge>& out) const {
    std::vector<std::uint32_t> todo{piece};
    while (!todo.empty()) {
        auto const at = todo.back();
        todo.pop_back();
        if (at == nothing) continue;
        auto const& p = pieces_[at];
        if (p.edge != nothing) out.push_back(p.edge);
        todo.push_back(p.left);
        todo.push_back(p.right);
    }
}

void Shrink::erase(std::uint32_t link) {
    auto& l = links_[link];
    if (!l.alive) return;
    l.alive = false;
    for (Node const n : {l.a, l.b}) {
        --degree_[n];
        todo_.push_back(n);
    }
}

void Shrink::tidy(Node n) {
    std::erase_if(at_[n], [this](std::uint32_t l) { return !links_[l].alive; });
}

void Shrink::gone(Node n) {
    offset_ += prize_[n];
    prize_[n] = 0;
    merged_[n] = nothing;
    for (auto const l : at_[n]) erase(l);
    at_[n].clear();
}

void Shrink::remember(Node n) {
    if (prize_[n] <= alone_.worth || prize_[n] >= huge_) return;
    alone_ = {n, prize_[n], {}};
    collect(hung_[n], alone_.edges);
}

/// A node on one edge leaves when it is not worth the edge, else it is one with its neighbour.
bool Shrink::leaf(Node n) {
    tidy(n);
    auto const link = links_[at_[n].front()];
    Node const u = link.other(n);
    if (must(n) && musts_ <= 1) return false; // it might be the tree by itself
    remember(n);
    if (!must(n) && prize_[n] <= link.cost) {
        gone(n);
        return true;
    }
    if (!must(n)) {
        prize_[u] += prize_[n] - link.cost;
    } else if (must(u)) {
        --musts_;
    } else {
        prize_[u] += huge_;
    }
    if (n == root_) root_ = u;
    offset_ += link.cost;
    hung_[u] = join(hung_[u], join(link.piece, hung_[n]));
    merged_[n] = u;
    prize_[n] = 0;
    erase(at_[n].front());
    at_[n].clear();
    return true;
}

/// A node on two edges that nobody would end at: one edge in place of both.
bool Shrink::passage(Node n) {
    tidy(n);
    auto const one = links_[at_[n][0]], two = links_[at_[n][1]];
    if (must(n) || prize_[n] > std::min(one.cost, two.cost)) return false;
    remember(n);
    Node const a = one.other(n), b = two.other(n);
    auto const piece = join(join(one.piece, two.piece), hung_[n]);
    Cost const cost = one.cost + two.cost - prize_[n];
    gone(n);
    if (a == b) return true;
    auto const link = static_cast<std::uint32_t>(links_.size());
    links_.push_back({a, b, cost, piece});
    for (Node const end : {a, b}) {
        at_[end].push_back(link);
        ++degree_[end];
    }
    return true;
}

void Shrink::small_degrees() {
    while (!todo_.empty()) {
        Node const n = todo_.back();
        todo_.pop_back();
        if (merged_[n] != n) continue;
        if (degree_[n] == 0 && !must(n) && root_ != nothing) gone(n);
        if (degree_[n] == 1 && merged_[n] == n) leaf(n);
        if (degree_[n] == 2 && merged_[n] == n) passage(n);
    }
}

void Shrink::parallel() {
    std::vector<std::uint32_t> to(at_.size(), nothing);
    for (Node n = 0; n < at_.size(); ++n) {
        tidy(n);
        for (auto const l : at_[n]) {
            auto& seen = to[links_[l].other(n)];
            if (seen == nothing) {
                seen = l;
            } else if (links_[l].cost < links_[seen].cost) {
                erase(seen);
                seen = l;
            } else {
                erase(l);
            }
        }
        for (auto const l : at_[n]) to[links_[l].other(n)] = nothing;
        tidy(n);
    }
}

void Shrink::run(Meter& meter) {
    for (int round = 0; round < 4; ++round) {
        parallel();
        small_degrees();
        parallel();
        auto const before = std::ranges::count_if(links_, &Link::alive);
        detours(meter);
        small_degrees();
        auto const after = std::ranges::count_if(links_, &Link::alive);
        if ((before - after) * 20 < before) break;
    }
    parallel();
}

Instance Shrink::instance() {
    Instance out{.graph = {}, .prize = {}, .root = nothing, .huge = huge_};
    node_of_.clear();
    link_of_.clear();
    new_node_.assign(merged_.size(), nothing);
    for (Node n = 0; n < merged_.size(); ++n) {
        if (merged_[n] != n) continue;
        new_node_[n] = static_cast<Node>(node_of_.size());
        node_of_.push_back(n);
        out.prize.push_back(prize_[n]);
    }
    if (root_ != nothing) out.root = new_node_[root_];
    std::vector<EdgeEnds> edges;
    for (std::uint32_t l = 0; l < links_.size(); ++l) {
        if (!links_[l].alive) continue;
        link_of_.push_back(l);
        edges.push_back({new_node_[links_[l].a], new_node_[links_[l].b], links_[l].cost});
    }
    out.graph = make_graph(static_cast<Node>(node_of_.size()), std::move(edges));
    return out;
}

std::vector<Edge> Shrink::original(Tree const& tree) const {
    std::vector<Edge> out;
    for (Edge const e : tree.edges) collect(links_[link_of_[e]].piece, out);
    for (Node const n : tree.nodes) collect(hung_[node_of_[n]], out);
    return out;
}

Node Shrink::now(Node n) const {
    while (n != nothing && merged_[n] != n) n = merged_[n];
    return n == nothing ? nothing : new_node_[n];
}

void Shrink::drop_node(Node n) {
    Node const at = node_of_[n];
    if (merged_[at] != at) return;
    remember(at);
    gone(at);
}

void Shrink::drop_edge(Edge e) { erase(link_of_[e]); }

void Shrink::require(Node n) {
    Node const at = node_of_[n];
    if (must(at)) return;
    prize_[at] += huge_;
    ++musts_;
    if (root_ == nothing) root_ = at;
}

} // namespace phusong::solve::pcst

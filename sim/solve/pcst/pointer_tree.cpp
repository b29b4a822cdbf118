#include "sim/solve/pcst/pointer_tree.h"

namespace phusong::solve::pcst {

PointerTree::PointerTree(Instance const& in, Tree const& tree) : in_(&in), at_(in.graph.nodes()), value_(tree.value) {
    for (Node const n : tree.nodes) at_[n].inside = true;
    for (std::size_t i = 0; i < tree.edges.size(); ++i) {
        Node const n = tree.nodes[i + 1];
        at_[n].by = tree.edges[i];
        at_[n].up = in.graph.edges[tree.edges[i]].other(n);
        ++at_[n].degree;
        ++at_[at_[n].up].degree;
    }
    some_ = tree.nodes.front();
}

PointerTree::At& PointerTree::edit(Node n) {
    log_.emplace_back(n, at_[n]);
    return at_[n];
}

Node PointerTree::top() const {
    Node n = some_;
    for (; at_[n].up != nothing; n = at_[n].up) ++steps_;
    return n;
}

void PointerTree::add(Node n) {
    edit(n).inside = true;
    touched_.push_back(n);
    value_ -= in_->prize[n];
}

void PointerTree::remove(Node n) {
    edit(n).inside = false;
    touched_.push_back(n);
    value_ += in_->prize[n];
}

void PointerTree::cut(Node n) {
    auto& below = edit(n);
    Node const u = below.up;
    value_ -= in_->graph.edges[below.by].cost;
    --below.degree;
    below.up = nothing;
    below.by = nothing;
    --edit(u).degree;
    touched_.push_back(n);
    touched_.push_back(u);
    some_ = u;
}

void PointerTree::lift(Node n) {
    Node last = nothing;
    Edge by = nothing;
    while (n != nothing) {
        ++steps_;
        auto& here = edit(n);
        Node const next = here.up;
        Edge const next_by = here.by;
        here.up = last;
        here.by = by;
        last = n;
        by = next_by;
        n = next;
    }
}

void PointerTree::link(Node a, Node b, Edge e) {
    lift(a);
    auto& below = edit(a);
    below.up = b;
    below.by = e;
    ++below.degree;
    ++edit(b).degree;
    touched_.push_back(a);
    touched_.push_back(b);
    value_ += in_->graph.edges[e].cost;
    some_ = b;
}

void PointerTree::back_to(Mark const& mark) {
    for (; log_.size() > mark.changes; log_.pop_back()) at_[log_.back().first] = log_.back().second;
    touched_.resize(mark.touched);
    value_ = mark.value;
    some_ = mark.some;
}

std::vector<Edge> PointerTree::edges() const {
    std::vector<Edge> out;
    for (auto const& at : at_)
        if (at.by != nothing) out.push_back(at.by);
    return out;
}

} // namespace phusong::solve::pcst

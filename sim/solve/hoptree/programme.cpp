#include "sim/solve/hoptree/programme.h"
#include <algorithm>
#include <map>

namespace phusong::solve {

namespace {

class Builder {
  public:
    Builder(HopTree const& p, Layers const& l, std::vector<char> const& useful) : p_(p), l_(l), useful_(useful) {}

    HopProgramme build() {
        out_.node_column.assign(std::size_t{l_.nodes} * (l_.hops + 1U), nothing);
        out_.arc_column.assign(l_.arcs(), nothing);
        for (std::uint32_t s = 0; s < l_.steps.size(); ++s) step_at_[{l_.steps[s].tail, l_.steps[s].head}] = s;
        add_arcs();
        add_nodes();
        add_tails();
        return std::move(out_);
    }

  private:
    void add_arcs() {
        for (std::uint32_t h = 1; h <= l_.hops; ++h)
            for (std::uint32_t s = 0; s < l_.steps.size(); ++s) {
                auto const& step = l_.steps[s];
                if (!useful_[l_.arc(s, h)] || (step.tail == p_.root) != (h == 1)) continue;
                out_.arc_column[l_.arc(s, h)] = out_.milp.add_column({static_cast<double>(step.cost), 0, 1, false});
            }
    }
    /// z(v, h) = Σ x into (v, h); once over all depths for terminals, at most once for others.
    void add_nodes() {
        auto& milp = out_.milp;
        for (Node v = 0; v < l_.nodes; ++v) {
            if (v == p_.root) continue;
            bool const must = std::ranges::binary_search(p_.terminals, v);
            auto const once = milp.add_row({must ? 1.0 : 0.0, 1});
            for (std::uint32_t h = 1; h <= l_.hops; ++h) {
                std::vector<std::uint32_t> into;
                for (auto s : l_.into(v))
                    if (auto const x = out_.arc_column[l_.arc(s, h)]; x != nothing) into.push_back(x);
                if (into.empty()) continue;
                auto const z = milp.add_column({0, 0, 1, true});
                out_.node_column[h * std::size_t{l_.nodes} + v] = z;
                milp.add(once, z, 1);
                auto const row = milp.add_row({0, 0});
                milp.add(row, z, -1);
                for (auto x : into) milp.add(row, x, 1);
            }
        }
    }
    /// x(u → v, h) + x(v → u, h − 1) ≤ z(u, h − 1)
    void add_tails() {
        auto& milp = out_.milp;
        for (std::uint32_t h = 2; h <= l_.hops; ++h)
            for (std::uint32_t s = 0; s < l_.steps.size(); ++s) {
                auto const x = out_.arc_column[l_.arc(s, h)];
                if (x == nothing) continue;
                auto const& step = l_.steps[s];
                auto const z = out_.node_column[(h - 1) * std::size_t{l_.nodes} + step.tail];
                if (z == nothing) {
                    milp.columns[x].upper = 0;
                    continue;
                }
                auto const row = milp.add_row({-no_limit, 0});
                milp.add(row, x, 1);
                milp.add(row, z, -1);
                auto const back = step_at_.find({step.head, step.tail});
                if (back == step_at_.end()) continue;
                if (auto const y = out_.arc_column[l_.arc(back->second, h - 1)]; y != nothing) milp.add(row, y, 1);
            }
    }

    HopTree const& p_;
    Layers const& l_;
    std::vector<char> const& useful_;
    std::map<std::pair<Node, Node>, std::uint32_t> step_at_;
    HopProgramme out_;
};

} // namespace

HopProgramme programme_of(HopTree const& problem, Layers const& layers, std::vector<char> const& useful) {
    return Builder(problem, layers, useful).build();
}

std::vector<std::uint32_t> depths_of(HopTree const& problem, Parents const& parents) {
    std::vector<std::uint32_t> depth(parents.size(), nothing);
    for (Node v = 0; v < parents.size(); ++v) {
        if (parents[v] == nothing && v != problem.root) continue;
        depth[v] = 0;
        for (Node up = v; up != problem.root; up = parents[up]) ++depth[v];
    }
    return depth;
}

Parents parents_from(HopTree const& problem, Layers const& layers, HopProgramme const& programme,
                     std::vector<double> const& x) {
    std::vector<std::uint32_t> depth(layers.nodes, nothing);
    depth[problem.root] = 0;
    for (std::uint32_t h = 1; h <= layers.hops; ++h)
        for (Node v = 0; v < layers.nodes; ++v)
            if (auto const z = programme.node_column[h * std::size_t{layers.nodes} + v]; z != nothing && x[z] > 0.5)
                depth[v] = h;
    Parents out(layers.nodes, nothing);
    std::vector<Cost> least(layers.nodes, unreachable);
    for (auto const& step : layers.steps)
        if (depth[step.head] != nothing && depth[step.tail] != nothing && depth[step.tail] + 1 == depth[step.head] &&
            step.cost < least[step.head]) {
            least[step.head] = step.cost;
            out[step.head] = step.tail;
        }
    std::vector<char> used(layers.nodes);
    for (Node t : problem.terminals)
        for (Node v = t; v != nothing && !used[v]; v = out[v]) used[v] = 1;
    for (Node v = 0; v < layers.nodes; ++v)
        if (!used[v]) out[v] = nothing;
    return out;
}

} // namespace phusong::solve

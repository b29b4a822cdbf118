#include "sim/solve/hoptree/rejoin.h"
#include "sim/solve/hoptree/layer_paths.h"
#include "sim/solve/hoptree/start.h"
#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace phusong::solve {

namespace {

class Rejoining {
  public:
    Rejoining(HopTree const& p, Dice& dice)
        : p_(p), dice_(dice), near_(neighbourhoods(p.graph)), is_terminal_(p.graph.nodes()), state_(p.graph.nodes()),
          relay_cost_(p.node_costs), below_(p.graph.nodes(), nothing), paths_(p, state_, below_, relay_cost_) {
        for (Node t : p.terminals) is_terminal_[t] = 1;
        is_terminal_[p.root] = 1; // never pruned
    }

    std::int64_t run(Parents& best, RejoinLimits const& limits) {
        set(best);
        Cost best_cost = cost_;
        std::int64_t round = 0;
        for (; round < limits.rounds && paths_.scans() < limits.scans && best_cost > limits.good_enough; ++round) {
            double const done = std::max(static_cast<double>(round) / static_cast<double>(limits.rounds),
                                         static_cast<double>(paths_.scans()) / static_cast<double>(limits.scans));
            double const heat = limits.first_heat * std::pow(limits.last_heat / limits.first_heat, done);
            auto const before = state_;
            Cost const cost_before = cost_;
            if (!change() || !accepts(cost_before - cost_, heat)) {
                state_ = before;
                cost_ = cost_before;
            } else if (cost_ < best_cost) {
                best_cost = cost_;
                for (Node v = 0; v < best.size(); ++v) best[v] = state_[v].parent;
            }
        }
        return round;
    }

  private:
    static constexpr auto outside = TreeNode::outside, loose = TreeNode::loose;

    bool accepts(Cost gain, double heat) {
        return gain >= 0 || dice_.share() < std::exp(static_cast<double>(gain) / heat);
    }

    void set(Parents const& parents) {
        cost_ = p_.node_costs[p_.root];
        state_.assign(parents.size(), {});
        state_[p_.root].depth = 0;
        for (Node v = 0; v < parents.size(); ++v) {
            if (parents[v] == nothing) continue;
            Cost edge = unreachable;
            for (auto const& arc : p_.graph.of(v))
                if (arc.head == parents[v]) edge = std::min(edge, arc.cost);
            state_[v].parent = parents[v];
            state_[v].edge = edge;
            ++state_[parents[v]].children;
            cost_ += edge + p_.node_costs[v];
        }
        for (Node v = 0; v < parents.size(); ++v) {
            if (parents[v] == nothing) continue;
            state_[v].depth = 0;
            for (Node up = v; parents[up] != nothing; up = parents[up]) ++state_[v].depth;
        }
    }

    void cut(Node v) {
        auto& s = state_[v];
        if (s.parent == nothing) return;
        cost_ -= s.edge;
        auto const parent = s.parent;
        --state_[parent].children;
        s.parent = nothing;
        pieces_.push_back(v);
        prune(parent);
    }
    /// Relays that lead nowhere go.
    void prune(Node v) {
        while (v != nothing && state_[v].children == 0 && !is_terminal_[v]) {
            auto const parent = state_[v].parent;
            cost_ -= state_[v].edge + p_.node_costs[v];
            if (parent == nothing) { // a piece by itself
                cost_ += state_[v].edge;
                std::erase(pieces_, v);
            } else
                --state_[parent].children;
            state_[v] = {};
            v = parent;
        }
    }

    bool change() {
        pieces_.clear();
        auto const& near = near_[dice_.below(p_.graph.nodes())];
        auto const many = 2 + dice_.below(std::min<std::uint32_t>(11, 1 + static_cast<std::uint32_t>(near.size())));
        bool const all = dice_.below(3) == 0;
        Node freed = nothing, shut = nothing;
        auto const trick = dice_.below(4);
        auto const reach = std::min<std::uint32_t>(static_cast<std::uint32_t>(near.size()), 2 * many);
        for (std::uint32_t k = 0; k < many; ++k) {
            Node const v = near[dice_.below(reach)];
            auto const& s = state_[v];
            if (s.depth == outside) {
                if (trick == 0) freed = v;
                continue;
            }
            if (!is_terminal_[v] && trick == 1 && shut == nothing) shut = v;
            if (v != shut) cut(v);
            if (v == shut || all) cut_children(v);
        }
        if (freed != nothing && state_[freed].depth == outside) relay_cost_[freed] = 0;
        if (shut != nothing && state_[shut].depth == outside) relay_cost_[shut] = unreachable / 4;
        bool const good = join();
        for (Node v : {freed, shut})
            if (v != nothing) relay_cost_[v] = p_.node_costs[v];
        return good;
    }
    void cut_children(Node v) {
        if (state_[v].children == 0) return;
        std::vector<Node> children;
        for (auto const& arc : p_.graph.of(v))
            if (state_[arc.head].parent == v) children.push_back(arc.head);
        for (Node c : children)
            if (state_[c].parent == v) cut(c);
    }

    /// Marks what hangs below the pieces and finds how high each is.
    void measure_pieces() {
        height_.assign(p_.graph.nodes(), 0);
        below_.assign(p_.graph.nodes(), nothing);
        for (Node v = 0; v < p_.graph.nodes(); ++v) {
            if (state_[v].depth == outside) continue;
            Node up = v;
            std::uint32_t steps = 0;
            for (; state_[up].parent != nothing; up = state_[up].parent) ++steps;
            if (up == p_.root) continue;
            height_[up] = std::max(height_[up], steps);
            below_[v] = up;
        }
        for (Node v = 0; v < p_.graph.nodes(); ++v)
            if (below_[v] != nothing) state_[v].depth = loose;
    }

    void label_anew() {
        paths_.clear();
        for (Node v = 0; v < p_.graph.nodes(); ++v)
            if (state_[v].depth < loose) paths_.add_source(v);
        paths_.spread();
    }

    struct Joint {
        std::size_t piece = 0;
        std::uint32_t depth = outside;
    };
    /// The piece that joins at the least cost, give or take a little, and how deep.
    Joint cheapest_joint() {
        Joint best;
        double best_cost = INFINITY;
        for (std::size_t k = 0; k < pieces_.size(); ++k) {
            double const luck = 1 + 0.2 * dice_.share();
            Cost least = unreachable / 8;
            for (std::uint32_t h = 1; h + height_[pieces_[k]] <= p_.hops; ++h) {
                Cost const c = paths_.at(h, pieces_[k]).cost;
                if (c >= least) continue;
                least = c;
                if (static_cast<double>(c) * luck >= best_cost) continue;
                best = {k, h};
            }
            if (least < unreachable / 8) best_cost = std::min(best_cost, static_cast<double>(least) * luck);
        }
        return best;
    }

    bool join() {
        measure_pieces();
        label_anew();
        while (!pieces_.empty()) {
            paths_.spread();
            auto joint = cheapest_joint();
            if (joint.depth != outside && !paths_.stands(pieces_[joint.piece], joint.depth)) {
                label_anew();
                joint = cheapest_joint();
            }
            if (joint.depth == outside) return false;
            attach(pieces_[joint.piece], joint.depth);
            pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(joint.piece));
        }
        return true;
    }

    void attach(Node piece, std::uint32_t depth) {
        Node v = piece;
        std::vector<Node> added;
        for (auto h = depth; state_[v].depth >= loose; --h) {
            auto const label = paths_.at(h, v);
            if (state_[v].depth == outside) cost_ += p_.node_costs[v];
            cost_ += label.edge;
            state_[v].parent = label.from;
            state_[v].edge = label.edge;
            state_[v].depth = h;
            ++state_[label.from].children;
            added.push_back(v);
            v = label.from;
        }
        for (Node w = 0; w < p_.graph.nodes(); ++w) // what hangs below the piece
            if (below_[w] == piece && w != piece) {
                std::uint32_t steps = 0;
                for (Node up = w; up != piece; up = state_[up].parent) ++steps;
                state_[w].depth = depth + steps;
                added.push_back(w);
            }
        for (Node w : added) {
            below_[w] = nothing;
            paths_.add_source(w);
        }
    }

    HopTree const& p_;
    Dice& dice_;
    std::vector<std::vector<Node>> near_;
    std::vector<char> is_terminal_;
    std::vector<TreeNode> state_;
    std::vector<Cost> relay_cost_;     ///< this round
    std::vector<Node> pieces_, below_; ///< tops of the loose pieces; the piece of each loose node
    LayerPaths paths_;
    std::vector<std::uint32_t> height_;
    Cost cost_ = 0;
};

} // namespace

std::int64_t rejoin(HopTree const& problem, Parents& parents, RejoinLimits const& limits, Dice& dice) {
    return Rejoining(problem, dice).run(parents, limits);
}

} // namespace phusong::solve

#include "sim/solve/hoptree/rejoin.h"
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
          relay_cost_(p.node_costs), path_(p.hops + 1, std::vector<Label>(p.graph.nodes())), waiting_(p.hops + 1) {
        for (Node t : p.terminals) is_terminal_[t] = 1;
        is_terminal_[p.root] = 1; // never pruned
    }

    std::int64_t run(Parents& best, RejoinLimits const& limits) {
        set(best);
        Cost best_cost = cost_;
        std::int64_t round = 0;
        for (; round < limits.rounds && scans_ < limits.scans; ++round) {
            double const done = std::max(static_cast<double>(round) / static_cast<double>(limits.rounds),
                                         static_cast<double>(scans_) / static_cast<double>(limits.scans));
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
    static constexpr std::uint32_t outside = nothing, loose = nothing - 1; ///< depths of nodes that have none
    struct State {
        Node parent = nothing;
        std::uint32_t depth = outside;
        std::uint32_t children = 0;
        Cost edge = 0; ///< cost of the edge to the parent
    };
    struct Label {
        Cost cost = unreachable;
        Node from = nothing;
        Cost edge = 0;
    };

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
        for (auto& layer : path_) std::ranges::fill(layer, Label{});
        for (auto& w : waiting_) w.clear();
        for (Node v = 0; v < p_.graph.nodes(); ++v)
            if (state_[v].depth < loose) source(v);
        spread();
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
                Cost const c = path_[h][pieces_[k]].cost;
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
            spread();
            auto joint = cheapest_joint();
            if (joint.depth != outside && !path_stands(pieces_[joint.piece], joint.depth)) {
                label_anew();
                joint = cheapest_joint();
            }
            if (joint.depth == outside) return false;
            attach(pieces_[joint.piece], joint.depth);
            pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(joint.piece));
        }
        return true;
    }

    /// A relay on the way may have joined the tree at another depth since it was labelled.
    [[nodiscard]] bool path_stands(Node v, std::uint32_t h) const {
        while (state_[v].depth >= loose) {
            v = path_[h][v].from;
            if (v == nothing || h == 0) return false;
            --h;
        }
        return state_[v].depth == h;
    }

    void source(Node v) {
        auto const h = state_[v].depth;
        for (auto& layer : path_) layer[v] = {}; // no path through it at another depth
        path_[h][v] = {0, nothing, 0};
        if (h < p_.hops) waiting_[h].push_back(v);
    }

    /// Cheapest paths from the tree over new relays, by depth.
    void spread() {
        for (std::uint32_t h = 0; h < p_.hops; ++h) {
            for (Node u : waiting_[h]) {
                auto const& from = path_[h][u];
                if (from.cost == unreachable || state_[u].depth == loose) continue;
                if (state_[u].depth != outside && state_[u].depth != h) continue;
                scans_ += static_cast<std::int64_t>(p_.graph.of(u).size());
                for (auto const& arc : p_.graph.of(u)) relax(from.cost, u, arc, h + 1);
            }
            waiting_[h].clear();
        }
    }
    void relax(Cost cost, Node u, Arc const& arc, std::uint32_t h) {
        Node const v = arc.head;
        auto const depth = state_[v].depth;
        if (depth < loose || (depth == loose && below_[v] != v)) return;
        Cost const total = cost + arc.cost + (depth == outside ? relay_cost_[v] : 0);
        auto& label = path_[h][v];
        if (total >= label.cost) return;
        label = {total, u, arc.cost};
        if (depth == outside && h < p_.hops) waiting_[h].push_back(v);
    }

    void attach(Node piece, std::uint32_t depth) {
        Node v = piece;
        std::vector<Node> added;
        for (auto h = depth; state_[v].depth >= loose; --h) {
            auto const label = path_[h][v];
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
            source(w);
        }
    }

    HopTree const& p_;
    Dice& dice_;
    std::vector<std::vector<Node>> near_;
    std::vector<char> is_terminal_;
    std::vector<State> state_;
    std::vector<Cost> relay_cost_;         ///< this round
    std::vector<std::vector<Label>> path_; ///< by depth and node
    std::vector<std::vector<Node>> waiting_;
    std::vector<Node> pieces_, below_;
    std::vector<std::uint32_t> height_;
    Cost cost_ = 0;
    std::int64_t scans_ = 0;
};

} // namespace

std::int64_t rejoin(HopTree const& problem, Parents& parents, RejoinLimits const& limits, Dice& dice) {
    return Rejoining(problem, dice).run(parents, limits);
}

} // namespace phusong::solve

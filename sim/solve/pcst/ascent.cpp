#include "sim/solve/pcst/ascent.h"
#include "sim/solve/pcst/queue.h"
#include <algorithm>

namespace phusong::solve::pcst {

namespace {

/// One prize node's set W, all nodes that reach it over arcs without reduced cost, and the arcs into W.
struct Cut {
    std::vector<Node> nodes;
    std::vector<std::pair<std::uint32_t, Node>> arcs; ///< with their tails
    std::vector<Node> gates;                          ///< nodes of W at which the tree may start
    Cost least = 0;                                   ///< of the arcs' and gates' reduced costs
    std::vector<Node> waiting; ///< prize nodes whose sets hold this one's; they go on when its prize is used up
};

class Ascender {
  public:
    Ascender(Net const& net, Cost gate_cost, std::uint32_t order, Meter& meter)
        : net_(net), g_(net.in.graph), meter_(meter), dice_{order, 1}, mixed_(order != 0), inside_(g_.nodes()),
          slot_(g_.nodes(), nothing), kept_(g_.nodes(), nothing) {
        out_.into = net.into;
        out_.left = net.in.prize;
        out_.gate.assign(g_.nodes(), closed);
        if (net.in.root == nothing)
            for (Node n = 0; n < g_.nodes(); ++n)
                if (net.in.prize[n] > 0) out_.gate[n] = gate_cost;
        out_.bound = net.lost - (net.in.root == nothing ? gate_cost : 0);
    }

    Ascent run() {
        for (Node n = 0; n < g_.nodes(); ++n)
            if (n != net_.in.root && out_.left[n] > 0) open(n);
        while (!queue_.empty()) {
            auto const [key, k] = queue_.pop();
            step(k, key);
        }
        return std::move(out_);
    }

  private:
    void open(Node k) {
        slot_[k] = static_cast<std::uint32_t>(cuts_.size());
        cuts_.push_back({{k}, {}, {}, 0, {}});
        if (out_.gate[k] < closed) cuts_.back().gates.push_back(k);
        for (auto i = g_.first[k]; i < g_.first[k + 1]; ++i)
            if (out_.into[i] < closed) cuts_.back().arcs.emplace_back(i, g_.arcs[i].head);
        wait_turn(k);
    }

    void wait_turn(Node k) {
        Cost key = static_cast<Cost>(cuts_[slot_[k]].arcs.size());
        if (mixed_) key = static_cast<Cost>(static_cast<double>(key) * (0.6 + dice_.share()));
        queue_.push(key, k);
    }

    enum class Growth { stopped, root, waits };

    bool active(Node n, Node k) const { return n != k && slot_[n] != nothing; }

    void mark(Cut const& cut) {
        inside_.wipe();
        for (Node const n : cut.nodes) inside_.set(n);
        meter_.left -= static_cast<std::int64_t>(cut.nodes.size() / 4);
    }

    /// Takes in the nodes that reach the marked W for nothing, and drops arcs that now lie inside.
    Growth grow(Node k) {
        auto& cut = cuts_[slot_[k]];
        meter_.left -= static_cast<std::int64_t>(cut.arcs.size() + cut.gates.size()) * 3 / 4;
        cut.least = closed;
        for (Node const n : cut.gates) cut.least = std::min(cut.least, out_.gate[n]);
        if (cut.least == 0) return Growth::root;
        for (std::size_t i = 0; i < cut.arcs.size();) {
            auto const [arc, tail] = cut.arcs[i];
            bool const in = inside_.has(tail);
            if (!in && out_.into[arc] > 0) {
                cut.least = std::min(cut.least, out_.into[arc]);
                ++i;
                continue;
            }
            if (!in) {
                if (tail == net_.in.root || out_.gate[tail] == 0) return Growth::root;
                if (active(tail, k)) {
                    cuts_[slot_[tail]].waiting.push_back(k);
                    return Growth::waits;
                }
                take_in(cut, tail);
            }
            cut.arcs[i] = cut.arcs.back();
            cut.arcs.pop_back();
        }
        return Growth::stopped;
    }

    void take_in(Cut& cut, Node n) {
        inside_.set(n);
        cut.nodes.push_back(n);
        if (out_.gate[n] < closed) {
            cut.gates.push_back(n);
            cut.least = std::min(cut.least, out_.gate[n]);
        }
        meter_.left -= g_.first[n + 1] - g_.first[n];
        for (auto i = g_.first[n]; i < g_.first[n + 1]; ++i)
            if (out_.into[i] < closed && !inside_.has(g_.arcs[i].head)) cut.arcs.emplace_back(i, g_.arcs[i].head);
    }

    void step(Node k, Cost key) {
        mark(cuts_[slot_[k]]);
        for (bool first = true;; first = false) {
            auto const growth = grow(k);
            if (growth == Growth::root) return finish(k, false);
            if (growth == Growth::waits) {
                kept_[k] = slot_[k];
                slot_[k] = nothing;
                return;
            }
            // A cut that has grown by more than a quarter lets smaller ones go first (Pajor, Uchoa, Werneck 2018).
            Cost const before = queue_.empty() ? closed / 8 : first ? key : queue_.top().first;
            if (static_cast<Cost>(cuts_[slot_[k]].arcs.size()) * 4 > before * 5 + 4) return wait_turn(k);
            if (raise(k)) return finish(k, true);
        }
    }

    /// True when the node's prize is used up.
    bool raise(Node k) {
        auto const& cut = cuts_[slot_[k]];
        Cost by = std::min(out_.left[k], cut.least);
        for (auto const& [arc, tail] : cut.arcs) out_.into[arc] -= by;
        for (Node const n : cut.gates) out_.gate[n] -= by;
        out_.left[k] -= by;
        out_.bound += by;
        return out_.left[k] == 0;
    }

    /// Those that waited for k reach the root as it does, or go on for themselves.
    void finish(Node k, bool used_up) {
        std::vector<Node> done{k};
        while (!done.empty()) {
            Node const n = done.back();
            done.pop_back();
            auto const slot = n == k ? slot_[n] : kept_[n];
            slot_[n] = nothing;
            auto const waiting = std::move(cuts_[slot].waiting);
            cuts_[slot] = {};
            if (!used_up) {
                done.insert(done.end(), waiting.begin(), waiting.end());
                continue;
            }
            for (Node const w : waiting) {
                slot_[w] = kept_[w];
                wait_turn(w);
            }
        }
    }

    Net const& net_;
    Graph const& g_;
    Meter& meter_;
    Dice dice_;
    bool mixed_;
    Marks inside_;
    std::vector<std::uint32_t> slot_; ///< of each active node in cuts_
    std::vector<std::uint32_t> kept_; ///< the same for those that wait
    std::vector<Cut> cuts_;
    Queue<Node> queue_;
    Ascent out_;
};

} // namespace

Ascent ascend(Net const& net, Cost gate_cost, std::uint32_t order, Meter& meter) {
    return Ascender(net, gate_cost, order, meter).run();
}

} // namespace phusong::solve::pcst

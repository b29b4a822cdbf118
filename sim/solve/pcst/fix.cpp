#include "sim/solve/pcst/ascent.h"
#include "sim/solve/pcst/queue.h"
#include <algorithm>

namespace phusong::solve::pcst {

namespace {

/// Cheapest ways by reduced cost, as far as they stay below `gap`.
class Distances {
  public:
    Distances(Net const& net, Ascent const& dual, Cost gap, Meter& meter)
        : net_(net), dual_(dual), gap_(gap), meter_(meter) {}

    /// From the root, or through a gate, to each node.
    std::vector<Cost> from_root() {
        start();
        if (net_.in.root != nothing) put(net_.in.root, 0);
        if (net_.in.root == nothing)
            for (Node n = 0; n < distance_.size(); ++n) put(n, dual_.gate[n]);
        run([this](std::uint32_t i) { return dual_.into[net_.mate[i]]; });
        return std::move(distance_);
    }

    /// From each node to the nearest one with a prize.
    std::vector<Cost> to_prize() {
        start();
        for (Node n = 0; n < distance_.size(); ++n)
            if (net_.in.prize[n] > 0 || n == net_.in.root) put(n, 0);
        run([this](std::uint32_t i) { return dual_.into[i]; });
        return std::move(distance_);
    }

  private:
    void start() { distance_.assign(net_.in.graph.nodes(), closed); }

    void put(Node n, Cost at) {
        if (at >= gap_ || at >= distance_[n]) return;
        distance_[n] = at;
        queue_.push(at, n);
    }

    template <class CostOf> void run(CostOf cost_of) {
        auto const& g = net_.in.graph;
        while (!queue_.empty()) {
            auto const [at, n] = queue_.pop();
            if (at > distance_[n]) continue;
            meter_.left -= g.first[n + 1] - g.first[n];
            for (auto i = g.first[n]; i < g.first[n + 1]; ++i) {
                Cost const step = cost_of(i);
                if (step < gap_) put(g.arcs[i].head, at + step);
            }
        }
    }

    Net const& net_;
    Ascent const& dual_;
    Cost gap_;
    Meter& meter_;
    Queue<Node> queue_;
    std::vector<Cost> distance_;
};

} // namespace

Fixing fix(Net const& net, Ascent const& dual, Cost limit, Meter& meter) {
    auto const& g = net.in.graph;
    Cost const gap = limit - dual.bound;
    Distances ways(net, dual, gap, meter);
    auto const from = ways.from_root(), to = ways.to_prize();
    Fixing out{.gone = std::vector<char>(g.nodes(), 0),
               .must = std::vector<char>(g.nodes(), 0),
               .shut = std::vector<char>(g.arcs.size(), 0)};
    auto const too_far = [gap](Cost a, Cost b, Cost c) { return a >= gap || b >= gap || c >= gap || a + b + c >= gap; };
    for (Node n = 0; n < g.nodes(); ++n) {
        out.gone[n] = n != net.in.root && too_far(from[n], 0, to[n]);
        out.must[n] = !net.in.must(n) && !out.gone[n] && dual.left[n] >= gap;
        out.count += static_cast<std::size_t>(out.gone[n] + out.must[n]);
        for (auto i = g.first[n]; i < g.first[n + 1]; ++i) {
            if (net.into[i] >= closed) continue;
            out.shut[i] = too_far(from[g.arcs[i].head], dual.into[i], to[n]);
            out.count += static_cast<std::size_t>(out.shut[i]);
        }
    }
    meter.left -= static_cast<std::int64_t>(g.arcs.size());
    return out;
}

Ascent best_ascent(Net const& net, std::uint32_t order, Meter& meter) {
    if (net.in.root != nothing) return ascend(net, 0, order, meter);
    // The bound is concave in the gate's cost for the best dual; ours follows nearly enough for a coarse search.
    Cost top = 0;
    for (Cost const p : net.in.prize) top = std::max(top, std::min(p, net.in.huge));
    auto best = ascend(net, top, order, meter);
    Cost at = top;
    auto const attempt = [&](Cost gate) {
        auto found = ascend(net, gate, order, meter);
        if (found.bound <= best.bound) return false;
        best = std::move(found);
        at = gate;
        return true;
    };
    bool const large = net.in.graph.arcs.size() > 50'000;
    if (!large)
        for (Cost gate = top * 2; gate < closed / 4 && attempt(gate); gate *= 2) {
        }
    if (at == top)
        for (Cost gate = top / 2; gate > 0 && attempt(gate); gate /= 2) {
        }
    for (int part = 4; part <= (large ? 4 : 8); part *= 2)
        if (!attempt(at + at / part)) attempt(at - at / part);
    return best;
}

} // namespace phusong::solve::pcst

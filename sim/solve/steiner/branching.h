#pragma once
#include "sim/solve/steiner/reduce.h"
#include <memory>
#include <queue>

namespace phusong::solve {

/// Branch and bound for what the reductions leave of a small problem: a node of the graph is made a terminal or taken
/// out. The bound of each part is a dual ascent, and the part with the least bound comes next, so that the least bound
/// of all open parts bounds the whole.
class Branching {
  public:
    Branching(Reduced const& whole, Cost bound, std::size_t given_edges) : given_edges_(given_edges) {
        push(whole, bound);
    }

    /// Whether nothing is left open.
    [[nodiscard]] bool done() const { return open_.empty(); }
    /// No tree cheaper than the best one known is cheaper than this.
    [[nodiscard]] Cost bound() const { return open_.empty() ? unreachable : open_.top().bound; }
    /// Whether the open parts have grown too many to go on.
    [[nodiscard]] bool full() const { return held_edges_ > 4'000'000; }

    /// Splits the open part with the least bound. `best`: the cost of the best tree known. Gives the trees found
    /// on the way, in edges of the given graph.
    [[nodiscard]] std::vector<std::vector<Edge>> step(Cost best, Dice& dice, Meter& meter);

  private:
    struct Part {
        Cost bound;
        std::uint64_t number;
        std::shared_ptr<Reduced const> problem;
        bool operator<(Part const& o) const { return bound != o.bound ? bound > o.bound : number < o.number; }
    };
    void push(Reduced problem, Cost bound);

    std::size_t given_edges_;
    std::priority_queue<Part> open_;
    std::uint64_t pushed_ = 0;
    std::size_t held_edges_ = 0;
};

} // namespace phusong::solve

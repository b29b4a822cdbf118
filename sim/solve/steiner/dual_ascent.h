#pragma once
#include "sim/solve/steiner/meter.h"
#include "sim/solve/steiner/queue.h"
#include "sim/solve/steiner/terminals.h"
#include <algorithm>

namespace phusong::solve {

/// Wong's dual ascent (1984) for Steiner arborescences: arcs have costs, every terminal must be reached from `root`.
/// The value only grows; at any moment it is a lower bound, and `reduced` holds the arcs' costs that are left.
///
/// Terminals are raised in order of the size of their cut (Pajor, Uchoa, Werneck 2018, section 5), but each raise is a
/// Dijkstra search over reduced costs that goes on until the cut has grown by a quarter: the work is then near linear,
/// where one scan of the cut per saturated arc is not.
class DualAscent {
  public:
    /// `arc_cost`: 2e from edge e's end a to b, 2e + 1 from b to a; `unreachable` where there is no such arc.
    /// Empty: every edge costs the same both ways.
    DualAscent(Graph const& g, std::span<Cost const> arc_cost, Node root, std::span<Node const> terminals);

    /// Raises until the root reaches every terminal over arcs of no reduced cost. False when it cannot reach one
    /// however much is paid: there is no arborescence then.
    bool ascend(Meter& meter);

    /// Like ascend, for some terminals only (by their place in the list); order ties by `salt`.
    bool ascend(std::vector<std::uint32_t> const& which, std::uint64_t salt, Meter& meter);

    /// From now on cuts that the tree (edges of the graph) crosses once are raised before others: were the bound as
    /// high as the best tree, no other cut would be raised (complementary slackness).
    void follow(std::span<Edge const> tree);

    /// From now on these edges (marked) are not there: a bound of the problem without them.
    void leave_out(std::vector<char> const& edges);

    /// Takes back all that the terminal raised.
    void release(std::uint32_t terminal, Meter& meter);

    /// Lets some terminals go and raises them again in another order, with `others` after them; keeps the outcome if
    /// the bound is no lower. Whether it is higher.
    bool raise_again(std::vector<std::uint32_t> const& some, std::vector<std::uint32_t> const& others,
                     std::uint64_t salt, Meter& meter);

    [[nodiscard]] Node terminal(std::uint32_t i) const { return grown_[i].terminal; }
    [[nodiscard]] Cost bound() const { return bound_; }
    /// What is left of the cost of the arc into node n from the head of g.of(n)[i]: at first[n] + i.
    [[nodiscard]] std::vector<Cost> const& reduced_in() const { return left_; }
    /// By arc, 2e and 2e + 1.
    [[nodiscard]] std::vector<Cost> reduced() const;
    [[nodiscard]] std::size_t terminals() const { return grown_.size(); }

  private:
    struct Member {
        Node node;
        Cost since; ///< what its terminal had raised when the node joined
    };
    struct Grown {
        Node terminal;
        Cost raised = 0;
        std::vector<Member> members;    ///< the nodes that reach the terminal for nothing
        std::vector<std::uint32_t> cut; ///< arcs into them from outside
        std::size_t ways = 0;           ///< how many of them the tree that is followed has
    };
    enum class End { paused, done, cut_off };
    /// What comes last: large cuts, and more so those that the tree crosses often.
    [[nodiscard]] static std::size_t load(std::size_t arcs, std::size_t ways) {
        return arcs * std::max(ways, std::size_t{1});
    }
    [[nodiscard]] std::size_t ways_in(std::vector<std::uint32_t> const& cut) const;
    End grow(Grown& t, std::size_t until, Meter& meter);
    void lower(Grown& t, Cost raise);
    [[nodiscard]] bool stops(Node n, Node own) const { return n == root_ || (active_[n] && n != own); }

    Graph const& g_;
    Node root_;
    std::vector<Cost> left_;
    std::vector<Edge> up_; ///< by node, the edge towards the root in the tree that is followed
    std::vector<Grown> grown_;
    std::vector<char> active_;
    std::vector<std::uint32_t> seen_, joined_; ///< stamps of the present search
    std::vector<Cost> label_;
    std::vector<std::pair<std::uint32_t, Cost>> fresh_; ///< cut arcs of nodes that joined in this search
    std::uint32_t stamp_ = 0;
    bool logging_ = false;
    std::vector<std::pair<std::uint32_t, Cost>> log_; ///< costs left before they were changed
    void set_left(std::uint32_t arc, Cost left) {
        if (logging_) log_.emplace_back(arc, left_[arc]);
        left_[arc] = left;
    }
    Queue queue_;
    Cost bound_ = 0;
};

} // namespace phusong::solve

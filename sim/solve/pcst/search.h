#pragma once
#include "sim/solve/pcst/meter.h"
#include "sim/solve/pcst/pointer_tree.h"
#include "sim/solve/pcst/queue.h"

namespace phusong::solve::pcst {

/// Local search from one tree: puts nodes in, leads key paths another way, takes key nodes out and reconnects what is
/// left, hangs on far prizes, drops what is not worth its path (Uchoa, Werneck 2012 without and here with prizes).
/// Only nodes near the last change are tried again.
class Search {
  public:
    Search(Instance const& in, Tree const& start, Meter& meter, std::uint64_t seed);

    void descend(); ///< until no move anywhere is better
    std::int64_t
    wander(); ///< shakes small neighbourhoods and keeps what is no worse, until the meter is spent; tries made
    [[nodiscard]] Cost value() const { return tree_.value(); }
    [[nodiscard]] Tree tree(); ///< the best subtree of where it stands

  private:
    struct Bridge { ///< a way between two parts: from, over the edge, to
        Node from, to;
        Edge edge;
        friend auto operator<=>(Bridge const&, Bridge const&) = default;
    };
    [[nodiscard]] Cost cost(Edge e) const { return cost_[e]; }
    [[nodiscard]] Cost prize(Node n) const { return prize_[n]; }
    [[nodiscard]] bool key(Node n) const { return tree_.degree(n) != 2 || prize(n) > 0 || n == in_.root; }
    void enqueue(Node n);
    void enqueue_changes(PointerTree::Mark const& since);
    void settle_queue();
    bool improve(Node n);
    bool trim(Node n);

    bool insert(Node n);
    bool reach(Node n);
    bool move_path(Node n);
    bool move_out(Node n);

    // One destroyed neighbourhood and its repair.
    void gather(Node centre, std::size_t most);
    void shake();
    void calm();
    void calm_bounds() { least_edge_ = calm_least_edge_, dearest_edge_ = calm_dearest_edge_; }
    void start_removal();
    void remove_way(Node from, Arc first);
    bool find_parts();
    bool bridge_parts(Cost below);
    void spread(Node n, Cost at);
    void bridge(Cost at, Bridge found);
    std::uint32_t part_root(std::uint32_t part);
    void apply();
    [[nodiscard]] bool inside(Node n) const { return tree_.has(n) && !is_removed_.has(n); }
    [[nodiscard]] std::uint32_t part_of(Node n) const { return !inside(n) || labelled_.has(n) ? label_[n] : big_; }
    void lay(Node n);
    bool drop_part();

    Instance const& in_;
    Graph const& g_;
    Meter* meter_;
    Dice dice_;
    PointerTree tree_;
    std::vector<Cost> cost_, prize_; ///< as the search sees them while it is shaken
    std::vector<Node> waiting_;
    std::vector<char> is_waiting_;
    std::vector<Node> removed_; ///< inner nodes of the ways taken out
    std::vector<Edge> removed_edges_;
    std::vector<Node> seeds_; ///< a node of each part left
    Cost removed_cost_ = 0;
    Cost dearest_ = 0;      ///< bridges must cost less
    Cost least_edge_ = 0;   ///< no edge costs less: what every bridge ends with
    Cost dearest_edge_ = 0; ///< none costs more
    Cost calm_least_edge_ = 0, calm_dearest_edge_ = 0;
    Marks is_removed_, is_cut_, labelled_, near_set_, settled_;
    std::vector<std::uint32_t> label_; ///< part of each labelled node
    std::vector<std::vector<Node>> parts_;
    std::uint32_t big_ = 0; ///< the part that was not looked through
    std::vector<std::uint32_t> joined_;
    std::vector<Cost> near_;
    std::vector<Node> back_; ///< node before, towards its part
    std::vector<Edge> back_by_;
    Queue<Node> queue_;
    Queue<Bridge> bridges_;
    std::vector<Bridge> chosen_;
    std::size_t most_part_ = 0;   ///< largest part that is looked through
    std::size_t most_spread_ = 0; ///< nodes outside of the tree that bridges are looked for over
    Marks tried_;                 ///< key nodes whose ways were tried since the last change
    std::vector<std::pair<Cost, Arc>> star_;
    std::vector<Node> ends_, fresh_, ball_;
    Cost unit_ = 1; ///< cost_ and prize_ count in such parts of the instance's unit
};

} // namespace phusong::solve::pcst

#pragma once
#include "sim/solve/pcst/budget.h"
#include "sim/solve/pcst/meter.h"
#include "sim/solve/pcst/queue.h"

namespace phusong::solve::pcst {

/// Makes trees fit a limit: takes the least worthy ends off, adds the worthiest ways.
class Fitter {
  public:
    Fitter(PcstProblem const& problem, std::uint64_t seed);

    /// Takes ends of least prize per cost off until the tree costs at most `budget`, or no more may go.
    void trim_to_budget(FrontierPoint& tree, Cost budget);

    /// Takes ends of least prize per cost off, as long as at least `prize` stays.
    void trim_to_quota(FrontierPoint& tree, Cost prize);

    /// Adds ways to prizes by prize per cost while the whole costs at most `budget`.
    void fill(FrontierPoint& tree, Cost budget, double noise, Meter& meter);

    /// Better trees within `budget` from `tree` on, until `meter` is spent.
    void swap(FrontierPoint& tree, Cost budget, Meter& meter);

  private:
    struct End {
        Cost cost = 0, prize = 0;
        std::vector<Edge> edges;
        Node leaf = 0, stays = 0;
    };
    void load(FrontierPoint const& tree);
    void store(FrontierPoint& tree);
    void queue_end(Node leaf);
    template <class May> bool drop_worst(FrontierPoint& tree, May may);
    [[nodiscard]] End end_of(Node leaf) const;
    void drop(FrontierPoint& tree, End const& end);
    void spread(Cost most, Meter& meter);
    bool add_best(FrontierPoint& tree, Cost budget, double noise);

    PcstProblem const& problem_;
    Dice dice_;
    std::vector<char> must_;
    std::vector<char> in_tree_, edge_in_;
    std::vector<std::uint32_t> degree_;
    std::vector<Node> nodes_; ///< that were ever put in since load()
    std::vector<Cost> near_;
    std::vector<Node> back_;
    std::vector<Edge> back_by_;
    Queue<Node> queue_;
};

} // namespace phusong::solve::pcst

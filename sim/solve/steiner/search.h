#pragma once
#include "sim/solve/steiner/branching.h"
#include "sim/solve/steiner/dual_ascent.h"
#include "sim/solve/steiner/local_search.h"
#include "sim/solve/steiner/reduce.h"
#include "sim/solve/steiner/steiner.h"
#include "sim/solve/steiner/window.h"
#include <memory>

namespace phusong::solve {

/// One Steiner problem while it is solved: the best tree, the best bound, and the problem that is left. Whatever is
/// taken out of `now_` could only be in trees no better than the best one of that moment, so that
/// min(best tree, bound of what is left) bounds the problem that was given. Trees are looked for in `core_`, which may
/// be a smaller part of it: the edges that the dual solution thinks most of.
class Search {
  public:
    Search(Graph const& given, std::span<Node const> terminals, Work const& work);

    /// Mehlhorn's tree, exact reductions, the first bound and the tree that it leads to.
    void construct();
    /// All the rest, as far as the work allows.
    void run();
    [[nodiscard]] SteinerTree result() const;

  private:
    // search.cpp
    [[nodiscard]] bool proven() const { return best_.cost <= bound_; }
    [[nodiscard]] bool over() const { return meter_.over() || proven() || iterations_ >= iterations_limit_; }
    void tell(geo::Message const& stage) const;
    bool offer_given(std::vector<Edge> const& edges);
    bool offer(Reduced const& in, std::vector<Edge> const& tree);
    void solve_small();
    void search_whole();
    struct Yield;
    template <class Act> void spend(Yield& on, Act const& act);
    void share_work();
    void search_early();
    static constexpr std::size_t core_room = 60'000;
    [[nodiscard]] bool large() const { return given_.edges.size() > core_room; }
    static constexpr std::size_t few_edges = 4000; ///< up to here branching gets anywhere
    /// Whether the core is so large that windows are small parts of it.
    [[nodiscard]] bool use_windows() const {
        return !within_window_ && !pool_.empty() && core_.graph.edges.size() > few_edges;
    }

    // search_bound.cpp
    void raise_bound(Cost rest);
    void shrink();
    [[nodiscard]] std::vector<Edge> best_in(Reduced const& part) const;
    void start_ascent(Node root, bool guided);
    void take_out();
    bool raise_again(int trials);
    void branch();
    void ascend_anew(bool guided);
    void ascend_some();
    void ascend_from_roots();
    void set_core();

    // search_windows.cpp
    void begin_with(std::vector<Edge> const& tree, std::int64_t work);
    [[nodiscard]] Node window_centre(Tree const& tree);
    void solve_window(Tree& tree, Window window);
    void solve_windows(std::int64_t work);

    // search_trees.cpp
    Tree from_root(Graph const& costs, Node root);
    Node random_terminal();
    void keep(Tree tree);
    bool found(Tree tree);
    void new_start();
    void merge_some();
    [[nodiscard]] Tree merged(std::vector<Tree const*> const& parents);

    Graph const& given_;
    Terminals terminals_;
    Work work_;
    Tidier whole_;
    Reduced now_, core_;
    std::vector<char> drop_; ///< edges of now_ that no better tree has
    std::size_t dropped_ = 0;
    std::vector<Cost> longer_; ///< by edge of now_, the last detours
    Node root_ = 0;
    std::unique_ptr<DualAscent> ascent_;   ///< on now_, from root_
    std::unique_ptr<Branching> branching_; ///< of now_
    std::unique_ptr<LocalSearch> local_;   ///< on core_
    std::vector<Tree> pool_;               ///< of core_
    std::unique_ptr<WindowCutter> cutter_; ///< of core_
    std::vector<std::uint32_t> window_at_; ///< by node of core_, the last window that it was in
    std::uint32_t windows_ = 0;
    double window_edges_ = 1000;
    bool within_window_ = false;
    Tree best_{.edges = {}, .cost = unreachable};
    Cost bound_ = 0, mehlhorn_ = 0;
    Meter meter_;
    Dice dice_;
    std::int64_t iterations_ = 0, iterations_limit_ = 0;
};

} // namespace phusong::solve

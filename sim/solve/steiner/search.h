#pragma once
#include "sim/solve/steiner/local_search.h"
#include "sim/solve/steiner/reduce.h"
#include "sim/solve/steiner/steiner.h"
#include <memory>

namespace phusong::solve {

/// One Steiner problem while it is solved: the best tree, the best bound, and the problem that is left. Whatever is
/// taken out of it could only be in trees no better than the best one of that moment, so that
/// min(best tree, bound of what is left) bounds the problem that was given.
class Search {
  public:
    Search(Graph const& given, std::span<Node const> terminals, Work const& work);

    /// Mehlhorn's tree, exact reductions, the first bound and the tree that it leads to.
    void construct();
    /// All the rest, as far as the work allows.
    void run();
    [[nodiscard]] SteinerTree result();

  private:
    [[nodiscard]] bool proven() const { return best_.cost <= bound_; }
    [[nodiscard]] bool over() const { return meter_.over() || proven(); }
    void offer_given(Tree tree);
    bool offer(Tree const& tree);
    void raise_bound(Cost rest);
    bool ascend_from(Node root, bool search);
    void shrink();
    void bound_rounds();
    void keep(Tree tree);
    Tree new_start();
    Tree merge(std::vector<std::size_t> const& parents);
    void multistart();
    void say_where(char const* what);

    Graph const& given_;
    Terminals terminals_;
    Work work_;
    Tidier whole_;
    Reduced now_;
    std::vector<char> drop_; ///< edges of now_ that no better tree has
    std::size_t dropped_ = 0;
    std::unique_ptr<LocalSearch> local_; ///< on now_
    Tree best_;
    Cost bound_ = 0, mehlhorn_ = 0;
    Meter meter_;
    Dice dice_;
    std::vector<Tree> pool_; ///< of now_
    std::int64_t iterations_ = 0, iterations_limit_ = 0;
};

} // namespace phusong::solve

#pragma once
#include "sim/solve/pcst/branch.h"
#include "sim/solve/pcst/pcst.h"
#include "sim/solve/pcst/shrink.h"
#include <optional>

namespace phusong::solve::pcst {

/// One problem on its way from reductions to proof; keeps the best tree and the best bound.
class Solver {
  public:
    Solver(PcstProblem const& problem, std::int64_t looks, Work const& work);
    [[nodiscard]] PcstTree run();
    [[nodiscard]] std::int64_t looks_left() const { return meter_.left; }

  private:
    [[nodiscard]] bool closed_gap() const { return bound_ >= best_.value(); }
    [[nodiscard]] bool provable(double part) const;
    [[nodiscard]] Meter share(double part) const;
    void pay(Meter const& given, Meter const& left);

    void first_tree(Instance const& in);
    void narrow();
    std::size_t bound_once(std::uint32_t order);
    std::size_t drop_what_cannot_be(Net const& net, Ascent const& dual);
    void prove(double part);
    void search(double part);
    Tree wander(Tree const& start, std::uint64_t seed, double part);
    void merge(std::vector<Tree> const& pool, double part);
    [[nodiscard]] Tree best_now();

    void take(PcstTree tree);
    void take(Tree const& tree);
    void take_alone();

    PcstProblem const& problem_;
    Work const& work_;
    std::vector<char> must_; ///< as the problem says
    Meter meter_;
    std::optional<Shrink> shrink_;
    Instance in_; ///< what is left of the problem
    PcstTree best_;
    Cost bound_ = 0;
    std::int64_t iterations_ = 0;
    std::int64_t dual_looks_ = 0; ///< what one bound costs
};

} // namespace phusong::solve::pcst

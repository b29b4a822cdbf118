#include "sim/solve/pcst/budget.h"
#include "geo/problem.h"
#include "sim/solve/pcst/fit.h"
#include "sim/solve/pcst/multiplier.h"
#include "sim/solve/pcst/within.h"
#include <algorithm>
#include <limits>

namespace phusong::solve {

using geo::say;
using pcst::Fitter, pcst::Meter, pcst::Multiplier, pcst::hull_edge, pcst::looks_of, pcst::prize_ceiling;

namespace {

/// A problem of which some nodes are decided.
struct Part {
    std::vector<Node> in, out;
    Cost bound = 0; ///< most prize within the budget
};

/// `problem` with some nodes that must be in and without others.
PcstProblem restricted(PcstProblem const& problem, Part const& part) {
    auto out = problem;
    std::vector<char> gone(problem.graph.nodes(), 0);
    for (Node const n : part.out) {
        gone[n] = 1;
        out.prizes[n] = 0;
    }
    std::vector<EdgeEnds> edges = problem.graph.edges; // numbers stay: a loop on the node stands for what is gone
    for (auto& e : edges)
        if (gone[e.a] || gone[e.b]) e = {e.a, e.a, 0};
    out.graph = make_graph(problem.graph.nodes(), std::move(edges));
    out.terminals.insert(out.terminals.end(), part.in.begin(), part.in.end());
    return out;
}

/// Whether all nodes that must be in hang together.
bool connected(PcstProblem const& problem) {
    std::vector<Node> seen(problem.terminals);
    if (problem.root) seen.push_back(*problem.root);
    if (seen.empty()) return true;
    auto const must = seen;
    seen.assign(1, must.front());
    std::vector<char> is_seen(problem.graph.nodes(), 0);
    is_seen[seen[0]] = 1;
    for (std::size_t i = 0; i < seen.size(); ++i)
        for (auto const& arc : problem.graph.of(seen[i]))
            if (!is_seen[arc.head]) is_seen[arc.head] = 1, seen.push_back(arc.head);
    return std::ranges::all_of(must, [&](Node n) { return is_seen[n] != 0; });
}

class BudgetSolver {
  public:
    BudgetSolver(PcstProblem const& problem, Cost budget, Work const& work)
        : problem_(problem), budget_(budget), work_(work), looks_(looks_of(work)), fitter_(problem, work.seed) {
        if (work_.iterations) rounds_ = *work_.iterations;
    }

    BudgetTree run() {
        std::vector<Part> open(1);
        open[0].bound = std::numeric_limits<Cost>::max();
        auto const least_left = looks_ / 2; // the rest is for the tree
        bool first = true;
        while (!open.empty() && (first || (looks_ > least_left && rounds_ > 0))) {
            auto const top = std::ranges::max_element(open, {}, &Part::bound);
            if (top->bound <= best_.prize) break; // all others are no better
            std::swap(*top, open.back());
            Part part = std::move(open.back());
            open.pop_back();
            bound(std::move(part), open, first);
            first = false;
            ++iterations_;
            --rounds_;
        }
        if (best_.prize < 0) too_dear();
        Cost ceiling = 0;
        for (auto const& part : open) ceiling = std::max(ceiling, part.bound);
        if (ceiling > best_.prize) improve(std::numeric_limits<std::int64_t>::max());
        auto const tree = tree_of(problem_, best_.edges, best_.node);
        return {tree.nodes, tree.edges, best_.edge_cost, best_.prize, std::max(best_.prize, ceiling), iterations_};
    }

  private:
    [[noreturn]] void too_dear() const {
        throw geo::InputError(
            {{"",
              say("không tìm được cây nối các đỉnh bắt buộc trong ngân sách",
                  "no tree within the budget was found that joins all nodes that must be in it"),
              say("tăng ngân sách hoặc bớt đỉnh bắt buộc", "raise the budget or ask for fewer nodes")}});
    }

    void take(FrontierPoint tree) {
        if (tree.edge_cost <= budget_ && tree.prize > best_.prize) best_ = std::move(tree);
    }

    /// Bounds one part and puts its two halves back unless it is done.
    void bound(Part part, std::vector<Part>& open, bool first) {
        auto const problem = restricted(problem_, part);
        if (!first && !connected(problem)) return;
        Multiplier at(problem, first ? looks_ * 2 / 5 : looks_, work_);
        at.share(first ? 0.12 : 0.02);
        auto const before = at.looks();
        Cost ceiling = std::min(part.bound, at.all_prizes());
        FrontierPoint low = at.cheapest(), high = low;
        bool possible = true;
        if (problem.root || !problem.terminals.empty()) {
            auto const least = at.solve(1, 0);
            low = least.tree;
            possible = least.floor <= budget_ * least.per_cost;
        }
        if (possible && low.edge_cost <= budget_) ceiling = std::min(ceiling, around_budget(at, low, high));
        looks_ -= before - at.looks();
        if (!possible) return;
        if (first && best_.prize >= 0 && ceiling > best_.prize) improve(first_swaps);
        part.bound = ceiling;
        if (ceiling > best_.prize) split(problem, part, low, high, open);
    }

    /// The hull's edge over the budget: its ends become `low` and `high`; returns the prize that it allows.
    Cost around_budget(Multiplier& at, FrontierPoint& low, FrontierPoint& high) {
        auto const all = at.solve(1, at.all_costs() + 1);
        Cost ceiling = prize_ceiling(all, at.all_prizes(), budget_);
        repair(low);
        repair(all.tree);
        auto hull = hull_edge(at, low, all.tree, [this](FrontierPoint const& p) { return p.edge_cost <= budget_; });
        for (auto const& priced : hull.tried) {
            ceiling = std::min(ceiling, prize_ceiling(priced, at.all_prizes(), budget_));
            repair(priced.tree);
        }
        low = std::move(hull.low);
        high = std::move(hull.high);
        return ceiling;
    }

    void repair(FrontierPoint tree) {
        fitter_.trim_to_budget(tree, budget_);
        if (tree.edge_cost > budget_) return;
        Meter meter{looks_};
        fitter_.fill(tree, budget_, 0, meter);
        take(std::move(tree));
    }

    void improve(std::int64_t most_swaps) {
        Meter meter{looks_, std::min(rounds_, most_swaps)};
        fitter_.swap(best_, budget_, meter);
        looks_ = meter.left;
    }

    /// Branches where the trees on both sides of the budget differ, at the largest prize.
    void split(PcstProblem const& problem, Part const& part, FrontierPoint const& low, FrontierPoint const& high,
               std::vector<Part>& open) {
        Node const at = choose(problem, part, low, high);
        if (at == nothing) return;
        for (bool const in : {true, false}) {
            auto half = part;
            (in ? half.in : half.out).push_back(at);
            open.push_back(std::move(half));
        }
    }

    Node choose(PcstProblem const& problem, Part const& part, FrontierPoint const& low, FrontierPoint const& high) {
        std::vector<int> score(problem.graph.nodes(), 0);
        for (auto const* tree : {&low, &high}) {
            auto const nodes = tree_of(problem, tree->edges, tree->node).nodes;
            for (Node const n : nodes) ++score[n];
        }
        std::vector<char> decided(problem.graph.nodes(), 0);
        for (auto const* list : {&part.in, &part.out, &problem.terminals})
            for (Node const n : *list) decided[n] = 1;
        if (problem.root) decided[*problem.root] = 1;
        Node best = nothing;
        auto const rank = [&](Node n) { return std::pair(score[n] == 1, problem.prizes[n]); };
        for (Node n = 0; n < problem.graph.nodes(); ++n)
            if (!decided[n] && (best == nothing || rank(n) > rank(best))) best = n;
        return best;
    }

    static constexpr std::int64_t first_swaps = 500;
    PcstProblem const& problem_;
    Cost budget_;
    Work work_;
    std::int64_t looks_;
    std::int64_t rounds_ = std::numeric_limits<std::int64_t>::max(), iterations_ = 0;
    Fitter fitter_;
    FrontierPoint best_{.edge_cost = 0, .prize = -1, .edges = {}, .node = 0};
};

} // namespace

BudgetTree solve_budgeted(PcstProblem const& problem, Cost budget, Work const& work) {
    return BudgetSolver(problem, budget, work).run();
}

} // namespace phusong::solve

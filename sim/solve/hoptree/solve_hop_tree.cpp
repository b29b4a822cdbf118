#include "sim/solve/hoptree/hop_tree.h"
#include "sim/solve/hoptree/layers.h"
#include "sim/solve/hoptree/programme.h"
#include "sim/solve/hoptree/rejoin.h"
#include "sim/solve/hoptree/start.h"
#include "sim/solve/milp/reduced.h"
#include <algorithm>
#include <cmath>
#include <utility>

namespace phusong::solve {

namespace {

// Tuned on 40 to 260 nodes: some 20 s of one core at effort 5.
constexpr std::int64_t scans_per_effort = 150'000'000;
constexpr int ascents_per_effort = 8;
constexpr std::int64_t linear_pivots_per_effort = 10'000, branch_pivots_per_effort = 15'000;
constexpr int regions_per_effort = 6;
constexpr std::int64_t region_nodes = 100, region_pivots = 4'000;
constexpr double first_heat_share = 0.2, last_heat_share = 0.01; ///< of the mean cost of what a terminal costs

class Solver {
  public:
    Solver(HopTree const& problem, Work const& work)
        : p_(problem), work_(work), layers_(layers_of(problem)), useful_(layers_.arcs(), 1), dice_{work.seed} {
        answer_.parents = tree_of_least_hops(p_);
        answer_.cost = *cost_of(p_, answer_.parents);
        root_cost_ = p_.node_costs[p_.root];
        answer_.bound = root_cost_;
    }

    HopTreeAnswer solve() {
        rejoin_for(20, 1);
        ascend();
        linear();
        rejoin_for(30, 1);
        branch(branch_pivots_per_effort * work_.effort / 2);
        for (int k = 0; k < 2 && !done(); ++k) {
            regions(regions_per_effort * work_.effort / 2);
            rejoin_for(25, 0.5);
        }
        branch(branch_pivots_per_effort * work_.effort / 2);
        return std::move(answer_);
    }

  private:
    [[nodiscard]] bool done() const { return answer_.bound >= answer_.cost; }
    [[nodiscard]] double mean_cost() const {
        return static_cast<double>(answer_.cost) / static_cast<double>(p_.terminals.size() + 1);
    }

    void take(Parents parents) {
        auto const cost = cost_of(p_, parents);
        if (!cost || *cost >= answer_.cost) return;
        answer_.cost = *cost;
        answer_.parents = std::move(parents);
    }

    void rejoin_for(int percent, double heat) {
        if (done()) return;
        auto const effort = work_.effort * percent;
        double const first = heat * first_heat_share * mean_cost() + 1e-9;
        double const last = std::min(first, last_heat_share * mean_cost() + 1e-9);
        RejoinLimits limits{unreachable, scans_per_effort * effort / 100, first, last, answer_.bound};
        if (work_.iterations) limits = {*work_.iterations * percent / 100, unreachable, first, last, answer_.bound};
        auto parents = answer_.parents;
        answer_.iterations += rejoin(p_, parents, limits, dice_);
        take(std::move(parents));
    }

    void raise(Cost bound) { answer_.bound = std::max(answer_.bound, std::min(answer_.cost, bound)); }

    /// Several orders of the terminals: the best bound counts, and each may show arcs to be useless.
    void ascend() {
        auto order = p_.terminals;
        for (int k = 0; k < ascents_per_effort * work_.effort && !done(); ++k) {
            auto ascent = dual_ascent(p_, layers_, order);
            raise(ascent.bound + root_cost_);
            keep_useful(p_, layers_, ascent, answer_.cost - root_cost_, useful_);
            if (ascent.bound > ascent_.bound || ascent_.reduced.empty()) ascent_ = std::move(ascent);
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[dice_.below(static_cast<std::uint32_t>(i))]);
        }
    }

    [[nodiscard]] static Cost rounded_up(double bound) {
        return static_cast<Cost>(std::ceil(bound - 1e-6 - 1e-9 * std::abs(bound)));
    }

    /// The relaxation among the useful arcs: their reduced costs shut out more.
    void linear() {
        if (done()) return;
        auto const programme = programme_of(p_, layers_, useful_);
        auto const found = solve_linear(programme.milp, linear_pivots_per_effort * work_.effort);
        raise(rounded_up(found.bound) + root_cost_);
        double const room = static_cast<double>(answer_.cost - root_cost_) - 1 + 1e-6 - found.bound;
        for (std::size_t a = 0; a < useful_.size(); ++a)
            if (auto const x = programme.arc_column[a]; x != nothing && found.reduced_costs[x] > room) useful_[a] = 0;
    }

    [[nodiscard]] MilpLimits limits(std::int64_t nodes, std::int64_t pivots) const {
        MilpLimits out;
        out.nodes = nodes;
        out.pivots = pivots;
        out.grain = 1;
        out.cutoff = static_cast<double>(answer_.cost - root_cost_) - 0.5;
        return out;
    }

    void shut_useless() {
        if (!ascent_.reduced.empty()) keep_useful(p_, layers_, ascent_, answer_.cost - root_cost_, useful_);
    }

    void branch(std::int64_t pivots) {
        if (done()) return;
        shut_useless();
        auto const programme = programme_of(p_, layers_, useful_);
        auto const found = solve_reduced(programme.milp, limits(100'000, pivots));
        if (!found.x.empty()) take(parents_from(p_, layers_, programme, found.x));
        raise(found.proven ? answer_.cost : rounded_up(found.bound) + root_cost_);
    }

    /// Nodes around one are free, all others keep their depth; parents are free everywhere.
    void regions(int how_many) {
        shut_useless();
        for (int k = 0; k < how_many && !done(); ++k) {
            auto programme = programme_of(p_, layers_, useful_);
            auto const free = region();
            auto const depth = depths_of(p_, answer_.parents);
            for (Node v = 0; v < layers_.nodes; ++v)
                for (std::uint32_t h = 1; h <= layers_.hops && !free[v]; ++h) fix(programme, v, h, depth[v] == h);
            auto const found = solve_reduced(programme.milp, limits(region_nodes, region_pivots));
            if (!found.x.empty()) take(parents_from(p_, layers_, programme, found.x));
        }
    }
    void fix(HopProgramme& programme, Node v, std::uint32_t h, bool there) const {
        auto& columns = programme.milp.columns;
        if (auto const z = programme.node_column[h * std::size_t{layers_.nodes} + v]; z != nothing)
            columns[z].lower = columns[z].upper = there ? 1 : 0;
        if (there) return;
        for (auto s : layers_.into(v))
            if (auto const x = programme.arc_column[layers_.arc(s, h)]; x != nothing) columns[x].upper = 0;
        for (std::uint32_t s = 0; s < layers_.steps.size() && h < layers_.hops; ++s)
            if (layers_.steps[s].tail == v)
                if (auto const x = programme.arc_column[layers_.arc(s, h + 1)]; x != nothing) columns[x].upper = 0;
    }
    std::vector<char> region() {
        auto const nodes = layers_.nodes;
        auto const wanted = std::max<std::size_t>(12, nodes / 4);
        std::vector<char> in(nodes);
        std::vector<Node> order{dice_.below(nodes)};
        in[order.front()] = 1;
        for (std::size_t k = 0; k < order.size() && order.size() < wanted; ++k)
            for (auto const& arc : p_.graph.of(order[k]))
                if (order.size() < wanted && !std::exchange(in[arc.head], char{1})) order.push_back(arc.head);
        return in;
    }

    HopTree const& p_;
    Work const& work_;
    Layers layers_;
    std::vector<char> useful_;
    Ascent ascent_;
    Dice dice_;
    Cost root_cost_ = 0;
    HopTreeAnswer answer_;
};

} // namespace

HopTreeAnswer solve_hop_tree(HopTree const& problem, Work const& work) { return Solver(problem, work).solve(); }

} // namespace phusong::solve

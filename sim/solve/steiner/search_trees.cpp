#include "sim/solve/steiner/construct.h"
#include "sim/solve/steiner/perturb.h"
#include "sim/solve/steiner/search.h"
#include <algorithm>

namespace phusong::solve {

Node Search::random_terminal() {
    auto const& list = core_.terminals.list;
    return list[dice_.below(static_cast<std::uint32_t>(list.size()))];
}

Tree Search::from_root(Graph const& costs, Node root) {
    auto const& t = core_.terminals;
    return local_->tidier().tidy(core_.graph, t, nearest_first(costs, t, root, meter_), meter_);
}

/// Into the pool, in place of the most similar tree that is no better. No tree is in it twice.
void Search::keep(Tree tree) {
    constexpr std::size_t room = 20;
    if (tree.cost == unreachable) return;
    std::size_t nearest = pool_.size(), least = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = 0; i < pool_.size(); ++i) {
        if (pool_[i].cost < tree.cost) continue;
        std::vector<Edge> differ;
        std::set_symmetric_difference(pool_[i].edges.begin(), pool_[i].edges.end(), tree.edges.begin(),
                                      tree.edges.end(), std::back_inserter(differ));
        if (differ.empty()) return;
        if (differ.size() < least) {
            least = differ.size();
            nearest = i;
        }
    }
    if (pool_.size() < room)
        pool_.push_back(std::move(tree));
    else if (nearest < pool_.size())
        pool_[nearest] = std::move(tree);
}

bool Search::found(Tree tree) {
    ++iterations_;
    bool const better = offer(core_, tree.edges);
    keep(std::move(tree));
    return better;
}

/// A tree built on costs drawn anew, improved on the true ones.
void Search::new_start() {
    if (core_.terminals.list.size() < 2) return;
    auto const costs = perturbed(core_.graph, 20 + dice_.below(30), dice_.below(2) == 0, dice_);
    auto tree = from_root(costs, random_terminal());
    local_->improve(tree, meter_);
    found(std::move(tree));
}

/// The best tree found in the union of some trees, improved in the whole core.
Tree Search::merged(std::vector<Tree const*> const& parents) {
    constexpr std::size_t reach = 30;
    auto const part = union_of(core_.graph, core_.terminals, parents);
    auto const small = reduce(unreduced(part.graph, part.terminals.list), {}, reach, meter_);
    Tree best{.edges = {}, .cost = unreachable};
    auto const& list = small.terminals.list;
    LocalSearch search(small.graph, small.terminals);
    for (std::uint32_t i = 0; i < 3 && list.size() > 1; ++i) {
        auto const costs = perturbed(small.graph, 30 * i, false, dice_);
        Node const root = list[dice_.below(static_cast<std::uint32_t>(list.size()))];
        auto tree = search.tidier().tidy(small.graph, small.terminals,
                                         nearest_first(costs, small.terminals, root, meter_), meter_);
        search.improve(tree, meter_);
        if (tree.cost < best.cost) best = std::move(tree);
    }
    auto edges = expand(small, best.edges);
    for (auto& e : edges) e = part.given[e];
    auto tree = local_->tidier().tidy(core_.graph, core_.terminals, edges, meter_);
    local_->improve(tree, meter_);
    return tree;
}

/// Merges random trees of the pool until three times in a row none better than its parents comes out (after Pajor,
/// Uchoa and Werneck 2018, who merge by costs that favour the parents' edges).
void Search::merge_some() {
    if (core_.terminals.list.size() < 2) return;
    for (int failures = 0; failures < 3 && pool_.size() > 2 && !over();) {
        std::vector<Tree const*> parents;
        Cost least = unreachable;
        for (std::uint32_t i = 2 + dice_.below(3); i > 0; --i) {
            parents.push_back(&pool_[dice_.below(static_cast<std::uint32_t>(pool_.size()))]);
            least = std::min(least, parents.back()->cost);
        }
        auto child = merged(parents);
        failures = child.cost < least ? 0 : failures + 1;
        found(std::move(child));
    }
}

} // namespace phusong::solve

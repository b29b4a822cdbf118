#include "sim/solve/steiner/search.h"
#include "sim/solve/steiner/construct.h"
#include "sim/solve/steiner/perturb.h"
#include "sim/solve/steiner/price_out.h"
#include <algorithm>

namespace phusong::solve {

Search::Search(Graph const& given, std::span<Node const> terminals, Work const& work)
    : given_(given), terminals_(given.nodes(), terminals), work_(work), whole_(given.nodes()),
      dice_{work.seed * 0x9e3779b97f4a7c15ULL} {
    iterations_limit_ = work.iterations.value_or(std::numeric_limits<std::int64_t>::max());
    meter_.limit = std::int64_t{300'000'000} << (work.effort - 1) >> 4;
}

void Search::say_where(char const* what) {
    geo::tell(work_.progress,
              geo::say("{}: cây {}, cận {}, còn {} đỉnh, {} cạnh", "{}: tree {}, bound {}, {} nodes and {} edges left", what,
                       best_.cost, bound_, now_.graph.nodes(), now_.graph.edges.size()),
              std::min(1.0, static_cast<double>(meter_.spent) / static_cast<double>(meter_.limit)));
}

void Search::offer_given(Tree tree) {
    if (tree.cost < best_.cost) best_ = std::move(tree);
}

/// Whether the tree of now_ is the best so far.
bool Search::offer(Tree const& tree) {
    if (tree.cost == unreachable || tree.cost + now_.fixed_cost >= best_.cost) return false;
    offer_given(whole_.tidy(given_, terminals_, expand(now_, tree.edges), meter_));
    return true;
}

void Search::raise_bound(Cost rest) { bound_ = std::max(bound_, std::min(best_.cost, now_.fixed_cost + rest)); }

/// False when nothing better than the best tree is left.
bool Search::ascend_from(Node root, bool search) {
    DualAscent ascent(now_.graph, {}, root, now_.terminals.list);
    if (!ascent.ascend(meter_)) {
        bound_ = best_.cost;
        return false;
    }
    raise_bound(ascent.bound());
    auto tree = local_->tidier().tidy(now_.graph, now_.terminals,
                                      saturated_tree(now_.graph, now_.terminals, root, ascent, meter_), meter_);
    offer(tree);
    if (search) {
        local_->improve(tree, meter_);
        offer(tree);
        keep(tree);
        ++iterations_;
    }
    Cost const cap = best_.cost - now_.fixed_cost - ascent.bound();
    if (cap <= 0) return false;
    auto const longer = detours(now_.graph, now_.terminals, root, ascent, cap, meter_);
    for (Edge e = 0; e < longer.size(); ++e)
        if (longer[e] >= cap && !drop_[e]) {
            drop_[e] = 1;
            ++dropped_;
        }
    return !proven();
}

/// Takes out what was found needless and reduces what is left.
void Search::shrink() {
    std::vector<std::vector<char>> had;
    for (auto const& tree : pool_) {
        std::vector<char> has(given_.edges.size());
        for (Edge const e : tree.edges)
            for (Edge const part : now_.of(e)) has[part] = 1;
        had.push_back(std::move(has));
    }
    local_.reset();
    now_ = reduce(now_, drop_, 60, meter_);
    drop_.assign(now_.graph.edges.size(), 0);
    dropped_ = 0;
    local_ = std::make_unique<LocalSearch>(now_.graph, now_.terminals);
    if (now_.terminals.list.size() < 2) {
        offer_given(whole_.tidy(given_, terminals_, expand(now_, {}), meter_));
        bound_ = best_.cost;
        return;
    }
    std::vector<Tree> old;
    old.swap(pool_);
    for (auto const& has : had)
        keep(local_->tidier().tidy(now_.graph, now_.terminals, restrict_tree(now_, has), meter_));
}

void Search::construct() {
    best_ = whole_.tidy(given_, terminals_, mehlhorn(given_, terminals_, meter_), meter_);
    mehlhorn_ = best_.cost;
    now_ = unreduced(given_, terminals_.list);
    drop_.assign(given_.edges.size(), 0);
    shrink();
    if (proven()) return;
    say_where("reduced");
    auto const& t = now_.terminals;
    auto tree = local_->tidier().tidy(now_.graph, t, nearest_first(now_.graph, t, t.list.front(), meter_), meter_);
    offer(tree);
    ascend_from(t.list.front(), false);
    say_where("constructed");
    if (iterations_limit_ == 0 || proven()) return;
    local_->improve(tree, meter_);
    offer(tree);
    keep(tree);
    ++iterations_;
    say_where("searched");
}

/// Dual ascents from several roots, as long as they take a good part of the problem away.
void Search::bound_rounds() {
    for (int round = 0; round < 12 && !over(); ++round) {
        auto const before = now_.graph.edges.size();
        for (int i = 0; i < 4 && !over(); ++i) {
            auto const& list = now_.terminals.list;
            if (!ascend_from(list[dice_.below(static_cast<std::uint32_t>(list.size()))], true)) return;
        }
        if (dropped_ * 50 > before) shrink();
        say_where("bound");
        if (now_.graph.edges.size() * 10 > before * 9) break;
    }
}

void Search::keep(Tree tree) {
    constexpr std::size_t room = 16;
    if (tree.cost == unreachable) return;
    std::size_t nearest = pool_.size(), least = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = 0; i < pool_.size(); ++i) {
        std::vector<Edge> differ;
        std::set_symmetric_difference(pool_[i].edges.begin(), pool_[i].edges.end(), tree.edges.begin(),
                                      tree.edges.end(), std::back_inserter(differ));
        if (differ.empty()) return;
        if (pool_[i].cost >= tree.cost && differ.size() < least) {
            least = differ.size();
            nearest = i;
        }
    }
    if (pool_.size() < room)
        pool_.push_back(std::move(tree));
    else if (nearest < pool_.size())
        pool_[nearest] = std::move(tree);
}

Tree Search::new_start() {
    auto const& g = now_.graph;
    auto const& t = now_.terminals;
    auto const costs = perturbed(g, 20 + dice_.below(30), dice_.below(2) == 0, dice_);
    auto const root = t.list[dice_.below(static_cast<std::uint32_t>(t.list.size()))];
    auto tree = local_->tidier().tidy(g, t, nearest_first(costs, t, root, meter_), meter_);
    local_->improve(tree, meter_);
    return tree;
}

/// The best tree found in the union of some trees, improved in the whole.
Tree Search::merge(std::vector<std::size_t> const& parents) {
    std::vector<Tree const*> trees;
    for (auto const p : parents) trees.push_back(&pool_[p]);
    auto const part = union_of(now_.graph, now_.terminals, trees);
    auto const small = reduce(unreduced(part.graph, part.terminals.list), {}, 30, meter_);
    std::vector<Edge> edges;
    if (small.terminals.list.size() > 1) {
        LocalSearch search(small.graph, small.terminals);
        Tree best{.edges = {}, .cost = unreachable};
        for (int i = 0; i < 3; ++i) {
            auto const costs = perturbed(small.graph, i == 0 ? 0 : 30, false, dice_);
            auto const& list = small.terminals.list;
            auto tree = search.tidier().tidy(small.graph, small.terminals,
                                             nearest_first(costs, small.terminals,
                                                           list[dice_.below(static_cast<std::uint32_t>(list.size()))],
                                                           meter_),
                                             meter_);
            search.improve(tree, meter_);
            if (tree.cost < best.cost) best = tree;
        }
        edges = best.edges;
    }
    edges = expand(small, edges);
    for (auto& e : edges) e = part.given[e];
    auto tree = local_->tidier().tidy(now_.graph, now_.terminals, edges, meter_);
    local_->improve(tree, meter_);
    return tree;
}

void Search::multistart() {
    while (!over() && iterations_ < iterations_limit_) {
        auto tree = new_start();
        ++iterations_;
        bool better = offer(tree);
        keep(tree);
        for (int failures = 0; failures < 3 && pool_.size() > 2 && !over();) {
            std::vector<std::size_t> parents;
            for (int i = 0; i < 2 + static_cast<int>(dice_.below(3)); ++i)
                parents.push_back(dice_.below(static_cast<std::uint32_t>(pool_.size())));
            auto child = merge(parents);
            ++iterations_;
            better = offer(child);
            Cost worst = child.cost;
            for (auto const p : parents) worst = std::min(worst, pool_[p].cost);
            failures = child.cost < worst ? 0 : failures + 1;
            keep(std::move(child));
            if (better) say_where("merged");
        }
    }
}

void Search::run() {
    if (proven()) return;
    bound_rounds();
    multistart();
    say_where("ended");
}

SteinerTree Search::result() {
    return {.edges = best_.edges,
            .cost = best_.cost,
            .bound = std::min(bound_, best_.cost),
            .iterations = iterations_,
            .mehlhorn_cost = mehlhorn_,
            .nodes_reduced = now_.graph.nodes(),
            .edges_reduced = static_cast<Edge>(now_.graph.edges.size())};
}

} // namespace phusong::solve

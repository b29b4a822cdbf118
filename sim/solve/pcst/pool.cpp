#include "sim/solve/pcst/search.h"
#include "sim/solve/pcst/solver.h"
#include <algorithm>

namespace phusong::solve::pcst {

/// Better trees: from several starts in small problems, whose best parts are put together, then from the best one.
void Solver::search(double part) {
    constexpr int starts = 4;
    bool const many = static_cast<double>(dual_looks_) * starts * 10 < static_cast<double>(meter_.left) * part;
    auto const all = static_cast<double>(meter_.left) * part;
    auto const of_left = [&](double share_of_all) {
        return meter_.left <= 0 ? 0.0 : std::min(1.0, share_of_all * all / static_cast<double>(meter_.left));
    };
    std::vector<Tree> pool;
    if (many) {
        auto const net = make_net(in_);
        for (std::uint32_t i = 0; i < starts && !closed_gap(); ++i) {
            auto const dual = best_ascent(net, i + 100, meter_);
            pool.push_back(wander(saturated_tree(net, dual, meter_), work_.seed + i, of_left(0.1)));
        }
        pool.push_back(best_now());
        merge(pool, of_left(0.1));
    }
    constexpr int laps = 3;
    for (int lap = 0; lap < laps && !closed_gap() && !meter_.spent(); ++lap) {
        auto const seed = work_.seed + 10 + static_cast<std::uint64_t>(lap);
        pool.push_back(wander(best_now(), seed, of_left(many ? 0.13 : 0.33)));
        if (many) merge(pool, of_left(0.04));
    }
}

Tree Solver::wander(Tree const& start, std::uint64_t seed, double part) {
    auto const given = share(part);
    auto meter = given;
    Search walk(in_, start, meter, seed);
    walk.descend();
    iterations_ += walk.wander();
    auto out = walk.tree();
    take(out);
    pay(given, meter);
    return out;
}

/// The best tree that has only edges of the pool's: a small problem, mostly solved exactly.
void Solver::merge(std::vector<Tree> const& pool, double part) {
    auto const given = share(part);
    auto meter = given;
    auto const net = make_net(in_);
    Fixing only{.gone = std::vector<char>(in_.graph.nodes(), 1),
                .must = std::vector<char>(in_.graph.nodes(), 0),
                .shut = std::vector<char>(in_.graph.arcs.size(), 1)};
    std::vector<char> used(in_.graph.edges.size(), 0);
    for (auto const& tree : pool) {
        for (Node const n : tree.nodes) only.gone[n] = 0;
        for (Edge const e : tree.edges) used[e] = 1;
    }
    for (std::size_t i = 0; i < only.shut.size(); ++i) only.shut[i] = !used[in_.graph.arcs[i].edge];
    for (Node n = 0; n < in_.graph.nodes(); ++n)
        if (in_.must(n)) only.gone[n] = 0;
    Tree tree;
    tree.value = best_.value() - shrink_->offset();
    iterations_ += branch(reduced(net, only), tree, meter).nodes;
    if (!tree.nodes.empty()) take(tree);
    pay(given, meter);
}

/// The best tree as a tree of what is left, or one near it.
Tree Solver::best_now() {
    std::vector<char> wanted(in_.graph.nodes(), 0);
    Node start = in_.root;
    for (Node const n : best_.nodes) {
        Node const now = shrink_->now(n);
        if (now == nothing) continue;
        wanted[now] = 1;
        if (start == nothing) start = now;
    }
    if (start == nothing) start = 0;
    return Carver(in_).span(Grower(in_).grow(start, wanted, {}, meter_), {}, meter_);
}

} // namespace phusong::solve::pcst

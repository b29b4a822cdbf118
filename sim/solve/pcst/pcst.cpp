#include "sim/solve/pcst/pcst.h"
#include "geo/problem.h"
#include "sim/solve/pcst/branch.h"
#include "sim/solve/pcst/search.h"
#include "sim/solve/pcst/shrink.h"
#include "sim/solve/pcst/within.h"
#include <algorithm>
#include <cassert>
#include <optional>

namespace phusong::solve {

using geo::say;

namespace {

using namespace pcst;

std::vector<char> required(PcstProblem const& problem) {
    std::vector<char> out(problem.graph.nodes(), 0);
    for (Node const n : problem.terminals) out[n] = 1;
    if (problem.root) out[*problem.root] = 1;
    return out;
}

/// More than all costs and prizes together.
Cost huge_of(PcstProblem const& problem, std::size_t required_nodes) {
    constexpr Cost most = Cost{1} << 60;
    double sum = 1;
    Cost huge = 1;
    for (auto const& e : problem.graph.edges) {
        huge += e.cost;
        sum += static_cast<double>(e.cost);
    }
    for (Cost const p : problem.prizes) {
        huge += p;
        sum += static_cast<double>(p);
    }
    // Also in the search tree, where any node may become one that must be in.
    if (sum * static_cast<double>(required_nodes + 2) > static_cast<double>(most))
        throw geo::InputError({{"",
                                say("tổng chi phí và giá trị quá lớn để tính đúng",
                                    "the costs and prizes add up to more than can be kept exactly"),
                                say("bớt chữ số thập phân", "write them with fewer decimals")}});
    return huge;
}

class Solver {
  public:
    Solver(PcstProblem const& problem, std::int64_t looks, Work const& work)
        : problem_(problem), work_(work), must_(required(problem)), meter_{looks} {
        auto const musts = static_cast<std::size_t>(std::ranges::count(must_, 1));
        Cost const huge = huge_of(problem, musts);
        auto prize = problem.prizes;
        Node root = nothing;
        for (Node n = 0; n < prize.size(); ++n) {
            if (!must_[n]) continue;
            prize[n] = huge; // its own is never lost
            if (root == nothing) root = n;
        }
        if (problem.root) root = *problem.root;
        first_tree({problem.graph, prize, root, huge});
        shrink_.emplace(problem.graph, std::move(prize), root, huge);
        if (work.iterations) meter_.rounds = *work.iterations;
    }

    PcstTree run() {
        narrow();
        if (!closed_gap() && provable(0.1)) prove(0.1);
        // What is nearly proven is soon proven with a better tree; elsewhere only the tree can become better.
        bool const near = static_cast<double>(best_.value() - bound_) < 0.005 * static_cast<double>(best_.value());
        if (!closed_gap()) wander(!provable(1) ? 1.0 : near ? 0.25 : 0.9);
        if (!closed_gap() && provable(1)) prove(1);
        best_.lower_bound = std::min(best_.value(), bound_);
        best_.iterations = iterations_;
        return std::move(best_);
    }

    std::int64_t looks_left() const { return meter_.left; }

  private:
    /// Whether that part of the work is enough for a search tree at all.
    bool provable(double part) const {
        constexpr double least_nodes = 12;
        return static_cast<double>(dual_looks_) * least_nodes < static_cast<double>(meter_.left) * part;
    }

    bool closed_gap() const { return bound_ >= best_.value(); }

    /// Tests, bounds and local searches in turn, until the problem no longer gets smaller.
    void narrow() {
        constexpr int most_rounds = 6;
        for (int round = 0; round < most_rounds; ++round) {
            shrink_->run(meter_);
            in_ = shrink_->instance();
            take_alone();
            auto const size = in_.graph.nodes() + in_.graph.edges.size();
            if (in_.graph.nodes() == 0) bound_ = best_.value();
            if (closed_gap() || meter_.spent() || bound_once(static_cast<std::uint32_t>(round)) * 10 < size) break;
        }
        in_ = shrink_->instance();
    }

    /// Returns how many nodes and edges left.
    std::size_t bound_once(std::uint32_t order) {
        auto const net = make_net(in_);
        auto const looks = meter_.left;
        auto const dual = best_ascent(net, order, meter_);
        dual_looks_ = looks - meter_.left;
        bound_ = std::max(bound_, dual.bound + shrink_->offset());
        Search search(in_, saturated_tree(net, dual, meter_), meter_, work_.seed);
        search.descend();
        take(search.tree());
        if (closed_gap()) return 0;
        // One more than the best, so that the best tree itself stays.
        auto const fixing = fix(net, dual, best_.value() - shrink_->offset() + 1, meter_);
        std::vector<char> open(in_.graph.edges.size(), 0);
        for (std::size_t i = 0; i < fixing.shut.size(); ++i)
            if (!fixing.shut[i]) open[in_.graph.arcs[i].edge] = 1;
        std::size_t count = 0;
        for (Edge e = 0; e < open.size(); ++e)
            if (!open[e]) shrink_->drop_edge(e), ++count;
        for (Node n = 0; n < in_.graph.nodes(); ++n) {
            if (fixing.must[n]) shrink_->require(n);
            if (fixing.gone[n] && !in_.must(n)) shrink_->drop_node(n), ++count;
        }
        return count;
    }

    void prove(double part) {
        Meter meter{static_cast<std::int64_t>(static_cast<double>(meter_.left) * part), meter_.rounds};
        auto const before = meter;
        Tree tree;
        tree.value = best_.value() - shrink_->offset();
        auto const found = branch(in_, tree, meter);
        if (!tree.nodes.empty()) take(tree);
        bound_ = std::max(bound_, found.bound + shrink_->offset());
        iterations_ += found.nodes;
        meter_.left -= before.left - meter.left;
        meter_.rounds = meter.rounds;
    }

    void wander(double part) {
        Meter meter{static_cast<std::int64_t>(static_cast<double>(meter_.left) * part), meter_.rounds};
        auto const before = meter;
        Search search(in_, best_now(), meter, work_.seed);
        search.descend();
        iterations_ += search.wander();
        take(search.tree());
        meter_.left -= before.left - meter.left;
        meter_.rounds = meter.rounds;
    }

    /// The best tree as a tree of what is left, or one near it.
    Tree best_now() {
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

    /// Any tree that is allowed.
    void first_tree(Instance const& in) {
        Node at = in.root;
        for (Node n = 0; in.root == nothing && n < in.prize.size(); ++n)
            if (at == nothing || in.prize[n] > in.prize[at]) at = n;
        auto const nodes = Grower(in).grow(at, must_, {}, meter_);
        auto const tree = Carver(in).span(nodes, {}, meter_);
        if (tree.value >= in.huge)
            throw geo::InputError({{"",
                                    say("có đỉnh phải nối mà đồ thị không nối được tới",
                                        "the graph does not connect all nodes that must be in the tree"),
                                    say("kiểm tra các cạnh quanh đỉnh phải nối", "check the edges around them")}});
        best_ = tree_of(problem_, tree.edges, tree.nodes[0]);
    }

    void take(PcstTree tree) {
        if (tree.value() < best_.value()) best_ = std::move(tree);
    }
    void take(Tree const& tree) { take(tree_of(problem_, shrink_->original(tree), shrink_->original(tree.nodes[0]))); }
    void take_alone() {
        auto const& alone = shrink_->alone();
        if (alone.node != nothing && root_free()) take(tree_of(problem_, alone.edges, alone.node));
    }
    bool root_free() const { return std::ranges::count(must_, 1) == 0; }

    PcstProblem const& problem_;
    Work const& work_;
    std::vector<char> must_;
    Meter meter_;
    std::optional<Shrink> shrink_;
    Instance in_; ///< what is left
    Cost bound_ = 0;
    std::int64_t iterations_ = 0, dual_looks_ = 0;
    PcstTree best_;
};

} // namespace

PcstTree tree_of(PcstProblem const& problem, std::vector<Edge> edges, Node node) {
    PcstTree out;
    std::ranges::sort(edges);
    out.edges = std::move(edges);
    out.nodes.push_back(node);
    for (Edge const e : out.edges) {
        auto const& ends = problem.graph.edges[e];
        out.edge_cost += ends.cost;
        out.nodes.push_back(ends.a);
        out.nodes.push_back(ends.b);
    }
    std::ranges::sort(out.nodes);
    auto const repeated = std::ranges::unique(out.nodes);
    out.nodes.erase(repeated.begin(), repeated.end());
    assert(out.nodes.size() == out.edges.size() + 1);
    for (Cost const p : problem.prizes) out.prizes_lost += p;
    for (Node const n : out.nodes) out.prizes_lost -= problem.prizes[n];
    return out;
}

PcstTree pcst::solve_within(PcstProblem const& problem, std::int64_t& looks, Work const& work) {
    Solver solver(problem, looks, work);
    auto out = solver.run();
    looks = solver.looks_left();
    return out;
}

PcstTree solve_pcst(PcstProblem const& problem, Work const& work) {
    auto looks = looks_of(work);
    return solve_within(problem, looks, work);
}

} // namespace phusong::solve

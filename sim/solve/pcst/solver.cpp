#include "sim/solve/pcst/solver.h"
#include "geo/problem.h"
#include "sim/solve/pcst/search.h"
#include <algorithm>

namespace phusong::solve::pcst {

using geo::say;

namespace {

std::vector<char> required(PcstProblem const& problem) {
    std::vector<char> out(problem.graph.nodes(), 0);
    for (Node const n : problem.terminals) out[n] = 1;
    if (problem.root) out[*problem.root] = 1;
    return out;
}

/// Sums of all costs, and of one `huge` prize for every node, must fit.
void check_sums(PcstProblem const& problem, double huge, double how_many) {
    constexpr double most = static_cast<double>(Cost{1} << 60);
    double sum = huge * how_many;
    for (auto const& e : problem.graph.edges) sum += static_cast<double>(e.cost);
    for (Cost const p : problem.prizes) sum += static_cast<double>(p);
    if (sum > most)
        throw geo::InputError({{"",
                                say("tổng chi phí và giá trị quá lớn để tính đúng",
                                    "the costs and prizes add up to more than can be kept exactly"),
                                say("bớt chữ số thập phân", "write them with fewer decimals")}});
}

Cost everything(PcstProblem const& problem) {
    check_sums(problem, 0, 0);
    Cost sum = 1;
    for (auto const& e : problem.graph.edges) sum += e.cost;
    for (Cost const p : problem.prizes) sum += p;
    return sum;
}

/// Prizes of which those of at least `huge` stand for nodes that must be in.
std::vector<Cost> raised(PcstProblem const& problem, std::vector<char> const& must, Cost huge) {
    auto out = problem.prizes;
    for (Node n = 0; n < out.size(); ++n) out[n] = must[n] ? huge : std::min(out[n], huge);
    return out;
}

} // namespace

Solver::Solver(PcstProblem const& problem, std::int64_t looks, Work const& work)
    : problem_(problem), work_(work), must_(required(problem)), meter_{looks} {
    auto const musts = static_cast<double>(std::ranges::count(must_, 1));
    Cost const sum = everything(problem);
    check_sums(problem, static_cast<double>(sum), musts);
    auto const first_must = [&](std::vector<char> const& must) {
        auto const at = std::ranges::find(must, 1);
        return at == must.end() ? nothing : static_cast<Node>(at - must.begin());
    };
    Node root = problem.root ? *problem.root : first_must(must_);
    first_tree({problem.graph, raised(problem, must_, sum), root, sum});
    // From here on a tree that lacks what must be in need only be worse than the best one.
    Cost const huge = best_.value() + 1;
    check_sums(problem, static_cast<double>(huge), problem.graph.nodes());
    auto prize = raised(problem, must_, huge);
    for (Node n = 0; n < prize.size() && root == nothing; ++n)
        if (prize[n] >= huge) root = n; // to leave it out costs more than the first tree
    shrink_.emplace(problem.graph, std::move(prize), root, huge);
    if (work.iterations) meter_.rounds = *work.iterations;
}

/// Any tree that is allowed.
void Solver::first_tree(Instance const& in) {
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

PcstTree Solver::run() {
    narrow();
    if (!closed_gap() && provable(0.1)) prove(0.1);
    // What is nearly proven is soon proven with a better tree; elsewhere only the tree can become better.
    bool const near = static_cast<double>(best_.value() - bound_) < 0.005 * static_cast<double>(best_.value());
    if (!closed_gap()) search(!provable(1) ? 1.0 : near ? 0.25 : 0.9);
    if (!closed_gap() && provable(1)) prove(1);
    best_.lower_bound = std::min(best_.value(), bound_);
    best_.iterations = iterations_;
    return std::move(best_);
}

/// Whether that part of the work is enough for a search tree at all.
bool Solver::provable(double part) const {
    constexpr double least_nodes = 12;
    return static_cast<double>(dual_looks_) * least_nodes < static_cast<double>(meter_.left) * part;
}

Meter Solver::share(double part) const {
    return {static_cast<std::int64_t>(static_cast<double>(meter_.left) * part), meter_.rounds};
}

void Solver::pay(Meter const& given, Meter const& left) {
    meter_.left -= given.left - left.left;
    meter_.rounds = left.rounds;
}

/// Tests, bounds and local searches in turn, until the problem no longer gets smaller.
void Solver::narrow() {
    constexpr int most_rounds = 6;
    for (int round = 0; round < most_rounds && !closed_gap(); ++round) {
        shrink_->run(meter_);
        in_ = shrink_->instance();
        take_alone();
        auto const size = in_.graph.nodes() + in_.graph.edges.size();
        if (size == 0 || meter_.spent() || bound_once(static_cast<std::uint32_t>(round)) * 10 < size) break;
    }
    in_ = shrink_->instance();
    if (in_.graph.nodes() == 0) bound_ = best_.value(); // nothing that might be better is left
}

/// Returns how many nodes and edges left.
std::size_t Solver::bound_once(std::uint32_t order) {
    auto const net = make_net(in_);
    auto const looks = meter_.left;
    auto const dual = best_ascent(net, order, meter_);
    dual_looks_ = looks - meter_.left;
    bound_ = std::max(bound_, dual.bound + shrink_->offset());
    Search from_dual(in_, saturated_tree(net, dual, meter_), meter_, work_.seed);
    from_dual.descend();
    take(from_dual.tree());
    return closed_gap() ? 0 : drop_what_cannot_be(net, dual);
}

std::size_t Solver::drop_what_cannot_be(Net const& net, Ascent const& dual) {
    // One more than the best, so that the best tree itself stays.
    auto const fixing = fix(net, dual, best_.value() - shrink_->offset() + 1, meter_);
    std::vector<char> open(in_.graph.edges.size(), 0);
    for (std::size_t i = 0; i < fixing.shut.size(); ++i)
        if (!fixing.shut[i]) open[in_.graph.arcs[i].edge] = 1;
    std::size_t count = 0;
    for (Edge e = 0; e < open.size(); ++e) {
        if (open[e]) continue;
        shrink_->drop_edge(e);
        ++count;
    }
    for (Node n = 0; n < in_.graph.nodes(); ++n) {
        if (fixing.must[n]) shrink_->require(n);
        if (!fixing.gone[n] || in_.must(n)) continue;
        shrink_->drop_node(n);
        ++count;
    }
    return count;
}

void Solver::prove(double part) {
    auto const given = share(part);
    auto meter = given;
    Tree tree;
    tree.value = best_.value() - shrink_->offset();
    auto const found = branch(make_net(in_), tree, meter);
    if (!tree.nodes.empty()) take(tree);
    bound_ = std::max(bound_, found.bound + shrink_->offset());
    iterations_ += found.nodes;
    pay(given, meter);
}

void Solver::take(PcstTree tree) {
    if (tree.value() < best_.value()) best_ = std::move(tree);
}

void Solver::take(Tree const& tree) {
    if (tree.value >= in_.huge) return; // lacks what must be in
    take(tree_of(problem_, shrink_->original(tree), shrink_->original(tree.nodes[0])));
}

void Solver::take_alone() {
    auto const& alone = shrink_->alone();
    if (alone.node != nothing && std::ranges::count(must_, 1) == 0) take(tree_of(problem_, alone.edges, alone.node));
}

} // namespace phusong::solve::pcst

#include "sim/solve/steiner/steiner.h"
#include "geo/problem.h"
#include "sim/solve/steiner/search.h"
#include "sim/solve/steiner/union_find.h"
#include <algorithm>

namespace phusong::solve {
namespace {

void check_connected(Graph const& g, std::span<Node const> terminals) {
    UnionFind sets(g.nodes());
    for (auto const& e : g.edges) sets.join(e.a, e.b);
    std::vector<Node> roots;
    for (Node const t : terminals) roots.push_back(sets.find(t));
    std::sort(roots.begin(), roots.end());
    auto const pieces = std::unique(roots.begin(), roots.end()) - roots.begin();
    if (pieces <= 1) return;
    throw geo::InputError(
        {{"",
          geo::say("các đỉnh phải nối nằm trong {} phần rời nhau của đồ thị, không cây nào nối được hết",
                   "the terminals lie in {} separate parts of the graph: no tree joins them all", pieces),
          geo::say("thêm cạnh giữa các phần, hoặc giải từng phần riêng",
                   "add edges between the parts, or solve each part by itself")}});
}

} // namespace

SteinerTree solve_steiner(Graph const& graph, std::span<Node const> terminals, Work const& work) {
    check_connected(graph, terminals);
    if (terminals.size() < 2) return {};
    Search search(graph, terminals, work);
    search.construct();
    if (work.iterations != 0) search.run();
    return search.result();
}

} // namespace phusong::solve

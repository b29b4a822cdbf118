#include "sim/solve/steiner/insert_nodes.h"
#include <algorithm>
#include <array>

namespace phusong::solve {

/// Kruskal's merges as a shallow tree: the dearest edge between two nodes is where their ways up meet.
void NodeInserter::join_up(Graph const& g, Tree const& tree) {
    nodes_.clear();
    auto const add = [&](Node n) {
        if (in_[n]) return;
        in_[n] = 1;
        up_[n] = n;
        size_[n] = 1;
        link_[n] = nothing;
        nodes_.push_back(n);
    };
    for (std::uint32_t i = 0; i < tree.edges.size(); ++i) {
        auto const& ends = g.edges[tree.edges[i]];
        add(ends.a);
        add(ends.b);
        Node a = ends.a, b = ends.b;
        while (up_[a] != a) a = up_[a];
        while (up_[b] != b) b = up_[b];
        if (size_[a] < size_[b]) std::swap(a, b);
        up_[b] = a;
        link_[b] = i;
        size_[a] += size_[b];
    }
}

std::uint32_t NodeInserter::dearest_between(Node a, Node b) const {
    std::uint32_t last = 0;
    while (a != b) {
        Node& lower = link_[a] < link_[b] ? a : b;
        last = link_[lower];
        lower = up_[lower];
    }
    return last;
}

/// What the tree saves by a node with these spokes; leaves in `needless_` the tree edges that go.
Cost NodeInserter::gain(Graph const& g, Tree const& by_cost) {
    constexpr std::size_t most = 12;
    if (spokes_.size() > most) {
        std::nth_element(spokes_.begin(), spokes_.begin() + most, spokes_.end(),
                         [](Spoke const& x, Spoke const& y) { return x.cost < y.cost; });
        spokes_.resize(most);
    }
    std::size_t const k = spokes_.size();
    // Prim among the spokes' nodes over the dearest edges between them: the k - 1 edges that may become needless.
    std::array<std::uint32_t, most> dear{}, from{};
    std::array<bool, most> done{};
    struct Choice {
        Cost cost;
        std::uint32_t edge; // nothing: a spoke
        std::uint32_t a, b;
    };
    std::array<Choice, 2 * most> choices{};
    std::size_t n = 0;
    done[0] = true;
    for (std::uint32_t i = 1; i < k; ++i) dear[i] = dearest_between(spokes_[0].node, spokes_[i].node);
    for (std::size_t round = 1; round < k; ++round) {
        std::uint32_t next = 0;
        for (std::uint32_t i = 1; i < k; ++i)
            if (!done[i] && (next == 0 || dear[i] < dear[next])) next = i;
        done[next] = true;
        choices[n++] = {g.edges[by_cost.edges[dear[next]]].cost, dear[next], from[next], next};
        for (std::uint32_t i = 1; i < k; ++i) {
            if (done[i]) continue;
            auto const d = dearest_between(spokes_[next].node, spokes_[i].node);
            if (d < dear[i]) {
                dear[i] = d;
                from[i] = next;
            }
        }
    }
    for (std::uint32_t i = 0; i < k; ++i) choices[n++] = {spokes_[i].cost, nothing, i, static_cast<std::uint32_t>(k)};
    std::sort(choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(n),
              [](Choice const& x, Choice const& y) { return x.cost != y.cost ? x.cost < y.cost : x.edge < y.edge; });
    std::array<std::uint32_t, most + 1> set{};
    for (std::uint32_t i = 0; i <= k; ++i) set[i] = i;
    needless_.clear();
    Cost saved = 0;
    for (std::size_t c = 0; c < n; ++c) {
        auto const& choice = choices[c];
        auto const a = set[choice.a], b = set[choice.b];
        if (a == b) {
            if (choice.edge == nothing) continue;
            saved += choice.cost;
            needless_.push_back(choice.edge);
            continue;
        }
        if (choice.edge == nothing) saved -= choice.cost;
        for (auto& s : set)
            if (s == b) s = a;
    }
    return saved;
}

bool NodeInserter::improve(Graph const& g, Terminals const& t, Tidier& tidier, Tree& tree, Meter& meter) {
    Tree by_cost = tree;
    std::sort(by_cost.edges.begin(), by_cost.edges.end(), [&](Edge x, Edge y) {
        return g.edges[x].cost != g.edges[y].cost ? g.edges[x].cost < g.edges[y].cost : x < y;
    });
    join_up(g, by_cost);
    beside_.clear();
    for (Node const n : nodes_) {
        meter.add(g.of(n).size());
        for (Arc const& arc : g.of(n)) {
            if (in_[arc.head] || count_[arc.head] > 1) continue;
            if (++count_[arc.head] == 2) beside_.push_back(arc.head);
        }
    }
    for (Node const n : nodes_)
        for (Arc const& arc : g.of(n)) count_[arc.head] = 0;
    std::vector<char> used(tree.edges.size());
    std::vector<Node> joining = nodes_;
    Cost best = 0;
    Node best_node = nothing;
    for (Node const n : beside_) {
        spokes_.clear();
        for (Arc const& arc : g.of(n))
            if (in_[arc.head]) spokes_.push_back({arc.cost, arc.head});
        meter.add(2 * g.of(n).size());
        Cost const saved = gain(g, by_cost);
        if (saved <= 0) continue;
        if (saved > best) {
            best = saved;
            best_node = n;
        }
        if (std::any_of(needless_.begin(), needless_.end(), [&](auto e) { return used[e] != 0; })) continue;
        for (auto const e : needless_) used[e] = 1;
        joining.push_back(n);
    }
    for (Node const n : nodes_) in_[n] = 0;
    if (best == 0) return false;
    auto next = tidier.span_nodes(g, t, joining, meter);
    if (next.cost >= tree.cost) { // the savings got in each other's way
        nodes_.push_back(best_node);
        next = tidier.span_nodes(g, t, nodes_, meter);
    }
    if (next.cost >= tree.cost) return false;
    tree = std::move(next);
    return true;
}

} // namespace phusong::solve

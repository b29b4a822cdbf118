#include "sim/network/graph/components.h"
#include "geo/nearest.h"
#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>

namespace phusong {
namespace {

struct Step {
    double length_m;
    std::uint32_t a, b; ///< a < b
    friend bool operator<(Step const& s, Step const& t) {
        return std::tie(s.length_m, s.a, s.b) < std::tie(t.length_m, t.a, t.b);
    }
};

/// The shortest step from a node to one of another piece; nothing when all such are longer than `best`. Looks at more
/// and more neighbours, so a node in the midst of its own piece costs little once a short step is known.
std::optional<Step> step_out(std::uint32_t node, std::vector<geo::XY> const& points, geo::NearestIndex const& index,
                             Components const& pieces, std::optional<Step> const& best) {
    for (std::size_t count = 8;; count *= 4) {
        auto const near = index.nearest(points[node], count);
        for (auto const n : near) {
            auto const other = static_cast<std::uint32_t>(n);
            double const length_m = geo::distance_m(points[node], points[n]);
            if (best && length_m > best->length_m) return {};
            if (pieces.of_node[n] != pieces.of_node[node])
                return Step{length_m, std::min(node, other), std::max(node, other)};
        }
        if (near.size() < count) return {}; // it has seen all
    }
}

/// The shortest step out of each piece but the largest, which others come to.
std::vector<Step> steps_out(std::vector<geo::XY> const& points, geo::NearestIndex const& index,
                            Components const& pieces) {
    std::vector<std::uint32_t> size(pieces.count, 0);
    for (auto const piece : pieces.of_node) ++size[piece];
    auto const largest = static_cast<std::uint32_t>(std::max_element(size.begin(), size.end()) - size.begin());
    std::vector<std::optional<Step>> best(pieces.count);
    for (std::uint32_t n = 0; n < points.size(); ++n) {
        auto const piece = pieces.of_node[n];
        if (piece == largest) continue;
        auto const found = step_out(n, points, index, pieces, best[piece]);
        if (found && (!best[piece] || *found < *best[piece])) best[piece] = found;
    }
    std::vector<Step> out;
    for (auto const& step : best)
        if (step) out.push_back(*step);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

Components components(RolloutGraph const& graph) {
    std::vector<std::uint32_t> rank(graph.nodes.size(), 0), parent(graph.nodes.size());
    boost::disjoint_sets sets(rank.data(), parent.data());
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n) sets.make_set(n);
    for (auto const& edge : graph.edges) sets.union_set(edge.a, edge.b);
    Components out{.of_node = std::vector<std::uint32_t>(graph.nodes.size())};
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> number(graph.nodes.size(), none);
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n) {
        auto& of_root = number[sets.find_set(n)];
        if (of_root == none) of_root = out.count++;
        out.of_node[n] = of_root;
    }
    return out;
}

Joined join_components(Draft& draft) {
    std::vector<geo::XY> points;
    for (auto const& node : draft.graph.nodes) points.push_back(node.xy);
    Joined out;
    auto pieces = components(draft.graph);
    if (pieces.count < 2) return out;
    geo::NearestIndex const index(points);
    for (; pieces.count > 1; pieces = components(draft.graph)) {
        std::vector<std::uint32_t> root(pieces.count);
        std::iota(root.begin(), root.end(), 0U);
        auto const find = [&](std::uint32_t piece) {
            while (root[piece] != piece) piece = root[piece] = root[root[piece]];
            return piece;
        };
        for (auto const& step : steps_out(points, index, pieces)) {
            auto const a = find(pieces.of_node[step.a]), b = find(pieces.of_node[step.b]);
            if (a == b) continue; // another step of this round has joined them
            root[a] = b;
            draft.add_step(step.a, step.b);
            ++out.steps;
            out.length_m += step.length_m;
        }
    }
    return out;
}

} // namespace phusong

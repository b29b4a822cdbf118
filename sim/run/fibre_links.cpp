#include "sim/run/fibre_links.h"
#include <algorithm>
#include <map>

namespace phusong {
namespace {

constexpr auto none = FibrePlan::none;

std::uint32_t above(RolloutGraph const& graph, FibrePlan const& plan, std::uint32_t node) {
    auto const& edge = graph.edges[plan.up[node]];
    return edge.a == node ? edge.b : edge.a;
}

/// Adds one edge to a link that is drawn from its lower end up.
void lengthen(NetworkLink& link, RolloutGraph const& graph, std::uint32_t edge, std::uint32_t lower) {
    auto const& e = graph.edges[edge];
    auto const line = graph.line(edge);
    geo::Polyline upwards(line.begin(), line.end());
    if (e.a != lower) std::ranges::reverse(upwards);
    for (auto const p : upwards)
        if (link.line.empty() || !(link.line.back() == p)) link.line.push_back(p);
    link.length_km += e.length_m / 1000;
    link.plant_km[static_cast<std::size_t>(e.plant)] += e.length_m / 1000;
    link.price_vnd += e.price_vnd;
}

} // namespace

FibreLinks fibre_links(RolloutGraph const& graph, FibrePlan const& plan, std::vector<std::uint32_t> const& stops) {
    std::vector<int> year(graph.edges.size(), 0);
    for (std::size_t i = 0; i < plan.edges.size(); ++i) year[plan.edges[i]] = plan.built[i];
    std::vector<std::uint32_t> below(graph.nodes.size(), 0);
    auto const built = [&](std::uint32_t n) { return plan.up[n] != none && year[plan.up[n]] != 0; };
    std::vector<std::uint8_t> stop(graph.nodes.size(), 0);
    for (auto const n : stops) stop[n] = 1;
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n) {
        if (!built(n)) continue;
        auto const m = above(graph, plan, n);
        ++below[m];
        if (!built(m) || year[plan.up[m]] != year[plan.up[n]]) stop[m] = 1;
    }
    std::vector<std::pair<int, std::uint32_t>> ends; // year, lower node
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n)
        if (built(n) && (stop[n] != 0 || below[n] != 1)) ends.emplace_back(year[plan.up[n]], n);
    std::sort(ends.begin(), ends.end());
    std::vector<std::uint32_t> link_of(graph.nodes.size(), none);
    for (std::uint32_t i = 0; i < ends.size(); ++i) link_of[ends[i].second] = i;
    FibreLinks out;
    for (auto const& [when, lower] : ends) {
        NetworkLink link;
        link.kind = LinkKind::fibre;
        link.year = when;
        auto node = lower;
        do {
            lengthen(link, graph, plan.up[node], node);
            node = above(graph, plan, node);
        } while (built(node) && link_of[node] == none);
        std::ranges::reverse(link.line);
        out.links.push_back(std::move(link));
        out.lower.push_back(lower);
        out.up.push_back(link_of[node]);
    }
    return out;
}

} // namespace phusong

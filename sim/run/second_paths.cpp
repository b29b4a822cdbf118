#include "sim/run/second_paths.h"
#include "geo/number_text.h"
#include "sim/network/capacity/traffic.h"
#include "sim/solve/steiner/steiner.h"
#include <algorithm>

namespace phusong {
namespace {

/// Edges that are taken to stand: the cheapest tree between exchanges, and the plan's.
std::vector<std::uint8_t> standing(RolloutGraph const& graph, solve::Graph const& whole, FibrePlan const& fibre,
                                   Scenario const& scenario) {
    std::vector<solve::Node> terminals(graph.exchange.begin(), graph.exchange.end());
    std::sort(terminals.begin(), terminals.end());
    terminals.erase(std::unique(terminals.begin(), terminals.end()), terminals.end());
    std::vector<std::uint8_t> out(graph.edges.size(), 0);
    solve::Work work;
    work.seed = static_cast<std::uint64_t>(scenario.seed);
    work.effort = scenario.fibre.effort;
    if (terminals.size() > 1)
        for (auto const e : solve::solve_steiner(whole, terminals, work).edges) out[e] = 1;
    for (auto const e : fibre.edges) out[e] = 1;
    return out;
}

double length_km(RolloutGraph const& graph, std::vector<std::uint32_t> const& way) {
    double out = 0;
    for (auto const e : way) out += graph.edges[e].length_m / 1000;
    return out;
}

} // namespace

void add_second_paths(NetworkPlan& out, World const& world, Scenario const& scenario, RolloutGraph const& graph,
                      FibrePlan const& fibre) {
    auto const& kind = scenario.fibre.second_path;
    if (kind == "none" || graph.exchange.empty()) return;
    std::vector<solve::EdgeEnds> ends;
    for (auto const& e : graph.edges) ends.push_back({e.a, e.b, e.price_vnd});
    auto whole = solve::make_graph(static_cast<solve::Node>(graph.nodes.size()), std::move(ends));
    auto const stands = standing(graph, whole, fibre, scenario);
    std::uint32_t const root = graph.exchange.front();
    std::vector<std::uint32_t> asked;
    for (std::uint32_t i = 0; i < world.institutions.size(); ++i)
        if (kind == "all" || world.institutions[i].kind == kind) {
            out.second_ways.push_back({.institution = i});
            asked.push_back(graph.institution[i]);
        }
    auto nodes = asked;
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    auto const found = second_ways(whole, stands, root, nodes);
    out.second_vnd = found.cost;
    out.second_bound_vnd = found.lower_bound;
    // What stands or is added is free: pairs are measured along it.
    for (std::uint32_t e = 0; e < whole.edges.size(); ++e)
        if (stands[e] != 0) whole.edges[e].cost = 0;
    for (auto const e : found.edges) whole.edges[e].cost = 0;
    auto const apart = scenario.fibre.second_path_apart == "nodes" ? Apart::nodes : Apart::edges;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        auto& way = out.second_ways[i];
        if (asked[i] == root) {
            way.possible = way.apart = true;
            way.one_share = way.both_share = 1;
            continue;
        }
        auto const pair = disjoint_pair(whole, asked[i], root, Apart::edges);
        way.possible = pair && pair->cost == 0;
        way.apart = way.possible;
        if (!pair) continue;
        if (apart == Apart::nodes) {
            auto const strict = disjoint_pair(whole, asked[i], root, Apart::nodes);
            way.apart = strict && strict->cost == 0;
        }
        way.one_km = std::min(length_km(graph, pair->one), length_km(graph, pair->two));
        way.two_km = std::max(length_km(graph, pair->one), length_km(graph, pair->two));
        way.one_share = cable_availability_share(scenario.links, way.one_km);
        way.both_share = either_share(way.one_share, cable_availability_share(scenario.links, way.two_km));
    }
    auto const bn = [](std::int64_t vnd, geo::Language language) {
        return geo::number_text(static_cast<double>(vnd) / vnd_per_bn, 1, language);
    };
    constexpr auto vi = geo::Language::vi, en = geo::Language::en;
    out.notes.push_back(
        {fmt::format(
             "Đường thứ hai cho {} cơ quan: {} tỷ đồng, không thể dưới {} tỷ đồng; {} nơi không có đường thứ hai",
             asked.size(), bn(found.cost, vi), bn(found.lower_bound, vi), found.impossible.size()),
         fmt::format("Second ways for {} institutions: {} billion VND, none under {} billion VND; {} places can have "
                     "none",
                     asked.size(), bn(found.cost, en), bn(found.lower_bound, en), found.impossible.size())});
}

} // namespace phusong

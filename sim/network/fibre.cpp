#include "sim/network/fibre.h"
#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>

namespace phusong {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::uint32_t no_section = std::numeric_limits<std::uint32_t>::max();

struct Arc {
    double priced_m = 0;
    std::uint32_t section = no_section; ///< none: from the source of all light to a joint
};
using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc>;

struct RememberSection : boost::dijkstra_visitor<> {
    std::vector<std::uint32_t>* via;
    template <class Edge, class G> void edge_relaxed(Edge e, G const& g) const { (*via)[target(e, g)] = g[e].section; }
};

std::vector<geo::XY> positions(std::vector<FibreNode> const& nodes) {
    std::vector<geo::XY> out;
    for (auto const& n : nodes) out.push_back(n.xy);
    return out;
}

void append(geo::Polyline& line, geo::XY p) {
    if (line.empty() || geo::distance_m(line.back(), p) > 1e-6) line.push_back(p);
}
void append(geo::Polyline& line, geo::Polyline const& more) {
    for (geo::XY p : more) append(line, p);
}

} // namespace

FibreRoutes::FibreRoutes(RoadNetwork const& roads, std::vector<FibreNode> const& lit, double offroad_factor)
    : roads_(roads), lit_(positions(lit)), offroad_factor_(offroad_factor), index_(roads), nearest_lit_(lit_) {
    for (geo::XY p : lit_)
        if (auto const joint = index_.nearest(p)) joints_.push_back(*joint);
    cut_roads();
    find_ways();
}

void FibreRoutes::cut_roads() {
    auto const nodes = static_cast<std::uint32_t>(roads_.nodes.size());
    std::vector<std::uint32_t> order(joints_.size()); // joints by place on the roads
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(joints_[a].edge, joints_[a].along_m) < std::pair(joints_[b].edge, joints_[b].along_m);
    });
    auto next = order.begin();
    for (std::uint32_t e = 0; e < roads_.edges.size(); ++e) {
        auto const& edge = roads_.edges[e];
        first_section_.push_back(sections_.size());
        Section open{.edge = e, .from = edge.from, .to = edge.to, .from_m = 0, .to_m = geo::length_m(edge.line)};
        for (; next != order.end() && joints_[*next].edge == e; ++next) {
            double const cut_m = std::clamp(joints_[*next].along_m, open.from_m, open.to_m);
            sections_.push_back({e, open.from, nodes + *next, open.from_m, cut_m});
            open.from = nodes + *next;
            open.from_m = cut_m;
        }
        sections_.push_back(open);
    }
    first_section_.push_back(sections_.size());
}

/// Dijkstra's algorithm from one source that is joined to every lit node by its step to the road.
void FibreRoutes::find_ways() {
    std::size_t const stops = roads_.nodes.size() + joints_.size(), light = stops;
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    std::vector<Arc> arcs;
    for (std::uint32_t s = 0; s < sections_.size(); ++s) {
        Section const& section = sections_[s];
        Arc const arc{section.to_m - section.from_m, s};
        for (auto const& way : {std::pair(section.from, section.to), std::pair(section.to, section.from)}) {
            ends.emplace_back(way.first, way.second);
            arcs.push_back(arc);
        }
    }
    for (std::size_t i = 0; i < joints_.size(); ++i) {
        ends.emplace_back(light, roads_.nodes.size() + i);
        arcs.push_back({joints_[i].offroad_m * offroad_factor_, no_section});
    }
    Graph const graph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), arcs.begin(), stops + 1);
    priced_m_.assign(stops + 1, never);
    via_.assign(stops + 1, no_section);
    std::vector<std::size_t> before(stops + 1);
    RememberSection visitor;
    visitor.via = &via_;
    auto const vertices = boost::get(boost::vertex_index, graph);
    boost::dijkstra_shortest_paths(graph, light,
                                   boost::weight_map(boost::get(&Arc::priced_m, graph))
                                       .distance_map(boost::make_iterator_property_map(priced_m_.begin(), vertices))
                                       .predecessor_map(boost::make_iterator_property_map(before.begin(), vertices))
                                       .visitor(visitor)
                                       .distance_inf(never));
    before_.assign(before.begin(), before.end());
}

/// From the lit node to a stop that has a way.
geo::Polyline FibreRoutes::way_to(std::uint32_t stop) const {
    std::vector<std::uint32_t> stops{stop}; // from the end to the joint
    while (via_[stops.back()] != no_section) stops.push_back(before_[stops.back()]);
    std::size_t const lit = stops.back() - roads_.nodes.size();
    geo::Polyline line{lit_[lit]};
    append(line, joints_[lit].xy);
    for (std::size_t i = stops.size() - 1; i-- > 0;) {
        Section const& s = sections_[via_[stops[i]]];
        bool const onward = s.to == stops[i] && s.from == stops[i + 1];
        auto const& road = roads_.edges[s.edge].line;
        append(line, onward ? part(road, s.from_m, s.to_m) : part(road, s.to_m, s.from_m));
    }
    return line;
}

std::optional<FibreRoute> FibreRoutes::along_roads(geo::XY place) const {
    auto const on = index_.nearest(place);
    if (!on) return {};
    auto const begin = sections_.begin() + static_cast<std::ptrdiff_t>(first_section_[on->edge]);
    auto const end = sections_.begin() + static_cast<std::ptrdiff_t>(first_section_[on->edge + 1]);
    auto const section = std::find_if(begin, end - 1, [&](Section const& s) { return on->along_m <= s.to_m; });
    double const from_m = priced_m_[section->from] + std::abs(on->along_m - section->from_m);
    double const to_m = priced_m_[section->to] + std::abs(section->to_m - on->along_m);
    bool const by_from = from_m <= to_m;
    std::uint32_t const stop = by_from ? section->from : section->to;
    if (priced_m_[stop] == never) return {};
    FibreRoute route{.priced_m = std::min(from_m, to_m) + on->offroad_m * offroad_factor_, .line = way_to(stop)};
    append(route.line, part(roads_.edges[on->edge].line, by_from ? section->from_m : section->to_m, on->along_m));
    append(route.line, on->xy);
    append(route.line, place);
    std::uint32_t joint = stop;
    while (via_[joint] != no_section) joint = before_[joint];
    route.lit_node = joint - roads_.nodes.size();
    route.length_m = geo::length_m(route.line);
    return route;
}

std::optional<FibreRoute> FibreRoutes::straight(geo::XY place) const {
    auto const near = nearest_lit_.nearest(place, 1);
    if (near.empty()) return {};
    double const length_m = geo::distance_m(lit_[near.front()], place);
    return FibreRoute{.priced_m = length_m * offroad_factor_,
                      .length_m = length_m,
                      .lit_node = near.front(),
                      .line = {lit_[near.front()], place}};
}

Link fibre_link(FibreRoutes const& routes, std::vector<FibreNode> const& lit, Scenario const& scenario, geo::XY place) {
    std::optional<FibreRoute> best;
    for (auto const& route : {routes.along_roads(place), routes.straight(place)})
        if (route && route->length_m <= scenario.network.fibre_max_km * 1000 &&
            (!best || route->priced_m < best->priced_m))
            best = route;
    if (!best) return {};
    Link link{.kind = LinkKind::fibre,
              .length_km = best->length_m / 1000,
              .line = best->line,
              .from = lit[best->lit_node].code};
    link.priced_km = best->priced_m / 1000;
    return priced_by(std::move(link), scenario);
}

} // namespace phusong

#include "sim/network/graph/build_graph.h"
#include "geo/number_text.h"
#include "geo/parallel.h"
#include "sim/network/graph/components.h"
#include "sim/network/graph/land.h"
#include "sim/network/graph/road_cuts.h"
#include "sim/network/graph/road_index.h"
#include "sim/network/graph/spots.h"
#include "sim/network/graph/terrain_steps.h"
#include <algorithm>
#include <limits>

namespace phusong {
namespace {

constexpr double on_road_m = 0.01;          ///< a place this near to a road stands on it
constexpr double steps_per_road_tie = 0.75; ///< a terrain step meets a road this many steps away: over half a diagonal

template <class Name, std::size_t N> std::size_t index_of(std::array<Name, N> const& names, std::string const& name) {
    auto const found = std::ranges::find(names, name);
    return found == names.end() ? N : static_cast<std::size_t>(found - names.begin());
}

Way way_of(std::string const& kind) {
    auto const i = index_of(way_names, kind);
    return i < way_names.size() ? static_cast<Way>(i) : Way::commune;
}

/// A tie from a point to the road, to be laid once roads are cut.
struct Tie {
    std::size_t cut; ///< number of the cut
    double offroad_m;
};
using Ties = std::vector<std::optional<Tie>>;

/// Collects where roads are to be cut, and why.
class RoadTies {
  public:
    explicit RoadTies(RoadNetwork const& roads) : roads_(roads), index_(roads) {}
    /// The nearest road of each point within reach. Result [i] belongs to points[i].
    Ties tie(std::vector<geo::XY> const& points, double within_m) {
        std::vector<std::optional<OnRoad>> found(points.size());
        geo::parallel_for(std::ssize(points), 64, [&](std::ptrdiff_t i) {
            found[static_cast<std::size_t>(i)] = index_.nearest(points[static_cast<std::size_t>(i)], within_m);
        });
        Ties out;
        for (auto const& on : found) out.push_back(on ? std::optional<Tie>{{cut(*on), on->offroad_m}} : std::nullopt);
        return out;
    }
    void cross() {
        for (auto const& c : index_.crossings()) {
            crossings.emplace_back(cuts.size(), cuts.size() + 1);
            cuts.push_back({c.edge_1, c.along_1_m});
            cuts.push_back({c.edge_2, c.along_2_m});
        }
    }
    /// Roads that end near another one.
    void bridge_gaps(double gap_m) {
        std::vector<std::uint32_t> degree(roads_.nodes.size(), 0), last(roads_.nodes.size(), 0);
        for (std::uint32_t e = 0; e < roads_.edges.size(); ++e)
            for (auto const node : {roads_.edges[e].from, roads_.edges[e].to}) ++degree[node], last[node] = e;
        for (std::uint32_t n = 0; n < roads_.nodes.size(); ++n) {
            if (degree[n] != 1) continue;
            auto const on = index_.nearest(roads_.nodes[n], gap_m, std::span(&last[n], 1));
            if (on) gaps.push_back({n, cut(*on), way_of(roads_.edges[last[n]].kind)});
        }
    }
    struct Gap {
        std::uint32_t node;
        std::size_t cut;
        Way way;
    };
    std::vector<RoadCut> cuts;
    std::vector<std::pair<std::size_t, std::size_t>> crossings; ///< cuts
    std::vector<Gap> gaps;

  private:
    std::size_t cut(OnRoad const& on) {
        cuts.push_back({on.edge, on.along_m});
        return cuts.size() - 1;
    }
    RoadNetwork const& roads_;
    RoadIndex index_;
};

void lay_roads(Draft& draft, RoadNetwork const& roads, CutRoads const& cut, RoadTies const& ties) {
    for (auto const p : cut.nodes) draft.add_node(p, NodeKind::junction);
    for (auto const& piece : cut.pieces) {
        auto const& edge = roads.edges[piece.edge];
        draft.add_edge(piece.from, piece.to, way_of(edge.kind), part(edge.line, piece.from_m, piece.to_m));
    }
    for (auto const& [one, two] : ties.crossings)
        if (cut.node_of[one] != cut.node_of[two])
            draft.add_edge(cut.node_of[one], cut.node_of[two], way_of(roads.edges[ties.cuts[one].edge].kind), {});
    for (auto const& gap : ties.gaps)
        if (gap.node != cut.node_of[gap.cut]) draft.add_edge(gap.node, cut.node_of[gap.cut], gap.way, {});
}

/// Node of each spot: on the road where it stands there, else its own with a step to the road and to the terrain steps.
std::vector<std::uint32_t> lay_spots(Draft& draft, Spots const& spots, Ties const& ties, CutRoads const& cut,
                                     TerrainSteps const& steps) {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < spots.list.size(); ++i) {
        auto const& spot = spots.list[i];
        bool const on_road = ties[i] && ties[i]->offroad_m <= on_road_m;
        auto const node = on_road ? cut.node_of[ties[i]->cut] : draft.add_node(spot.xy, spot.kind);
        draft.mark(node, spot.kind);
        if (ties[i] && !on_road) draft.add_step(node, cut.node_of[ties[i]->cut]);
        for (auto const step : steps.near(spot.xy)) draft.add_step(node, step);
        out.push_back(node);
    }
    return out;
}

void name_places(RolloutGraph& graph, Spots const& spots, std::vector<std::uint32_t> const& node) {
    auto const nodes = [&](std::vector<std::uint32_t> const& places) {
        std::vector<std::uint32_t> out;
        for (auto const spot : places) out.push_back(node[spot]);
        return out;
    };
    graph.exchange = nodes(spots.exchange);
    graph.seat = nodes(spots.seat);
    graph.site = nodes(spots.site);
    graph.village = nodes(spots.village);
    graph.institution = nodes(spots.institution);
    graph.extra = nodes(spots.extra);
}

std::array<Plant, way_names.size()> plants(FibrePlants const& plant) {
    auto const one = [](std::string const& name) {
        auto const i = index_of(plant_names, name);
        return i < plant_names.size() ? static_cast<Plant>(i) : Plant::aerial;
    };
    return {one(plant.national), one(plant.provincial), one(plant.commune), one(plant.track), one(plant.off_road)};
}

/// Edges whose terrain is not all known.
std::size_t price(RolloutGraph& graph, Land const& land, Scenario const& scenario) {
    auto const plant = plants(scenario.fibre.plant);
    std::vector<std::uint8_t> unknown(graph.edges.size(), 0);
    geo::parallel_for(std::ssize(graph.edges), 256, [&](std::ptrdiff_t i) {
        auto& edge = graph.edges[static_cast<std::size_t>(i)];
        edge.plant = plant[static_cast<std::size_t>(edge.way)];
        bool const known = land.survey(edge, graph.line(static_cast<std::uint32_t>(i)));
        unknown[static_cast<std::size_t>(i)] = known ? 0 : 1;
        edge.price_vnd = cable_price_vnd(edge, scenario);
    });
    return static_cast<std::size_t>(std::ranges::count(unknown, std::uint8_t{1}));
}

void note(RolloutGraph& graph, World const& world, RoadTies const& ties, Joined const& joined, std::size_t unknown) {
    graph.notes.push_back(geo::with_numbers([&](auto number) {
        return geo::say(
            "Đồ thị triển khai: {} nút, {} cạnh; {} cụm đường rời nhau, {} chỗ đường cắt nhau và {} đầu đường hở được "
            "nối",
            "Rollout graph: {} nodes, {} edges; {} separate pieces of road, {} crossings and {} open road ends joined",
            number(graph.nodes.size()), number(graph.edges.size()), number(world.roads.components),
            number(ties.crossings.size()), number(ties.gaps.size()));
    }));
    auto const km = [&](geo::Language language) { return geo::number_text(joined.length_m / 1000, 1, language); };
    if (joined.steps > 0)
        graph.notes.push_back(
            {fmt::format("{} mảnh còn rời được nối bằng đoạn thẳng ngắn nhất qua đất, tổng {} km", joined.steps,
                         km(geo::Language::vi)),
             fmt::format("{} pieces that still stood apart were joined by the shortest straight steps over land, {} km "
                         "in all",
                         joined.steps, km(geo::Language::en))});
    if (unknown > 0)
        graph.notes.push_back(geo::say("{} cạnh của đồ thị thiếu độ cao; chỗ thiếu coi như bằng phẳng",
                                       "{} edges of the graph lack terrain; such stretches count as level", unknown));
}

} // namespace

RolloutGraph build_rollout_graph(World const& world, Scenario const& scenario, std::span<geo::XY const> extra,
                                 geo::Progress const& progress) {
    geo::Message const stage{"Đồ thị triển khai", "Rollout graph"};
    geo::tell(progress, stage, 0);
    auto const& settings = scenario.fibre;
    Land const land(world, settings);
    auto const spots = find_spots(world, extra);
    RoadTies roads(world.roads);
    if (settings.join_crossings) roads.cross();
    if (settings.road_gap_m > 0) roads.bridge_gaps(settings.road_gap_m);

    std::vector<geo::XY> points;
    for (auto const& spot : spots.list) points.push_back(spot.xy);
    auto const place_ties = roads.tie(points, settings.offroad_reach_km * 1000);
    TerrainSteps steps(world.grid, settings.offroad_step_m);
    if (settings.offroad_reach_km > 0)
        for (auto const p : points) steps.want_around(p, settings.offroad_reach_km * 1000);
    auto const middles = steps.middles(land);
    auto const step_ties = roads.tie(middles, settings.offroad_step_m * steps_per_road_tie);

    Draft draft;
    auto const cut = cut_roads(world.roads, roads.cuts);
    lay_roads(draft, world.roads, cut, roads);
    steps.lay(draft);
    for (std::size_t i = 0; i < middles.size(); ++i)
        if (step_ties[i]) draft.add_step(steps.node(i), cut.node_of[step_ties[i]->cut]);
    auto const node = lay_spots(draft, spots, place_ties, cut, steps);
    auto const joined = join_components(draft);
    name_places(draft.graph, spots, node);
    geo::tell(progress, stage, 0.5);
    auto const unknown = price(draft.graph, land, scenario);
    index_arcs(draft.graph);
    note(draft.graph, world, roads, joined, unknown);
    geo::tell(progress, stage, 1);
    return std::move(draft.graph);
}

} // namespace phusong

#include "sim/output/exchange/ofds.h"
#include "sim/output/csv_text.h"
#include "sim/output/exchange/routes.h"
#include "sim/output/labels.h"
#include "sim/rollout/place_code.h"
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace phusong {
namespace {

using Json = nlohmann::ordered_json;

constexpr char const* schema =
    "https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/0__3__0/schema/network-schema.json";

/// A UUID made of the hash of what went in: version 8 of RFC 9562, "custom".
std::string uuid(std::string const& hash) {
    return fmt::format("{}-{}-8{}-8{}-{}", hash.substr(0, 8), hash.substr(8, 4), hash.substr(12, 3), hash.substr(15, 3),
                       hash.substr(18, 12));
}

Json network_json(World const& world, Scenario const& scenario, RunIdentity const& identity) {
    Json network{{"id", uuid(identity.input_hash)}, {"name", title(scenario).vi}};
    network["crs"] = {{"name", "urn:ogc:def:crs:OGC::CRS84"}, {"uri", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}};
    if (auto const made = synthetic_words(world); !made.vi.empty())
        network["accuracyDetails"] =
            fmt::format("Dữ liệu giả định, chưa khảo sát: {}. / Synthetic, not surveyed: {}.", made.vi, made.en);
    network["language"] = "vi";
    network["links"] = Json::array({{{"href", schema}, {"rel", "describedby"}}});
    return network;
}

Json position(geo::XY p, World const& world) {
    auto const at = world.crs->unproject(p);
    return Json::array({rounded(at.lon_deg, 7), rounded(at.lat_deg, 7)});
}

Json phase(int year) { return {{"id", std::to_string(year)}, {"name", fmt::format("Năm {0} / Year {0}", year)}}; }

/// The nodes of the network, each once: by code where the place has one, else by where it is, to the centimetre.
struct Nodes {
    World const& world;
    std::set<std::string> standing; ///< codes of sites that stand today
    std::set<std::string> towers;   ///< codes of places that carry antennas
    std::vector<Json> all;          ///< without geometry, in order
    std::vector<Json> places;       ///< geometry of each
    std::map<std::string, std::size_t> known;

    std::size_t add(std::string const& code, geo::XY at, int year) {
        auto const here = fmt::format("{}:{}", std::llround(100 * at.x_m), std::llround(100 * at.y_m));
        auto const [found, is_new] = known.emplace(code.empty() ? here : code, all.size());
        if (!is_new) return found->second;
        Json node{{"id", code.empty() ? fmt::format("N{:04}", all.size() + 1) : code}};
        bool const stands = year == 0 || standing.contains(code);
        if (!stands) node["phase"] = phase(year);
        if (year != 0) node["type"] = Json::array({towers.contains(code) ? "tower" : "aggregationPoint"});
        node["status"] = stands ? "operational" : "proposed";
        all.push_back(std::move(node));
        places.push_back({{"type", "Point"}, {"coordinates", position(at, world)}});
        return found->second;
    }
};

Nodes standing_nodes(World const& world, Outcome const& outcome) {
    Nodes nodes{world, {}, {}, {}, {}, {}};
    for (auto const& site : world.sites) nodes.standing.insert(site.code);
    nodes.towers = nodes.standing;
    for (std::size_t p = 0; p < outcome.plan.projects.size(); ++p)
        if (!is_access(outcome.candidates.list[outcome.plan.projects[p].candidate].kind))
            nodes.towers.insert(place_code(world, outcome.candidates, outcome.plan, p));
    for (auto const& node : world.fibre_nodes) nodes.add(node.code, node.xy, 0);
    return nodes;
}

/// A node as a span repeats it: with its place, as the standard's transformation has it.
Json end_json(Nodes const& nodes, std::size_t i) {
    Json node = nodes.all[i];
    node["location"] = nodes.places[i];
    return node;
}

Json span_json(Route const& route, Nodes const& nodes, std::size_t start, std::size_t end) {
    Json span{{"id", route.id},
              {"phase", phase(route.year)},
              {"status", "proposed"},
              {"start", end_json(nodes, start)},
              {"end", end_json(nodes, end)},
              {"directed", false},
              {"transmissionMedium", Json::array({link_kind_names[static_cast<std::size_t>(route.kind)]})}};
    Json deployment = Json::array();
    if (route.on_poles) deployment.push_back("aboveGround");
    if (route.buried) deployment.push_back("belowGround");
    if (!deployment.empty()) span["deployment"] = deployment;
    if (route.kind == LinkKind::fibre) span["fibreLength"] = rounded(route.length_km, 3);
    constexpr double mbps_a_gbps = 1000;
    if (route.capacity_mbps > 0) span["capacity"] = rounded(route.capacity_mbps / mbps_a_gbps, 4);
    return span;
}

Json feature(Json geometry, Json properties, Json const& network, char const* type) {
    properties["network"] = network;
    properties["featureType"] = type;
    return {{"type", "Feature"}, {"geometry", std::move(geometry)}, {"properties", std::move(properties)}};
}

/// One feature a line: small, and readable as a difference.
std::string collection(std::vector<Json> const& features) {
    std::string out = "{\"type\": \"FeatureCollection\", \"features\": [\n";
    for (auto const& one : features)
        out += one.dump(-1, ' ', false, Json::error_handler_t::replace) + (&one == &features.back() ? "\n" : ",\n");
    return out + "]}\n";
}

} // namespace

OfdsFiles ofds(World const& world, Scenario const& scenario, Outcome const& outcome, RunIdentity const& identity) {
    auto const network = network_json(world, scenario, identity);
    auto nodes = standing_nodes(world, outcome);
    std::vector<Json> spans, points;
    for (auto const& route : routes(world, outcome)) {
        auto const start = nodes.add(route.from, route.line.front(), route.year);
        auto const end = nodes.add(route.to, route.line.back(), route.year);
        Json line = Json::array();
        for (auto const& p : route.line) line.push_back(position(p, world));
        spans.push_back(feature({{"type", "LineString"}, {"coordinates", std::move(line)}},
                                span_json(route, nodes, start, end), network, "span"));
    }
    for (std::size_t i = 0; i < nodes.all.size(); ++i)
        points.push_back(feature(nodes.places[i], nodes.all[i], network, "node"));
    return {collection(points), collection(spans)};
}

} // namespace phusong

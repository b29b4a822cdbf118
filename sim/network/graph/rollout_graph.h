#pragma once
#include "geo/message.h"
#include "geo/polygon.h"
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace phusong {

enum class NodeKind : std::uint8_t { junction, terrain, institution, village, site, seat, exchange };
enum class Way : std::uint8_t { national, provincial, commune, track, off_road };
enum class Plant : std::uint8_t { existing_poles, aerial, buried };
enum class Geotype : std::uint8_t { town, lowland, hill, mountain };
inline constexpr std::array node_kind_names{"junction", "terrain", "institution", "village",
                                            "site",     "seat",    "exchange"};
inline constexpr std::array way_names{"national", "provincial", "commune", "track", "off_road"};
inline constexpr std::array plant_names{"existing_poles", "aerial", "buried"};
inline constexpr std::array geotype_names{"town", "lowland", "hill", "mountain"};

/// Where cable can be laid, as plain arrays: a node is a junction, a cut in a road, a corner of the terrain steps or a
/// place; an edge is a piece of road or a step over land, with its price. Undirected; no edge runs from a node to
/// itself except roads that do.
/// Units: metres in the scenario's CRS, VND.
struct RolloutGraph {
    struct Node {
        geo::XY xy;
        NodeKind kind = NodeKind::junction; ///< of several places at one spot the last in the list of kinds
    };
    struct Edge {
        std::uint32_t a = 0, b = 0;
        std::int64_t price_vnd = 0;
        double length_m = 0; ///< of its line
        float slope = 0;     ///< mean of |rise| / length along it
        Way way = Way::off_road;
        Plant plant = Plant::aerial;
        Geotype geotype = Geotype::lowland;
        std::uint8_t half_rivers = 0, half_ridges = 0; ///< times that the line enters or leaves one
    };
    struct Arc {
        std::uint32_t to, edge;
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<std::uint32_t> first_point; ///< of edge e: points[first_point[e]] .. points[first_point[e + 1] - 1]
    std::vector<geo::XY> points;            ///< from a to b
    std::vector<std::uint32_t> first_arc;   ///< of node n: arcs[first_arc[n]] .. arcs[first_arc[n + 1] - 1]
    std::vector<Arc> arcs;                  ///< ascending edge at each node
    /// Node of each place of the World, in its order there; `extra` are those that the caller named.
    std::vector<std::uint32_t> exchange, seat, site, village, institution, extra;
    std::vector<geo::Message> notes;

    [[nodiscard]] std::span<geo::XY const> line(std::uint32_t edge) const {
        return std::span(points).subspan(first_point[edge], first_point[edge + 1] - first_point[edge]);
    }
    [[nodiscard]] std::span<Arc const> at(std::uint32_t node) const {
        return std::span(arcs).subspan(first_arc[node], first_arc[node + 1] - first_arc[node]);
    }
    /// Bytes that the arrays hold.
    [[nodiscard]] std::size_t bytes() const;
};

/// Fills first_arc and arcs from edges.
void index_arcs(RolloutGraph& graph);

} // namespace phusong

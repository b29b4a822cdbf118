#include "geo/io/hash.h"
#include "geo/io/text_check.h"
#include "geo/io/vector_file.h"
#include "sim/world/reading.h"
#include "sim/world/road_network.h"
#include <algorithm>
#include <array>
#include <utility>

namespace phusong {
namespace {

std::vector<std::string> const kinds{"national", "provincial", "commune", "track"};
std::string const unnamed_kind = "commune"; ///< of every road where the layer tells no kinds

/// OpenStreetMap's `highway` values, by what the road is in Viet Nam. Footpaths and steps carry no cable works: left
/// out.
struct OsmKind {
    char const *highway, *kind;
};
constexpr std::array osm_kinds{OsmKind{"motorway", "national"},     OsmKind{"motorway_link", "national"},
                               OsmKind{"trunk", "national"},        OsmKind{"trunk_link", "national"},
                               OsmKind{"primary", "national"},      OsmKind{"primary_link", "national"},
                               OsmKind{"secondary", "provincial"},  OsmKind{"secondary_link", "provincial"},
                               OsmKind{"tertiary", "commune"},      OsmKind{"tertiary_link", "commune"},
                               OsmKind{"unclassified", "commune"},  OsmKind{"residential", "commune"},
                               OsmKind{"living_street", "commune"}, OsmKind{"service", "commune"},
                               OsmKind{"road", "commune"},          OsmKind{"track", "track"}};

std::string field(geo::io::Shape const& shape, std::string const& name) {
    auto const found = shape.fields.find(name);
    return found == shape.fields.end() ? std::string{} : found->second;
}

bool has_column(geo::io::VectorLayer const& layer, std::string const& name) {
    return std::any_of(layer.shapes.begin(), layer.shapes.end(),
                       [&](auto const& s) { return s.fields.contains(name); });
}

/// The kind of one road; empty when it is none of ours.
std::string kind_of(geo::io::Shape const& shape, Reading& reading) {
    if (auto const kind = field(shape, "kind"); !kind.empty()) {
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
            reading.problems.push_back(
                {shape.where,
                 geo::say("kind là “{}”, phải là một trong: {}", "kind is “{}”, must be one of: {}", kind, list(kinds)),
                 geo::io::did_you_mean(kind, kinds)});
        return kind;
    }
    auto const highway = field(shape, "highway");
    auto const* const found =
        std::find_if(osm_kinds.begin(), osm_kinds.end(), [&](auto const& k) { return k.highway == highway; });
    return found == osm_kinds.end() ? std::string{} : found->kind;
}

bool is_here(Reading const& reading, geo::Polyline const& line) {
    return std::any_of(line.begin(), line.end(), [&](geo::XY p) { return reading.world.grid.cell_at(p).has_value(); });
}

/// What a layer holds, by what can be made of it.
struct Sorted {
    std::vector<RoadLine> lines;
    std::size_t unknown = 0, synthetic = 0; ///< shapes
    std::size_t all_lines = 0, lines_here = 0;
};

Sorted sort_roads(Reading& reading, geo::io::VectorLayer const& layer, bool kinds_are_told) {
    Sorted out;
    for (auto const& shape : layer.shapes) {
        auto const kind = kinds_are_told ? kind_of(shape, reading) : unnamed_kind;
        if (kind.empty()) ++out.unknown;
        if (field(shape, "synthetic") == "1") ++out.synthetic;
        for (auto const& line : shape.lines) {
            ++out.all_lines;
            out.lines_here += is_here(reading, line) ? 1U : 0U;
            if (!kind.empty()) out.lines.push_back({line, kind});
        }
    }
    return out;
}

/// Why no road of the layer can be used: each reason has its own remedy.
void check_use(Reading& reading, Sorted const& roads, std::string const& crs_name) {
    if (reading.world.grid.rows == 0) return; // already a problem
    auto const tell = [&](geo::Message what, geo::Message hint) {
        reading.problems.push_back({reading.scenario.world.roads.where, std::move(what), std::move(hint)});
    };
    if (roads.all_lines == 0)
        tell(geo::say("lớp đường không có đường nào", "the layer of roads holds no line"),
             geo::say("chọn lớp các đường (LineString), không phải điểm hay vùng",
                      "choose the layer of lines (LineString), not of points or areas"));
    else if (roads.lines_here == 0)
        tell(geo::say("không đường nào nằm trong tỉnh", "no road lies in the province"),
             geo::say("kiểm tra hệ tọa độ của lớp ({})", "check the layer's CRS ({})", crs_name));
    else if (std::none_of(roads.lines.begin(), roads.lines.end(),
                          [&](auto const& road) { return is_here(reading, road.line); }))
        tell(geo::say("{} đường nằm trong tỉnh, nhưng không đường nào có loại dùng được (kind, highway)",
                      "{} roads lie in the province, but none has a kind that can be used (kind, highway)",
                      roads.lines_here),
             geo::say("ghi kind là một trong: {}; hoặc bỏ cả hai cột, khi đó mọi đường là đường xã",
                      "write one of these as kind: {}; or drop both columns, then every road is a commune road",
                      list(kinds)));
}

void take(Reading& reading, geo::io::VectorLayer const& layer) {
    bool const kinds_are_told = has_column(layer, "kind") || has_column(layer, "highway");
    auto const roads = sort_roads(reading, layer, kinds_are_told);
    auto& world = reading.world;
    world.roads = build_roads(roads.lines);
    note_synthetic(world, "roads", roads.synthetic, layer.shapes.size());
    if (!kinds_are_told && !roads.lines.empty())
        world.notes.push_back(
            geo::say("lớp đường không có cột kind hoặc highway: cả {} đường được coi là đường xã",
                     "the layer of roads has no column kind or highway: all {} roads are taken for commune roads",
                     roads.lines.size()));
    if (roads.unknown > 0)
        world.notes.push_back(geo::say("{} đường không rõ loại (kind, highway) không được dùng",
                                       "{} roads of unknown kind (kind, highway) are not used", roads.unknown));
    if (world.roads.components > 1)
        world.notes.push_back(geo::say("mạng đường gồm {} phần rời nhau", "the road network is in {} separate pieces",
                                       world.roads.components));
    check_use(reading, roads, layer.crs_name);
}

} // namespace

void read_roads(Reading& reading) {
    auto const& file = reading.scenario.world.roads;
    if (!file.given()) return;
    try {
        auto const layer = geo::io::read_vector(file.path, file.where, reading.crs);
        reading.world.provenance.push_back({"roads", file.name(), geo::io::sha256_of_file(file.path), false, {}});
        take(reading, layer);
    } catch (geo::InputError const& e) {
        reading.problems.insert(reading.problems.end(), e.problems.begin(), e.problems.end());
    }
}

} // namespace phusong

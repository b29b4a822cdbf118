#include "geo/io/hash.h"
#include "geo/io/text_check.h"
#include "geo/io/vector_file.h"
#include "sim/world/reading.h"
#include "sim/world/road_network.h"
#include <algorithm>
#include <array>

namespace phusong {
namespace {

std::vector<std::string> const kinds{"national", "provincial", "commune", "track"};

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

void take(Reading& reading, geo::io::VectorLayer const& layer) {
    std::vector<RoadLine> lines;
    std::size_t unknown = 0, synthetic = 0;
    for (auto const& shape : layer.shapes) {
        auto const kind = kind_of(shape, reading);
        if (kind.empty()) ++unknown;
        if (field(shape, "synthetic") == "1") ++synthetic;
        for (auto const& line : shape.lines)
            if (!kind.empty()) lines.push_back({line, kind});
    }
    reading.world.roads = build_roads(lines);
    note_synthetic(reading.world, "roads", synthetic, layer.shapes.size());
    if (unknown > 0)
        reading.world.notes.push_back(geo::say("{} đường không rõ loại (kind, highway) không được dùng",
                                               "{} roads of unknown kind (kind, highway) are not used", unknown));
    if (reading.world.roads.components > 1)
        reading.world.notes.push_back(geo::say("mạng đường gồm {} phần rời nhau",
                                               "the road network is in {} separate pieces",
                                               reading.world.roads.components));
    bool const touches = std::any_of(reading.world.roads.nodes.begin(), reading.world.roads.nodes.end(),
                                     [&](geo::XY p) { return reading.world.grid.cell_at(p).has_value(); });
    if (!touches && reading.world.grid.rows > 0)
        reading.problems.push_back(
            {reading.scenario.world.roads.where,
             geo::say("không đường nào nằm trong tỉnh", "no road lies in the province"),
             geo::say("kiểm tra hệ tọa độ của lớp ({})", "check the layer's CRS ({})", layer.crs_name)});
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

#include "sim/output/labels.h"
#include "sim/output/layer_parts.h"

namespace phusong {

OutLayer network_layer(World const& world, Scenario const& scenario, Outcome const& outcome) {
    OutLayer layer = empty_layer("network", "Mạng truyền dẫn / Network", Geometry::line);
    layer.columns = {{"link", Type::integer},
                     {"year", Type::integer},
                     {"kind"},
                     {"from"},
                     {"to"},
                     {"length_km", Type::real},
                     {"price_vnd", Type::integer},
                     {"capacity_mbps", Type::real},
                     {"load_mbps_" + std::to_string(scenario.years.last), Type::real},
                     {"overloaded_from", Type::integer},
                     {"availability_percent", Type::real},
                     {"synthetic_layers"}};
    for (std::size_t i = 0; i < outcome.network.links.size(); ++i) {
        auto const& l = outcome.network.links[i];
        if (l.line.size() < 2) continue; // satellite: nothing to draw
        OutLayer::Row row;
        row.lines = {l.line};
        row.values = {whole(static_cast<std::int64_t>(i + 1)),
                      whole(l.year),
                      words(link_kind_names[static_cast<std::size_t>(l.kind)]),
                      words(l.from),
                      words(l.to),
                      real(l.length_km, 3),
                      whole(l.price_vnd),
                      real(l.capacity_mbps, 1),
                      real(l.load_mbps.back(), 3),
                      l.overloaded_from == 0 ? Value{} : whole(l.overloaded_from),
                      real(100 * l.availability_share, 4),
                      words(synthetic_note(world))};
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

} // namespace phusong

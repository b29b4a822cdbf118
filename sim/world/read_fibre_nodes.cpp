#include "sim/world/reading.h"
#include <algorithm>

namespace phusong {

void read_fibre_nodes(Reading& reading) {
    auto const table = open_table(reading, reading.scenario.world.fibre_nodes, "fibre_nodes");
    if (!table) return;
    geo::io::CsvReader csv(*table, reading.problems);
    PlaceReader places(reading, *table);
    if (!places.ready()) return;
    auto& nodes = reading.world.fibre_nodes;
    std::size_t synthetic = 0;
    for (auto const& row : table->rows) {
        auto const place = places.read(row);
        nodes.push_back({place.code, place.commune, place.xy, is_synthetic(*table, row, csv)});
        synthetic += nodes.back().synthetic ? 1U : 0U;
    }
    std::sort(nodes.begin(), nodes.end(), [](auto const& a, auto const& b) { return a.code < b.code; });
    note_assumed_places(reading.world, "fibre_nodes", synthetic, nodes.size());
}

} // namespace phusong

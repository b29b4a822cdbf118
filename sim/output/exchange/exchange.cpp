#include "sim/output/exchange/exchange.h"
#include "geo/io/zip_file.h"
#include "sim/output/exchange/kml.h"
#include "sim/output/exchange/ofds.h"

namespace phusong {

void write_exchange(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                    Outcome const& outcome, RunIdentity const& identity) {
    auto const [nodes, spans] = ofds(world, scenario, outcome, identity);
    write_pages(folder, {{"ofds/nodes.geojson", nodes},
                         {"ofds/spans.geojson", spans},
                         {"plan.kmz", geo::io::zip_bytes("doc.kml", kml(world, scenario, outcome))}});
}

} // namespace phusong

#pragma once
#include "sim/output/output.h"

namespace phusong {

/// A plan's links as the Open Fibre Data Standard has networks, version 0.3.0, in its GeoJSON format: one collection of
/// nodes, one of spans, each feature with its network; WGS 84.
struct OfdsFiles {
    std::string nodes, spans;
};

/// Nodes: the fibre nodes of today and the ends of every link of the plan; what stands today is operational, else
/// proposed. Spans: the links, fibre and microwave; the standard has no word for satellite. A phase is a year. What the
/// standard asks for and the data do not say (owners, countries, kinds of cable) is left out. Source: Open Fibre Data
/// Standard 0.3.0, network-schema.json and "GeoJSON" (transformation specification).
[[nodiscard]] OfdsFiles ofds(World const& world, Scenario const& scenario, Outcome const& outcome,
                             RunIdentity const& identity);

} // namespace phusong

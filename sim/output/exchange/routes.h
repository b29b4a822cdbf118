#pragma once
#include "sim/run/outcome.h"
#include "sim/world/world.h"
#include <string>
#include <vector>

namespace phusong {

/// A link that the plan builds along a line on the ground. Satellite links have none.
struct Route {
    std::string id; ///< "L0001": row 1 of tables/links.csv; "P0001" of project 1 when the scenario plans no network
    LinkKind kind = LinkKind::fibre;
    int year = 0;
    std::string from, to; ///< codes of the places at the ends; empty at a mere branch
    geo::Polyline line;
    double length_km = 0, capacity_mbps = 0; ///< capacity: 0 = not known
    bool on_poles = false, buried = false;   ///< of fibre; both false = not known
};

/// Links of the network plan; without one, each project's own link.
[[nodiscard]] std::vector<Route> routes(World const& world, Outcome const& outcome);

} // namespace phusong

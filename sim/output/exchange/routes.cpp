#include "sim/output/exchange/routes.h"
#include "sim/rollout/place_code.h"

namespace phusong {
namespace {

std::vector<Route> of_network(NetworkPlan const& network) {
    std::vector<Route> out;
    for (std::size_t i = 0; i < network.links.size(); ++i) {
        auto const& l = network.links[i];
        if (l.line.size() < 2) continue;
        auto const km = [&](Plant plant) { return l.plant_km[static_cast<std::size_t>(plant)]; };
        out.push_back({fmt::format("L{:04}", i + 1), l.kind, l.year, l.from, l.to, l.line, l.length_km, l.capacity_mbps,
                       km(Plant::existing_poles) + km(Plant::aerial) > 0, km(Plant::buried) > 0});
    }
    return out;
}

} // namespace

std::vector<Route> routes(World const& world, Outcome const& outcome) {
    if (outcome.network.planned) return of_network(outcome.network);
    std::vector<Route> out;
    for (std::size_t p = 0; p < outcome.plan.projects.size(); ++p) {
        auto const& project = outcome.plan.projects[p];
        auto const& link = outcome.candidates.list[project.candidate].link;
        if (link.line.size() < 2) continue;
        out.push_back({project_code(p), link.kind, project.year, link.from,
                       place_code(world, outcome.candidates, outcome.plan, p), link.line, link.length_km,
                       link.capacity_mbps});
    }
    return out;
}

} // namespace phusong

#pragma once
#include "sim/network/disjoint/two_connected.h"
#include "sim/network/fibre/fibre_plan.h"
#include "sim/network/pon/pon.h"
#include "sim/rollout/rollout.h"
#include "sim/run/site_load.h"

namespace phusong {

/// A link that the plan builds: a stretch of the fibre tree between branches, places and changes of year, or the
/// microwave hop or satellite link of one project.
struct NetworkLink {
    LinkKind kind = LinkKind::none;
    int year = 0; ///< in which it is built
    /// Codes of the places at its ends, from what is lit; at a mere branch "J0007": the lower end of the seventh link.
    std::string from, to;
    geo::Polyline line; ///< from there to here; a point for satellite
    double length_km = 0;
    int hops = 0;                                      ///< of microwave: two where a relay stands between
    std::array<double, plant_names.size()> plant_km{}; ///< of fibre
    std::int64_t price_vnd = 0;
    /// [year − base], busy hour: what the sites and homes behind it ask for; 0 before anything uses it.
    std::vector<double> load_mbps;
    double capacity_mbps = 0;            ///< class for its heaviest year
    int overloaded_from = 0;             ///< first year in which the class is too full; 0 = never
    double availability_share = 1;       ///< of all links from here to what is lit
    double place_availability_share = 0; ///< with power at the place where a project stands; NaN at a mere branch
};

struct PonRow {
    std::uint32_t project = 0; ///< index into Plan::projects
    int year = 0;              ///< in which fibre reaches the village
    std::string exchange;      ///< code of the fibre node
    PonVillage homes;          ///< in the last year
    PonPrice price;
};

struct Material {
    int year = 0;
    geo::Message item;
    std::string key, unit;
    double quantity = 0;
    std::int64_t price_vnd = 0;
};

/// A second way of an institution that gets one.
struct SecondWay {
    std::uint32_t institution = 0;
    bool possible = false, apart = false; ///< apart: also as `fibre.second_path_apart` asks, when that is nodes
    double one_km = 0, two_km = 0, one_share = 0, both_share = 0; ///< lengths; availability with one way and with both
};

/// The network of a plan: one fibre tree for all its fibre links, with what hangs on it.
struct NetworkPlan {
    bool planned = false; ///< false when the scenario asks for none
    std::size_t graph_nodes = 0, graph_edges = 0;
    std::vector<NetworkLink> links;
    std::vector<FibrePlan::Year> fibre_years;
    std::int64_t fibre_vnd = 0, fibre_bound_vnd = 0; ///< of the tree, and what none can undercut
    std::int64_t apart_vnd = 0;                      ///< the same places, each joined for itself in the same graph
    std::int64_t projects_pay_vnd = 0;               ///< for their own links, by the prices that they were chosen with
    std::int64_t iterations = 0;
    std::vector<PonRow> pon;
    std::vector<Material> materials;
    std::vector<SecondWay> second_ways;
    std::int64_t second_vnd = 0, second_bound_vnd = 0;
    std::vector<geo::Message> notes;
};

/// Plans the network of what was chosen: the rollout graph, the fibre tree with its bound, loads and classes of all
/// links, passive networks in villages, second ways. Projects and their prices stay as they are. `site_load`: what the
/// plan's sites are asked (site_loads); their links carry that.
[[nodiscard]] NetworkPlan plan_network(World const& world, Scenario const& scenario, Candidates const& candidates,
                                       Plan const& plan, std::array<TakeUpCurve, service_count> const& curves,
                                       std::vector<SiteLoad> const& site_load, geo::Progress const& progress = {});

} // namespace phusong

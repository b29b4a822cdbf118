#pragma once
#include "geo/nearest.h"
#include "sim/network/graph/road_index.h"
#include "sim/network/network.h"
#include <optional>

namespace phusong {

/// One way of laying fibre to a place.
struct FibreRoute {
    double priced_m = 0;      ///< road metres that cost the same
    double length_m = 0;      ///< of cable
    std::size_t lit_node = 0; ///< where it starts
    geo::Polyline line;       ///< from there to the place
};

/// The cheapest way along the roads from a lit node to every road node, found once; then each place asks. Roads are cut
/// where fibre nodes join them. A metre off the road costs `offroad_factor` metres along it.
/// Threads: const calls may run in parallel.
class FibreRoutes {
  public:
    FibreRoutes(RoadNetwork const& roads, std::vector<FibreNode> const& lit, double offroad_factor);
    /// Along the roads from the place's nearest road point; nothing when no lit node can be reached from it by road.
    [[nodiscard]] std::optional<FibreRoute> along_roads(geo::XY place) const;
    /// Straight over land from the nearest lit node; nothing when none is lit.
    [[nodiscard]] std::optional<FibreRoute> straight(geo::XY place) const;

  private:
    /// A road edge, or a part of one between the points where fibre nodes join it. Stops are the road nodes and then
    /// the joints, one per lit node.
    struct Section {
        std::uint32_t edge, from, to; ///< stops
        double from_m, to_m;          ///< along the edge
    };
    void cut_roads();
    void find_ways();
    [[nodiscard]] geo::Polyline way_to(std::uint32_t stop) const;

    RoadNetwork const& roads_;
    std::vector<geo::XY> lit_;
    double offroad_factor_;
    RoadIndex index_;
    geo::NearestIndex nearest_lit_;
    std::vector<OnRoad> joints_;             // of each lit node
    std::vector<Section> sections_;          // ascending edge, then distance along it
    std::vector<std::size_t> first_section_; // sections of edge e: first_section_[e] .. first_section_[e + 1]
    std::vector<double> priced_m_;           // of the cheapest way to each stop; infinite when there is none
    std::vector<std::uint32_t> before_;      // stop before it on that way
    std::vector<std::uint32_t> via_;         // section travelled from there
};

/// The fibre link of one place, priced; kind none when every way is longer than allowed or nothing is lit.
[[nodiscard]] Link fibre_link(FibreRoutes const& routes, std::vector<FibreNode> const& lit, Scenario const& scenario,
                              geo::XY place);

} // namespace phusong

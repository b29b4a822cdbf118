#pragma once
#include "geo/progress.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <optional>
#include <span>
#include <vector>

namespace phusong {

/// A place that wants to be connected: a candidate site or a village.
struct Place {
    geo::XY xy;
    double antenna_height_m = 0; ///< for microwave; 0 = no mast, no microwave
};

enum class LinkKind : std::uint8_t { none, fibre, microwave, vsat };
inline constexpr std::array link_kind_names{"none", "fibre", "microwave", "vsat"};

/// A mast between two hops, with the lowest antennas that clear.
struct Relay {
    geo::XY xy;
    double mast_height_m = 0; ///< the higher of its two antennas
};

/// One way of connecting a place to what is lit today.
struct Link {
    LinkKind kind = LinkKind::none;
    double length_km = 0;
    double capex_vnd = 0, opex_vnd_per_year = 0;
    geo::Polyline line; ///< from what is lit to the place
    std::string from;   ///< code of the fibre node or site at the other end; empty for vsat
    /// Microwave only: of an average year, against rain and multipath, all hops together; 0 = not reckoned.
    double availability_share = 0;
    double capacity_mbps = 0;        ///< of its weakest hop; 0 = not known
    std::optional<Relay> relay = {}; ///< where one hop does not reach
    double priced_km = 0;            ///< fibre only: on the road, with what lies off it at its multiple
};

/// The three ways; kind = none where a way is impossible, with the reason.
struct LinkOptions {
    Link fibre, microwave, vsat;
    bool fibre_too_far = false, no_line_of_sight = false;
    /// Fibre or microwave, the cheaper by capex + opex · years (discounted); satellite only where neither is possible;
    /// else kind none.
    [[nodiscard]] Link const& preferred(double opex_years) const;
};

/// The same link by the prices of another scenario.
[[nodiscard]] Link priced_by(Link link, Scenario const& scenario);

/// Fibre: shortest priced path over the road graph (plus an off-road step to the nearest road) from any lit node.
/// Microwave: one hop to an existing site or fibre node, or two by a relay on high ground where one does not reach,
/// with the asked clearance of the first Fresnel zone under both states of the air and the asked availability. Shapes:
/// result[i] belongs to places[i]. Source:  Dijkstra 1959 (Boost.Graph); ITU-R P.530-18 §2.2.2 (clearance); k =
/// effective earth factor. Threads: OpenMP over places; the result does not depend on the thread count.
[[nodiscard]] std::vector<LinkOptions> link_options(World const& world, Scenario const& scenario,
                                                    std::span<Place const> places, geo::Progress const& progress = {});

} // namespace phusong

#pragma once
#include "sim/adoption/adoption.h"
#include "sim/rollout/rollout.h"
#include <optional>
#include <string>
#include <vector>

namespace phusong {

/// A site with data in one year, in its busy hour.
struct SiteLoad {
    std::string code;                        ///< "P0007" of the plan's seventh project
    std::optional<std::size_t> project = {}; ///< index into Plan::projects; nothing for sites that stand
    CommuneId commune;
    int year = 0;
    double users = 0;          ///< people with a smartphone whom it serves
    double home_line_mbps = 0; ///< what home lines by radio ask for
    double load_mbps = 0;      ///< what both ask for
    int carriers_4g = 0;       ///< in every sector
    double sector_mbps = 0;    ///< capacity of one sector, all its technologies
    double capacity_mbps = 0;  ///< of all sectors
    int overloaded_from = 0;   ///< first year over the share that may be filled; 0 = never
    double commune_isd_km = 0;
    [[nodiscard]] double load_share() const { return capacity_mbps > 0 ? load_mbps / capacity_mbps : 0; }
    /// Mean rate of a transfer in the busy hour: capacity of a sector · (1 − load). A queue with processor sharing
    /// (Kleinrock 1976, Queueing Systems II, 4.4). 0 when full.
    [[nodiscard]] double busy_hour_mbps() const;
};

/// Distance between sites that stand in hexagons as densely as `sites_per_km2`, and back: density = 2 / (√3 · d²).
[[nodiscard]] double hexagon_isd_km(double sites_per_km2);
[[nodiscard]] double hexagon_sites_per_km2(double isd_km);

/// Capacity of a sector with these technologies: Σ bandwidth · mean spectral efficiency.
[[nodiscard]] double sector_mbps(Scenario const& scenario, TechnologySet technologies);

/// Who asks what of which site: smartphone users of a village, as many as its share of the commune's people with 4G or
/// 5G says, load the nearest site with data that is within reach of its technologies, and share it equally with those
/// at most `traffic.sites_alike_km` farther; what home lines by radio of a village ask (home_line_mbps) loads those of
/// the sites that have 4G or 5G in the same way; what no site is near enough for loads none. Sites: those of the table
/// with data, then the plan's, each from its year on. A technology added to a standing site counts from its year on.
/// Order: by site, then year; only years in which a site has data.
[[nodiscard]] std::vector<SiteLoad> site_loads(World const& world, Scenario const& scenario,
                                               Candidates const& candidates, Plan const& plan,
                                               ReachedShares const& reached, Subscribers const& subscribers,
                                               std::vector<std::vector<double>> const& home_lines);

} // namespace phusong

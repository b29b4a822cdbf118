#pragma once
#include "sim/run/site_load.h"

namespace phusong {

/// 4G carriers that a site needs in a year so that its busy hour fills no more than `links.full_share` of it: at the
/// site itself as many as `traffic.carriers_4g_max` lets it have, then at further sites that stand for it.
struct SiteUpgrade {
    std::string code;
    CommuneId commune;
    int year = 0;
    double users = 0, load_mbps = 0;
    double capacity_mbps = 0; ///< with the carriers of earlier years
    int carriers = 0;         ///< one in every sector each, wherever they stand
    int further_sites = 0;    ///< that hold those of them for which the site has no spectrum
    double price_vnd = 0;     ///< further sites, each with a first carrier in its price, and the other carriers
    /// What the operators have left that year would pay for it, after those before it; and for all that its site needed
    /// before, without which it would not do.
    bool affordable = false;
};

/// What would keep up with the load, whether there is money or not; no part of the plan and its books. Order: by year,
/// then most users per VND, then as `loads`. What is left is taken from the operators together: each year's own where
/// nothing is carried over, else what the plan leaves at its end and not more than that year's.
[[nodiscard]] std::vector<SiteUpgrade> site_upgrades(Scenario const& scenario, Plan const& plan,
                                                     std::vector<SiteLoad> const& loads);

struct UpgradeSum {
    double price_vnd = 0, affordable_vnd = 0; ///< all; what the operators have left would pay of it
    int further_sites = 0;
};
[[nodiscard]] UpgradeSum sum_of(std::vector<SiteUpgrade> const& upgrades);

} // namespace phusong

#include "sim/run/site_load.h"
#include "sim/network/capacity/traffic.h"
#include "sim/rollout/place_code.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace phusong {
namespace {

/// A place that sends data, with what it has at the end of each year: [year − base].
struct DataSite {
    std::string code;
    std::optional<std::size_t> project;
    CommuneId commune;
    geo::XY xy;
    std::vector<TechnologySet> has;
};

void add(std::vector<TechnologySet>& to, TechnologySet more, std::size_t from_year) {
    for (std::size_t y = from_year; y < to.size(); ++y)
        for (auto const t : technologies)
            if (more.has(t)) to[y].add(t);
}

std::vector<DataSite> data_sites(World const& world, Years const& years, Candidates const& candidates,
                                 Plan const& plan) {
    auto const n = static_cast<std::size_t>(years.count());
    std::vector<DataSite> sites;
    for (auto const& site : world.sites)
        sites.push_back({site.code, {}, site.commune, site.xy, std::vector(n, site.technologies)});
    for (std::size_t p = 0; p < plan.projects.size(); ++p) {
        auto const& candidate = candidates.list[plan.projects[p].candidate];
        auto const from = static_cast<std::size_t>(plan.projects[p].year - years.base);
        if (is_access(candidate.kind)) continue;
        if (candidate.site) {
            add(sites[*candidate.site].has, candidate.technologies, from);
            continue;
        }
        sites.push_back({project_code(p), p, candidate.commune, candidate.xy, std::vector<TechnologySet>(n)});
        add(sites.back().has, candidate.technologies, from);
    }
    return sites;
}

/// Farthest place that a site with these technologies is asked from.
double reach_m(Scenario const& scenario, TechnologySet set) {
    double km = 0;
    for (auto const t : technologies)
        if (set.has(t) && scenario.traffic.mean_bps_per_hz.at(index(t)) > 0)
            km = std::max(km, scenario.radio.budget[index(t)].radius_km);
    return 1000 * km;
}

/// Sites that share the people of one place: the nearest within reach, and those little farther.
std::vector<std::size_t> serving(std::vector<DataSite> const& sites, std::vector<double> const& reach, geo::XY place,
                                 double alike_m) {
    double nearest_m = std::numeric_limits<double>::infinity();
    for (std::size_t s = 0; s < sites.size(); ++s)
        if (double const d = geo::distance_m(sites[s].xy, place); d <= reach[s]) nearest_m = std::min(nearest_m, d);
    std::vector<std::size_t> found;
    for (std::size_t s = 0; s < sites.size(); ++s)
        if (double const d = geo::distance_m(sites[s].xy, place); d <= reach[s] && d <= nearest_m + alike_m)
            found.push_back(s);
    return found;
}

/// Smartphone users of each village in one year: the commune's, by people with 4G or 5G.
std::vector<double> village_users(World const& world, ReachedShares const& reached, Subscribers const& subscribers,
                                  std::size_t year) {
    std::vector<double> with_data(world.communes.size(), 0), users;
    for (std::size_t v = 0; v < world.villages.size(); ++v)
        with_data[world.villages[v].commune.value] += world.villages[v].people * reached.broadband_share[year][v];
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        auto const c = world.villages[v].commune.value;
        double const part = world.villages[v].people * reached.broadband_share[year][v];
        users.push_back(part > 0 ? subscribers.smartphone_users[year][c] * part / with_data[c] : 0);
    }
    return users;
}

/// What a site is asked in one year.
struct Asked {
    double users = 0, home_line_mbps = 0;
};

std::vector<Asked> asked_of_sites(World const& world, Scenario const& scenario, std::vector<DataSite> const& sites,
                                  std::vector<double> const& users, std::vector<double> const& home_lines,
                                  std::size_t year) {
    std::vector<double> reach, broadband_reach;
    std::vector<Asked> at_site(sites.size());
    for (auto const& site : sites) {
        reach.push_back(reach_m(scenario, site.has[year]));
        broadband_reach.push_back(has_broadband(site.has[year]) ? reach.back() : -1); // not even at its foot
    }
    auto const share_out = [&](std::vector<double> const& asked, std::vector<double> const& of, double Asked::*to) {
        for (std::size_t v = 0; v < asked.size(); ++v) {
            if (!(asked[v] > 0)) continue;
            auto const found = serving(sites, of, world.villages[v].xy, 1000 * scenario.traffic.sites_alike_km);
            for (auto const s : found) at_site[s].*to += asked[v] / static_cast<double>(found.size());
        }
    };
    share_out(users, reach, &Asked::users);
    share_out(home_lines, broadband_reach, &Asked::home_line_mbps);
    return at_site;
}

/// Of each commune in one year: how far sites with data would stand apart in hexagons; 0 without any.
std::vector<double> isd_by_commune(World const& world, Scenario const& scenario, std::vector<DataSite> const& sites,
                                   std::size_t year) {
    std::vector<int> count(world.communes.size(), 0);
    for (auto const& site : sites) count[site.commune.value] += sector_mbps(scenario, site.has[year]) > 0 ? 1 : 0;
    std::vector<double> isd;
    for (std::size_t c = 0; c < count.size(); ++c) {
        double const area = world.communes[c].area_km2;
        isd.push_back(count[c] > 0 && area > 0 ? hexagon_isd_km(count[c] / area) : 0);
    }
    return isd;
}

void mark_overload(std::vector<SiteLoad>& loads, double full_share) {
    for (std::size_t i = 0; i < loads.size();) {
        std::size_t end = i;
        int from = 0;
        for (; end < loads.size() && loads[end].code == loads[i].code; ++end)
            if (from == 0 && loads[end].load_share() > full_share) from = loads[end].year;
        for (; i < end; ++i) loads[i].overloaded_from = from;
    }
}

} // namespace

double hexagon_isd_km(double sites_per_km2) { return std::sqrt(2 / (std::numbers::sqrt3 * sites_per_km2)); }
double hexagon_sites_per_km2(double isd_km) { return 2 / (std::numbers::sqrt3 * isd_km * isd_km); }

double sector_mbps(Scenario const& scenario, TechnologySet set) {
    double mbps = 0;
    for (auto const t : technologies)
        if (set.has(t))
            mbps += scenario.radio.channel[index(t)].bandwidth_mhz * scenario.traffic.mean_bps_per_hz.at(index(t));
    return mbps;
}

double SiteLoad::busy_hour_mbps() const { return sector_mbps * std::max(0.0, 1 - load_share()); }

std::vector<SiteLoad> site_loads(World const& world, Scenario const& scenario, Candidates const& candidates,
                                 Plan const& plan, ReachedShares const& reached, Subscribers const& subscribers,
                                 std::vector<std::vector<double>> const& home_lines) {
    auto const sites = data_sites(world, scenario.years, candidates, plan);
    auto const years = static_cast<std::size_t>(scenario.years.count());
    std::vector<std::vector<Asked>> asked; // [year][site]
    std::vector<std::vector<double>> isd;  // [year][commune]
    for (std::size_t y = 0; y < years; ++y) {
        auto const users = village_users(world, reached, subscribers, y);
        asked.push_back(asked_of_sites(world, scenario, sites, users, home_lines[y], y));
        isd.push_back(isd_by_commune(world, scenario, sites, y));
    }
    std::vector<SiteLoad> loads;
    for (std::size_t s = 0; s < sites.size(); ++s)
        for (std::size_t y = 0; y < years; ++y) {
            double const sector = sector_mbps(scenario, sites[s].has[y]);
            if (!(sector > 0)) continue;
            auto const since_base = static_cast<int>(y);
            auto const& at_site = asked[y][s];
            double const each = busy_hour_mbps(scenario.traffic.mobile_gb_per_month, scenario.traffic, since_base);
            loads.push_back({.code = sites[s].code,
                             .project = sites[s].project,
                             .commune = sites[s].commune,
                             .year = scenario.years.base + since_base,
                             .users = at_site.users,
                             .home_line_mbps = at_site.home_line_mbps,
                             .load_mbps = at_site.users * each + at_site.home_line_mbps,
                             .carriers_4g = sites[s].has[y].has(Technology::g4) ? 1 : 0,
                             .sector_mbps = sector,
                             .capacity_mbps = sector * scenario.radio.antenna.sectors,
                             .overloaded_from = 0,
                             .commune_isd_km = isd[y][sites[s].commune.value]});
        }
    mark_overload(loads, scenario.links.full_share);
    return loads;
}

} // namespace phusong

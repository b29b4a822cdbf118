#include "sim/run/project_demand.h"
#include "sim/network/capacity/traffic.h"
#include <algorithm>

namespace phusong {

ProjectDemand::ProjectDemand(World const& world, Scenario const& scenario, Candidates const& candidates,
                             Plan const& plan, std::array<TakeUpCurve, service_count> const& curves)
    : world_(world), scenario_(scenario), candidates_(candidates), plan_(plan), curves_(curves) {}

Village const& ProjectDemand::village(std::size_t project) const {
    return world_.villages[candidates_.list[plan_.projects[project].candidate].village.value];
}

double ProjectDemand::homes_passed(std::size_t project, int year) const {
    return village(project).households * world_.growth_since_census(year);
}

double ProjectDemand::homes_connected(std::size_t project, int year) const {
    int const built = plan_.projects[project].year, base = scenario_.years.base;
    if (year < built) return 0;
    auto const& curve = curves_[index(ServiceKind::fixed)];
    double const people = village(project).people * world_.growth_since_census(year);
    return std::min(homes_passed(project, year),
                    people * curve.ceiling_share * curve.take_up_new(year - base, year - built));
}

double ProjectDemand::mbps(std::size_t project, int year) const {
    auto const& p = plan_.projects[project];
    int const base = scenario_.years.base;
    if (year < p.year) return 0;
    auto const& t = scenario_.traffic;
    auto const& candidate = candidates_.list[p.candidate];
    if (is_access(candidate.kind)) {
        bool const capped = candidate.kind == ProjectKind::fixed_wireless && t.fixed_wireless_gb_per_month > 0;
        return homes_connected(project, year) * candidate.fixed_line_share *
               busy_hour_mbps(capped ? t.fixed_wireless_gb_per_month : t.fixed_gb_per_month, t, year - base);
    }
    // People as they were when the project was chosen; broadband where there was older signal counts too.
    double const people = std::max(p.new_people[index(ServiceKind::mobile)], p.new_broadband_people);
    auto const& curve = curves_[index(ServiceKind::mobile)];
    double const grown = world_.growth_since_census(year) / world_.growth_since_census(p.year);
    return people * grown * curve.ceiling_share * curve.take_up_new(year - base, year - p.year) *
           busy_hour_mbps(t.mobile_gb_per_month, t, year - base);
}

} // namespace phusong

#include "sim/run/home_demand.h"
#include "sim/network/capacity/traffic.h"
#include <algorithm>

namespace phusong {

HomeDemand::HomeDemand(World const& world, Scenario const& scenario, Candidates const& candidates, Plan const& plan,
                       std::array<TakeUpCurve, service_count> const& curves)
    : world_(world), scenario_(scenario), candidates_(candidates), plan_(plan), curves_(curves) {}

Village const& HomeDemand::village(std::size_t project) const {
    return world_.villages[candidates_.list[plan_.projects[project].candidate].village.value];
}

double HomeDemand::homes_passed(std::size_t project, int year) const {
    return village(project).households * world_.growth_since_census(year);
}

double HomeDemand::homes_connected(std::size_t project, int year) const {
    int const built = plan_.projects[project].year, base = scenario_.years.base;
    if (year < built) return 0;
    auto const& curve = curves_[index(ServiceKind::fixed)];
    double const people = village(project).people * world_.growth_since_census(year);
    return std::min(homes_passed(project, year),
                    people * curve.ceiling_share * curve.take_up_new(year - base, year - built));
}

double HomeDemand::mbps(std::size_t project, int year) const {
    auto const& t = scenario_.traffic;
    auto const& candidate = candidates_.list[plan_.projects[project].candidate];
    bool const capped = candidate.kind == ProjectKind::fixed_wireless && t.fixed_wireless_gb_per_month > 0;
    return homes_connected(project, year) * candidate.fixed_line_share *
           busy_hour_mbps(capped ? t.fixed_wireless_gb_per_month : t.fixed_gb_per_month, t,
                          year - scenario_.years.base);
}

} // namespace phusong

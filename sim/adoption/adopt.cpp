#include "sim/adoption/adoption.h"
#include <algorithm>
#include <numeric>

namespace phusong {
namespace {

/// Subscriptions per person of one village at the end of a year: every share catches up from the year it was reached.
double per_person(TakeUpCurve const& curve, std::vector<std::vector<double>> const& share, std::size_t year,
                  std::size_t village) {
    auto const years_since_base = static_cast<double>(year);
    double taken = share[0][village] * curve.take_up(years_since_base);
    for (std::size_t reached = 1; reached <= year; ++reached) {
        double const newly = share[reached][village] - share[reached - 1][village];
        taken += newly * curve.take_up_new(years_since_base, static_cast<double>(year - reached));
    }
    return curve.ceiling_share * taken;
}

/// People who can use a smartphone's data: of a village's mobile subscribers, those where 4G or 5G reaches. Broadband
/// lies inside the mobile signal, so its part of the subscribers is its part of the people reached.
double broadband_part(ReachedShares const& reached, std::size_t year, std::size_t village) {
    double const mobile = reached.share[index(ServiceKind::mobile)][year][village];
    double const broadband = reached.broadband_share[year][village];
    return mobile > 0 ? std::min(1.0, broadband / mobile) : 0;
}

Subscribers empty(std::size_t years, std::size_t communes) {
    std::vector<std::vector<double>> const zeros(years, std::vector<double>(communes, 0.0));
    Subscribers result;
    result.count.fill(zeros);
    result.people = zeros;
    result.smartphone_users = zeros;
    return result;
}

double sum(std::vector<double> const& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

void add_village(Subscribers& to, World const& world, Scenario const& scenario, ReachedShares const& reached,
                 std::array<TakeUpCurve, service_count> const& curves, std::size_t year, std::size_t v) {
    auto const& village = world.villages[v];
    auto const commune = village.commune.value;
    int const since_base = static_cast<int>(year);
    double const people = village.people * world.growth_since_census(scenario.years.base + since_base);
    to.people[year][commune] += people;
    for (auto service : services) {
        auto const s = index(service);
        double const adopters = people * per_person(curves[s], reached.share[s], year, v);
        to.count[s][year][commune] += adopters;
        if (service == ServiceKind::mobile)
            to.smartphone_users[year][commune] +=
                adopters * smartphone_share(scenario.adoption, since_base) * broadband_part(reached, year, v);
    }
}

} // namespace

double Subscribers::total(ServiceKind service, int year_index) const {
    return sum(count[index(service)].at(static_cast<std::size_t>(year_index)));
}

double Subscribers::total_people(int year_index) const { return sum(people.at(static_cast<std::size_t>(year_index))); }

Subscribers adopt(World const& world, Scenario const& scenario, ReachedShares const& reached,
                  std::array<TakeUpCurve, service_count> const& curves) {
    auto const years = static_cast<std::size_t>(scenario.years.count());
    auto result = empty(years, world.communes.size());
    for (std::size_t year = 0; year < years; ++year)
        for (std::size_t v = 0; v < world.villages.size(); ++v)
            add_village(result, world, scenario, reached, curves, year, v);
    int const base = scenario.years.base;
    double const growth = world.growth_since_census(base - 1) / world.growth_since_census(base);
    for (auto service : services) {
        auto const& curve = curves[index(service)];
        result.total_before_base[index(service)] =
            result.total(service, 0) * growth * curve.take_up(-1) / curve.take_up(0);
    }
    return result;
}

} // namespace phusong

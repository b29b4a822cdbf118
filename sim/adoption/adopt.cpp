#include "sim/adoption/adoption.h"
#include <algorithm>
#include <numeric>

namespace phusong {
namespace {

/// A curve's values in the plan's years, which all villages share.
struct Shares {
    std::vector<double> older;              ///< [year − base], where the service had arrived by the base year
    std::vector<std::vector<double>> newer; ///< [year − base][year of arrival − base]
    Shares(TakeUpCurve const& curve, std::size_t years) : newer(years) {
        for (std::size_t year = 0; year < years; ++year) {
            auto const since_base = static_cast<double>(year);
            older.push_back(curve.take_up(since_base));
            for (std::size_t reached = 0; reached <= year; ++reached)
                newer[year].push_back(curve.take_up_new(since_base, static_cast<double>(year - reached)));
        }
    }
};

/// Share of the ceiling of one village at the end of a year: every share catches up from the year it was reached.
double taken(Shares const& shares, std::vector<std::vector<double>> const& share, std::size_t year,
             std::size_t village) {
    double taken = share[0][village] * shares.older[year];
    for (std::size_t reached = 1; reached <= year; ++reached)
        taken += (share[reached][village] - share[reached - 1][village]) * shares.newer[year][reached];
    return taken;
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

/// What holds for all villages and years of one run.
struct Adopters {
    World const& world;
    Scenario const& scenario;
    ReachedShares const& reached;
    std::array<TakeUpCurve, service_count> const& curves;
    std::array<std::vector<double>, service_count> factors;
    std::vector<Shares> shares; ///< [service]

    void add_year(Subscribers& to, std::size_t year) const {
        int const since_base = static_cast<int>(year);
        double const growth = world.growth_since_census(scenario.years.base + since_base);
        double const smartphones = smartphone_share(scenario.adoption, since_base);
        for (std::size_t v = 0; v < world.villages.size(); ++v) add_village(to, year, v, growth, smartphones);
    }
    void add_village(Subscribers& to, std::size_t year, std::size_t v, double growth, double smartphones) const {
        auto const& village = world.villages[v];
        auto const commune = village.commune.value;
        double const people = village.people * growth;
        to.people[year][commune] += people;
        for (auto service : services) {
            auto const s = index(service);
            double const per_person = curves[s].ceiling_share * taken(shares[s], reached.share[s], year, v);
            double const adopters = people * factors[s][commune] * per_person;
            to.count[s][year][commune] += adopters;
            if (service == ServiceKind::mobile)
                to.smartphone_users[year][commune] += adopters * smartphones * broadband_part(reached, year, v);
        }
    }
};

} // namespace

double Subscribers::total(ServiceKind service, int year_index) const {
    return sum(count[index(service)].at(static_cast<std::size_t>(year_index)));
}

double Subscribers::total_people(int year_index) const { return sum(people.at(static_cast<std::size_t>(year_index))); }

Subscribers adopt(World const& world, Scenario const& scenario, ReachedShares const& reached,
                  std::array<TakeUpCurve, service_count> const& curves) {
    auto const years = static_cast<std::size_t>(scenario.years.count());
    auto result = empty(years, world.communes.size());
    Adopters adopters{world, scenario, reached, curves, ceiling_factors(world, scenario.adoption), {}};
    for (auto const& curve : curves) adopters.shares.emplace_back(curve, years);
    for (std::size_t year = 0; year < years; ++year) adopters.add_year(result, year);
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

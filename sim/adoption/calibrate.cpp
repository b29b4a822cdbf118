#include "geo/problem.h"
#include "sim/adoption/adoption.h"
#include <cmath>

namespace phusong {
namespace {

double logit(double share) { return std::log(share / (1 - share)); }

/// What the base year says about one service.
struct BaseLevel {
    double share = 0, share_before = 0; ///< of ceiling · people reached, now and a year before
    double people = 0, people_reached = 0;
};

BaseLevel base_level(World const& world, Scenario const& scenario, Service const& service,
                     std::vector<double> const& reached_share) {
    BaseLevel level;
    int const base = scenario.years.base;
    double const growth = world.growth_since_census(base), growth_before = world.growth_since_census(base - 1);
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        level.people += world.villages[v].people * growth;
        level.people_reached += world.villages[v].people * growth * reached_share[v];
    }
    // NaN or infinity when nobody is reached; the check below refuses both.
    level.share = service.base_per_100 / 100 * level.people / (service.ceiling_share * level.people_reached);
    // base_growth_share counts subscriptions; the part of it that is more people does not move along the curve.
    level.share_before = level.share * (growth / growth_before) / (1 + service.base_growth_share);
    return level;
}

/// Of a service that the base year has not: nobody takes it up, however far it reaches.
TakeUpCurve flat_zero() { return {}; }

TakeUpCurve curve_through(BaseLevel const& level, Service const& service) {
    TakeUpCurve curve;
    curve.ceiling_share = service.ceiling_share;
    curve.new_place_rate_per_year = service.new_place_rate_per_year;
    curve.rate_per_year = logit(level.share) - logit(level.share_before);
    curve.midpoint_years = -logit(level.share) / curve.rate_per_year;
    return curve;
}

void check(BaseLevel const& level, Service const& service, std::string const& name, geo::Problems& problems) {
    if (!(level.share > 0 && level.share < 1)) {
        problems.push_back(
            {"adoption." + name,
             geo::say("{} thuê bao trên 100 dân của năm gốc phải lớn hơn 0 và nhỏ hơn mức bão hòa: {:.2f} thuê bao mỗi "
                      "người × {:.0f} trong {:.0f} dân đã được phục vụ",
                      "{} subscriptions per 100 people in the base year must be over 0 and under saturation: {:.2f} "
                      "subscriptions per person × {:.0f} of {:.0f} people reached",
                      service.base_per_100, service.ceiling_share, level.people_reached, level.people),
             geo::say("nâng adoption.{}.ceiling_share, hoặc xem lại trạm và cáp quang của năm gốc",
                      "raise adoption.{}.ceiling_share, or look at the sites and fibre of the base year", name)});
    } else if (!(level.share_before < level.share)) {
        problems.push_back({"adoption." + name + ".base_growth_share",
                            geo::say("mức tăng {} của năm gốc phải lớn hơn mức tăng dân số "
                                     "(world.people_growth_share_per_year), nếu không thì không có đường cong tăng "
                                     "trưởng nào đi qua",
                                     "the base year's growth of {} must be over the growth of people "
                                     "(world.people_growth_share_per_year), otherwise no rising curve passes through "
                                     "it",
                                     service.base_growth_share),
                            geo::say("hãy cho mức tăng thuê bao của năm gốc (0.037 là 3,7 %)",
                                     "give the growth of subscriptions during the base year (0.037 is 3.7 %)")});
    }
}

} // namespace

std::array<TakeUpCurve, service_count> calibrate(World const& world, Scenario const& scenario,
                                                 ReachedShares const& reached) {
    std::array<TakeUpCurve, service_count> curves;
    geo::Problems problems;
    for (auto kind : services) {
        auto const& service = service_of(scenario.adoption, kind);
        if (service.base_per_100 == 0) {
            curves[index(kind)] = flat_zero();
            continue;
        }
        auto const level = base_level(world, scenario, service, reached.share[index(kind)].at(0));
        check(level, service, service_names[index(kind)], problems);
        curves[index(kind)] = curve_through(level, service);
    }
    geo::throw_if_any(std::move(problems));
    return curves;
}

} // namespace phusong

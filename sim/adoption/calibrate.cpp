#include "geo/problem.h"
#include "sim/adoption/base_level.h"

namespace phusong {
namespace {

/// Of a service that the base year has not: nobody takes it up, however far it reaches.
TakeUpCurve flat_zero() { return {}; }

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
    auto const factors = ceiling_factors(world, scenario.adoption);
    for (auto kind : services) {
        auto const& service = service_of(scenario.adoption, kind);
        if (service.base_per_100 == 0) {
            curves[index(kind)] = flat_zero();
            continue;
        }
        auto const level = base_level(world, scenario, service, reached.share[index(kind)].at(0), factors[index(kind)]);
        check(level, service, service_names[index(kind)], problems);
        bool const shifted = service.growth_shift_points != 0 || service.ceiling_shift_share != 0;
        curves[index(kind)] =
            shifted ? shifted_curve(level, service, service.growth_shift_points, service.ceiling_shift_share)
                    : curve_of(level, service);
    }
    geo::throw_if_any(std::move(problems));
    return curves;
}

} // namespace phusong

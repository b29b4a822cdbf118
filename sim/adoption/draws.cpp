#include "geo/parallel.h"
#include "geo/random.h"
#include "sim/adoption/base_level.h"

namespace phusong {
namespace {

constexpr std::uint32_t draw_growth = 72, draw_ceiling = 73; ///< purposes of the random numbers

bool has_width(Service const& service) {
    return service.base_per_100 > 0 && (service.growth_error_points > 0 || service.ceiling_error_share > 0);
}

double error(Scenario const& scenario, std::uint32_t purpose, ServiceKind kind, std::uint32_t draw) {
    return geo::normal(
        {static_cast<std::uint64_t>(scenario.seed), purpose, static_cast<std::uint32_t>(index(kind)), draw});
}

TakeUpCurve drawn_curve(BaseLevel const& level, Service const& service, Scenario const& scenario, ServiceKind kind,
                        std::uint32_t draw) {
    return shifted_curve(
        level, service,
        service.growth_shift_points + service.growth_error_points * error(scenario, draw_growth, kind, draw),
        service.ceiling_shift_share + service.ceiling_error_share * error(scenario, draw_ceiling, kind, draw));
}

} // namespace

std::vector<Subscribers> draw_subscribers(World const& world, Scenario const& scenario, ReachedShares const& reached) {
    auto const& adoption = scenario.adoption;
    if (!has_width(adoption.mobile) && !has_width(adoption.fixed) && !has_width(adoption.paytv)) return {};
    auto const factors = ceiling_factors(world, adoption);
    std::array<BaseLevel, service_count> levels;
    for (auto const kind : services)
        levels[index(kind)] = base_level(world, scenario, service_of(adoption, kind), reached.share[index(kind)].at(0),
                                         factors[index(kind)]);
    std::vector<Subscribers> draws(static_cast<std::size_t>(adoption.draws));
    geo::parallel_for(adoption.draws, 1, [&](std::ptrdiff_t d) {
        std::array<TakeUpCurve, service_count> curves;
        for (auto const kind : services)
            if (auto const& service = service_of(adoption, kind); service.base_per_100 > 0)
                curves[index(kind)] =
                    drawn_curve(levels[index(kind)], service, scenario, kind, static_cast<std::uint32_t>(d));
        draws[static_cast<std::size_t>(d)] = adopt(world, scenario, reached, curves);
    });
    return draws;
}

} // namespace phusong

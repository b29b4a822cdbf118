#pragma once
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <array>
#include <string_view>
#include <vector>

namespace phusong {

enum class ServiceKind : std::uint8_t { mobile, fixed, paytv };
inline constexpr std::size_t service_count = 3;
inline constexpr std::array<ServiceKind, service_count> services{ServiceKind::mobile, ServiceKind::fixed,
                                                                 ServiceKind::paytv};
inline constexpr std::array service_names{"mobile", "fixed", "paytv"};
[[nodiscard]] constexpr std::size_t index(ServiceKind s) { return static_cast<std::size_t>(s); }
[[nodiscard]] constexpr Service const& service_of(Adoption const& adoption, ServiceKind s) {
    return s == ServiceKind::mobile ? adoption.mobile : s == ServiceKind::fixed ? adoption.fixed : adoption.paytv;
}

/// Share of each village's people that a service reaches at the end of each year, in [0, 1], never falling over the
/// years. Shapes: [year − base][village].
struct ReachedShares {
    std::array<std::vector<std::vector<double>>, service_count> share;
    std::vector<std::vector<double>> broadband_share; ///< of them, with 4G or 5G
};

/// Shapes of diffusion, as shares of the ceiling. Sources: Griliches 1957 (logistic), Gompertz 1825, Bass 1969. An
/// S-curve run backwards falls the faster the nearer the ceiling it stands, which we judge unlikely of subscribers:
/// what falls (in a draw; no scenario may ask for it) loses the same part of itself every year.
enum class CurveShape : std::uint8_t { logistic, gompertz, bass, falling };
inline constexpr std::array curve_names{"logistic", "gompertz", "bass"}; ///< that a scenario may name
[[nodiscard]] CurveShape curve_shape(std::string_view name); ///< std::logic_error for what no scenario may hold

/// S-curve of one service with its calibration. Both functions are shares of the ceiling in [0, 1], rising with the
/// years since the end of the base year where `rate_per_year` > 0: take_up holds where the service had arrived by then,
/// the province's own slow curve through its published level and growth. take_up_new holds where it arrived `age_years`
/// before (0 at the end of the year of arrival) and catches up with what the older places have in the same year:
/// take_up · (1 − exp(−rate · (age + ½))), because a place is reached half a year before the end of that year on
/// average. So the part that it lacks of the older places' level falls by the share 1 − exp(−rate) every year, and it
/// never overtakes them.
struct TakeUpCurve {
    double ceiling_share = 0;  ///< subscriptions per person reached, at saturation
    double rate_per_year = 0;  ///< of the shape; of Bass: innovation + imitation
    double midpoint_years = 0; ///< years after the base year; logistic: half of the ceiling, Gompertz: 1/e of it, Bass:
                               ///< where it begins; falling: where it was the whole ceiling; may be < 0
    double new_place_rate_per_year = 0; ///< of catching up
    CurveShape shape = CurveShape::logistic;
    double innovation_per_year = 0; ///< Bass only
    [[nodiscard]] double take_up(double years_since_base) const;
    [[nodiscard]] double take_up_new(double years_since_base, double age_years) const;
};

/// The curve of a shape that is at `share` now and was at `share_before` a year ago, both of the ceiling and positive;
/// `share` is under 1, and `share_before` where it is the smaller. Of any shape that rises; where `share_before` is the
/// larger, the falling one. Bass with a given innovation cannot rise slower than people adopt without a neighbour's
/// example, so its imitation is never under 0 and a lower `share_before` is not met then.
[[nodiscard]] TakeUpCurve curve_through(CurveShape shape, double share, double share_before,
                                        double innovation_per_year);

/// Curves of the scenario's shapes through the base year's level and slope; formulas in docs/models.md. A service
/// without subscriptions in the base year gets a curve that stays at zero. Errors: InputError when a base level is not
/// under ceiling · people reached, or the growth not over that of people.
[[nodiscard]] std::array<TakeUpCurve, service_count> calibrate(World const& world, Scenario const& scenario,
                                                               ReachedShares const& reached);

/// Of each service, what a commune's ceiling is to the curve's, by its share of poor people: (1 − poor · (1 − r)) over
/// the same of the whole province, r = `poor_ceiling_share`; so the province's mean ceiling is the curve's. Shape:
/// [service][commune].
[[nodiscard]] std::array<std::vector<double>, service_count> ceiling_factors(World const& world,
                                                                             Adoption const& adoption);

/// Subscribers at the end of each year. Shapes: [service][year − base][commune]; people [year − base][commune].
struct Subscribers {
    std::array<std::vector<std::vector<double>>, service_count> count;
    std::vector<std::vector<double>> people;
    std::vector<std::vector<double>> smartphone_users;     ///< mobile subscribers with a smartphone where 4G/5G reaches
    std::array<double, service_count> total_before_base{}; ///< a year before the end of the base year, by the curve
    [[nodiscard]] double total(ServiceKind service, int year_index) const;
    [[nodiscard]] double total_people(int year_index) const;
};

/// Share of mobile subscriptions that are smartphones, in [0, 1]: base + points · years, under its ceiling.
[[nodiscard]] double smartphone_share(Adoption const& adoption, int years_since_base);

/// Adopters wait for coverage: every share of a village starts its own curve in the year it was first reached.
[[nodiscard]] Subscribers adopt(World const& world, Scenario const& scenario, ReachedShares const& reached,
                                std::array<TakeUpCurve, service_count> const& curves);

/// What could be, as far as growth and ceiling are known: draw d has every service's growth and ceiling off by normal
/// errors of the scenario's widths, through the base year's level all the same. Empty where no service has a width.
/// Threads: each draw is written by one; errors are named by (seed, service, draw).
[[nodiscard]] std::vector<Subscribers> draw_subscribers(World const& world, Scenario const& scenario,
                                                        ReachedShares const& reached);

} // namespace phusong

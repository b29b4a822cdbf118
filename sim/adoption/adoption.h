#pragma once
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <array>
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

/// S-curve of one service with its calibration. Both functions are shares of the ceiling in (0, 1), rising with the
/// years since the end of the base year: take_up holds where the service had arrived by then, the province's own slow
/// curve through its published level and growth. take_up_new holds where it arrived `age_years` before (0 at the end of
/// the year of arrival) and catches up with what the older places have in the same year: take_up · (1 − exp(−rate ·
/// (age + ½))), because a place is reached half a year before the end of that year on average. So the part that it
/// lacks of the older places' level falls by the share 1 − exp(−rate) every year, and it never overtakes them.
struct TakeUpCurve {
    double ceiling_share = 0;  ///< subscriptions per person reached, at saturation
    double rate_per_year = 0;  ///< of the logistic
    double midpoint_years = 0; ///< years after the base year at which half of the ceiling is reached; may be < 0
    double new_place_rate_per_year = 0; ///< of catching up
    [[nodiscard]] double take_up(double years_since_base) const;
    [[nodiscard]] double take_up_new(double years_since_base, double age_years) const;
};

/// Curves through the base year's level and slope. Source: logistic diffusion (Griliches 1957), closed form in
/// docs/models.md. A service without subscriptions in the base year gets a curve that stays at zero.
/// Errors: InputError when a base level is not under ceiling · people reached, or the growth not over that of people.
[[nodiscard]] std::array<TakeUpCurve, service_count> calibrate(World const& world, Scenario const& scenario,
                                                               ReachedShares const& reached);

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

} // namespace phusong

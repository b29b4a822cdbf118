#pragma once
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <array>
#include <vector>

namespace phusong {

enum class ServiceKind : std::uint8_t { mobile, fixed, paytv };
inline constexpr std::size_t service_count = 3;
inline constexpr std::array<ServiceKind, service_count> services{ServiceKind::mobile, ServiceKind::fixed, ServiceKind::paytv};
inline constexpr std::array service_names{"mobile", "fixed", "paytv"};
[[nodiscard]] constexpr std::size_t index(ServiceKind s) { return static_cast<std::size_t>(s); }

/// Share of each village's people that a service reaches at the end of each year, in [0, 1], never falling over the years.
/// Shapes: [year − base][village].
struct ReachedShares {
    std::array<std::vector<std::vector<double>>, service_count> share;
    std::vector<std::vector<double>> broadband_share; ///< of them, with 4G or 5G
};

/// S-curve of one service with its calibration. take_up(age) is the share of the ceiling reached `age` years after a place
/// was reached; places reached in the base year or before are taken to be `base_age_years` old.
struct TakeUpCurve {
    double ceiling_share = 0;
    double rate_per_year = 0, midpoint_years = 0, base_age_years = 0;
    [[nodiscard]] double take_up(double age_years) const; ///< in (0, 1), rising
};

/// Curves through the base year's level and slope. Source: logistic diffusion (Griliches 1957), closed form in docs/models.md.
/// Errors: InputError when the base level is not under ceiling · people reached, or the growth is not positive.
[[nodiscard]] std::array<TakeUpCurve, service_count> calibrate(World const& world, Scenario const& scenario,
                                                               ReachedShares const& reached);

/// Subscribers at the end of each year. Shapes: [service][year − base][commune]; people [year − base][commune].
struct Subscribers {
    std::array<std::vector<std::vector<double>>, service_count> count;
    std::vector<std::vector<double>> people;
    std::vector<std::vector<double>> smartphone_users; ///< mobile subscribers with a smartphone where 4G/5G reaches
    [[nodiscard]] double total(ServiceKind service, int year_index) const;
    [[nodiscard]] double total_people(int year_index) const;
};

/// Adopters wait for coverage: every share of a village starts its own curve in the year it was first reached.
[[nodiscard]] Subscribers adopt(World const& world, Scenario const& scenario, ReachedShares const& reached,
                                std::array<TakeUpCurve, service_count> const& curves);

} // namespace phusong

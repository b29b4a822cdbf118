#pragma once
#include "sim/adoption/adoption.h"
#include "sim/scenario/scenario.h"
#include <vector>

namespace phusong {

/// Σ flow[k] / (1 + rate)^k. flow[0] falls now.
[[nodiscard]] double present_value(std::vector<double> const& flow, double discount_rate);
/// Present value of 1 a year for `years` years, first payment now.
[[nodiscard]] double annuity_due_factor(double discount_rate, int years);

/// What one project costs, by item, VND of the price year.
struct ProjectCost {
    double site_vnd = 0, technology_vnd = 0, power_vnd = 0, backhaul_vnd = 0, access_vnd = 0;
    double opex_vnd_per_year = 0;
    [[nodiscard]] double capex_vnd() const { return site_vnd + technology_vnd + power_vnd + backhaul_vnd + access_vnd; }
};

/// The three commercial cases (viable; one-off gap; yearly gap), from the operator's side, after margin and tax.
enum class Viability : std::uint8_t { viable, needs_capex_subsidy, needs_opex_subsidy };
inline constexpr std::array viability_names{"viable", "needs_capex_subsidy", "needs_opex_subsidy"};

struct Appraisal {
    double npv_vnd = 0;                 ///< without any subsidy
    Viability viability = Viability::viable;
    double capex_subsidy_vnd = 0;       ///< one-off, in the year of building
    double opex_subsidy_vnd_per_year = 0; ///< in every year of the horizon
    double operator_capex_vnd = 0;      ///< what the operators pay in the year of building
};

/// `new_people[service]`: people newly reached in the year of building. Revenue follows each service's take-up curve.
[[nodiscard]] Appraisal appraise(ProjectCost const& cost, std::array<double, service_count> const& new_people,
                                 std::array<TakeUpCurve, service_count> const& curves, Scenario const& scenario);

} // namespace phusong

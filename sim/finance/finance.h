#pragma once
#include "sim/adoption/adoption.h"
#include "sim/scenario/scenario.h"
#include <span>
#include <vector>

namespace phusong {

/// Σ flow[k] / (1 + rate)^k. flow[0] falls now.
[[nodiscard]] double present_value(std::span<double const> flow, double discount_rate);
/// Present value of 1 a year for `years` years, first payment now.
[[nodiscard]] double annuity_due_factor(double discount_rate, int years);

inline constexpr std::size_t item_count = 5;
inline constexpr std::array item_names{"site", "technology", "power", "backhaul", "access"};

/// What one project costs, by item, VND of the price year.
struct ProjectCost {
    double site_vnd = 0, technology_vnd = 0, power_vnd = 0, backhaul_vnd = 0, access_vnd = 0;
    double opex_vnd_per_year = 0;
    std::array<double, service_count> revenue_factor{1, 1, 1}; ///< of the people there, to the province's mean
    [[nodiscard]] std::array<double, item_count> items_vnd() const {
        return {site_vnd, technology_vnd, power_vnd, backhaul_vnd, access_vnd};
    }
    [[nodiscard]] double capex_vnd() const { return site_vnd + technology_vnd + power_vnd + backhaul_vnd + access_vnd; }
};

/// The three commercial cases (viable; one-off gap; yearly gap), from the operator's side, after margin and tax.
enum class Viability : std::uint8_t { viable, needs_capex_subsidy, needs_opex_subsidy };
inline constexpr std::array viability_names{"viable", "needs_capex_subsidy", "needs_opex_subsidy"};

struct Appraisal {
    double npv_vnd = 0; ///< without any subsidy
    Viability viability = Viability::viable;
    double capex_subsidy_vnd = 0;         ///< one-off, in the year of building
    double opex_subsidy_vnd_per_year = 0; ///< level, in every year of the horizon or of a longer plan
    double operator_capex_vnd = 0;        ///< what the operators pay in the year of building
    std::vector<double> net_revenue_vnd;  ///< left for the network after margin and tax, by years since building
    std::array<std::vector<double>, service_count> revenue_vnd; ///< what people pay, by years since building
    std::vector<double> replacement_vnd;                        ///< items bought again, by years since building

    /// What the operators must add `age_years` after building, when that year's revenue and subsidy do not cover opex.
    /// Ages: to the end of the horizon or of the plan, whichever comes later; std::out_of_range beyond.
    [[nodiscard]] double operator_shortfall_vnd(ProjectCost const& cost, int age_years) const;
};

/// Years after which each item is bought again; 0 = it outlasts every horizon.
[[nodiscard]] std::array<int, item_count> item_lives(Finance const& finance);

/// Items whose life ends `age_years` after building are bought again at the same price: [item].
[[nodiscard]] std::array<double, item_count> replaced_vnd(ProjectCost const& cost, Finance const& finance,
                                                          int age_years);

/// The same of all items together, for the years 0 … years − 1 after building.
[[nodiscard]] std::vector<double> replacements_vnd(ProjectCost const& cost, Finance const& finance, std::size_t years);

/// What people of a commune pay for each service, to the province's mean: fewer subscriptions and less revenue of each
/// among the poor. Shape: [commune][service].
[[nodiscard]] std::vector<std::array<double, service_count>> revenue_factors(World const& world,
                                                                             Scenario const& scenario);

/// What part of those who will take a service up in the end has done so, of people newly reached in `year`, by years
/// since: [service][age]; one number for each year that money is counted for.
using TakeUpByAge = std::array<std::vector<double>, service_count>;
[[nodiscard]] TakeUpByAge take_up_by_age(std::array<TakeUpCurve, service_count> const& curves, Scenario const& scenario,
                                         int year);

/// Of a project built in `year`. Flows fall at the years 0 … horizon − 1 after building; capex in year 0. Net revenue =
/// subscriptions · price · factor of the place · (1 − margin) · (1 − tax), and goes on along the take-up curve where
/// the plan outlasts the horizon; with tax on profit, (1 − tax) · revenue after margin + tax · (opex + depreciation),
/// depreciation straight over each item's life, or over the horizon where it outlasts that: a loss lowers the tax on
/// other profit, so taxes add up. NPV = Σ (net revenue − opex − replacements) / (1 + rate)^k − capex over the horizon,
/// so it is additive over projects.
///   NPV ≥ 0                             viable, the operators pay all of it;
///   NPV < 0, PV(revenue) ≥ PV(opex)     one-off subsidy −NPV, never more than capex;
///   PV(revenue) < PV(opex)              all of capex, and a level yearly subsidy of the same present value as the
///   rest.
/// With its subsidies a project's NPV is max(NPV, 0).
/// `new_people[service]`: people newly reached in the year of building. Revenue follows each service's take-up curve.
[[nodiscard]] Appraisal appraise(ProjectCost const& cost, std::array<double, service_count> const& new_people,
                                 std::array<TakeUpCurve, service_count> const& curves, Scenario const& scenario,
                                 int year);
/// The same for whoever asks often: `take_up` is that of these curves and this year.
[[nodiscard]] Appraisal appraise(ProjectCost const& cost, std::array<double, service_count> const& new_people,
                                 std::array<TakeUpCurve, service_count> const& curves, TakeUpByAge const& take_up,
                                 Scenario const& scenario);

/// The same in whole VND, so that every sum of money is exact and printed parts add up to their total. The operators
/// pay what the rounded subsidy leaves of the capex.
[[nodiscard]] ProjectCost in_whole_vnd(ProjectCost cost);
[[nodiscard]] Appraisal in_whole_vnd(Appraisal appraisal, ProjectCost const& cost);

} // namespace phusong

#pragma once
#include "geo/message.h"
#include "sim/output/commune_year.h"
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include <optional>
#include <string>
#include <vector>

namespace phusong {

/// What both purses spend over the whole plan, by what it is for.
struct SpentOn {
    double signal_vnd = 0;  ///< capital of sites, small sites and technologies added
    double lines_vnd = 0;   ///< capital of fibre and radio lines to homes
    double running_vnd = 0; ///< what the purses add to running costs, of either
    [[nodiscard]] double all_vnd() const { return signal_vnd + lines_vnd + running_vnd; }
};

/// Of what both purses pay over the whole plan, at the draws of prices, take-up and rates.
struct CostRange {
    std::size_t draws = 0, left_out = 0; ///< kept; under which the base year could not be what it is
    double p10_vnd = 0, p50_vnd = 0, p90_vnd = 0;
    double public_p50_vnd = 0; ///< of the public purse alone
    double operators_short_share = 0,
           public_short_share = 0; ///< of the draws: the purse lacks money at some year's end
    std::optional<CostDriver> driver;
};

/// The few numbers by which a plan is judged.
struct Headline {
    std::vector<CommuneYear> province;   ///< [year − base]
    int villages_newly_good = 0;         ///< good in the last year and not in the base year
    double people_newly_with_signal = 0; ///< of the last year's people
    double operators_spent_vnd = 0, operators_budget_vnd = 0, public_spent_vnd = 0, public_budget_vnd = 0;
    SpentOn spent_on;
    std::optional<CostRange> cost_range;              ///< nothing where prices are told without their spread
    std::size_t base_checks = 0, base_checks_met = 0; ///< goals of the base year: what the data must reproduce
    std::size_t goals_reached = 0;                    ///< of later years
    std::size_t goals_reached_before = 0;             ///< of these, already in the base year
    std::size_t goals_uncertain = 0;                  ///< of these, missed at an end of their interval
    std::size_t goals_published = 0, goals_published_reached = 0; ///< of later years, known
    std::vector<std::string> goals_missed;                        ///< ids
    std::vector<double> missed_by_percent;                        ///< of each of these goals; NaN where it is 0
    std::optional<double> base_mobile_percent; ///< against the base year's goal for mobile per 100: the first such row
    std::vector<std::string> goals_unknown;    ///< ids, of any year: data that they need are not given
    int projects = 0;
};

[[nodiscard]] Headline headline(World const& world, Outcome const& outcome, int base_year);

/// "14 of 20 reached (10 of them already in 2020; …)": how much of it is the plan's doing, certain, and published.
[[nodiscard]] geo::Message goals_in_short(Headline const& h, int base_year);

/// "Where the money goes: mobile signal 6.0 % …": nothing where nothing is spent.
[[nodiscard]] std::optional<geo::Message> spending_line(SpentOn const& spent);

/// "At the scenario's prices 802 billion VND; at others …": what both purses pay, and how far that may be off; nothing
/// where prices are told without their spread.
[[nodiscard]] std::optional<geo::Message> cost_range_line(Headline const& h);
/// What that range hangs on, where one thing explains most of it; nothing elsewhere.
[[nodiscard]] std::optional<geo::Message> cost_driver_line(Headline const& h);

/// The lines of the screen summary.
[[nodiscard]] std::vector<geo::Message> summary_lines(World const& world, Scenario const& scenario,
                                                      Outcome const& outcome);

} // namespace phusong

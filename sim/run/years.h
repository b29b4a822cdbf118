#pragma once
#include "sim/adoption/adoption.h"
#include "sim/rollout/rollout.h"
#include <span>

namespace phusong {

/// Whose EIRP: that of the link budget, or that of relay_radio.
enum class SitePower : bool { full, of_relays };
/// What the projects of one year add to the air at one of the two powers.
[[nodiscard]] std::vector<Transmitter> transmitters_of(World const& world, Candidates const& candidates,
                                                       std::span<Project const> projects, int year,
                                                       SitePower power = SitePower::full);
[[nodiscard]] std::vector<Transmitter> standing_transmitters(World const& world);

/// Villages with fibre at the end of each year: built already, arriving by itself in fibre_year, or by a project.
/// Shapes: [year − base][village].
[[nodiscard]] std::vector<std::vector<bool>> fibre_by_year(World const& world, Years const& years,
                                                           Candidates const& candidates, Plan const& plan);

/// Share of each village's people who can have a fixed line at the end of each year: all where fibre is, some by fixed
/// wireless. Shapes: [year − base][village].
[[nodiscard]] std::vector<std::vector<double>> fixed_lines_by_year(std::vector<std::vector<bool>> const& village_fibre,
                                                                   Years const& years, Candidates const& candidates,
                                                                   Plan const& plan);

/// Lines to the homes of a village, in one year: shares of its people. Shapes: one per village.
struct Lines {
    std::vector<bool> const& fibre;
    std::vector<double> const& fixed;
};

/// Appends one year of mobile to `reached`: the share of a village's people with any technology at or above its
/// threshold, and of those with 4G or 5G. No share is lower than the year before.
void append_signals(ReachedShares& reached, World const& world, PointSignals const& points,
                    std::vector<VillageSignal> const& signals);
/// Appends one year of lines to `reached`: fixed as given, pay-TV = 1 where fibre is. None is lower than before.
void append_lines(ReachedShares& reached, Lines const& lines);

/// What the projects of one year bring to people and halls.
void add_projects(PointSignals& points, Candidates const& candidates, std::span<Project const> projects, int year);

/// The shares had nothing been built: mobile as in the base year, fixed and pay-TV where fibre comes by itself.
/// `fibre_before_plan`: [year − base][village].
[[nodiscard]] ReachedShares reached_without_plan(ReachedShares const& reached,
                                                 std::vector<std::vector<bool>> const& fibre_before_plan);

} // namespace phusong

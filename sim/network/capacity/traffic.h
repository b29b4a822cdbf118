#pragma once
#include "sim/scenario/scenario.h"
#include <span>

namespace phusong {

/// What one subscription asks in the busy hour, Mbps: GB a month · 8000 · busy-hour share / 30 / 3600, grown since the
/// base year. No floor. Source: docs/models.md, "Load, classes and availability".
[[nodiscard]] double busy_hour_mbps(double gb_per_month, Traffic const& traffic, int years_since_base);

/// A class of link by its capacity, or the largest when none holds the load.
struct ClassChoice {
    double mbps = 0;
    bool overloaded = false; ///< even the largest is fuller than `full_share` in the busy hour
};
/// The smallest class of which the load fills no more than `full_share`; `classes` rise.
[[nodiscard]] ClassChoice choose_class(std::span<double const> classes, double load_mbps, double full_share);

/// Share of the year in which so much cable is whole: 1 − cuts · hours of repair / 8760, never under 0.
[[nodiscard]] double cable_availability_share(LinkClasses const& links, double length_km);

/// Of two ways that fail on their own: 1 − (1 − a)(1 − b).
[[nodiscard]] double either_share(double a_share, double b_share);

} // namespace phusong

#pragma once
#include "sim/rollout/rollout.h"

namespace phusong {

/// Homes that a project connects, by fibre to their village or by 4G or 5G, and what they ask for.
class HomeDemand {
  public:
    HomeDemand(World const& world, Scenario const& scenario, Candidates const& candidates, Plan const& plan,
               std::array<TakeUpCurve, service_count> const& curves);
    /// In the busy hour of a year, Mbps; 0 before the project is built. `project` is one for which is_access holds.
    [[nodiscard]] double mbps(std::size_t project, int year) const;
    /// Fixed subscriptions of a village that a project brought fibre to; at most one a home.
    [[nodiscard]] double homes_connected(std::size_t project, int year) const;
    [[nodiscard]] double homes_passed(std::size_t project, int year) const;

  private:
    [[nodiscard]] Village const& village(std::size_t project) const;
    World const& world_;
    Scenario const& scenario_;
    Candidates const& candidates_;
    Plan const& plan_;
    std::array<TakeUpCurve, service_count> const& curves_;
};

} // namespace phusong

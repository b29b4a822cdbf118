#pragma once
#include "sim/rollout/rollout.h"

namespace phusong {

/// What a project's people ask of its link in the busy hour of a year, Mbps; 0 before it is built. Villages on fibre:
/// homes connected; sites: people newly reached, by mobile subscriptions.
class ProjectDemand {
  public:
    ProjectDemand(World const& world, Scenario const& scenario, Candidates const& candidates, Plan const& plan,
                  std::array<TakeUpCurve, service_count> const& curves);
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

#pragma once
#include "sim/rollout/rollout.h"
#include <vector>

namespace phusong::test {

/// A row of villages, each one inhabited cell of a 1-row grid and a commune of its own, and candidates by hand.
/// Signal maps and prices are left out: what a candidate reaches and costs is said outright.
struct HandMade {
    World world;
    Scenario scenario;
    Candidates candidates;
    SignalMaps maps;
    std::vector<VillageSignal> villages;
    std::array<TakeUpCurve, service_count> curves{};

    explicit HandMade(std::vector<double> const& people_of_village) {
        int const n = static_cast<int>(people_of_village.size());
        world.grid = {.west_m = 0, .north_m = 500, .cell_m = 500, .rows = 1, .cols = n};
        world.census_year = 2020;
        for (int v = 0; v < n; ++v) {
            auto const id = static_cast<std::uint32_t>(v);
            Village village;
            village.commune = CommuneId{id};
            village.xy = world.grid.centre(0, v);
            village.people = people_of_village[id];
            village.grid_power_year = 2008;
            world.villages.push_back(village);
            world.people.push_back({id, VillageId{id}, village.people});
        }
        world.communes.resize(people_of_village.size());
        villages.resize(people_of_village.size());
        for (auto& map : maps.best_dbm) map = geo::Raster(world.grid);
        candidates.blocked_by_line_of_sight.assign(people_of_village.size(), false);
        candidates.blocked_by_fibre_length.assign(people_of_village.size(), false);
        set_scenario();
    }

    /// A new 4G site for `cells` that costs `capex_bn` and a yearly opex.
    Candidate& site(std::vector<std::uint32_t> cells, double capex_bn, double opex_bn = 0, int earliest_year = 2021) {
        Candidate c;
        c.village = VillageId{cells.front()};
        c.commune = CommuneId{cells.front()};
        c.technologies.add(Technology::g4);
        c.reach.people_cells[index(Technology::g4)] = std::move(cells);
        c.earliest_year = earliest_year;
        c.cost.site_vnd = capex_bn * 1e9;
        c.cost.opex_vnd_per_year = opex_bn * 1e9;
        candidates.list.push_back(std::move(c));
        return candidates.list.back();
    }
    Candidate& fibre(std::uint32_t village, double capex_bn) {
        auto& c = site({village}, capex_bn);
        c.kind = ProjectKind::fibre_village;
        c.technologies = {};
        c.reach = {};
        return c;
    }
    /// Good signal of `technology` in the base year.
    void already(std::uint32_t village, Technology technology) {
        maps.best_dbm[index(technology)].at(village) = -71;
        villages[village].state = SignalState::good;
    }

    [[nodiscard]] Plan plan() const { return plan_rollout(world, scenario, candidates, maps, villages, curves); }
    [[nodiscard]] std::vector<std::uint32_t> built_in(int year) const {
        std::vector<std::uint32_t> numbers;
        for (auto const& project : plan().projects)
            if (project.year == year) numbers.push_back(project.candidate);
        return numbers;
    }

  private:
    void set_scenario() {
        scenario.years = {.base = 2020, .first = 2021, .last = 2023};
        for (auto& budget : scenario.radio.budget) budget.threshold_dbm = -95;
        scenario.rollout.min_people_per_project = 2;
        scenario.rollout.operator_budget_bn_vnd = {0};
        scenario.rollout.public_budget_bn_vnd = {0};
        scenario.finance.discount_rate = 0.08;
        scenario.finance.horizon_years = 9;
        // Flat take-up without catching up: 0.9 · 0.5 · 12 · 37,000 = 199,800 VND per person and year, nothing kept.
        for (auto& curve : curves)
            curve = {.ceiling_share = 0.9, .rate_per_year = 0, .midpoint_years = 0, .new_place_rate_per_year = 1e9};
        scenario.adoption.mobile.revenue_vnd_per_month = 37000;
        scenario.adoption.fixed.revenue_vnd_per_month = 61000;
    }
};

} // namespace phusong::test

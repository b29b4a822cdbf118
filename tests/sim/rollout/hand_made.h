#pragma once
#include "sim/rollout/rollout.h"
#include <algorithm>
#include <cmath>
#include <vector>

namespace phusong::test {

/// A row of villages, each a column of four cells and a commune of its own, and candidates by hand. The people of a
/// village live in three parts of different size, in the cells of rows 1 to 3; so the inhabited cells of one village
/// are never neighbours in World::people. Its hall stands in the uninhabited row 0, or, of every second village, where
/// its smallest part lives. Every technology has a threshold of its own.
/// Signal maps and prices are left out: what a candidate reaches and costs is said outright.
struct HandMade {
    World world;
    Scenario scenario;
    Candidates candidates;
    SignalMaps maps;
    PointSignals points; ///< of the maps
    std::vector<VillageSignal> villages;
    std::array<TakeUpCurve, service_count> curves{};
    static constexpr std::uint32_t parts = 3;

    explicit HandMade(std::vector<double> const& people_of_village) {
        int const n = static_cast<int>(people_of_village.size());
        world.grid = {.west_m = 0, .north_m = 2000, .cell_m = 500, .rows = 4, .cols = n};
        world.census_year = 2020;
        for (int v = 0; v < n; ++v) add_village(v, people_of_village[static_cast<std::size_t>(v)]);
        for (std::uint32_t p = 0; p < parts; ++p)
            for (std::uint32_t v = 0; v < world.villages.size(); ++v)
                world.people.push_back(
                    {world.grid.index(static_cast<int>(p) + 1, static_cast<int>(v)), VillageId{v}, people_of(v, p)});
        world.communes.resize(people_of_village.size());
        for (auto& map : maps.best_dbm) map = geo::Raster(world.grid);
        candidates.blocked_by_line_of_sight.assign(people_of_village.size(), false);
        candidates.blocked_by_fibre_length.assign(people_of_village.size(), false);
        candidates.not_tried.assign(people_of_village.size(), false);
        set_scenario();
        settle();
    }

    /// People of one part of a village: about 47, 32 and 21 in a hundred, whole people.
    [[nodiscard]] double people_of(std::uint32_t village, std::uint32_t part) const {
        double const all = world.villages[village].people;
        double const first = std::floor(0.47 * all), second = std::floor(0.32 * all);
        return part == 0 ? first : part == 1 ? second : all - first - second;
    }
    /// Index into World::people.
    [[nodiscard]] std::uint32_t cell(std::uint32_t village, std::uint32_t part) const {
        return part * static_cast<std::uint32_t>(world.villages.size()) + village;
    }

    /// Lets a candidate serve one part of a village, or with `parts` its hall.
    void serve(Candidate& candidate, Technology technology, std::uint32_t village, std::uint32_t part) const {
        auto& reach = candidate.reach;
        auto& list = part == parts ? reach.halls[index(technology)] : reach.people_cells[index(technology)];
        list.push_back(part == parts ? village : cell(village, part));
        std::ranges::sort(list);
        candidate.technologies.add(technology);
    }
    Candidate& bare_site(std::uint32_t village, double capex_bn, double opex_bn = 0, int earliest_year = 2021) {
        Candidate c;
        c.village = VillageId{village};
        c.commune = CommuneId{village};
        c.earliest_year = earliest_year;
        c.grid_year = earliest_year > 2021 ? earliest_year : 2008;
        c.cost.site_vnd = capex_bn * 1e9;
        c.cost.opex_vnd_per_year = opex_bn * 1e9;
        candidates.list.push_back(std::move(c));
        return candidates.list.back();
    }
    /// A new site that costs `capex_bn` and a yearly opex: 4G for all people and the halls of the villages, and 2G for
    /// their largest parts.
    Candidate& site(std::vector<std::uint32_t> const& villages_served, double capex_bn, double opex_bn = 0,
                    int earliest_year = 2021) {
        auto& c = bare_site(villages_served.front(), capex_bn, opex_bn, earliest_year);
        for (auto v : villages_served) {
            for (std::uint32_t part = 0; part <= parts; ++part) serve(c, Technology::g4, v, part);
            serve(c, Technology::g2, v, 0);
        }
        return c;
    }
    Candidate& fibre(std::uint32_t village, double capex_bn) {
        auto& c = bare_site(village, capex_bn);
        c.kind = ProjectKind::fibre_village;
        return c;
    }
    Candidate& fixed_wireless(std::uint32_t village, double capex_bn, double line_share) {
        auto& c = bare_site(village, capex_bn);
        c.kind = ProjectKind::fixed_wireless;
        c.fixed_line_share = line_share;
        return c;
    }
    /// Good signal of `technology` in the base year, in one part of a village or (with `parts`) at its hall.
    void already(std::uint32_t village, Technology technology, std::uint32_t part) {
        auto const place = part == parts ? world.grid.cell_at(world.villages[village].xy).value()
                                         : world.people[cell(village, part)].cell;
        auto const& budget = scenario.radio.budget[index(technology)];
        maps.best_dbm[index(technology)].at(place) = static_cast<float>(budget.threshold_dbm + 1.5);
        settle();
    }
    void already(std::uint32_t village, Technology technology) {
        for (std::uint32_t part = 0; part <= parts; ++part) already(village, technology, part);
    }

    [[nodiscard]] Plan plan() const { return plan_rollout(world, scenario, candidates, points, villages, curves); }
    [[nodiscard]] std::vector<std::uint32_t> built_in(int year) const {
        std::vector<std::uint32_t> numbers;
        for (auto const& project : plan().projects)
            if (project.year == year) numbers.push_back(project.candidate);
        return numbers;
    }

  private:
    void add_village(int column, double people) {
        Village village;
        village.commune = CommuneId{static_cast<std::uint32_t>(column)};
        village.xy = world.grid.centre(column % 2 == 0 ? 0 : static_cast<int>(parts), column);
        village.people = people;
        village.grid_power_year = 2008;
        world.villages.push_back(village);
    }
    void settle() {
        points = at_points(world, scenario.radio, maps);
        villages = village_signals(world, scenario.radio, points);
    }
    void set_scenario() {
        scenario.years = {.base = 2020, .first = 2021, .last = 2023};
        for (auto t : technologies) // a signal that is good for one is too weak for those before it
            scenario.radio.budget[index(t)].threshold_dbm = -95 - 4.0 * static_cast<double>(index(t));
        scenario.radio.weak_band_db = 2;
        scenario.rollout.min_people_per_project = 2;
        scenario.rollout.solver = "greedy"; // most tests are of single choices; others say so
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

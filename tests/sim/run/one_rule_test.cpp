// The maps and the plan speak of the same villages and the same people, by one rule: a village has good signal when one
// technology is good in the cell of its hall and for enough of its people.
#include "sim/run/years.h"
#include "tests/support/draw.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace phusong {
namespace {

struct Chance {
    std::mt19937 random;
    double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); }
    int whole(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); }
    bool yes(double share) { return between(0, 1) < share; }
};

/// Hills, some towers, and seven marks for villages.
World drawn(Chance& chance) {
    test::Drawing d{.rows = std::vector<std::string>(17, std::string(21, '.')), .cell_m = 400, .height_step_m = 45};
    d.heights = d.rows;
    for (auto& row : d.heights)
        for (auto& c : row) c = static_cast<char>('0' + (chance.yes(0.2) ? chance.whole(3, 9) : chance.whole(0, 1)));
    for (char const mark : {'T', 'T', 'F', 'V', 'V', 'V', 'V', 'V', 'V', 'V'})
        d.rows[static_cast<std::size_t>(chance.whole(2, 14))][static_cast<std::size_t>(chance.whole(2, 18))] = mark;
    return test::draw(d);
}

/// Several cells of people for each village, and its hall up to two cells away from them, inhabited or not.
void spread_people(World& world, Chance& chance) {
    world.people.clear();
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        auto& village = world.villages[v];
        auto const at = world.grid.cell_at(village.xy).value();
        int const row = static_cast<int>(at) / world.grid.cols, col = static_cast<int>(at) % world.grid.cols;
        auto const near = [&] { return world.grid.index(row + chance.whole(-2, 2), col + chance.whole(-2, 2)); };
        std::set<std::uint32_t> cells;
        for (int k = chance.whole(1, 6); k > 0; --k) cells.insert(near());
        village.people = 0;
        for (auto cell : cells) {
            world.people.push_back({cell, VillageId{v}, std::floor(chance.between(7, 190))});
            village.people += world.people.back().people;
        }
        village.xy = world.grid.centre(near());
        village.grid_power_year = chance.whole(2015, 2024);
    }
    std::ranges::stable_sort(world.people, {}, &PeopleCell::cell);
}

World random_world(Chance& chance) {
    auto world = drawn(chance);
    spread_people(world, chance);
    for (auto& site : world.sites) site.technologies.bits = static_cast<std::uint8_t>(chance.whole(1, 15));
    return world;
}

Scenario random_scenario(Chance& chance) {
    Scenario s;
    s.years = {.base = 2020, .first = 2021, .last = 2023};
    s.radio.budget = {LinkBudget{947, 41, -95, 4.1}, LinkBudget{2140, 38, -97, 3.3}, LinkBudget{1850, 29, -102, 3.7},
                      LinkBudget{2593, 31, -106, 2.3}};
    s.radio.good_people_share = chance.yes(0.2) ? 1 : chance.between(0, 1);
    s.network.fibre_max_km = 6;
    s.prices.site_vnd = 750e6;
    s.prices.technology_vnd = 875e6;
    s.prices.fibre_vnd_per_km = 200e6;
    s.prices.solar_vnd = 300e6;
    s.finance.discount_rate = 0.08;
    s.adoption.mobile.revenue_vnd_per_month = 37000;
    auto& rollout = s.rollout;
    rollout.policy = static_cast<Policy>(chance.whole(0, 3));
    rollout.operator_budget_bn_vnd = {chance.between(0, 9)};
    rollout.public_budget_bn_vnd = {chance.between(0, 9)};
    rollout.new_site_search_km = 1.3;
    rollout.min_people_per_project = chance.whole(1, 60);
    rollout.max_projects_per_year = chance.whole(1, 9);
    rollout.pay_solar = chance.yes(0.5);
    rollout.upgrade_to_5g = chance.yes(0.5);
    rollout.new_site_technologies.bits = static_cast<std::uint8_t>(chance.whole(1, 15));
    return s;
}

struct People {
    double with_signal = 0, with_broadband = 0;
};
People people_served(World const& world, Radio const& radio, SignalMaps const& maps) {
    People people;
    auto const good = at_points(world, radio, maps).good;
    for (std::size_t i = 0; i < good.size(); ++i) {
        people.with_signal += good[i].empty() ? 0 : world.people[i].people;
        people.with_broadband += has_broadband(good[i]) ? world.people[i].people : 0;
    }
    return people;
}

/// One random case from the base year's maps to the last year's, with what a plan and its maps say.
struct Case {
    World world;
    Scenario scenario;
    SignalMaps maps;
    Candidates candidates;
    Plan plan;
    int built = 0, built_with_empty_hall = 0;

    explicit Case(unsigned seed) {
        Chance chance{std::mt19937(seed)};
        world = random_world(chance);
        scenario = random_scenario(chance);
        std::array<TakeUpCurve, service_count> curves;
        for (auto& curve : curves) curve = {.ceiling_share = 0.9, .new_place_rate_per_year = 1e9};
        maps = no_signal(world);
        add_signals(maps, world, scenario.radio, standing_transmitters(world));
        auto const points = at_points(world, scenario.radio, maps);
        auto const base = village_signals(world, scenario.radio, points);
        candidates = price(survey(world, scenario, points, base), world, scenario, curves);
        plan = plan_rollout(world, scenario, candidates, points, base, curves);
    }
    void expect_same_villages(int year) {
        auto const seen = village_signals(world, scenario.radio, maps);
        for (std::uint32_t v = 0; v < seen.size(); ++v) {
            auto const reason = plan.reason.at(static_cast<std::size_t>(year - 2020)).at(v).reason;
            bool const planned = reason == Reason::already_served || reason == Reason::built;
            EXPECT_EQ(seen[v].state == SignalState::good, planned) << year << ", village " << v;
            if (year != 2023 || reason != Reason::built) continue;
            ++built;
            built_with_empty_hall += hall_is_empty(v) ? 1 : 0;
        }
    }
    bool hall_is_empty(std::uint32_t v) const {
        auto const hall = world.grid.cell_at(world.villages[v].xy).value();
        return std::ranges::find(world.people, hall, &PeopleCell::cell) == world.people.end();
    }
    void expect_same_people(int year, People const& before) const {
        auto const now = people_served(world, scenario.radio, maps);
        double const growth = world.growth_since_census(year);
        double with_signal = 0, with_broadband = 0;
        for (auto const& project : plan.projects) {
            if (project.year != year) continue;
            with_signal += project.new_people[index(ServiceKind::mobile)];
            with_broadband += project.new_broadband_people;
        }
        EXPECT_NEAR(with_signal, (now.with_signal - before.with_signal) * growth, 1e-6) << year;
        EXPECT_NEAR(with_broadband, (now.with_broadband - before.with_broadband) * growth, 1e-6) << year;
    }
};

/// Equal, with NaN equal to NaN.
bool same_dbm(std::vector<float> const& a, std::vector<float> const& b) {
    return std::ranges::equal(a, b, [](float x, float y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

TEST(OneRule, PointsThatGrowWithTheProjectsAreThoseOfMapsThatDo) {
    std::size_t projects = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        Case one(seed);
        auto const& radio = one.scenario.radio;
        auto points = at_points(one.world, radio, one.maps);
        for (int year = 2021; year <= 2023; ++year) {
            add_signals(one.maps, one.world, radio,
                        transmitters_of(one.world, one.candidates, one.plan.projects, year));
            add_projects(points, one.candidates, one.plan.projects, year);
            auto const of_maps = at_points(one.world, radio, one.maps);
            EXPECT_TRUE(std::ranges::equal(points.good, of_maps.good)) << "seed " << seed << ", " << year;
            for (std::size_t t = 0; t < technology_count; ++t)
                EXPECT_TRUE(same_dbm(points.hall_dbm[t], of_maps.hall_dbm[t])) << "seed " << seed << ", " << year;
        }
        projects += one.plan.projects.size();
    }
    EXPECT_GT(projects, 100U);
}

TEST(OneRule, ThePlanCallsGoodExactlyTheVillagesThatTheMapsDoAndReachesTheSamePeople) {
    int built = 0, built_with_empty_hall = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        Case one(seed);
        one.expect_same_villages(2020);
        for (int year = 2021; year <= 2023; ++year) {
            auto const before = people_served(one.world, one.scenario.radio, one.maps);
            add_signals(one.maps, one.world, one.scenario.radio,
                        transmitters_of(one.world, one.candidates, one.plan.projects, year));
            one.expect_same_villages(year);
            one.expect_same_people(year, before);
        }
        built += one.built;
        built_with_empty_hall += one.built_with_empty_hall;
        if (HasFailure()) FAIL() << "seed " << seed;
    }
    EXPECT_GT(built, 60);
    EXPECT_GT(built_with_empty_hall, 30);
}

} // namespace
} // namespace phusong

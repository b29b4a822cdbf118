#pragma once
#include "sim/targets/targets.h"
#include <stdexcept>
#include <string_view>

namespace phusong::test {

/// Two communes, five villages, base year and two more; every state is set by hand and every number is different.
struct SmallProvince {
    World world;
    Scenario scenario;
    std::vector<std::vector<VillageSignal>> villages;
    std::vector<std::vector<bool>> fibre;
    Subscribers subscribers;

    SmallProvince() {
        scenario.years = {.base = 2020, .first = 2021, .last = 2022};
        scenario.adoption.smartphone_share_base = 0.6;
        scenario.adoption.smartphone_growth_points_per_year = 5;
        scenario.adoption.smartphone_ceiling_share = 0.95;
        scenario.adoption.online_skill_share = 0.55;
        world.census_year = 2020;
        world.communes.resize(2);
        world.communes[0].households = 170;
        world.communes[1].households = 60;
        world.communes[1].seat = {5000, 0};
        add_village(0, 0, 430);
        add_village(0, 900, 210);
        add_village(0, 1900, 160);
        add_village(1, 5200, 140);
        add_village(1, 6400, 60); // 1,000 people
        villages.assign(3, std::vector<VillageSignal>(5));
        fibre.assign(3, {true, false, false, false, false});
        subscribers.people.assign(3, {800, 200});
        subscribers.smartphone_users.assign(3, {0, 0});
        for (auto& service : subscribers.count) service.assign(3, {0, 0});
    }
    void add_village(std::uint32_t commune, double x_m, double people) {
        Village village;
        village.commune = CommuneId{commune};
        village.xy = {x_m, 0};
        village.people = people;
        village.households = people / 5;
        world.villages.push_back(village);
    }
    void add_institution(std::string const& kind, std::uint32_t commune, double x_m, bool connected) {
        Institution institution;
        institution.kind = kind;
        institution.commune = CommuneId{commune};
        institution.xy = {x_m, 0};
        institution.connected = connected;
        world.institutions.push_back(institution);
    }
    /// `share` of the village's people have 2G, from the year on.
    void signal(std::size_t village, int from_year, SignalState state, double share) {
        for (auto y = static_cast<std::size_t>(from_year - 2020); y < 3; ++y) {
            villages[y][village].state = state;
            villages[y][village].people_share[index(Technology::g2)] = share;
        }
    }
    void broadband(std::size_t village, int from_year, SignalState state, double share) {
        for (auto y = static_cast<std::size_t>(from_year - 2020); y < 3; ++y) {
            villages[y][village].broadband_state = state;
            villages[y][village].people_share[index(Technology::g4)] = share;
        }
    }
    [[nodiscard]] Evidence evidence() const { return {world, scenario, villages, fibre, subscribers}; }
    [[nodiscard]] double value(std::string_view name, int year) const {
        for (auto const& indicator : indicators())
            if (indicator.name == name) return indicator.value(evidence(), year - 2020);
        throw std::invalid_argument("no such indicator");
    }
};

} // namespace phusong::test

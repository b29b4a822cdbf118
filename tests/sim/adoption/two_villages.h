#pragma once
#include "sim/adoption/adoption.h"

namespace phusong::test {

/// Two communes with a village each: 730 people in Bản A, 270 in Bản B; 3 % more people a year since 2019.
inline World two_villages() {
    World world;
    world.communes.resize(2);
    world.villages.resize(2);
    world.villages[0].people = 730;
    world.villages[1].people = 270;
    world.villages[1].commune = CommuneId{1};
    world.census_year = 2019;
    world.people_growth_share_per_year = 0.03;
    return world;
}

inline Scenario three_services() {
    Scenario scenario;
    scenario.years = {.base = 2020, .first = 2021, .last = 2024};
    scenario.adoption.mobile = {.ceiling_share = 0.95,
                                .base_per_100 = 67.75,
                                .base_growth_share = 0.048,
                                .revenue_vnd_per_month = 82000,
                                .new_place_rate_per_year = 0.6};
    scenario.adoption.fixed = {.ceiling_share = 0.24,
                               .base_per_100 = 9.3,
                               .base_growth_share = 0.037,
                               .revenue_vnd_per_month = 165000,
                               .new_place_rate_per_year = 0.35};
    scenario.adoption.paytv = {.ceiling_share = 0.13,
                               .base_per_100 = 3.7,
                               .base_growth_share = 0.052,
                               .revenue_vnd_per_month = 51000,
                               .new_place_rate_per_year = 0.25};
    return scenario;
}

/// Every year as the base year: mobile reaches 92 % and 71 %, fibre the first village.
inline ReachedShares unchanged_reach(int years) {
    ReachedShares reached;
    auto const n = static_cast<std::size_t>(years);
    reached.share[index(ServiceKind::mobile)].assign(n, {0.92, 0.71});
    reached.share[index(ServiceKind::fixed)].assign(n, {1.0, 0.0});
    reached.share[index(ServiceKind::paytv)].assign(n, {1.0, 0.0});
    reached.broadband_share.assign(n, {0.46, 0.0});
    return reached;
}

} // namespace phusong::test

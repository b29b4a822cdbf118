#include "sim/finance/finance.h"

namespace phusong {

std::array<int, item_count> item_lives(Finance const& finance) {
    return {finance.site_life_years, finance.technology_life_years, finance.power_life_years,
            finance.backhaul_life_years, finance.access_life_years};
}

std::array<double, item_count> replaced_vnd(ProjectCost const& cost, Finance const& finance, int age_years) {
    auto const items = cost.items_vnd();
    auto const lives = item_lives(finance);
    std::array<double, item_count> again{};
    for (std::size_t i = 0; i < item_count; ++i)
        if (lives[i] > 0 && age_years > 0 && age_years % lives[i] == 0) again[i] = items[i];
    return again;
}

std::vector<double> replacements_vnd(ProjectCost const& cost, Finance const& finance, std::size_t years) {
    std::vector<double> flow(years, 0.0);
    auto const items = cost.items_vnd();
    auto const lives = item_lives(finance);
    for (std::size_t i = 0; i < item_count; ++i) {
        if (lives[i] <= 0 || items[i] == 0) continue;
        auto const life = static_cast<std::size_t>(lives[i]);
        for (auto age = life; age < years; age += life) flow[age] += items[i];
    }
    return flow;
}

} // namespace phusong

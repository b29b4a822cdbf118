#include "sim/finance/finance.h"

namespace phusong {

std::vector<std::array<double, service_count>> revenue_factors(World const& world, Scenario const& scenario) {
    auto const ceilings = ceiling_factors(world, scenario.adoption);
    double const poor = scenario.finance.poor_revenue_share;
    double people = 0, sum = 0;
    for (auto const& commune : world.communes) {
        people += commune.people;
        sum += commune.people * (1 - commune.poor_share * (1 - poor));
    }
    double const mean = people > 0 && sum > 0 ? sum / people : 1;
    std::vector<std::array<double, service_count>> factors(world.communes.size());
    for (std::size_t c = 0; c < factors.size(); ++c)
        for (std::size_t s = 0; s < service_count; ++s)
            factors[c][s] = ceilings[s][c] * (1 - world.communes[c].poor_share * (1 - poor)) / mean;
    return factors;
}

} // namespace phusong

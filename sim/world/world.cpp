#include "sim/world/world.h"
#include <cmath>

namespace phusong {

double World::growth_since_census(int year) const {
    return std::pow(1 + people_growth_share_per_year, year - census_year);
}

} // namespace phusong

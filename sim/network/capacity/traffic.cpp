#include "sim/network/capacity/traffic.h"
#include <algorithm>
#include <cmath>

namespace phusong {

double busy_hour_mbps(double gb_per_month, Traffic const& traffic, int years_since_base) {
    double const gb = gb_per_month * std::pow(1 + traffic.growth_share_per_year, years_since_base);
    return gb * 8000 * traffic.busy_hour_share / 30 / 3600;
}

ClassChoice choose_class(std::span<double const> classes, double load_mbps, double full_share) {
    for (double const mbps : classes)
        if (load_mbps <= full_share * mbps) return {mbps, false};
    return {classes.empty() ? 0 : classes.back(), true};
}

double cable_availability_share(LinkClasses const& links, double length_km) {
    double const hours_lost = links.fibre_cuts_per_100km_year * length_km / 100 * links.fibre_repair_h;
    return std::max(0.0, 1 - hours_lost / 8760);
}

double either_share(double a_share, double b_share) { return 1 - (1 - a_share) * (1 - b_share); }

} // namespace phusong

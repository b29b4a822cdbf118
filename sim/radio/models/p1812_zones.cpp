#include "sim/radio/models/p1812_zones.h"
#include <algorithm>

namespace phusong {

namespace {

struct Sections {
    double longest_km = 0, sum_km = 0;
};

/// Runs of points of which `belongs` says yes, each with half of the step before it and half of the step after it.
template <class Belongs>
Sections sections(std::span<double const> d, std::span<RadioZone const> zone, Belongs&& belongs) {
    Sections out;
    for (std::size_t first = 0; first < zone.size(); ++first) {
        if (!belongs(zone[first])) continue;
        std::size_t last = first;
        while (last + 1 < zone.size() && belongs(zone[last + 1])) ++last;
        double length = d[last] - d[first];
        if (last + 1 < d.size()) length += (d[last + 1] - d[last]) / 2;
        if (first > 0) length += (d[first] - d[first - 1]) / 2;
        out.longest_km = std::max(out.longest_km, length);
        out.sum_km += length;
        first = last;
    }
    return out;
}

} // namespace

ZoneShares zone_shares(std::span<double const> d, std::span<RadioZone const> zone) {
    if (zone.empty()) return {d.back(), d.back(), 0};
    return {sections(d, zone, [](RadioZone z) { return z != RadioZone::sea; }).longest_km,
            sections(d, zone, [](RadioZone z) { return z == RadioZone::inland; }).longest_km,
            sections(d, zone, [](RadioZone z) { return z == RadioZone::sea; }).sum_km / d.back()}; // P.1812-6 (1)
}

} // namespace phusong

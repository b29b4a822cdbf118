#include "sim/network/microwave/design.h"
#include <algorithm>
#include <tuple>

namespace phusong {
namespace {

HopDesign with_class(HopProfile const& profile, HopEnd const& a, HopEnd const& b, LinkClass const& radio,
                     HopRules const& rules) {
    HopDesign out{.fault = HopFault::blocked,
                  .length_km = profile.length_km,
                  .radio = radio,
                  .heights = {std::ranges::max(a.heights_m), std::ranges::max(b.heights_m)},
                  .budget = {}};
    auto const lowest = lowest_heights(profile, a.heights_m, b.heights_m, radio.frequency_ghz, rules.clearance);
    if (lowest) {
        out.heights = *lowest;
        out.fault = HopFault::none;
    }
    out.budget = hop_budget(profile, out.heights, radio, rules.climate);
    if (lowest && out.budget.availability_share < rules.availability_share) out.fault = HopFault::unavailable;
    return out;
}

HopDesign design_in_order(geo::Raster const& terrain_m, HopEnd const& a, HopEnd const& b, HopRules const& rules) {
    auto const length_km = geo::distance_m(a.xy, b.xy) / 1000;
    std::vector<LinkClass> usable;
    for (auto const& c : rules.classes)
        if (length_km <= c.max_km) usable.push_back(c);
    if (usable.empty() || a.heights_m.empty() || b.heights_m.empty() || !(length_km > 0))
        return {.fault = HopFault::too_long, .length_km = length_km, .radio = {}, .heights = {}, .budget = {}};
    std::ranges::stable_sort(usable, std::greater<>(), &LinkClass::frequency_ghz);
    auto const profile = hop_profile(terrain_m, a.xy, b.xy);
    if (!profile.known())
        return {.fault = HopFault::no_terrain, .length_km = length_km, .radio = {}, .heights = {}, .budget = {}};
    std::optional<HopDesign> best; // the last of the faults is the least
    for (auto const& radio : usable) {
        auto design = with_class(profile, a, b, radio, rules);
        if (design.works()) return design;
        if (!best || best->fault < design.fault) best = design;
    }
    return *best;
}

} // namespace

HopDesign design_hop(geo::Raster const& terrain_m, HopEnd const& a, HopEnd const& b, HopRules const& rules) {
    bool const in_order = std::tuple(a.xy.x_m, a.xy.y_m) <= std::tuple(b.xy.x_m, b.xy.y_m);
    if (in_order) return design_in_order(terrain_m, a, b, rules);
    auto out = design_in_order(terrain_m, b, a, rules);
    std::swap(out.heights.a_m, out.heights.b_m);
    return out;
}

std::vector<double> heights_on_mast(std::vector<double> const& list_m, double mast_m) {
    std::vector<double> out;
    for (double h : list_m)
        if (h < mast_m) out.push_back(h);
    if (mast_m > 0) out.push_back(mast_m);
    return out;
}

} // namespace phusong

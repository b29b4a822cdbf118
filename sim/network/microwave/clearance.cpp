#include "sim/network/microwave/clearance.h"
#include "geo/earth.h"
#include "sim/network/microwave/line_of_sight.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace phusong {
namespace {

struct Read {
    double length_km, k;
};
constexpr std::array fig2{Read{10, 0.45}, Read{20, 0.60},  Read{30, 0.68}, Read{50, 0.78},
                          Read{70, 0.84}, Read{100, 0.90}, Read{200, 0.98}};
constexpr double least_k = 0.3;

double bulge_m(double d1_km, double d2_km, double k) { return 500 * d1_km * d2_km / (k * geo::earth_radius_km); }

} // namespace

double low_k(double length_km) {
    if (length_km >= fig2.back().length_km) return fig2.back().k;
    std::size_t i = 1;
    while (i + 1 < fig2.size() && length_km > fig2[i].length_km) ++i;
    auto const& [d0, k0] = fig2[i - 1];
    auto const& [d1, k1] = fig2[i];
    return std::max(least_k, k0 + (k1 - k0) * std::log(length_km / d0) / std::log(d1 / d0));
}

ClearanceRules for_length(ClearanceRules rules, double length_km) {
    if (!(rules.low_k > 0)) rules.low_k = low_k(length_km);
    return rules;
}

double needed_room_m(ClearanceRules const& rules, double d1_km, double d2_km, double frequency_ghz) {
    double const radius_m = fresnel_radius_m(d1_km, d2_km, frequency_ghz);
    return std::max(bulge_m(d1_km, d2_km, rules.k) + rules.share * radius_m,
                    bulge_m(d1_km, d2_km, rules.low_k) + rules.low_share * radius_m);
}

bool HopProfile::known() const {
    return std::none_of(ground_m.begin(), ground_m.end(), [](double h) { return std::isnan(h); });
}

double HopProfile::mean_ground_m() const {
    double sum = 0;
    for (std::size_t i = 0, j = ground_m.size() - 1; i < ground_m.size(); ++i, --j) sum += ground_m[i] + ground_m[j];
    return sum / 2 / static_cast<double>(ground_m.size()); // from both ends, so that the way back is the same
}

HopProfile hop_profile(geo::Raster const& terrain_m, geo::XY a, geo::XY b) {
    auto const profile = geo::profile(terrain_m, a, b, terrain_m.grid.cell_m);
    HopProfile out;
    out.length_km = geo::distance_m(a, b) / 1000;
    out.ground_m.assign(profile.height_m.begin(), profile.height_m.end());
    auto const steps = static_cast<double>(out.size() - 1);
    for (std::size_t i = 0; i < out.size(); ++i) out.d_km.push_back(out.length_km * (static_cast<double>(i) / steps));
    return out;
}

double ray_m(HopProfile const& p, double height_a_m, double height_b_m, std::size_t i) {
    double const share = static_cast<double>(i) / static_cast<double>(p.size() - 1);
    return (p.ground_m.front() + height_a_m) * (1 - share) + (p.ground_m.back() + height_b_m) * share;
}

LeastClearance least_clearance(HopProfile const& p, double height_a_m, double height_b_m, double frequency_ghz,
                               double k) {
    if (!p.known()) return {std::numeric_limits<double>::quiet_NaN(), 0};
    LeastClearance least{std::numeric_limits<double>::infinity(), 0};
    for (std::size_t i = 1; i + 1 < p.size(); ++i) {
        double const d1_km = p.d_km[i], d2_km = p.length_km - d1_km;
        double const room_m = ray_m(p, height_a_m, height_b_m, i) - p.ground_m[i] - bulge_m(d1_km, d2_km, k);
        double const radii = room_m / fresnel_radius_m(d1_km, d2_km, frequency_ghz);
        if (radii < least.radii) least = {radii, d1_km};
    }
    return least;
}

bool clears(HopProfile const& p, double height_a_m, double height_b_m, double frequency_ghz,
            ClearanceRules const& rules) {
    if (!p.known()) return false;
    auto const these = for_length(rules, p.length_km);
    for (std::size_t i = 1; i + 1 < p.size(); ++i) {
        double const need_m = needed_room_m(these, p.d_km[i], p.length_km - p.d_km[i], frequency_ghz);
        if (!(ray_m(p, height_a_m, height_b_m, i) - p.ground_m[i] >= need_m)) return false;
    }
    return true;
}

} // namespace phusong

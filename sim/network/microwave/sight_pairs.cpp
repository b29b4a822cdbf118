#include "sim/network/microwave/sight_pairs.h"
#include "geo/parallel.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

/// The samples of geo::profile one by one, in any order, so that a blocked pair is left at the first sample that
/// blocks.
struct Ray {
    geo::Raster const& terrain_m;
    geo::XY a, b;
    ClearanceRules const& rules;
    double frequency_ghz, length_km, from_m, to_m;
    long steps;

    [[nodiscard]] bool blocked_at(long i) const {
        double const share = static_cast<double>(i) / static_cast<double>(steps);
        geo::XY const p{a.x_m * (1 - share) + b.x_m * share, a.y_m * (1 - share) + b.y_m * share};
        double const room_m = from_m * (1 - share) + to_m * share - static_cast<double>(geo::bilinear(terrain_m, p));
        double const d1_km = length_km * share;
        return !(room_m >= needed_room_m(rules, d1_km, length_km - d1_km, frequency_ghz));
    }
    /// Coarse to fine: every sample once, those far apart first; a ridge is many samples wide.
    [[nodiscard]] bool clear() const {
        if (std::isnan(from_m) || std::isnan(to_m)) return false;
        constexpr long coarsest = 16;
        for (long i = coarsest; i < steps; i += coarsest)
            if (blocked_at(i)) return false;
        for (long stride = coarsest; stride > 1; stride /= 2)
            for (long i = stride / 2; i < steps; i += stride)
                if (blocked_at(i)) return false;
        return true;
    }
};

struct Search {
    geo::Raster const& terrain_m;
    std::span<SightEnd const> ends;
    std::vector<double> top_m; ///< of each antenna, above sea level
    double max_km, frequency_ghz;
    ClearanceRules const& rules;

    [[nodiscard]] bool in_sight(std::uint32_t a, std::uint32_t b) const {
        double const length_m = geo::distance_m(ends[a].xy, ends[b].xy);
        if (!(length_m > 0 && length_m <= max_km * 1000)) return false;
        auto const these = for_length(rules, length_m / 1000);
        long const steps = std::max<long>(1, std::lround(length_m / terrain_m.grid.cell_m));
        return Ray{terrain_m, ends[a].xy, ends[b].xy, these, frequency_ghz, length_m / 1000, top_m[a], top_m[b], steps}
            .clear();
    }
};

} // namespace

std::vector<SightPair> sight_pairs(geo::Raster const& terrain_m, std::span<SightEnd const> ends, double max_km,
                                   double frequency_ghz, ClearanceRules const& rules) {
    Search search{terrain_m, ends, {}, max_km, frequency_ghz, rules};
    for (auto const& end : ends)
        search.top_m.push_back(static_cast<double>(geo::bilinear(terrain_m, end.xy)) + end.height_m);
    std::vector<std::vector<std::uint32_t>> seen(ends.size());
    geo::parallel_for(std::ssize(ends), 4, [&](std::ptrdiff_t i) {
        auto const a = static_cast<std::uint32_t>(i);
        for (auto b = a + 1; b < ends.size(); ++b)
            if (search.in_sight(a, b)) seen[a].push_back(b);
    });
    std::vector<SightPair> out;
    for (std::uint32_t a = 0; a < seen.size(); ++a)
        for (auto b : seen[a]) out.push_back({a, b});
    return out;
}

} // namespace phusong

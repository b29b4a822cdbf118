#include "geo/profile.h"
#include <algorithm>
#include <cassert>

namespace phusong::geo {

Profile profile(Raster const& terrain_m, XY a, XY b, double step_m) {
    assert(step_m > 0);
    double const length = distance_m(a, b);
    auto const steps = std::max<long>(1, std::lround(length / step_m));
    Profile out;
    out.step_m = length / static_cast<double>(steps);
    out.height_m.resize(static_cast<std::size_t>(steps) + 1);
    for (long i = 0; i <= steps; ++i) {
        double const share = static_cast<double>(i) / static_cast<double>(steps);
        // Weighted from both ends, so that the profile back is the same samples in reverse order.
        XY const p{a.x_m * (1 - share) + b.x_m * share, a.y_m * (1 - share) + b.y_m * share};
        out.height_m[static_cast<std::size_t>(i)] = bilinear(terrain_m, i == 0 ? a : i == steps ? b : p);
    }
    return out;
}

} // namespace phusong::geo

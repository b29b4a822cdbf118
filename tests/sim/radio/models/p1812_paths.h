#pragma once
#include "sim/radio/models/p1812.h"
#include <algorithm>
#include <random>
#include <vector>

namespace phusong::test {

/// One call of the model with the memory that it looks at.
struct PathCase {
    std::vector<double> d, h, clutter;
    std::vector<RadioZone> zone;
    P1812Link link;
};

/// Mountains, valleys and plains of 3 to 300 points with clutter on some of them; over land, a coast or sea.
[[nodiscard]] inline PathCase random_path(unsigned seed) {
    std::mt19937 draw(seed);
    auto const between = [&](double a, double b) { return a + (b - a) * static_cast<double>(draw()) / 4294967296.0; };
    PathCase r;
    auto const n = static_cast<std::size_t>(between(3, 300));
    double const step = between(0.03, 0.9), rough = between(1, 60), coast = between(-0.5, 1.5);
    double height = between(0, 900), at = 0;
    for (std::size_t i = 0; i < n; ++i) {
        r.d.push_back(at);
        r.h.push_back(height);
        r.clutter.push_back(between(0, 1) < 0.4 ? between(2, 25) : 0);
        r.zone.push_back(static_cast<double>(i) < coast * static_cast<double>(n) ? RadioZone::inland : RadioZone::sea);
        at += step * between(0.6, 1.4);
        height = std::max(0.0, height + rough * between(-1, 1));
    }
    r.link = {.f_ghz = between(0.7, 3.5),
              .p_percent = between(1, 50),
              .pL_percent = between(1, 99),
              .sigmaL_db = between(0, 7),
              .htg_m = between(12, 70),
              .hrg_m = between(1.5, 30),
              .latitude_deg = between(17, 24),
              .delta_n = between(38, 70),
              .n0 = between(320, 390),
              .polarisation = draw() % 2 == 0 ? Polarisation::horizontal : Polarisation::vertical,
              .dct_km = between(0, 20),
              .dcr_km = between(0, 20)};
    return r;
}

[[nodiscard]] inline P1812Loss loss_of(PathCase const& r) { return p1812({r.d, r.h, r.clutter, r.zone}, r.link); }

} // namespace phusong::test

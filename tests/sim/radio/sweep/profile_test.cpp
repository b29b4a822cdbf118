#include "tests/sim/radio/models/p1812_cases.h"
#include "tests/sim/radio/models/p1812_paths.h"
#include "tests/sim/radio/sweep/on_profile.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(SweepOnProfiles, AgreesWithTheOfficialCasesInSinglePrecision) {
    auto const cases = test::official_p1812_cases();
    if (cases.empty()) GTEST_SKIP() << "the official P.1812 cases are not on this machine";
    double most = 0;
    for (auto const& one : cases) {
        auto const [profile, link] = test::inputs_of(one);
        P1812Profile const p{profile.d, profile.h, profile.clutter, profile.zone};
        double const off = std::abs(static_cast<double>(test::sweep_losses(p, link)[0]) - p1812(p, link).Lb);
        EXPECT_LE(off, 0.0001) << one.name;
        most = std::max(most, off);
    }
    std::printf("largest difference of the loss: %.3g dB\n", most);
}

TEST(SweepOnProfiles, AgreesWithTheExactModelOnRandomPaths) {
    double most = 0;
    for (unsigned seed = 1; seed <= 3000; ++seed) {
        auto const r = test::random_path(seed);
        P1812Profile const p{r.d, r.h, r.clutter, r.zone};
        double const off = std::abs(static_cast<double>(test::sweep_losses(p, r.link)[0]) - test::loss_of(r).Lb);
        EXPECT_LE(off, 0.001) << "seed " << seed << ", " << r.d.back() << " km, " << r.link.f_ghz << " GHz, p "
                              << r.link.p_percent;
        most = std::max(most, off);
    }
    std::printf("largest difference of the loss: %.3g dB\n", most);
}

} // namespace
} // namespace phusong

#include "geo/io/hash.h"
#include "tests/sim/radio/area/area_case.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

/// Bytes of small maps by every method, over land and sea, with trees and without.
std::string numbers_of_the_engine() {
    test::AreaCase one;
    one.world.clutter_m = geo::Raster(one.world.grid, 13);
    one.world.radio_zone = geo::Array2D<std::uint8_t>::Constant(149, 163, 4);
    one.world.radio_zone.rightCols(50) = 1;
    auto const ground = one.ground();
    std::string bytes;
    for (auto const* const model : {"p1812", "p526_delta_bullington", "free_space"})
        for (double const percent : {1., 50.}) {
            one.radio.model = model;
            one.radio.time_percent = percent;
            auto const site = PathLossSource{ground, one.radio}.loss_of(one.laid().sites[3]);
            for (auto const loss : site.loss.centi_db) bytes += fmt::format("{} ", loss);
            for (auto const reason : site.reasons) bytes += fmt::format("{} ", reason);
        }
    return geo::io::sha256(bytes);
}

/// When this fails, the engine gives other numbers than before: raise engine_version in sim/radio/area/path_losses.h,
/// or stores would go on giving the old ones, and put the new sum and the new version here.
TEST(EngineVersion, IsRaisedWheneverTheNumbersChange) {
    EXPECT_EQ(engine_version, 2);
    EXPECT_EQ(numbers_of_the_engine(), "b6721f1df64631200a0f9842aa54c23e2d6ee1bc79cb14a8fc4d85830038ee29");
}

} // namespace
} // namespace phusong

#include "sim/radio/models/free_space.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(FreeSpaceLoss, AgreesWithTheRecommendation) {
    // P.525-4 (4): 32.4 + 20 log f + 20 log d. Worked by hand: 32.4 + 65.5630 + 16.9020.
    EXPECT_NEAR(free_space_loss_db(7, 1898), 32.4 + 65.56593 + 16.90196, 1e-4);
    // WP 3K case b2iseac: 95.3 MHz over 235.1 km (and 696 m of height, which the path length takes in).
    EXPECT_NEAR(free_space_loss_db(235.1010307, 95.3), 119.4069487, 1e-6);
}

TEST(FreeSpaceLoss, AddsSixDecibelsWhenTheDistanceDoubles) {
    for (double d : {0.3, 4.7, 38.0})
        EXPECT_NEAR(free_space_loss_db(2 * d, 947) - free_space_loss_db(d, 947), 6.0206, 1e-4);
}

} // namespace
} // namespace phusong

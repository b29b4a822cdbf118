#include "sim/radio/store/path_loss_key.h"
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <set>

namespace phusong {
namespace {

PathLossInputs inputs() {
    return {.terrain_sha256 = "5c1f",
            .crs = "EPSG:32648",
            .grid = {.west_m = 400'000, .north_m = 2'600'000, .cell_m = 90, .rows = 700, .cols = 800},
            .transmitter = {431'234.5, 2'545'678.25},
            .antenna_height_m = 42,
            .receiver_height_m = 1.5,
            .frequency_mhz = 947,
            .radius_km = 15,
            .most_loss_db = 160,
            .model = "p1812",
            .model_version = 3,
            .settings = {{"time_percent", 50}, {"delta_n", 45}}};
}

TEST(PathLossKey, IsASha256InHexadecimal) {
    auto const key = key_of(inputs());
    EXPECT_EQ(key.hex.size(), 64U);
    EXPECT_EQ(key.hex.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(key_of(inputs()), key);
}

TEST(PathLossKey, DiffersWhenAnyInputDiffers) {
    std::vector<std::function<void(PathLossInputs&)>> const changes{
        [](auto&) {},
        [](auto& i) { i.terrain_sha256 = "5c20"; },
        [](auto& i) { i.crs = "EPSG:32649"; },
        [](auto& i) { i.grid.west_m += 1e-9 * 400'000; },
        [](auto& i) { i.grid.north_m -= 90; },
        [](auto& i) { i.grid.cell_m = 30; },
        [](auto& i) { i.grid.rows = 800, i.grid.cols = 700; },
        [](auto& i) { i.grid.rows += 1; },
        [](auto& i) { i.grid.cols += 1; },
        [](auto& i) { i.transmitter.x_m = std::nextafter(i.transmitter.x_m, 0); },
        [](auto& i) { i.transmitter.y_m += 0.5; },
        [](auto& i) { std::swap(i.transmitter.x_m, i.transmitter.y_m); },
        [](auto& i) { i.antenna_height_m = 42.5; },
        [](auto& i) { i.receiver_height_m = 10; },
        [](auto& i) { std::swap(i.antenna_height_m, i.receiver_height_m); },
        [](auto& i) { i.frequency_mhz = 948; },
        [](auto& i) { i.radius_km = 16; },
        [](auto& i) { i.most_loss_db = 170; },
        [](auto& i) { i.model = "itm"; },
        [](auto& i) { i.model_version = 4; },
        [](auto& i) { i.settings[0].second = 1; },
        [](auto& i) { i.settings[0].first = "location_percent"; },
        [](auto& i) { i.settings.pop_back(); },
        [](auto& i) {
            i.settings.push_back({"n0", 360});
        },
        [](auto& i) { std::swap(i.settings[0].second, i.settings[1].second); },
        [](auto& i) { i.terrain_sha256 += i.crs, i.crs.clear(); }, // the same letters, elsewhere
    };
    std::set<PathLossKey> keys;
    for (auto const& change : changes) {
        auto changed = inputs();
        change(changed);
        keys.insert(key_of(changed));
    }
    EXPECT_EQ(keys.size(), changes.size());
}

TEST(PathLossKey, DoesNotHangOnTheOrderOfSettingsNorOnTheSignOfZero) {
    auto turned = inputs();
    std::swap(turned.settings[0], turned.settings[1]);
    EXPECT_EQ(key_of(turned), key_of(inputs()));
    auto zero = inputs(), minus = inputs();
    zero.settings[0].second = 0.0;
    minus.settings[0].second = -0.0;
    EXPECT_EQ(key_of(zero), key_of(minus));
}

} // namespace
} // namespace phusong

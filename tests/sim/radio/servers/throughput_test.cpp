#include "sim/radio/servers/throughput.h"
#include "tests/support/each_target.h"
#include <cstring>
#include <gtest/gtest.h>

namespace phusong {
namespace {

LinkCurve const downlink{.bound_share = 0.6, .least_sinr_db = -10, .most_bps_per_hz = 4.4}; // TR 36.942 Table A.2

TEST(SpectralEfficiency, IsAPartOfShannonsBoundBetweenItsEnds) {
    EXPECT_NEAR(spectral_efficiency_bps_per_hz(downlink, 0), 0.6, 1e-12);
    EXPECT_NEAR(spectral_efficiency_bps_per_hz(downlink, 13), 2.6334, 1e-4); // 0.6 log2(1 + 19.953)
    EXPECT_EQ(spectral_efficiency_bps_per_hz(downlink, -10.01), 0);
    EXPECT_NEAR(spectral_efficiency_bps_per_hz(downlink, -10), 0.0825, 1e-4);
    EXPECT_LT(spectral_efficiency_bps_per_hz(downlink, 22.0), 4.4); // the table's SNIR_max is near 22 dB
    EXPECT_EQ(spectral_efficiency_bps_per_hz(downlink, 22.1), 4.4);
    EXPECT_EQ(spectral_efficiency_bps_per_hz(downlink, 47), 4.4);
}

geo::Raster ratios() {
    geo::Raster out({.west_m = 0, .north_m = 0, .cell_m = 90, .rows = 7, .cols = 43});
    for (std::uint32_t cell = 0; cell < out.grid.size(); ++cell)
        out.at(cell) = -20.f + 0.23f * static_cast<float>(cell);
    out.at(37) = geo::no_data;
    return out;
}

TEST(Throughput, IsTheEfficiencyTimesWhatTheCarrierLeavesForData) {
    auto const sinr_db = ratios();
    auto const rate = throughput_mbps(sinr_db, downlink, {.bandwidth_mhz = 20, .data_share = 0.75});
    for (std::uint32_t cell = 0; cell < sinr_db.grid.size(); ++cell) {
        if (cell == 37) {
            EXPECT_TRUE(std::isnan(rate.at(cell)));
            continue;
        }
        EXPECT_NEAR(rate.at(cell), 15 * spectral_efficiency_bps_per_hz(downlink, static_cast<double>(sinr_db.at(cell))),
                    2e-4)
            << cell;
    }
}

TEST(Throughput, IsTheSameBytesOnEveryInstructionSet) {
    auto const first = throughput_mbps(ratios(), downlink, {.bandwidth_mhz = 9, .data_share = 0.8});
    test::on_each_target([&](char const* name) {
        auto const rate = throughput_mbps(ratios(), downlink, {.bandwidth_mhz = 9, .data_share = 0.8});
        EXPECT_EQ(std::memcmp(rate.values.data(), first.values.data(), first.grid.size() * sizeof(float)), 0) << name;
    });
}

} // namespace
} // namespace phusong

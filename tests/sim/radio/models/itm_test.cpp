#include "sim/radio/models/itm.h"
#include "tests/sim/radio/models/csv_rows.h"
#include <array>
#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>
#include <sstream>

namespace phusong {
namespace {

TEST(Itm, AgreesWithTheTableWorkedOutApartInAllThreeModes) {
    auto const rows = test::own_table("itm.csv");
    ASSERT_EQ(rows.size(), 70u);
    std::array<int, 4> modes{};
    for (auto const& row : rows) {
        SCOPED_TRACE(row.at(0));
        auto const value = [&](std::size_t column) { return std::stod(row.at(column)); };
        std::vector<double> heights;
        std::istringstream in(row.at(2));
        for (double h = 0; in >> h;) heights.push_back(h);
        ItmLink const link{.f_mhz = value(5),
                           .h_tx_m = value(3),
                           .h_rx_m = value(4),
                           .epsilon = value(6),
                           .sigma_s = value(7),
                           .N_0 = value(8),
                           .climate = static_cast<ItmClimate>(std::stoi(row.at(10))),
                           .polarisation = row.at(9) == "1" ? Polarisation::vertical : Polarisation::horizontal,
                           .variability = itm_variability_of(std::stoi(row.at(14)))};
        auto const out = itm_p2p(heights, value(1), link, {value(11), value(12), value(13)});
        EXPECT_NEAR(out.A_db, value(15), 1e-5);
        EXPECT_EQ(static_cast<int>(out.mode), std::stoi(row.at(16)));
        EXPECT_NEAR(out.A_ref_db, value(17), 1e-5);
        ++modes.at(static_cast<std::size_t>(out.mode));
    }
    for (std::size_t mode : {1u, 2u, 3u}) EXPECT_GT(modes.at(mode), 0) << mode;
}

std::string const folder = PHUSONG_SOURCE_DIR "/../shared/validation/itm/";

/// Number of steps, step, heights.
std::vector<double> profile_in(std::vector<std::string> const& cells) {
    std::vector<double> out;
    for (auto const& cell : cells) out.push_back(std::stod(cell));
    return out;
}

TEST(Itm, AgreesWithThePublishedPointToPointCases) {
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the published ITM cases are not on this machine: " << folder;
    auto const rows = test::csv_rows(folder + "p2p.csv");
    std::ifstream profiles(folder + "pfls.csv");
    ASSERT_EQ(rows.size(), 5u);
    for (auto const& row : rows) {
        std::string line;
        std::getline(profiles, line);
        auto const pfl = profile_in(test::cells_of(line));
        auto const v = profile_in(row);
        ASSERT_EQ(pfl.size(), static_cast<std::size_t>(pfl.at(0)) + 3);
        ItmLink const link{.f_mhz = v.at(5),
                           .h_tx_m = v.at(0),
                           .h_rx_m = v.at(1),
                           .epsilon = v.at(2),
                           .sigma_s = v.at(3),
                           .N_0 = v.at(4),
                           .climate = static_cast<ItmClimate>(std::lround(v.at(7))),
                           .polarisation = v.at(6) > 0.5 ? Polarisation::vertical : Polarisation::horizontal,
                           .variability = itm_variability_of(static_cast<int>(std::lround(v.at(11))))};
        auto const out = itm_p2p(std::span(pfl).subspan(2), pfl.at(1), link, {v.at(8), v.at(9), v.at(10)});
        EXPECT_NEAR(out.A_db, v.at(12), 0.005 + 1e-9) << link.f_mhz; // published to 0.01 dB
    }
}

/// The example of the published command-line program: 3.6 km of plain at 3.5 GHz.
struct Example {
    std::vector<double> pfl;
    ItmLink link{.f_mhz = 3500, .h_tx_m = 15, .h_rx_m = 3, .epsilon = 15, .sigma_s = 0.005, .N_0 = 301};

    Example() {
        std::ifstream in(folder + "cmd_examples/pfl.txt");
        std::string line;
        std::getline(in, line);
        pfl = profile_in(test::cells_of(line));
        link.climate = ItmClimate::continental_temperate;
        link.variability = itm_variability_of(1);
    }
    [[nodiscard]] ItmLoss loss(ItmQuantiles const& quantiles) const {
        return itm_p2p(std::span(pfl).subspan(2), pfl.at(1), link, quantiles);
    }
};

TEST(Itm, AgreesWithThePublishedExampleAndItsIntermediateValues) {
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "the published ITM example is not on this machine: " << folder;
    Example const example;
    ASSERT_GT(example.pfl.size(), 2u);
    auto const out = example.loss({});
    EXPECT_NEAR(out.A_db, 114.5, 0.05);
    EXPECT_NEAR(out.A_fs_db, 114.5, 0.05);
    EXPECT_NEAR(out.A_ref_db, 0, 0.05);
    EXPECT_NEAR(out.d_km, 3.635, 0.0005);
    EXPECT_NEAR(out.theta_hzn_tx, -1.949e-3, 0.5e-6);
    EXPECT_NEAR(out.theta_hzn_rx, -0.856e-3, 0.5e-6);
    EXPECT_NEAR(out.d_hzn_tx_m, 14868, 0.5);
    EXPECT_NEAR(out.d_hzn_rx_m, 6494, 0.5);
    EXPECT_NEAR(out.h_e_tx_m, 15.0, 0.05);
    EXPECT_NEAR(out.h_e_rx_m, 3.0, 0.05);
    EXPECT_NEAR(out.N_s, 251.5, 0.05);
    EXPECT_NEAR(out.delta_h_m, 3.2, 0.05);
    EXPECT_EQ(out.mode, ItmMode::line_of_sight);
    EXPECT_EQ(out.warnings, 0u);
}

TEST(Itm, AgreesWithThePublishedTableOfConfidenceAndReliability) {
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "the published ITM example is not on this machine: " << folder;
    Example const example;
    ASSERT_GT(example.pfl.size(), 2u);
    std::array<double, 3> const confidence{10, 60, 90}, reliability{10, 65, 90};
    double const table[3][3] = {{110.9, 117.2, 129.1}, {110.9, 117.4, 129.2}, {110.9, 117.5, 129.3}};
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c)
            EXPECT_NEAR(example.loss(itm_quantiles_of(confidence[c], reliability[r])).A_db, table[r][c], 0.05 + 1e-9)
                << reliability[r] << " % with " << confidence[c] << " %";
    EXPECT_NEAR(example.loss(itm_quantiles_of(50, 50)).A_db, 114.5, 0.05);
}

} // namespace
} // namespace phusong

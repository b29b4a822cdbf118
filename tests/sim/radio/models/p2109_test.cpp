#include "sim/radio/models/p2109.h"
#include "tests/sim/radio/models/csv_rows.h"
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>

namespace phusong {
namespace {

double worst_error_db(std::vector<std::vector<std::string>> const& rows) {
    double worst = 0;
    for (auto const& row : rows) {
        auto const type = row.at(2) == "1" ? BuildingType::traditional : BuildingType::thermally_efficient;
        double const L =
            p2109_building_entry_loss_db(std::stod(row.at(0)), std::stod(row.at(1)), type, std::stod(row.at(3)));
        double const error = std::abs(L - std::stod(row.at(4)));
        worst = error <= worst ? worst : error; // NaN counts as worst
    }
    return worst;
}

TEST(BuildingEntryLoss, AgreesWithTheTableWorkedOutApart) {
    auto const rows = test::own_table("p2109.csv");
    ASSERT_EQ(rows.size(), 10u);
    EXPECT_LE(worst_error_db(rows), 1e-9);
}

TEST(BuildingEntryLoss, AgreesWithAllRowsOfTheOpenReferenceTable) {
    std::filesystem::path const published = PHUSONG_SOURCE_DIR "/../shared/validation/p2109";
    if (!std::filesystem::exists(published))
        GTEST_SKIP() << "the 31,250 rows of building entry loss are not on this machine: " << published;
    auto rows = test::csv_rows((published / "validation.csv").string());
    ASSERT_EQ(rows.size(), 31250u);
    EXPECT_LE(worst_error_db(rows), 1e-8); // P of 1e-6 and 99.999999 %: 1 - P/100 keeps eight digits, and so do they
    std::erase_if(rows, [](auto const& row) { return std::stod(row.at(1)) < 1 || std::stod(row.at(1)) > 99; });
    EXPECT_EQ(rows.size(), 28750u);
    EXPECT_LE(worst_error_db(rows), 1e-9);
}

TEST(BuildingEntryLoss, GrowsWithProbabilityAndWithTheAngleFromTheHorizontal) {
    for (auto type : {BuildingType::traditional, BuildingType::thermally_efficient})
        for (double f : {0.08, 0.76, 2.6, 31.0}) {
            double before = -3; // nothing lies under eq. (4)
            for (double P : {0.02, 4.0, 23.0, 50.0, 77.0, 96.0, 99.98}) {
                double const L = p2109_building_entry_loss_db(f, P, type, 0);
                EXPECT_GT(L, before);
                before = L;
            }
            double const up = p2109_building_entry_loss_db(f, 61, type, 37);
            EXPECT_EQ(up, p2109_building_entry_loss_db(f, 61, type, -37));
            EXPECT_GT(up, p2109_building_entry_loss_db(f, 61, type, 36));
        }
}

TEST(BuildingEntryLoss, LosesMoreInThermallyEfficientBuildings) {
    for (double f : {0.7, 0.947, 1.85, 2.14, 3.5}) // medians of P.2109 figure 1: some 14–16 dB against 30–33 dB
        EXPECT_GT(p2109_building_entry_loss_db(f, 50, BuildingType::thermally_efficient, 0),
                  p2109_building_entry_loss_db(f, 50, BuildingType::traditional, 0) + 13);
}

TEST(BuildingEntryLoss, RefusesWhatLiesOutsideItsDomain) {
    auto const loss = [](double f, double P, double theta) {
        return p2109_building_entry_loss_db(f, P, BuildingType::traditional, theta);
    };
    EXPECT_NO_THROW((void)loss(0.08, 99.9, -90));
    EXPECT_THROW((void)loss(0.079, 37, 3), std::invalid_argument);
    EXPECT_THROW((void)loss(101, 37, 3), std::invalid_argument);
    EXPECT_THROW((void)loss(2.6, 0, 3), std::invalid_argument);
    EXPECT_THROW((void)loss(2.6, 100, 3), std::invalid_argument);
    EXPECT_THROW((void)loss(2.6, 37, 91), std::invalid_argument);
    EXPECT_THROW((void)loss(NAN, 37, 3), std::invalid_argument);
}

} // namespace
} // namespace phusong

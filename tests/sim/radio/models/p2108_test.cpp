#include "sim/radio/models/p2108.h"
#include "tests/sim/radio/models/csv_rows.h"
#include <cmath>
#include <gtest/gtest.h>
#include <map>

namespace phusong {
namespace {

std::map<std::string, ClutterType> const types{
    {"water_sea", ClutterType::water_sea},       {"open_rural", ClutterType::open_rural},
    {"suburban", ClutterType::suburban},         {"urban", ClutterType::urban},
    {"trees_forest", ClutterType::trees_forest}, {"dense_urban", ClutterType::dense_urban}};

TEST(ClutterLoss, AgreesWithTheTableWorkedOutApart) {
    auto const rows = test::own_table("p2108.csv");
    ASSERT_EQ(rows.size(), 15u);
    for (auto const& row : rows) {
        auto const value = [&](std::size_t column) { return std::stod(row.at(column)); };
        double const L = row.at(0) == "height_gain"
                             ? p2108_height_gain_loss_db(value(1), value(3), types.at(row.at(2)), value(4), value(5))
                             : p2108_statistical_loss_db(value(1), value(3), value(4));
        EXPECT_NEAR(L, value(6), 1e-9) << row.at(0) << " " << row.at(2) << " " << row.at(1) << " GHz";
    }
}

TEST(ClutterLoss, AgreesWithValuesOfTheUnitedStatesReferenceImplementation) {
    // NTIA/p2108 v1.0: its table of tests and its example, given to 0.1 dB.
    struct Row {
        ClutterType type;
        double R_m, loss_db;
    };
    for (auto const& row : {Row{ClutterType::open_rural, 10, 16.0}, Row{ClutterType::open_rural, 6, 10.9},
                            Row{ClutterType::suburban, 10, 20.5}, Row{ClutterType::urban, 15, 24.5},
                            Row{ClutterType::trees_forest, 15, 24.5}, Row{ClutterType::dense_urban, 20, 27.1}})
        EXPECT_NEAR(p2108_height_gain_loss_db(1.5, 2, row.type, row.R_m), row.loss_db, 0.05);
    EXPECT_NEAR(p2108_height_gain_loss_db(0.9, 2.3, ClutterType::open_rural, 10, 30), 13.7, 0.05);
    EXPECT_NEAR(p2108_statistical_loss_db(26.6, 15.8, 45), 32.5, 0.05);
}

TEST(ClutterLoss, IsNothingFromTheTopOfTheClutterOn) {
    for (auto const& [name, type] : types) {
        double const R = p2108_default_height_m(type);
        EXPECT_EQ(p2108_height_gain_loss_db(0.9, R, type, R), 0) << name;
        EXPECT_EQ(p2108_height_gain_loss_db(0.9, R + 23, type, R), 0) << name;
        EXPECT_NEAR(p2108_height_gain_loss_db(0.9, R * 0.99999, type, R), 0, 0.02) << name;
    }
}

TEST(ClutterLoss, KnowsTheHeightsOfTableThree) {
    std::map<std::string, double> const heights{{"water_sea", 10}, {"open_rural", 10},   {"suburban", 10},
                                                {"urban", 15},     {"trees_forest", 15}, {"dense_urban", 20}};
    for (auto const& [name, R] : heights) EXPECT_EQ(p2108_default_height_m(types.at(name)), R) << name;
}

TEST(ClutterLoss, FallsAsTheAntennaRises) {
    for (auto const& [name, type] : types)
        for (double f : {0.03, 0.758, 2.6}) {
            double before = INFINITY;
            for (double h : {0.4, 1.5, 3.7, 6.0, 9.2}) {
                double const L = p2108_height_gain_loss_db(f, h, type, p2108_default_height_m(type));
                EXPECT_LT(L, before) << name << " " << f << " " << h;
                EXPECT_GE(L, 0) << name << " " << f << " " << h;
                before = L;
            }
        }
}

TEST(ClutterLoss, GrowsWithTheShareOfPlacesAndUpToTwoKilometres) {
    EXPECT_LT(p2108_statistical_loss_db(2.6, 0.7, 50), p2108_statistical_loss_db(2.6, 0.7, 83));
    EXPECT_LT(p2108_statistical_loss_db(2.6, 0.3, 50), p2108_statistical_loss_db(2.6, 1.4, 50));
    for (double p : {2.0, 50.0, 98.0})
        EXPECT_LE(p2108_statistical_loss_db(2.6, 37, p), p2108_statistical_loss_db(2.6, 2, p)); // eq. (6)
}

TEST(ClutterLoss, RefusesWhatLiesOutsideItsDomain) {
    auto const gain = [](double f, double h, double R, double ws) {
        return p2108_height_gain_loss_db(f, h, ClutterType::urban, R, ws);
    };
    EXPECT_THROW((void)gain(0.029, 2, 15, 27), std::invalid_argument);
    EXPECT_THROW((void)gain(3.1, 2, 15, 27), std::invalid_argument);
    EXPECT_THROW((void)gain(0.9, 0, 15, 27), std::invalid_argument);
    EXPECT_THROW((void)gain(0.9, 2, 0, 27), std::invalid_argument);
    EXPECT_THROW((void)gain(0.9, 2, 15, NAN), std::invalid_argument);
    EXPECT_THROW((void)p2108_statistical_loss_db(0.49, 2, 37), std::invalid_argument);
    EXPECT_THROW((void)p2108_statistical_loss_db(68, 2, 37), std::invalid_argument);
    EXPECT_THROW((void)p2108_statistical_loss_db(2.6, 0.24, 37), std::invalid_argument);
    EXPECT_THROW((void)p2108_statistical_loss_db(2.6, 2, 0), std::invalid_argument);
    EXPECT_THROW((void)p2108_statistical_loss_db(2.6, 2, 100), std::invalid_argument);
}

} // namespace
} // namespace phusong

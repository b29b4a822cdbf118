#include "sim/radio/models/ehata.h"
#include "sim/radio/models/free_space.h"
#include "tests/sim/radio/models/csv_rows.h"
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <map>

namespace phusong {
namespace {

constexpr std::array all_areas{HataArea::urban, HataArea::suburban, HataArea::open};

TEST(ExtendedHata, AgreesWithTheTableWorkedOutApart) {
    std::map<std::string, HataArea> const areas{
        {"urban", HataArea::urban}, {"suburban", HataArea::suburban}, {"open", HataArea::open}};
    auto const rows = test::own_table("ehata.csv");
    ASSERT_EQ(rows.size(), 14u);
    for (auto const& row : rows) {
        auto const value = [&](std::size_t column) { return std::stod(row.at(column)); };
        EXPECT_NEAR(ehata_loss_db(value(0), value(1), value(2), value(3), areas.at(row.at(4))), value(5), 1e-9)
            << row.at(0) << " km at " << row.at(1) << " MHz";
    }
}

TEST(ExtendedHata, IsHatasFormulaWhereHataMeasured) {
    // Hata 1980, small town: 69.55 + 26.16 log f - 13.82 log Hb - a(Hm) + (44.9 - 6.55 log Hb) log d; rounded in
    // SEAMCAT.
    double const f = 900, Hb = 50, Hm = 1.5, d = 5;
    double const a = (1.1 * std::log10(f) - 0.7) * Hm - (1.56 * std::log10(f) - 0.8);
    double const hata =
        69.55 + 26.16 * std::log10(f) - 13.82 * std::log10(Hb) - a + (44.9 - 6.55 * std::log10(Hb)) * std::log10(d);
    EXPECT_NEAR(ehata_loss_db(d, f, Hb, Hm, HataArea::urban), hata, 0.2);
}

TEST(ExtendedHata, NeverFallsWithDistanceNorUnderFreeSpace) {
    for (auto area : all_areas)
        for (double f : {173.0, 758.0, 1850.0, 2593.0})
            for (double h_bs : {11.0, 30.0, 63.0, 200.0}) {
                double before = 0;
                for (double d = 0.01; d < 99; d *= 1.017) {
                    double const L = ehata_loss_db(d, f, h_bs, 1.5, area);
                    ASSERT_GE(L, before) << f << " MHz, " << d << " km";
                    ASSERT_GE(L, free_space_loss_db(std::hypot(d, (h_bs - 1.5) / 1000), f) - 1e-9);
                    before = L;
                }
            }
}

TEST(ExtendedHata, JoinsItsPiecesOverDistance) {
    for (auto area : all_areas)
        for (double at : {0.04, 0.1, 20.0})
            EXPECT_NEAR(ehata_loss_db(at * (1 - 1e-12), 947, 37, 1.5, area),
                        ehata_loss_db(at * (1 + 1e-12), 947, 37, 1.5, area), 1e-6);
}

TEST(ExtendedHata, LosesLessInTheOpenAndIsTheSameBothWays) {
    for (double d : {0.6, 3.0, 17.0}) {
        double const open = ehata_loss_db(d, 947, 37, 1.5, HataArea::open);
        double const suburban = ehata_loss_db(d, 947, 37, 1.5, HataArea::suburban);
        EXPECT_LT(open, suburban);
        EXPECT_LT(suburban, ehata_loss_db(d, 947, 37, 1.5, HataArea::urban));
        EXPECT_EQ(open, ehata_loss_db(d, 947, 1.5, 37, HataArea::open));
    }
    EXPECT_EQ(ehata_loss_db(3, 947, 37, 0.4, HataArea::urban), ehata_loss_db(3, 947, 37, 1, HataArea::urban));
}

TEST(ExtendedHata, RefusesWhatLiesOutsideItsDomain) {
    auto const loss = [](double d, double f, double h) { return ehata_loss_db(d, f, h, 1.5, HataArea::open); };
    EXPECT_THROW((void)loss(0, 947, 37), std::invalid_argument);
    EXPECT_THROW((void)loss(101, 947, 37), std::invalid_argument);
    EXPECT_THROW((void)loss(3, 149, 37), std::invalid_argument);
    EXPECT_THROW((void)loss(3, 3001, 37), std::invalid_argument);
    EXPECT_THROW((void)loss(3, 947, 0), std::invalid_argument);
    EXPECT_THROW((void)loss(3, 947, 201), std::invalid_argument);
    EXPECT_THROW((void)loss(NAN, 947, 37), std::invalid_argument);
}

} // namespace
} // namespace phusong

#include "sim/radio/models/p1812.h"
#include "sim/radio/models/p1812_location.h"
#include "sim/radio/models/p1812_time.h"
#include "sim/radio/models/p1812_values.h"
#include "tests/sim/radio/models/p1812_cases.h"
#include "tests/sim/radio/models/p1812_paths.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

std::vector<double> numbers(std::string const& text) {
    std::vector<double> out;
    std::istringstream in(text);
    for (double x = 0; in >> x;) out.push_back(x);
    return out;
}

test::PathCase row_of(std::vector<std::string> const& c) {
    auto const number = [&](std::size_t i) { return std::stod(c.at(i)); };
    test::PathCase r{.d = {}, .h = numbers(c.at(2)), .clutter = numbers(c.at(3)), .zone = {}, .link = {}};
    for (std::size_t i = 0; i < r.h.size(); ++i) r.d.push_back(static_cast<double>(i) * number(1));
    for (double code : numbers(c.at(4))) r.zone.push_back(static_cast<RadioZone>(std::lround(code)));
    r.link = {.f_ghz = number(7),
              .p_percent = number(8),
              .pL_percent = number(9),
              .sigmaL_db = number(10),
              .htg_m = number(5),
              .hrg_m = number(6),
              .latitude_deg = number(11),
              .delta_n = number(12),
              .n0 = number(13),
              .polarisation = c.at(14) == "vertical" ? Polarisation::vertical : Polarisation::horizontal,
              .dct_km = number(15),
              .dcr_km = number(16)};
    return r;
}

TEST(P1812, AgreesWithTheTableOfSmallProfiles) {
    std::ifstream in(PHUSONG_SOURCE_DIR "/tests/sim/radio/data/p1812.csv");
    std::vector<double P1812Loss::*> const columns{
        &P1812Loss::theta, &P1812Loss::beta0, &P1812Loss::hm,  &P1812Loss::Lb0p, &P1812Loss::Ld50,
        &P1812Loss::Ldb,   &P1812Loss::Lba,   &P1812Loss::Lbs, &P1812Loss::Lbc,  &P1812Loss::Lb};
    int cases = 0;
    for (std::string line; std::getline(in, line);) {
        auto const c = test::cells_of(line);
        if (line.front() == '#' || c.at(0) == "case") continue;
        SCOPED_TRACE(c.at(0));
        auto const r = row_of(c);
        auto const loss = p1812({r.d, r.h, r.clutter, r.zone}, r.link);
        for (std::size_t i = 0; i < columns.size(); ++i)
            EXPECT_NEAR(loss.*columns[i], std::stod(c.at(17 + i)), 1e-8) << "column " << 17 + i;
        ++cases;
    }
    EXPECT_EQ(cases, 16);
}

// ---- Gaps and mistakes
// --------------------------------------------------------------------------------------------------

TEST(P1812, KnowsNothingWhereTerrainOrClutterIsMissing) {
    for (bool const clutter : {false, true}) {
        test::PathCase r = test::random_path(5);
        (clutter ? r.clutter : r.h)[r.h.size() / 2] = NAN;
        auto const loss = test::loss_of(r);
        for (auto const& value : p1812_values()) EXPECT_TRUE(std::isnan(loss.*value.member)) << value.symbol;
    }
}

TEST(P1812, RefusesShapesThatDoNotFit) {
    auto const refuses = [](auto&& spoil) {
        test::PathCase r = test::random_path(8);
        spoil(r);
        EXPECT_THROW((void)test::loss_of(r), std::invalid_argument);
    };
    refuses([](test::PathCase& r) { r.h.pop_back(); });
    refuses([](test::PathCase& r) { r.clutter.pop_back(); });
    refuses([](test::PathCase& r) { r.zone.pop_back(); });
    refuses([](test::PathCase& r) { r.d[1] = r.d[2]; });
    refuses([](test::PathCase& r) { r.d[0] = 0.2; });
    refuses([](test::PathCase& r) { r.d[1] = NAN; });
    refuses([](test::PathCase& r) { r.d.resize(2), r.h.resize(2), r.clutter.clear(), r.zone.clear(); });
}

TEST(P1812, RefusesFiguresOutsideItsDomain) {
    auto const refuses = [](auto&& spoil) {
        test::PathCase r = test::random_path(8);
        spoil(r.link);
        EXPECT_THROW((void)test::loss_of(r), std::invalid_argument);
    };
    refuses([](P1812Link& l) { l.f_ghz = 7.2; });
    refuses([](P1812Link& l) { l.f_ghz = NAN; });
    refuses([](P1812Link& l) { l.p_percent = 0.3; });
    refuses([](P1812Link& l) { l.p_percent = 51; });
    refuses([](P1812Link& l) { l.pL_percent = 0; });
    refuses([](P1812Link& l) { l.sigmaL_db = -2; });
    refuses([](P1812Link& l) { l.htg_m = 0; });
    refuses([](P1812Link& l) { l.hrg_m = -3; });
    refuses([](P1812Link& l) { l.delta_n = 157; });
    refuses([](P1812Link& l) { l.n0 = 0; });
    refuses([](P1812Link& l) { l.latitude_deg = 93; });
    refuses([](P1812Link& l) { l.dcr_km = -4; });
}

// ---- Parts
// --------------------------------------------------------------------------------------------------------------

TEST(P1812, CountsStandardDeviationsAsTablesOfTheNormalDistributionDo) {
    EXPECT_NEAR(inverse_complementary_normal(0.1), 1.28155, 5e-4);
    EXPECT_NEAR(inverse_complementary_normal(0.01), 2.32635, 5e-4);
    EXPECT_NEAR(inverse_complementary_normal(0.95), -1.64485, 5e-4);
    EXPECT_NEAR(inverse_complementary_normal(0.5), 0, 2e-9);
    EXPECT_EQ(inverse_complementary_normal(0), inverse_complementary_normal(1e-6));
}

TEST(P1812, VariesWithLocationByFrequencyAndResolution) {
    EXPECT_NEAR(location_sigma_db(1.85, 90), 0.5644 * std::exp(0.28 * std::log(90)), 1e-12);
    EXPECT_NEAR(location_loss_db(90, 5.5), 5.5 * 1.28155, 3e-3);
    EXPECT_NEAR(location_loss_db(23, 5.5), -location_loss_db(77, 5.5), 1e-12);
}

} // namespace
} // namespace phusong

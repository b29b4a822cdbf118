#include "sim/radio/models/p526_delta_bullington.h"
#include "tests/sim/radio/models/p1812_cases.h"
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace phusong {
namespace {

TEST(KnifeEdge, LosesSixDecibelsAtGrazing) {
    EXPECT_NEAR(knife_edge_loss_db(0), 6.03, 0.01); // P.526-15 figure 9
    EXPECT_EQ(knife_edge_loss_db(-0.78), 0);
    EXPECT_EQ(knife_edge_loss_db(-5), 0);
    EXPECT_NEAR(knife_edge_loss_db(-0.779), 0, 0.02);                          // the formula meets zero there
    EXPECT_NEAR(knife_edge_loss_db(2.4), 12.953 + 20 * std::log10(2.4), 0.25); // asymptote of Fresnel's integral
}

TEST(Bullington, SeesOneEdgeAsThatEdge) {
    std::vector<double> const d{0, 3, 8}, h{0, 250, 0};
    TerrainPath const path{d, h, 33, 57};
    double const ae = 8500, bulge = 3. * 5 * 500 / ae, line = (33. * 5 + 57. * 3) / 8;
    double const v = (250 + bulge - line) * std::sqrt(2 * 8 / (wavelength_m(0.9) * 3 * 5 * 1000));
    EXPECT_NEAR(bullington_v_root_lambda(path, ae) / std::sqrt(wavelength_m(0.9)), v, 1e-12);
}

TEST(Bullington, LosesNothingBetweenEndsWithoutAPointBetween) {
    std::vector<double> const d{0, 0.09}, h{500, 740};
    EXPECT_EQ(bullington_loss_db(bullington_v_root_lambda({d, h, 540, 741.5}, 8500), 0.09, 1.8), 0);
}

TEST(DeltaBullington, IsTheSameBothWaysAlongAPath) {
    std::vector<double> d, h;
    for (int i = 0; i <= 60; ++i) {
        d.push_back(0.25 * i);
        h.push_back(400 + 180 * std::sin(0.31 * i) + 7 * (i * 37 % 23));
    }
    std::vector<double> back(h.rbegin(), h.rend());
    auto const there = p526_delta_bullington({d, h, h.front() + 43, h.back() + 2}, 8500, 0.95);
    auto const here = p526_delta_bullington({d, back, h.back() + 2, h.front() + 43}, 8500, 0.95);
    EXPECT_NEAR(there.Ld, here.Ld, 1e-9);
    EXPECT_GT(there.Ld, 6);
}

TEST(DeltaBullington, KnowsNothingWhereTerrainIsMissing) {
    std::vector<double> const d{0, 2, 5, 7}, h{210, NAN, 340, 270};
    EXPECT_TRUE(std::isnan(p526_delta_bullington({d, h, 250, 280}, 8500, 2.1).Ld));
}

TEST(DeltaBullington, EqualsTheSphericalEarthWhereTheEarthIsSmooth) {
    std::vector<double> d, h;
    for (int i = 0; i <= 400; ++i) d.push_back(0.2 * i), h.push_back(0);
    auto const r = p526_delta_bullington({d, h, 37, 11}, 8500, 0.47);
    EXPECT_NEAR(r.Ld, r.Ldsph, 1e-9);
    EXPECT_NEAR(r.Lbulla, r.Lbulls, 1e-9);
    EXPECT_GT(r.Ldsph, 20);
}

// ---- Our own table --------------------------------------------------------------------------------------------------

TEST(DeltaBullington, AgreesWithTheTableOfSmallProfiles) {
    std::ifstream in(PHUSONG_SOURCE_DIR "/tests/sim/radio/data/delta_bullington.csv");
    int cases = 0;
    for (std::string line; std::getline(in, line);) {
        auto const c = test::cells_of(line);
        if (line.front() == '#' || c.at(0) == "case") continue;
        SCOPED_TRACE(c.at(0));
        std::vector<double> d, h;
        std::istringstream heights(c.at(2));
        for (double height = 0; heights >> height;) {
            d.push_back(static_cast<double>(d.size()) * std::stod(c.at(1)));
            h.push_back(height);
        }
        Ground const ground{c.at(7) == "vertical" ? Polarisation::vertical : Polarisation::horizontal,
                            std::stod(c.at(8))};
        TerrainPath const path{d, h, h.front() + std::stod(c.at(3)), h.back() + std::stod(c.at(4))};
        auto const out = p526_delta_bullington(path, std::stod(c.at(5)), std::stod(c.at(6)), ground);
        EXPECT_NEAR(out.Lbulla, std::stod(c.at(9)), 1e-6);
        EXPECT_NEAR(out.Lbulls, std::stod(c.at(10)), 1e-6);
        EXPECT_NEAR(out.Ldsph, std::stod(c.at(11)), 1e-6);
        EXPECT_NEAR(out.Ld, std::stod(c.at(12)), 1e-6);
        ++cases;
    }
    EXPECT_EQ(cases, 8);
}

// ---- Official cases of WP 3K ----------------------------------------------------------------------------------------

void expect_case(test::OfficialProfile const& p, std::map<std::string, double> const& ref) {
    Ground const ground{ref.at("pol") > 1.5 ? Polarisation::vertical : Polarisation::horizontal, ref.at("w")};
    double const ae = 6371. * 157 / (157 - ref.at("DN")), f = ref.at("f"); // P.1812-6 (6), (7a)
    double const hts = p.h.front() + ref.at("htg"), hrs = p.h.back() + ref.at("hrg");
    TerrainPath const path{p.d, p.h, hts, hrs, p.clutter};
    auto const surface = smooth_surface(path);
    auto const out = p526_delta_bullington(path, surface, ae, f, ground);
    EXPECT_NEAR(ae, ref.at("ae"), 1e-5);
    EXPECT_NEAR(surface.hstd_m, ref.at("hstd"), 1e-6);
    EXPECT_NEAR(surface.hsrd_m, ref.at("hsrd"), 1e-6);
    EXPECT_NEAR(out.Lbulla, ref.at("Lbulla"), 1e-6);
    EXPECT_NEAR(out.Lbulls, ref.at("Lbulls"), 1e-6);
    EXPECT_NEAR(out.Ldsph, ref.at("Ldsph"), 1e-6);
    EXPECT_NEAR(out.Ld, ref.at("Ld50"), 1e-6);
}

TEST(DeltaBullington, AgreesWithTheOfficialCasesToAMillionthOfADecibel) {
    auto const cases = test::official_p1812_cases();
    if (cases.empty()) GTEST_SKIP() << "the official P.1812 cases are not on this machine";
    for (auto const& one : cases) {
        SCOPED_TRACE(one.name);
        expect_case(one.profile, one.values);
    }
    EXPECT_EQ(cases.size(), 63);
}

} // namespace
} // namespace phusong

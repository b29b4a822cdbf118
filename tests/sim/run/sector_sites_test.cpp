#include "sim/run/sector_sites.h"
#include "tests/support/draw.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

struct SectorSites : ::testing::Test {
    SectorSites() : world(test::draw({"T.V.T"}, 300)) {
        world.sites[1].azimuths_deg = {31, 211};
        world.sites[1].tilt_deg = 5;
        outcome.candidates.list.resize(3);
        auto& fibre = outcome.candidates.list[0];
        fibre.kind = ProjectKind::fibre_village;
        auto& added = outcome.candidates.list[1];
        added.kind = ProjectKind::add_technology;
        added.site = 1;
        added.mast_height_m = 42;
        added.technologies.add(Technology::g5);
        auto& fresh = outcome.candidates.list[2];
        fresh.kind = ProjectKind::new_site;
        fresh.xy = {480'950, 2'539'850};
        fresh.mast_height_m = 37;
        fresh.technologies.add(Technology::g4);
        for (std::uint32_t i = 0; i < 3; ++i) {
            Project project;
            project.candidate = i;
            project.year = 2021 + static_cast<int>(i);
            outcome.plan.projects.push_back(project);
        }
    }
    World world;
    Outcome outcome;
};

TEST_F(SectorSites, AreTheStandingOnesBeforeAnythingIsBuilt) {
    auto const sites = sites_by(world, outcome, 2021); // fibre alone
    ASSERT_EQ(sites.size(), 2U);
    EXPECT_EQ(sites[0].code, "T1");
    EXPECT_EQ(sites[1].azimuths_deg, (std::vector<double>{31, 211}));
    EXPECT_EQ(sites[1].tilt_deg, 5);
    EXPECT_EQ(sites[0].year, 0);
    EXPECT_TRUE(sites[0].technologies.has(Technology::g4));
}

TEST_F(SectorSites, GainATechnologyAtAStandingSiteWithItsCodeAndSectors) {
    auto const sites = sites_by(world, outcome, 2022);
    ASSERT_EQ(sites.size(), 3U);
    EXPECT_EQ(sites[2].code, "T2");
    EXPECT_EQ(sites[2].azimuths_deg, (std::vector<double>{31, 211}));
    EXPECT_EQ(sites[2].technologies.count(), 1);
    EXPECT_TRUE(sites[2].technologies.has(Technology::g5));
    EXPECT_EQ(sites[2].year, 2022);
}

TEST_F(SectorSites, GainNewOnesCalledByTheirNumberInThePlan) {
    auto const sites = sites_by(world, outcome, 2030);
    ASSERT_EQ(sites.size(), 4U);
    EXPECT_EQ(sites[3].code, "P0003");
    EXPECT_EQ(sites[3].xy.x_m, 480'950);
    EXPECT_EQ(sites[3].mast_height_m, 37);
    EXPECT_EQ(sites[3].year, 2023);
    EXPECT_TRUE(sites[3].azimuths_deg.empty());
}

} // namespace
} // namespace phusong

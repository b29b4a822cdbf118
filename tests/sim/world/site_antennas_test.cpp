// What a table of sites may say about antennas.
#include "tests/sim/world/world_layers.h"

namespace phusong {
namespace {

struct SiteAntennasOfTable : test::WorldLayers {
    void SetUp() override {
        WorldLayers::SetUp();
        scenario.world.villages =
            file("villages.csv", "code,name,commune_code,lon,lat,people,households,grid_power_year,fibre_year,"
                                 "synthetic\nV1,A,00701,105.02,23.02,7013,1702,2011,0,1\n"
                                 "V2,B,00702,105.07,23.02,4321,911,2011,0,1\n");
    }
    void sites(std::string const& columns, std::string const& first, std::string const& second) {
        std::string const place = ",Viettel,00701,105.02,23.02,42,2g+4g,0";
        scenario.world.sites = file("sites.csv", "code,operator,commune_code,lon,lat,mast_height_m,technologies,"
                                                 "synthetic" +
                                                     columns + "\nT1" + place + first + "\nT2" + place + second + "\n");
    }
};

TEST_F(SiteAntennasOfTable, ReadsThemWhereTheyStandAndLeavesTheRestToTheScenario) {
    std::filesystem::create_directories(folder / "patterns");
    (void)file("patterns/sector.msi", "made for a test");
    sites(",antenna,tilt_deg,azimuths_deg", ",patterns/sector.msi,-1.5,17;137.5;257", ",,,");
    auto const world = read_world(scenario, {});
    ASSERT_EQ(world.sites.size(), 2U);
    EXPECT_EQ(world.sites[0].azimuths_deg, (std::vector<double>{17, 137.5, 257}));
    EXPECT_EQ(world.sites[0].tilt_deg, -1.5);
    EXPECT_EQ(world.sites[0].antenna, std::filesystem::canonical(folder / "patterns/sector.msi"));
    EXPECT_TRUE(world.sites[1].azimuths_deg.empty());
    EXPECT_EQ(world.sites[1].tilt_deg, std::nullopt);
    EXPECT_TRUE(world.sites[1].antenna.empty());
}

TEST_F(SiteAntennasOfTable, TellsEveryMistakeWithItsLineAndColumn) {
    sites(",azimuths_deg,tilt_deg,antenna", ",0;120;361,steep,missing.msi", ",\"0,120\",21,../outside.msi");
    auto const all = geo::text(problems(), geo::Language::en);
    for (auto const* part :
         {"sites.csv:2 azimuths_deg", "“361” is no azimuth", "sites.csv:2 tilt_deg", "is “steep”, must be a number",
          "sites.csv:2 antenna", "does not exist", "sites.csv:3 azimuths_deg", "“0,120” is no azimuth",
          "write as in 0;120;240", "sites.csv:3 tilt_deg", "is “21”", "sites.csv:3 antenna", "lies outside"})
        EXPECT_NE(all.find(part), std::string::npos) << part << " not in\n" << all;
}

TEST_F(SiteAntennasOfTable, RefusesAColumnThatIsNearlyCalledOneOfThem) {
    sites(",azimuth_deg", ",0;120", ",");
    EXPECT_TRUE(says("column “azimuth_deg” is nearly called azimuths_deg"));
}

} // namespace
} // namespace phusong

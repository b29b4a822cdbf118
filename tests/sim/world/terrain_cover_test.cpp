#include "geo/io/raster_file.h"
#include "tests/sim/world/world_layers.h"
#include <cmath>

namespace phusong {
namespace {

/// The two communes lie at x 500,000–505,120 and 505,120–510,240, y 2,543,600–2,548,050 of EPSG:32648.
class TerrainCover : public test::WorldLayers {
  protected:
    /// A DEM from x 498,000 to `east_m`, so that it covers as much of the communes as the test wants.
    InputPath dem(double east_m, double pixel_m = 90, std::string const& name = "dem.tif") const {
        geo::Grid const grid{498'000, 2'552'000, pixel_m, static_cast<int>(std::ceil(12'000 / pixel_m)),
                             static_cast<int>((east_m - 498'000) / pixel_m)};
        geo::io::write_cog(folder / name, geo::Raster(grid, 613), geo::io::Crs("EPSG:32648", "test"),
                           {"height", "m", {}, 0});
        return {name, "test.toml:6:9 world.terrain", folder / name};
    }
    void village_at(double lon, char const* commune = "00702") {
        scenario.world.villages = file(
            "villages.csv",
            fmt::format("code,name,commune_code,lon,lat,people,households,grid_power_year,fibre_year,synthetic\n"
                        "V1,Quyết Tiến,00701,105.02,23.02,7013,1702,2011,0,0\nV2,Thèn Pả,{},{},23.02,{},911,2011,0,0\n",
                        commune, lon, 4321));
    }
    geo::Problems problems_of_a_run() const {
        try {
            (void)read_world(scenario, {});
        } catch (geo::InputError const& e) {
            return e.problems;
        }
        return {};
    }
};

TEST_F(TerrainCover, OfLessThanHalfACommuneIsRefusedWithItsCodeAndShareAlreadyByCheck) {
    scenario.world.terrain = {dem(506'400)}; // a quarter of the eastern commune
    for (auto const& found : {problems(), problems_of_a_run()}) {
        ASSERT_EQ(found.size(), 1U) << geo::text(found, geo::Language::en);
        EXPECT_EQ(found[0].where, "test.toml:6:9 world.terrain");
        EXPECT_NE(found[0].what.en.find("(dem.tif) does not cover 1 of 2 communes"), std::string::npos)
            << found[0].what.en;
        EXPECT_NE(found[0].what.en.find("00702 (2"), std::string::npos) << found[0].what.en; // 2x %
        EXPECT_EQ(found[0].what.en.find("00701"), std::string::npos) << found[0].what.en;
        EXPECT_NE(found[0].what.vi.find("không phủ đủ 1 trên 2 xã"), std::string::npos);
    }
}

TEST_F(TerrainCover, ThatLeavesOutAVillageHallIsRefusedHoweverLittleElseIsMissing) {
    scenario.world.terrain = {dem(509'300)}; // four fifths of the eastern commune
    village_at(105.098);
    for (auto const& found : {problems(), problems_of_a_run()}) {
        ASSERT_EQ(found.size(), 1U) << geo::text(found, geo::Language::en);
        EXPECT_NE(found[0].what.en.find("village halls without: 1"), std::string::npos) << found[0].what.en;
    }
    village_at(105.07);
    EXPECT_TRUE(problems().empty());
    auto const world = read_world(scenario, {});
    auto const note = std::find_if(world.notes.begin(), world.notes.end(), [](auto const& n) {
        return n.en.find("cells in communes have no terrain") != std::string::npos;
    });
    EXPECT_NE(note, world.notes.end());
}

TEST_F(TerrainCover, IsThatOfAllFilesTogether) {
    auto west = dem(506'400, 90, "west.tif"), all = dem(513'000, 90, "all.tif");
    scenario.world.terrain = {west, all};
    EXPECT_TRUE(problems().empty()) << geo::text(problems(), geo::Language::en);
    EXPECT_TRUE(problems_of_a_run().empty());
}

TEST_F(TerrainCover, ByPixelsOfMoreThanThreeCellsIsNotedWithTheirSize) {
    auto const coarse = [&](double pixel_m) {
        scenario.world.terrain = {dem(513'000, pixel_m)};
        auto const world = read_world(scenario, {});
        auto const terrain = std::find_if(world.provenance.begin(), world.provenance.end(),
                                          [](auto const& p) { return p.layer == "terrain"; });
        auto const note = std::find_if(world.notes.begin(), world.notes.end(),
                                       [](auto const& n) { return n.en.find("one height for") != std::string::npos; });
        EXPECT_EQ(note != world.notes.end(), terrain->note.en.find("one height for") != std::string::npos);
        return note == world.notes.end() ? std::string{} : note->en;
    };
    EXPECT_EQ(coarse(260), "");
    auto const note = coarse(900);
    EXPECT_NE(note.find("dem.tif: one height for about 9"), std::string::npos) << note; // 900 m within projection
    EXPECT_NE(note.find("map cells of 90 m"), std::string::npos) << note;
}

} // namespace
} // namespace phusong

#include "tests/geo/io/raster_fixture.h"
#include "tests/sim/world/world_layers.h"

namespace phusong {
namespace {

using geo::io::test::fill;
using geo::io::test::TiffFixture;

/// Rasters of 0.005° cells that cover the two communes and their margin: 40 × 40 from 104.95° E, 23.1° N.
class GroundCover : public test::WorldLayers {
  protected:
    void SetUp() override {
        test::WorldLayers::SetUp();
        scenario.world.villages = file(
            "villages.csv", "code,name,commune_code,lon,lat,people,households,grid_power_year,fibre_year,synthetic\n"
                            "V1,Má Lé,00701,105.02,23.02,7013,1702,2005,0,0\n"
                            "V2,Thèn Pả,00702,105.07,23.02,4321,911,2005,0,0\n");
        scenario.world.census_year = 2019;
        scenario.world.cell_m = 180;
    }
    template <class Value> InputPath raster(std::string const& name, GDALDataType type, Value const& value) const {
        TiffFixture t{.rows = 40, .cols = 40, .values = {}, .geotransform = {104.95, 0.005, 0, 23.1, 0, -0.005}};
        t.values = fill(40, 40, value);
        t.type = type;
        geo::io::test::write_tiff(folder / name, t);
        return {name, "test.toml:7:3 world." + name, folder / name};
    }
    geo::Problems problems_of_reading() const {
        try {
            (void)read_world(scenario, {});
        } catch (geo::InputError const& e) {
            return e.problems;
        }
        return {};
    }
    static int source_row(World const& world, std::uint32_t cell) {
        return static_cast<int>((23.1 - world.crs->unproject(world.grid.centre(cell)).lat_deg) / 0.005);
    }
};

TEST_F(GroundCover, IsAbsentWhereNoneIsGiven) {
    auto const world = read_world(scenario, {});
    EXPECT_EQ(world.clutter_m.values.size(), 0);
    EXPECT_EQ(world.radio_zone.size(), 0);
}

TEST_F(GroundCover, LiesOnTheWorldsGridByTheNearestCell) {
    scenario.world.clutter = {raster("trees.tif", GDT_Float32, [](int r, int) { return r % 2 == 0 ? 17.5 : 3.25; })};
    scenario.world.radio_zones = raster("zones.tif", GDT_Byte, [](int r, int) { return r < 15 ? 4 : r < 17 ? 3 : 1; });
    auto const world = read_world(scenario, {});
    ASSERT_EQ(world.clutter_m.grid, world.grid);
    ASSERT_EQ(static_cast<std::uint32_t>(world.radio_zone.size()), world.grid.size());
    std::array<int, 5> seen{};
    for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell) {
        int const zone = world.radio_zone.data()[cell];
        ASSERT_TRUE(zone == 1 || zone == 3 || zone == 4);
        ++seen[static_cast<std::size_t>(zone)];
        EXPECT_TRUE(world.clutter_m.at(cell) == 17.5F || world.clutter_m.at(cell) == 3.25F); // nothing is averaged
    }
    EXPECT_GT(std::min({seen[1], seen[3], seen[4]}), 100);
    auto const north = world.grid.index(world.grid.rows / 4, world.grid.cols / 2);
    EXPECT_EQ(world.clutter_m.at(north), source_row(world, north) % 2 == 0 ? 17.5F : 3.25F);
}

TEST_F(GroundCover, IsNamedWithItsHashWhereItCameFrom) {
    scenario.world.clutter = {raster("trees.tif", GDT_Float32, [](int, int) { return 12.; })};
    scenario.world.radio_zones = raster("zones.tif", GDT_Byte, [](int, int) { return 4; });
    auto const world = read_world(scenario, {});
    for (auto const* layer : {"clutter", "radio_zones"}) {
        auto const found = std::ranges::find(world.provenance, layer, &Provenance::layer);
        ASSERT_NE(found, world.provenance.end()) << layer;
        EXPECT_EQ(found->sha256.size(), 64U);
        EXPECT_FALSE(found->synthetic);
    }
}

TEST_F(GroundCover, OfUnknownHeightIsNoneAndCounted) {
    scenario.world.clutter = {
        raster("trees.tif", GDT_Float32, [](int r, int c) { return r == 14 || c == 17 ? NAN : 9.; })};
    auto const world = read_world(scenario, {});
    auto const bare = (world.clutter_m.values == 0).count();
    EXPECT_GT(bare, 50);
    EXPECT_EQ((world.clutter_m.values == 9).count() + bare, world.clutter_m.values.size());
    auto const told = "no data in " + std::to_string(bare) + " of " + std::to_string(world.grid.size()) + " map cells";
    EXPECT_TRUE(std::ranges::any_of(world.notes, [&](auto const& n) { return n.en.find(told) != std::string::npos; }));
}

TEST_F(GroundCover, OfImpossibleHeightIsRefusedWithPlaceAndCount) {
    scenario.world.clutter = {
        raster("trees.tif", GDT_Float32, [](int r, int c) { return r == 16 && c == 14 ? -7. : 9.; })};
    auto const list = problems_of_reading();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].where, "test.toml:7:3 world.trees.tif");
    EXPECT_NE(list[0].what.en.find("map cells hold what cannot be used; the first, at longitude 105.02"),
              std::string::npos)
        << list[0].what.en;
    EXPECT_NE(list[0].what.en.find("is -7"), std::string::npos) << list[0].what.en;
}

TEST_F(GroundCover, WithAnotherZoneIsRefusedAndSoIsNone) {
    scenario.world.radio_zones = raster("zones.tif", GDT_Byte, [](int r, int) { return r == 16 ? 2 : 4; });
    auto list = problems_of_reading();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_NE(list[0].what.en.find("is 2"), std::string::npos) << list[0].what.en;
    EXPECT_NE(list[0].hint.en.find("1 (sea), 3 (coastal land) and 4 (inland)"), std::string::npos);
    scenario.world.radio_zones = raster("zones.tif", GDT_Float32, [](int r, int) { return r == 16 ? NAN : 4; });
    list = problems_of_reading();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_NE(list[0].what.en.find("is NaN"), std::string::npos) << list[0].what.en;
}

TEST_F(GroundCover, ThatLiesElsewhereIsToldBeforePixelsAreRead) {
    TiffFixture t{.rows = 3, .cols = 3, .values = {}, .geotransform = {98, 0.01, 0, 12, 0, -0.01}};
    t.values = fill(3, 3, [](int, int) { return 4; });
    geo::io::test::write_tiff(folder / "away.tif", t);
    scenario.world.clutter = {{"away.tif", "test.toml:8:3 world.clutter", folder / "away.tif"}};
    scenario.world.radio_zones = {"away.tif", "test.toml:9:3 world.radio_zones", folder / "away.tif"};
    auto const list = problems();
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].where, "test.toml:8:3 world.clutter");
    EXPECT_EQ(list[1].where, "test.toml:9:3 world.radio_zones");
}

} // namespace
} // namespace phusong

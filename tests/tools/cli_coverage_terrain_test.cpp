// `coverage` around one site: grids and terrain.
#include "tests/tools/cli_coverage.h"

namespace phusong::test {
namespace {

TEST_F(Coverage, TakesHeightsThatCannotBeForMissingAndSaysSo) {
    write_dem("dem.tif", degrees, wgs84_reference(),
              [](int row, int col) { return row == 40 && col < 110 && col > 60 ? 32767.0F : hills(row, col); });
    auto const said = ask(std::string("--dem dem.tif") + site + common + " --lang en --out map.tif");
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("49 cells of the DEM have heights that cannot be (beyond ±12 km)"));
    auto const json = facts("--dem dem.tif")["facts"];
    EXPECT_EQ(json["dem_cells_impossible"], 49);
    EXPECT_GT(json["cells_without_terrain"], 49);
}

TEST_F(Coverage, InAnotherReferenceSystemACellAtTheSamePlaceHasTheSameValue) {
    write_hills();
    auto const own = map("--dem utm.tif --mode exact");
    geo::XY const picked[] = {{490'030 + 93 * 41.5, 2'554'040 - 93 * 90.5},
                              {490'030 + 93 * 120.5, 2'554'040 - 93 * 33.5},
                              {490'030 + 93 * 77.5, 2'554'040 - 93 * 140.5}};
    auto const places = transformed(picked, utm_reference({105, 23}), wgs84_reference());
    for (std::size_t i = 0; i < 3; ++i) {
        double const half = 0.0003;
        NativeGrid const cell{places[i].x_m - half, places[i].y_m + half, 2 * half, 2 * half, 1, 1};
        write_dem("cell.tif", cell, wgs84_reference(), [](int, int) { return 7.0F; });
        auto const other = map("--dem utm.tif --mode exact --like cell.tif");
        ASSERT_EQ(other.values.size(), 1U);
        EXPECT_TRUE(other.header.reference.geographic);
        EXPECT_NEAR(other.values[0], at(own, picked[i].x_m, picked[i].y_m), 0.002);
    }
}

TEST_F(Coverage, LikeGivesExactlyThatGridAlsoWhereItReachesBeyondTheCircle) {
    write_hills();
    NativeGrid const grid{104.7, 23.2, 0.0031, 0.0023, 140, 170};
    write_dem("like.tif", grid, wgs84_reference(), [](int, int) { return 3.0F; });
    for (std::string const dem : {"dem.tif", "utm.tif"}) {
        auto const like = map("--dem " + dem + " --like like.tif");
        EXPECT_EQ(like.grid.rows, 140);
        EXPECT_EQ(like.grid.cols, 170);
        EXPECT_EQ(like.grid.west, 104.7);
        EXPECT_EQ(like.grid.cell_y, 0.0023);
        EXPECT_TRUE(std::isnan(like.values.front()));
    }
    auto const a = map("--dem dem.tif --like like.tif --mode exact"), b = map("--dem dem.tif --mode exact");
    EXPECT_NEAR(at(a, 104.97, 23.0), at(b, 104.97, 23.0), 25); // the same neighbourhood, not mirrored or shifted
}

TEST_F(Coverage, AResolutionGivesCellsCentredOnWholeMultiples) {
    write_hills();
    for (std::string const dem : {"dem.tif", "utm.tif"}) {
        auto const made = map("--dem " + dem + " --resolution-m 130");
        EXPECT_EQ(made.header.reference.name, "EPSG:32648");
        EXPECT_EQ(std::fmod(made.grid.x(0), 130), 0);
        EXPECT_EQ(std::fmod(made.grid.y(0), 130), 0);
    }
}

TEST_F(Coverage, AWallInTheNorthShadowsTheNorth) {
    write_dem("dem.tif", degrees, wgs84_reference(), walled);
    for (std::string const more : {"", " --mode exact"}) {
        auto const own = map("--dem dem.tif" + more);
        EXPECT_GT(at(own, 104.9943, 23.066), at(own, 104.9943, 22.9864) + 15) << more;
        auto const plane = map("--dem dem.tif --resolution-m 90" + more);
        EXPECT_GT(at(plane, 499'400, 2'551'000), at(plane, 499'400, 2'542'000) + 15) << more;
    }
}

TEST_F(Coverage, MissingTerrainIsAMaskThatIsCountedAndNeverSeaLevel) {
    auto const holed = [](int row, int col) { return col < 50 && row > 60 && row < 100 ? gap : hills(row, col); };
    write_dem("dem.tif", degrees, wgs84_reference(), holed);
    auto const in_file = [](int row, int col) {
        return col < 50 && row > 60 && row < 100 ? -9999.0F : hills(row, col);
    };
    write_dem("declared.tif", degrees, wgs84_reference(), in_file);
    for (std::string const mode : {"", " --mode exact"}) {
        auto const made = map("--dem dem.tif --reason why.tif" + mode);
        EXPECT_TRUE(std::isnan(at(made, 104.945, 23.0262)));
        EXPECT_FALSE(std::isnan(at(made, 105.04, 23.0262)));
        EXPECT_EQ(at(whole("why.tif"), 104.945, 23.0262), 254);
        EXPECT_EQ(between(made, map("--dem declared.tif" + mode)).most, 0);
        auto const said = facts("--dem dem.tif" + mode);
        std::size_t const missing = said["facts"]["cells_without_terrain"];
        EXPECT_GT(missing, 100U);
        EXPECT_EQ(missing + said["facts"]["cells_computed"].get<std::size_t>() +
                      said["facts"]["cells_beyond_radius"].get<std::size_t>(),
                  said["rows"].get<std::size_t>() * said["cols"].get<std::size_t>());
        EXPECT_THAT(said["notes"].dump(), HasSubstr("lack terrain"));
    }
}

TEST_F(Coverage, SaysWhereTheTerrainEndsBeforeTheCircleAndCountsAlikeOnEveryGrid) {
    write_hills();
    auto part = degrees; // ends 0.0223 degrees east of the site
    part.cols = 106;
    write_dem("half.tif", part, wgs84_reference(), hills);
    auto const own = facts("--dem half.tif"), whole_dem = facts("--dem dem.tif");
    EXPECT_THAT(own["notes"].dump(), AllOf(HasSubstr("the DEM ends 2.3 km from the site in the east"),
                                           HasSubstr("another --dem"), Not(HasSubstr("in the north"))));
    EXPECT_THAT(whole_dem["notes"].dump(), Not(HasSubstr("the DEM ends")));
    std::size_t const lacking = own["facts"]["cells_without_terrain"], all = whole_dem["facts"]["cells_computed"];
    EXPECT_GT(lacking, 1000U);
    EXPECT_EQ(own["facts"]["cells_computed"].get<std::size_t>() + lacking, all);
    write_dem("like.tif", degrees, wgs84_reference(), hills);
    EXPECT_EQ(facts("--dem half.tif --like like.tif")["facts"]["cells_without_terrain"], lacking);
}

TEST_F(Coverage, TilesOfOneGridAreOneTerrainAndLaterOnesFillGaps) {
    write_hills();
    auto west = degrees, east = degrees;
    west.cols = 90, east.cols = degrees.cols - 80;
    east.west = degrees.west + 80 * degrees.cell_x;
    write_dem("west.tif", west, wgs84_reference(), [](int row, int col) { return col > 84 ? gap : hills(row, col); });
    write_dem("east.tif", east, wgs84_reference(), [](int row, int col) { return hills(row, col + 80); });
    auto const one = map("--dem dem.tif");
    EXPECT_EQ(between(one, map("--dem west.tif --dem east.tif")).most, 0);
    EXPECT_EQ(between(one, map("--dem east.tif --dem west.tif")).most, 0);
    EXPECT_EQ(facts("--dem west.tif --dem east.tif")["facts"]["dem_2_file"], "east.tif");
    auto const other = ask("--dem west.tif --dem utm.tif --out m.tif" + std::string(site) + common);
    EXPECT_EQ(other.code, 3);
    EXPECT_THAT(other.err, AllOf(HasSubstr("utm.tif"), HasSubstr("gdalwarp a.hgt b.hgt dem.tif")));
}

} // namespace
} // namespace phusong::test

#include "geo/io/atomic_file.h"
#include "geo/io/raster_file.h"
#include "raster_fixture.h"
#include "scratch.h"
#include <random>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;
using test::TiffFixture;

Crs const& utm48() {
    static Crs const crs("EPSG:32648", "test");
    return crs;
}

/// 0.3° × 0.4° near Hà Giang in 0.01° cells; a plane in longitude and latitude, which bilinear must give back.
double plane(double lon, double lat) { return 300 + 700 * (lon - 104.8) + 900 * (lat - 22.6); }

TiffFixture plane_tiff() {
    TiffFixture t{.rows = 30, .cols = 40, .values = {}, .geotransform = {104.8, 0.01, 0, 22.9, 0, -0.01}};
    t.values =
        test::fill(30, 40, [](int r, int c) { return plane(104.8 + (c + 0.5) * 0.01, 22.9 - (r + 0.5) * 0.01); });
    return t;
}

/// Inside that raster's box.
Grid inner_grid() {
    auto const corner = utm48().project({104.85, 22.85});
    return {.west_m = corner.x_m, .north_m = corner.y_m, .cell_m = 270, .rows = 70, .cols = 90};
}

std::string refusal(TiffFixture const& fixture) {
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, fixture);
    return test::problems_of<InputError>([&] { return inspect_raster(file, "base.toml:12 terrain.files"); });
}

void expect_in(std::string const& part, std::string const& text) {
    EXPECT_NE(text.find(part), std::string::npos) << text;
}

TEST(InspectRaster, TellsWhereItLies) {
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, plane_tiff());
    auto const box = inspect_raster(file, "x");
    EXPECT_NEAR(box.west_m, 104.8, 1e-9);
    EXPECT_NEAR(box.south_m, 22.6, 1e-9);
    EXPECT_NEAR(box.east_m, 105.2, 1e-9);
    EXPECT_NEAR(box.north_m, 22.9, 1e-9);
}

TEST(InspectRaster, RefusesWhatCannotBePlacedOnTheMap) {
    auto fixture = plane_tiff();
    fixture.crs = "";
    expect_in("base.toml:12 terrain.files: dem.tif does not say its coordinate reference system", refusal(fixture));
    fixture = plane_tiff();
    fixture.geotransform = {};
    expect_in("has no corner coordinates", refusal(fixture));
    fixture = plane_tiff();
    fixture.geotransform[2] = 0.003;
    expect_in("is rotated", refusal(fixture));
    fixture = plane_tiff();
    fixture.geotransform = {104.8, 0.01, 0, 22.6, 0, 0.01};
    expect_in("its first row is not in the north", refusal(fixture));
    fixture = plane_tiff();
    fixture.geotransform = {NAN, 0.01, 0, 22.9, 0, -0.01};
    expect_in("has no corner coordinates", refusal(fixture));
    fixture = plane_tiff();
    fixture.geotransform = {500'000, 90, 0, 2'500'000, 0, -90};
    expect_in("cannot be longitude and latitude", refusal(fixture));
}

TEST(InspectRaster, RefusesComplexNumbersAndBombs) {
    auto fixture = plane_tiff();
    fixture.type = GDT_CFloat32;
    expect_in("complex", refusal(fixture));
    TiffFixture bomb{.rows = 2'000'000, .cols = 2'000'000, .values = {}, .geotransform = {104, 1e-7, 0, 23, 0, -1e-7}};
    bomb.options = {"SPARSE_OK=TRUE", "TILED=YES", "BLOCKXSIZE=4096", "BLOCKYSIZE=4096", "BIGTIFF=YES"};
    expect_in("which is too large", refusal(bomb));
}

TEST(InspectRaster, RefusesOtherFormatsWhateverTheirName) {
    auto const folder = test::scratch();
    test::write_tiff(folder / "real.tif", plane_tiff());
    auto const source = (folder / "real.tif").string();
    auto const vrt = fmt::format(
        "<VRTDataset rasterXSize=\"40\" rasterYSize=\"30\"><SRS>EPSG:4326</SRS>"
        "<GeoTransform>104.8,0.01,0,22.9,0,-0.01</GeoTransform><VRTRasterBand dataType=\"Float32\" band=\"1\">"
        "<SimpleSource><SourceFilename>{}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>",
        source);
    for (auto const& [name, bytes] : std::vector<std::pair<std::string, std::string>>{{"vrt.tif", vrt},
                                                                                      {"empty.tif", ""},
                                                                                      {"text.tif", "not a map"},
                                                                                      {"N22E104.hgt", "short"},
                                                                                      {"xml.hgt", vrt}}) {
        auto const file = test::put(folder / name, bytes);
        expect_in("is not a raster that can be read",
                  test::problems_of<InputError>([&] { return inspect_raster(file, "x"); }));
    }
}

TEST(InspectRaster, KnowsEndingsInCapitals) {
    auto const folder = test::scratch();
    test::write_tiff(folder / "dem.tif", plane_tiff());
    fs::rename(folder / "dem.tif", folder / "DEM.TIF");
    test::put(folder / "N22E104.HGT", std::string(std::size_t{2} * 1'201 * 1'201, '\3'));
    EXPECT_NEAR(inspect_raster(folder / "DEM.TIF", "x").north_m, 22.9, 1e-9);
    EXPECT_NEAR(inspect_raster(folder / "N22E104.HGT", "x").north_m, 23, 1e-3); // samples are points: half a cell more
}

TEST(InspectRaster, ReachesNoVirtualFileOrUrl) {
    for (auto const* const name :
         {"/vsicurl/http://127.0.0.1:9/a.tif", "http://127.0.0.1:9/a.tif", "/vsizip/a.zip/b.tif", "GTIFF_DIR:1:a.tif"})
        expect_in("no such file", test::problems_of<FileError>([&] { return inspect_raster(name, "x"); }));
}

TEST(InspectRaster, IgnoresHostileSidecars) {
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, plane_tiff());
    auto const before = read_raster({file}, "x", inner_grid(), utm48(), Resampling::bilinear);
    test::put(file.string() + ".aux.xml",
              "<PAMDataset><SRS>EPSG:32648</SRS><GeoTransform>1,2,0,3,0,-4</GeoTransform><PAMRasterBand band=\"1\">"
              "<NoDataValue>333</NoDataValue><Scale>1000</Scale></PAMRasterBand></PAMDataset>");
    test::put(file.parent_path() / "dem.tfw", "7\n0\n0\n-7\n3\n4\n");
    test::put(file.string() + ".ovr", "junk");
    test::put(file.string() + ".msk", "junk");
    EXPECT_NEAR(inspect_raster(file, "x").west_m, 104.8, 1e-9);
    auto const after = read_raster({file}, "x", inner_grid(), utm48(), Resampling::bilinear);
    EXPECT_TRUE((before.values == after.values).all());
}

TEST(ReadRaster, GivesAPlaneBack) {
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, plane_tiff());
    auto const grid = inner_grid();
    auto const raster = read_raster({file}, "x", grid, utm48(), Resampling::bilinear);
    for (int r = 0; r < grid.rows; r += 9)
        for (int c = 0; c < grid.cols; c += 7) {
            auto const p = utm48().unproject(grid.centre(r, c));
            EXPECT_NEAR(raster.values(r, c), plane(p.lon_deg, p.lat_deg), 0.3); // 0.02 cells of 0.01° on a slope of 900
        }
}

TEST(ReadRaster, MakesNodataNotANumberAndLeavesNeighboursAlone) {
    auto fixture = plane_tiff();
    fixture.nodata = -32768;
    fixture.type = GDT_Int16;
    for (int r = 12; r < 17; ++r)
        for (int c = 10; c < 19; ++c) fixture.values[static_cast<std::size_t>(r * 40 + c)] = -32768;
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, fixture);
    auto const raster = read_raster({file}, "x", inner_grid(), utm48(), Resampling::bilinear);
    EXPECT_GT(raster.values.isNaN().count(), 200);
    float const least = raster.values.isNaN().select(1e9f, raster.values).minCoeff();
    EXPECT_GT(least, 250); // no void leaks into its neighbours
}

TEST(ReadRaster, AppliesScaleAndOffset) {
    auto fixture = plane_tiff();
    for (double& v : fixture.values) v = (v - 25) / 0.5;
    fixture.scale = 0.5;
    fixture.offset = 25;
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, fixture);
    auto const raster = read_raster({file}, "x", inner_grid(), utm48(), Resampling::bilinear);
    auto const p = utm48().unproject(inner_grid().centre(31, 47));
    EXPECT_NEAR(raster.values(31, 47), plane(p.lon_deg, p.lat_deg), 0.3);
}

TEST(ReadRaster, FillsLaterFilesOnlyWhereEarlierOnesHaveNothing) {
    auto const folder = test::scratch();
    auto west = plane_tiff(), whole = plane_tiff();
    for (int r = 0; r < 30; ++r)
        for (int c = 20; c < 40; ++c) west.values[static_cast<std::size_t>(r * 40 + c)] = NAN;
    for (double& v : whole.values) v = 7;
    test::write_tiff(folder / "west.tif", west);
    test::write_tiff(folder / "whole.tif", whole);
    auto const raster =
        read_raster({folder / "west.tif", folder / "whole.tif"}, "x", inner_grid(), utm48(), Resampling::bilinear);
    EXPECT_FALSE(raster.values.isNaN().any());
    EXPECT_GT(raster.values(5, 3), 300);
    EXPECT_EQ(raster.values(5, 85), 7);
}

TEST(ReadRaster, MosaicsHgtTilesAndFilesInOtherSystems) {
    auto const folder = test::scratch();
    for (int const lon : {104, 105}) { // SRTM3: 1201 × 1201 big-endian int16, cell centres on whole degrees
        std::string bytes;
        for (int r = 0; r < 1201; ++r)
            for (int c = 0; c < 1201; ++c) {
                auto const v = static_cast<int>(std::lround(plane(lon + c / 1200.0, 23 - r / 1200.0)));
                bytes += static_cast<char>((v >> 8) & 0xFF);
                bytes += static_cast<char>(v & 0xFF);
            }
        test::put(folder / fmt::format("N22E{}.hgt", lon), bytes);
    }
    TiffFixture utm{.rows = 200,
                    .cols = 300,
                    .values = {},
                    .geotransform = {500'000, 90, 0, 2'535'000, 0, -90},
                    .crs = "EPSG:3405"};
    utm.values = test::fill(200, 300, [](int, int) { return 77; });
    test::write_tiff(folder / "vn2000.tif", utm);
    auto const corner = utm48().project({104.97, 22.905});
    Grid const grid{.west_m = corner.x_m, .north_m = corner.y_m, .cell_m = 90, .rows = 70, .cols = 90};
    auto const raster = read_raster({folder / "N22E104.hgt", folder / "N22E105.hgt", folder / "vn2000.tif"}, "x", grid,
                                    utm48(), Resampling::bilinear);
    EXPECT_FALSE(raster.values.isNaN().any());
    for (int c = 0; c < 90; c += 4) {
        auto const p = utm48().unproject(grid.centre(33, c));
        EXPECT_NEAR(raster.values(33, c), plane(p.lon_deg, p.lat_deg), 1.1); // heights are whole metres
    }
}

TEST(ReadRaster, NamesBothBoxesWhenAFileDoesNotTouchTheGrid) {
    auto fixture = plane_tiff();
    fixture.geotransform[0] = 106.7;
    auto const file = test::scratch() / "saigon.tif";
    test::write_tiff(file, fixture);
    auto const text = test::problems_of<InputError>(
        [&] { return read_raster({file}, "x", inner_grid(), utm48(), Resampling::bilinear); });
    expect_in("saigon.tif covers [106.700, 22.600] – [107.100, 22.900]", text);
    expect_in("does not touch the study area [104.8", text);
}

TEST(ReadRaster, RefusesFilesCutShort) {
    auto const folder = test::scratch();
    auto fixture = plane_tiff();
    fixture.rows = 300, fixture.cols = 400;
    fixture.geotransform[1] = 0.001, fixture.geotransform[5] = -0.001;
    std::mt19937 random(5);
    fixture.values = test::fill(300, 400, [&](int, int) { return static_cast<double>(random() % 3000); });
    test::write_tiff(folder / "whole.tif", fixture);
    auto const bytes = read_file(folder / "whole.tif");
    for (std::size_t size = 0; size < bytes.size() / 2; size += 30'000) {
        auto const file = test::put(folder / "short.tif", bytes.substr(0, size));
        for (auto const how : {Resampling::bilinear, Resampling::sum_preserving})
            (void)test::problems_of<InputError>([&] { return read_raster({file}, "x", inner_grid(), utm48(), how); });
    }
}

TEST(ReadRaster, ReportsEveryBadFileAtOnce) {
    auto const folder = test::scratch();
    test::put(folder / "a.tif", "junk");
    auto fixture = plane_tiff();
    fixture.crs = "";
    test::write_tiff(folder / "b.tif", fixture);
    auto const text = test::problems_of<InputError>([&] {
        return read_raster({folder / "a.tif", folder / "b.tif"}, "x", inner_grid(), utm48(), Resampling::bilinear);
    });
    expect_in("a.tif is not a raster", text);
    expect_in("b.tif does not say", text);
}

/// A grid around the whole fixture, so that nobody is left out.
Grid outer_grid(double cell_m) {
    auto const sw = utm48().project({104.78, 22.58}), ne = utm48().project({105.22, 22.92});
    return {.west_m = sw.x_m,
            .north_m = ne.y_m,
            .cell_m = cell_m,
            .rows = static_cast<int>((ne.y_m - sw.y_m) / cell_m) + 1,
            .cols = static_cast<int>((ne.x_m - sw.x_m) / cell_m) + 1};
}

TEST(ReadCounts, KeepsTheNumberOfPeopleForAnyCellSize) {
    std::mt19937 random(2019);
    auto fixture = plane_tiff();
    double people = 0;
    for (double& v : fixture.values) people += v = static_cast<double>(random() % 977);
    auto const file = test::scratch() / "people.tif";
    test::write_tiff(file, fixture);
    for (double const cell_m : {90.0, 370.0, 2900.0, 45'000.0}) {
        auto const raster = read_raster({file}, "x", outer_grid(cell_m), utm48(), Resampling::sum_preserving);
        EXPECT_NEAR(test::sum_of(raster), people, 0.05) << cell_m;
        EXPECT_GE(raster.values.isNaN().select(0, raster.values).minCoeff(), 0);
    }
}

TEST(ReadCounts, SpreadsEvenCountsEvenly) {
    auto fixture = plane_tiff();
    for (double& v : fixture.values) v = 1234.5;
    auto const file = test::scratch() / "people.tif";
    test::write_tiff(file, fixture);
    auto const raster = read_raster({file}, "x", inner_grid(), utm48(), Resampling::sum_preserving);
    float const mean = raster.values.mean();
    EXPECT_LT(raster.values.maxCoeff() / mean, 1.03); // area of a degree cell varies by 0.25 % over the box
    EXPECT_GT(raster.values.minCoeff() / mean, 0.97);
}

TEST(ReadCounts, KeepsPeopleWhereTheyAre) {
    auto fixture = plane_tiff();
    for (double& v : fixture.values) v = 0;
    fixture.values[13 * 40 + 22] = 5432;
    auto const file = test::scratch() / "people.tif";
    test::write_tiff(file, fixture);
    auto const grid = inner_grid();
    auto const raster = read_raster({file}, "x", grid, utm48(), Resampling::sum_preserving);
    auto const town = utm48().project({104.8 + 22.5 * 0.01, 22.9 - 13.5 * 0.01});
    double east = 0, north = 0;
    for (std::uint32_t cell = 0; cell < grid.size(); ++cell) {
        east += raster.at(cell) * grid.centre(cell).x_m / 5432;
        north += raster.at(cell) * grid.centre(cell).y_m / 5432;
        if (raster.at(cell) > 0) {
            EXPECT_LT(distance_m(grid.centre(cell), town), 1000);
        }
    }
    EXPECT_NEAR(east, town.x_m, 20); // people count at the centre of their cell of 270 m
    EXPECT_NEAR(north, town.y_m, 20);
}

TEST(ReadCounts, AddsTilesThatMeetAndCountsOverlapsOnce) {
    auto const folder = test::scratch();
    auto whole = plane_tiff();
    double people = 0;
    for (double& v : whole.values) people += v = 37;
    auto west = whole, east = whole;
    west.cols = 17, west.values.resize(30 * 17);
    east.cols = 23, east.values.resize(30 * 23), east.geotransform[0] = 104.8 + 17 * 0.01;
    test::write_tiff(folder / "whole.tif", whole);
    test::write_tiff(folder / "west.tif", west);
    test::write_tiff(folder / "east.tif", east);
    auto const sum = [&](std::vector<fs::path> const& files) {
        return test::sum_of(read_raster(files, "x", outer_grid(370), utm48(), Resampling::sum_preserving));
    };
    EXPECT_NEAR(sum({folder / "west.tif", folder / "east.tif"}), people, 0.1);
    EXPECT_NEAR(sum({folder / "whole.tif", folder / "west.tif"}), people, 0.1);
}

TEST(ReadCounts, LeavesNodataNotANumberAndRefusesNegativeCounts) {
    auto fixture = plane_tiff();
    for (double& v : fixture.values) v = -99999;
    fixture.values[13 * 40 + 22] = 5432;
    fixture.nodata = -99999;
    auto const file = test::scratch() / "people.tif";
    test::write_tiff(file, fixture);
    auto const raster = read_raster({file}, "x", inner_grid(), utm48(), Resampling::sum_preserving);
    EXPECT_GT(raster.values.isNaN().count(), 6000);
    EXPECT_NEAR(test::sum_of(raster), 5432, 0.01);
    fixture.nodata.reset();
    test::write_tiff(file, fixture);
    expect_in("has a negative count (-99999)", test::problems_of<InputError>([&] {
                  return read_raster({file}, "x", inner_grid(), utm48(), Resampling::sum_preserving);
              }));
}

} // namespace
} // namespace phusong::geo::io

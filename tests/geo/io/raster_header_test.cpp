#include "geo/io/raster_file.h"
#include "raster_plane.h"

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;
using test::expect_in;
using test::inner_grid;
using test::plane_tiff;
using test::TiffFixture;
using test::utm48;

std::string refusal(TiffFixture const& fixture) {
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, fixture);
    return test::problems_of<InputError>([&] { return inspect_raster(file, "base.toml:12 terrain.files"); });
}

TEST(InspectRaster, TellsItsSizeAndWhereItLies) {
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, plane_tiff());
    auto const box = inspect_raster(file, "x").box_lonlat;
    EXPECT_NEAR(box.west_m, 104.8, 1e-9);
    EXPECT_NEAR(box.south_m, 22.6, 1e-9);
    EXPECT_NEAR(box.east_m, 105.2, 1e-9);
    EXPECT_NEAR(box.north_m, 22.9, 1e-9);
    EXPECT_EQ(inspect_raster(file, "x").rows, 30);
    EXPECT_EQ(inspect_raster(file, "x").cols, 40);
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
    EXPECT_NEAR(inspect_raster(folder / "DEM.TIF", "x").box_lonlat.north_m, 22.9, 1e-9);
    EXPECT_NEAR(inspect_raster(folder / "N22E104.HGT", "x").box_lonlat.north_m, 23,
                1e-3); // samples are points: half a cell more
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
    EXPECT_NEAR(inspect_raster(file, "x").box_lonlat.west_m, 104.8, 1e-9);
    auto const after = read_raster({file}, "x", inner_grid(), utm48(), Resampling::bilinear);
    EXPECT_TRUE((before.values == after.values).all());
}

} // namespace
} // namespace phusong::geo::io

// Proof on real layers, where somebody has put them beside the repository.
#include "geo/io/raster_file.h"
#include "raster_fixture.h"
#include "scratch.h"

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

class RealRasters : public ::testing::Test {
  protected:
    fs::path folder = fs::path(PHUSONG_SOURCE_DIR) / "../shared/geodata";
    Crs crs{"EPSG:32648", "test"};
    void SetUp() override {
        if (!fs::exists(folder)) GTEST_SKIP() << "no real layers in " << folder;
    }
    /// A grid around a box in degrees.
    [[nodiscard]] Grid around(Box const& box, double cell_m) const {
        double west = 1e9, south = 1e9, east = 0, north = 0;
        for (double const lon : {box.west_m, (box.west_m + box.east_m) / 2, box.east_m})
            for (double const lat : {box.south_m, box.north_m}) {
                auto const p = crs.project({lon, lat});
                west = std::min(west, p.x_m), east = std::max(east, p.x_m), south = std::min(south, p.y_m),
                north = std::max(north, p.y_m);
            }
        return {.west_m = west - 900,
                .north_m = north + 900,
                .cell_m = cell_m,
                .rows = static_cast<int>((north - south + 1800) / cell_m) + 1,
                .cols = static_cast<int>((east - west + 1800) / cell_m) + 1};
    }
};

TEST_F(RealRasters, WorldPopPeopleAreKeptToOnePerson) {
    auto const file = folder / "worldpop_1km/vnm_ppp_2020_1km_UNadj_ha_giang.tif";
    GDALDatasetUniquePtr const data((guard_gdal(), GDALDataset::Open(file.c_str(), GDAL_OF_RASTER)));
    std::vector<double> values(static_cast<std::size_t>(data->GetRasterXSize()) *
                               static_cast<std::size_t>(data->GetRasterYSize()));
    ASSERT_EQ(data->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, data->GetRasterXSize(), data->GetRasterYSize(),
                                               values.data(), data->GetRasterXSize(), data->GetRasterYSize(),
                                               GDT_Float64, 0, 0, nullptr),
              CE_None);
    double people = 0;
    for (double const v : values)
        if (v >= 0) people += v;
    ASSERT_GT(people, 800'000);
    auto const grid = around(inspect_raster(file, "x").box_lonlat, 90);
    auto const raster = read_raster({file}, "x", grid, crs, Resampling::sum_preserving);
    EXPECT_NEAR(test::sum_of(raster), people, 1);
}

TEST_F(RealRasters, TheKrigedTerrainHasNoHolesInside) {
    auto const file = folder / "dem_spot_kriged_30s/ha_giang_spot_kriged_30s.tif";
    auto const sw = crs.project({104.35, 22.15}), ne = crs.project({105.58, 23.40});
    Grid const grid{.west_m = sw.x_m,
                    .north_m = ne.y_m,
                    .cell_m = 90,
                    .rows = static_cast<int>((ne.y_m - sw.y_m) / 90),
                    .cols = static_cast<int>((ne.x_m - sw.x_m) / 90)};
    auto const raster = read_raster({file}, "x", grid, crs, Resampling::bilinear);
    EXPECT_FALSE(raster.values.isNaN().any());
    EXPECT_GT(raster.values.maxCoeff(), 2000);
    EXPECT_LE(raster.values.maxCoeff(), 2309);
    EXPECT_GT(raster.values.minCoeff(), 20);
}

TEST_F(RealRasters, Etopo5InItsOddCellsIsPlacedRight) {
    auto const box = inspect_raster(folder / "dem_etopo5/etopo5_ha_giang.tif", "x").box_lonlat;
    EXPECT_NEAR(box.west_m, 103.459, 0.001);
    EXPECT_NEAR(box.north_m, 24.042, 0.001);
}

} // namespace
} // namespace phusong::geo::io

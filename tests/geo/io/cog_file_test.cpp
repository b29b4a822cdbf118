#include "geo/io/atomic_file.h"
#include "geo/io/raster_file.h"
#include "raster_fixture.h"
#include "scratch.h"
#include "vector_fixture.h"
#include <cstdlib>
#include <random>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

using test::utm48;

/// A signal that falls from a tower, unknown beyond 60 km; about as rough as a real map.
Raster signal_map(int rows, int cols) {
    Raster map(Grid{.west_m = 430'000, .north_m = 2'580'000, .cell_m = 90, .rows = rows, .cols = cols});
    std::mt19937 random(3);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < cols; ++c) {
            float const km = 0.09f * std::hypot(static_cast<float>(r) - 0.4f * static_cast<float>(rows),
                                                static_cast<float>(c) - 0.3f * static_cast<float>(cols));
            if (km < 60) map.values(r, c) = -40 - 30 * std::log10(1 + km) - static_cast<float>(random() % 1000) / 1000;
        }
    return map;
}

MapDescription const description{.band_name = "Tín hiệu mạnh nhất",
                                 .unit = "dBm",
                                 .metadata = {{"MODEL", "P.526"}, {"SYNTHETIC", "terrain"}},
                                 .precision = 0.01};

TEST(WriteCog, IsReadBackWithEverythingInIt) {
    auto const file = test::scratch() / "tín hiệu 2021.tif";
    auto const map = signal_map(700, 900);
    write_cog(file, map, utm48(), description);
    GDALDatasetUniquePtr const data(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER));
    ASSERT_TRUE(data);
    EXPECT_STREQ(data->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"), "COG");
    EXPECT_STREQ(data->GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE"), "DEFLATE");
    EXPECT_STREQ(data->GetMetadataItem("MODEL"), "P.526");
    EXPECT_STREQ(data->GetMetadataItem("SYNTHETIC"), "terrain");
    EXPECT_STREQ(data->GetSpatialRef()->GetAuthorityCode(nullptr), "32648");
    auto& band = *data->GetRasterBand(1);
    EXPECT_STREQ(band.GetDescription(), "Tín hiệu mạnh nhất");
    EXPECT_STREQ(band.GetUnitType(), "dBm");
    EXPECT_EQ(band.GetRasterDataType(), GDT_Float32);
    EXPECT_TRUE(std::isnan(band.GetNoDataValue()));
    EXPECT_EQ(band.GetOverviewCount(), 1);
    int width = 0, height = 0;
    band.GetBlockSize(&width, &height);
    EXPECT_EQ(width, 512);
    Array2D<float> back(700, 900);
    ASSERT_EQ(band.RasterIO(GF_Read, 0, 0, 900, 700, back.data(), 900, 700, GDT_Float32, 0, 0, nullptr), CE_None);
    EXPECT_TRUE((back.isNaN() == map.values.isNaN()).all());
    EXPECT_LT((back.isNaN().select(0, back) - back.isNaN().select(0, map.values)).abs().maxCoeff(), 0.0051f);
}

TEST(WriteCog, CarriesItsOwnStatistics) {
    auto const file = test::scratch() / "a.tif";
    Raster map(Grid{.west_m = 430'000, .north_m = 2'580'000, .cell_m = 90, .rows = 2, .cols = 3});
    map.values << -50, no_data, -70, no_data, -66, -54;
    write_cog(file, map, utm48(), {.band_name = "x", .unit = "dBm"});
    GDALDatasetUniquePtr const data(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER));
    auto& band = *data->GetRasterBand(1);
    EXPECT_STREQ(band.GetMetadataItem("STATISTICS_MINIMUM"), "-70");
    EXPECT_STREQ(band.GetMetadataItem("STATISTICS_MAXIMUM"), "-50");
    EXPECT_STREQ(band.GetMetadataItem("STATISTICS_MEAN"), "-60");
    EXPECT_DOUBLE_EQ(std::atof(band.GetMetadataItem("STATISTICS_STDDEV")), 8.24621125); // √68, nine digits
    EXPECT_STREQ(band.GetMetadataItem("STATISTICS_VALID_PERCENT"), "66.67");
}

TEST(WriteCog, WritesAnEmptyMap) {
    auto const file = test::scratch() / "none.tif";
    Grid const grid{.west_m = 430'000, .north_m = 2'580'000, .cell_m = 90, .rows = 5, .cols = 7};
    write_cog(file, Raster(grid), utm48(), {.band_name = "x", .unit = "dBm"});
    GDALDatasetUniquePtr const data(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER));
    EXPECT_EQ(data->GetRasterXSize(), 7);
    EXPECT_TRUE(read_raster({file}, "x", grid, utm48(), Resampling::bilinear).values.isNaN().all());
}

TEST(WriteCog, OverviewsKeepTheShareOfCellsWithoutSignal) {
    auto const file = test::scratch() / "a.tif";
    auto const map = signal_map(1100, 1300);
    write_cog(file, map, utm48(), description);
    GDALDatasetUniquePtr const data(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER));
    auto& overview = *data->GetRasterBand(1)->GetOverview(0);
    Array2D<float> small(overview.GetYSize(), overview.GetXSize());
    ASSERT_EQ(overview.RasterIO(GF_Read, 0, 0, overview.GetXSize(), overview.GetYSize(), small.data(),
                                overview.GetXSize(), overview.GetYSize(), GDT_Float32, 0, 0, nullptr),
              CE_None);
    auto const share = [](Array2D<float> const& v) {
        return static_cast<double>(v.isNaN().count()) / static_cast<double>(v.size());
    };
    EXPECT_GT(share(map.values), 0.05);
    EXPECT_NEAR(share(small), share(map.values), 0.002);
}

TEST(WriteCog, GivesTheSameBytesForAnyThreadCountAndEveryTime) {
    auto const folder = test::scratch();
    auto const map = signal_map(1100, 1300);
    write_cog(folder / "a.tif", map, utm48(), description);
    for (auto const* const threads : {"NUM_THREADS=1", "NUM_THREADS=2", "NUM_THREADS=3"}) {
        write_cog(folder / "b.tif", map, utm48(), description, {threads});
        EXPECT_EQ(read_file(folder / "a.tif"), read_file(folder / "b.tif")) << threads;
    }
}

TEST(WriteCog, TakesCreationOptionsAndRefusesUnknownOnes) {
    auto const file = test::scratch() / "a.tif";
    write_cog(file, signal_map(60, 70), utm48(), description, {"COMPRESS=ZSTD"});
    GDALDatasetUniquePtr const data(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER));
    EXPECT_STREQ(data->GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE"), "ZSTD");
    for (auto const* const option : {"COMPRESS=ZIPPED", "COMPRES=ZSTD", "nonsense"}) {
        auto const text =
            test::problems_of<InputError>([&] { write_cog(file, signal_map(60, 70), utm48(), description, {option}); });
        EXPECT_NE(text.find("is not a valid option"), std::string::npos) << option << text;
    }
}

TEST(WriteCog, RemovesStaleSidecarsAndLeavesNone) {
    auto const folder = test::scratch();
    for (auto const* const ending : {".aux.xml", ".ovr", ".msk"})
        test::put((folder / "a.tif").string() + ending, "stale");
    write_cog(folder / "a.tif", signal_map(60, 70), utm48(), description);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

TEST(WriteCog, SaysWhenTheFileCannotBeWritten) {
    auto const text =
        test::problems_of<FileError>([] { write_cog("/nowhere/a.tif", signal_map(60, 70), utm48(), description); });
    EXPECT_NE(text.find("/nowhere/a.tif: cannot be written"), std::string::npos) << text;
}

TEST(WriteCog, OfAProvinceHasLessThanEightMegabytes) {
    auto const file = test::scratch() / "province.tif";
    auto const map = signal_map(1450, 1450);
    write_cog(file, map, utm48(), description);
    EXPECT_LT(fs::file_size(file), 8'000'000u);
}

} // namespace
} // namespace phusong::geo::io

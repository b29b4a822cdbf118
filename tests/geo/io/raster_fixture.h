#pragma once
#include "geo/io/gdal_guard.h"
#include "geo/raster.h"
#include <array>
#include <cpl_string.h>
#include <filesystem>
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <vector>

namespace phusong::geo::io::test {

/// A raster file to be read back: values row by row, the first row northernmost.
struct TiffFixture {
    int rows = 0, cols = 0;
    std::vector<double> values = {};
    std::array<double, 6> geotransform{};
    std::string crs = "EPSG:4326"; ///< empty = none
    std::optional<double> nodata = {};
    GDALDataType type = GDT_Float32;
    double scale = 1, offset = 0;
    std::vector<std::string> options = {};
};

inline void write_tiff(std::filesystem::path const& file, TiffFixture const& fixture) {
    guard_gdal();
    CPLStringList options;
    for (auto const& option : fixture.options) options.AddString(option.c_str());
    GDALDatasetUniquePtr made(GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        file.c_str(), fixture.cols, fixture.rows, 1, fixture.type, options.List()));
    ASSERT_TRUE(made);
    auto transform = fixture.geotransform;
    if (transform[1] != 0) {
        ASSERT_EQ(made->SetGeoTransform(transform.data()), CE_None);
    }
    if (!fixture.crs.empty()) {
        OGRSpatialReference reference;
        ASSERT_EQ(reference.SetFromUserInput(fixture.crs.c_str()), OGRERR_NONE);
        ASSERT_EQ(made->SetSpatialRef(&reference), CE_None);
    }
    auto& band = *made->GetRasterBand(1);
    if (fixture.nodata) band.SetNoDataValue(*fixture.nodata);
    if (fixture.scale != 1) band.SetScale(fixture.scale), band.SetOffset(fixture.offset);
    auto values = fixture.values;
    if (!values.empty()) {
        ASSERT_EQ(band.RasterIO(GF_Write, 0, 0, fixture.cols, fixture.rows, values.data(), fixture.cols, fixture.rows,
                                GDT_Float64, 0, 0, nullptr),
                  CE_None);
    }
}

/// The sum of `value(row, col)` as a fixture's values.
template <class Value> std::vector<double> fill(int rows, int cols, Value&& value) {
    std::vector<double> out;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < cols; ++c) out.push_back(value(r, c));
    return out;
}

inline double sum_of(Raster const& raster) {
    double sum = 0;
    for (Eigen::Index i = 0; i < raster.values.size(); ++i)
        if (!std::isnan(raster.values.data()[i])) sum += raster.values.data()[i];
    return sum;
}

} // namespace phusong::geo::io::test

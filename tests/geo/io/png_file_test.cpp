#include "geo/io/memory_file.h"
#include "geo/io/png_file.h"
#include <gdal_priv.h>
#include <gtest/gtest.h>

namespace phusong::geo::io {
namespace {

PalettePicture const picture{2, 3, {0, 1, 2, 2, 1, 0}, {{11, 22, 33, 0}, {44, 55, 66, 255}, {77, 88, 99, 255}}};

TEST(PngFile, IsReadBackWithItsPixelsAndColours) {
    MemoryFile memory(".png");
    memory.set_bytes(png_bytes(picture));
    GDALDatasetUniquePtr const data(GDALDataset::Open(memory.name().c_str()));
    ASSERT_TRUE(data);
    EXPECT_EQ(data->GetRasterXSize(), 3);
    auto& band = *data->GetRasterBand(1);
    std::vector<std::uint8_t> pixel(6);
    ASSERT_EQ(band.RasterIO(GF_Read, 0, 0, 3, 2, pixel.data(), 3, 2, GDT_Byte, 0, 0, nullptr), CE_None);
    EXPECT_EQ(pixel, picture.pixel);
    for (int i = 0; i < 3; ++i) {
        auto const& entry = *band.GetColorTable()->GetColorEntry(i);
        auto const& wanted = picture.palette[static_cast<std::size_t>(i)];
        EXPECT_EQ(entry.c1, wanted[0]);
        EXPECT_EQ(entry.c3, wanted[2]);
        EXPECT_EQ(entry.c4, wanted[3]);
    }
}

TEST(PngFile, IsTheSameBytesTwiceAndRefusesAPictureWithoutPixels) {
    EXPECT_EQ(png_bytes(picture), png_bytes(picture));
    EXPECT_THROW((void)png_bytes({2, 3, {0, 1}, {}}), std::runtime_error);
    EXPECT_THROW((void)png_bytes({}), std::runtime_error);
}

} // namespace
} // namespace phusong::geo::io

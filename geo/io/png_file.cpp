#include "geo/io/png_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/memory_file.h"
#include <cpl_string.h>
#include <gdal_priv.h>
#include <stdexcept>

namespace phusong::geo::io {
namespace {

GDALDatasetUniquePtr in_memory(PalettePicture const& picture) {
    auto* const driver = GetGDALDriverManager()->GetDriverByName("MEM");
    GDALDatasetUniquePtr made(driver->Create("", picture.cols, picture.rows, 1, GDT_Byte, nullptr));
    if (!made) return made;
    GDALColorTable table;
    for (std::size_t i = 0; i < picture.palette.size(); ++i) {
        auto const& [red, green, blue, opacity] = picture.palette[i];
        GDALColorEntry const entry{red, green, blue, opacity};
        table.SetColorEntry(static_cast<int>(i), &entry);
    }
    auto& band = *made->GetRasterBand(1);
    auto* const data = const_cast<std::uint8_t*>(picture.pixel.data()); // GDAL reads it only
    bool const worked = band.SetColorTable(&table) == CE_None &&
                        band.RasterIO(GF_Write, 0, 0, picture.cols, picture.rows, data, picture.cols, picture.rows,
                                      GDT_Byte, 0, 0, nullptr) == CE_None;
    if (!worked) made.reset();
    return made;
}

} // namespace

std::string png_bytes(PalettePicture const& picture) {
    guard_gdal();
    auto const size = static_cast<std::size_t>(picture.rows) * static_cast<std::size_t>(picture.cols);
    if (size == 0 || picture.pixel.size() != size) throw std::runtime_error("a picture without its pixels");
    auto const source = in_memory(picture);
    auto* const png = GetGDALDriverManager()->GetDriverByName("PNG");
    if (!source || !png) throw std::runtime_error("GDAL cannot make a picture in memory");
    MemoryFile const memory(".png");
    CPLStringList options;
    options.AddString("ZLEVEL=9");
    GDALDatasetUniquePtr made(
        png->CreateCopy(memory.name().c_str(), source.get(), FALSE, options.List(), nullptr, nullptr));
    bool const created = made != nullptr;
    made.reset(); // closing writes the rest
    if (!created || memory.bytes().empty()) throw std::runtime_error("GDAL cannot write a PNG");
    return std::string(memory.bytes());
}

} // namespace phusong::geo::io

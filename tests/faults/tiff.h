#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace phusong::test {

/// A GeoTIFF written byte by byte, so that it can say what no library would write. The default one is sound: heights of
/// 500 m over the toy province.
struct Tiff {
    std::uint32_t cols = 40, rows = 30;
    std::uint16_t bands = 1, bits = 32, sample_format = 3; ///< 3 floating point, 2 signed, 6 complex
    std::uint32_t tile = 0;                                ///< side of a tile; 0 = one strip
    int epsg = 4326;                                       ///< 0 = none
    std::vector<double> cell = {0.01, 0.01, 0};            ///< empty = not georeferenced
    std::array<double, 2> corner = {104.8, 23.2};
    std::vector<double> matrix = {}; ///< of 16 numbers, in place of cell and corner
    std::string nodata = {};
    std::vector<float> values = std::vector<float>(std::size_t{40} * 30, 500.0F); ///< empty = no pixel is stored
};

/// Source: TIFF 6.0, sections 2, 15 and 19; OGC GeoTIFF 1.1, chapter 7.
[[nodiscard]] std::string bytes_of(Tiff const& tiff);

} // namespace phusong::test

#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace phusong::geo::io {

/// A picture of few colours. Shapes: `pixel` row by row from the top, each an index into `palette`.
struct PalettePicture {
    int rows = 0, cols = 0;
    std::vector<std::uint8_t> pixel;
    std::vector<std::array<std::uint8_t, 4>> palette; ///< red, green, blue, opacity; 255 = opaque
};

/// The bytes of a PNG file; the same picture gives the same bytes on the same machine.
/// Errors: std::runtime_error when the picture has no pixel, or GDAL cannot make it.
[[nodiscard]] std::string png_bytes(PalettePicture const& picture);

} // namespace phusong::geo::io

#pragma once
#include <string>

namespace phusong::geo::svg {

/// The bytes of a PNG file of one SVG document of ours, `scale` pixels to its unit, on white. The same document gives
/// the same bytes on one machine; another machine's fonts draw other letters. Nothing that the document names is
/// fetched. Errors: std::runtime_error with the library's words when it is no SVG that can be drawn.
[[nodiscard]] std::string png_of_svg(std::string const& svg, double scale);

/// Whether letters with Vietnamese marks ("ế", "ự", "Đ") can be drawn: some installed font that scales has them all.
[[nodiscard]] bool has_vietnamese_font();

} // namespace phusong::geo::svg

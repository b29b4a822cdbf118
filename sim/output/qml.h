#pragma once
#include "sim/output/xml_text.h"
#include <string>
#include <string_view>
#include <vector>

namespace phusong {

// Pieces of QGIS's style files (QML). Written with <prop>, which every QGIS since 2.0 reads, and without a date or a
// version of QGIS, so that the same style is the same bytes.

struct Colour {
    int red = 0, green = 0, blue = 0, alpha = 255;
};

/// One row of a legend, and how what it stands for is drawn.
struct Mark {
    std::string label;
    Colour colour;
    std::string shape = {}; ///< QGIS's name of a marker: circle, triangle, star; points only
    double size_mm = 0;     ///< of a marker; width of a line; nothing for areas
};
struct Category {
    std::string value; ///< of the attribute
    Mark mark;
};
struct Class {
    double lower = 0, upper = 0;
    Mark mark;
};

/// A class of a raster's values.
struct RasterClass {
    double upper = 0; ///< a value at it belongs to the class
    std::string label;
    std::string colour = {}; ///< "#08306b"
};

/// One whole number of a raster.
struct RasterEntry {
    int value = 0;
    std::string label;
    std::string colour; ///< "#08306b"
};

enum class MarkKind { marker, line, fill };

/// A whole style: one symbol for each value of a column, or for each class of its numbers.
[[nodiscard]] std::string categories_qml(MarkKind kind, std::string_view column, std::vector<Category> const& rows);
[[nodiscard]] std::string classes_qml(MarkKind kind, std::string_view column, std::vector<Class> const& rows);

/// A whole style of areas: their outlines alone.
[[nodiscard]] std::string outline_qml(Colour const& colour);

/// A whole style of a raster: one colour for each class of its values, from the lowest up.
[[nodiscard]] std::string raster_classes_qml(std::vector<RasterClass> const& rows);
/// The same of a raster of whole numbers: one colour each.
[[nodiscard]] std::string raster_palette_qml(std::vector<RasterEntry> const& rows);

} // namespace phusong

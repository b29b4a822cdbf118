#pragma once
#include "geo/io/crs.h"
#include "geo/polygon.h"
#include "geo/problem.h"
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace phusong::geo::io {

struct Shape {
    std::string where;                         ///< "communes.gpkg feature 12", "roads.csv:7", for messages
    std::map<std::string, std::string> fields; ///< every attribute as text; codes keep their leading zeros
    MultiPolygon polygons;                     ///< in the scenario's CRS; empty for lines and points
    std::vector<Polyline> lines;
    std::vector<XY> points;
};

struct VectorLayer {
    std::string name, crs_name;
    std::vector<Shape> shapes;
};

/// Reads one layer (the first, or `layer`) of a GeoPackage, GeoJSON, Shapefile, FlatGeobuf, OSM or CSV file with a WKT
/// column `wkt`, projected to `crs`. GeoJSON without a CRS and CSV are WGS 84 (RFC 7946); every other file must say its
/// CRS. The first layer of an OSM file is "lines". An empty layer gives no shapes and no error. NULL reads as "".
/// Errors: InputError (not a vector file, no CRS, no such layer, broken geometry, coordinates that cannot be those of
///         the stated CRS, self-crossing outlines; 20 problems at most); FileError.
[[nodiscard]] VectorLayer read_vector(std::filesystem::path const& file, std::string const& where, Crs const& crs,
                                      std::string const& layer = {});

/// One layer to be written into a GeoPackage. Column order is kept; row order is kept.
struct OutLayer {
    enum class Geometry { point, line, polygon };
    struct Column {
        enum class Type { text, integer, real };
        std::string name;
        Type type = Type::text;
    };
    using Value = std::variant<std::monostate, std::string, std::int64_t, double>; ///< monostate = NULL
    struct Row {
        MultiPolygon polygons;
        std::vector<Polyline> lines;
        std::optional<XY> point;
        std::vector<Value> values;
    };
    std::string name, title; ///< title: the layer's description
    Geometry geometry = Geometry::point;
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::string style_qml = {}; ///< QGIS opens the layer in this style; empty = as QGIS likes
};

/// Writes a GeoPackage, built in memory and then written atomically; same input, same bytes. Errors: FileError.
void write_gpkg(std::filesystem::path const& file, std::vector<OutLayer> const& layers, Crs const& crs);

} // namespace phusong::geo::io

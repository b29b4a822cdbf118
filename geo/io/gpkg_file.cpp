#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/memory_file.h"
#include "geo/io/spatial_reference.h"
#include "geo/io/system_fault.h"
#include "geo/io/vector_file.h"
#include <cpl_string.h>
#include <gdal_priv.h>
#include <memory>
#include <ogrsf_frmts.h>

namespace phusong::geo::io {
namespace {

[[noreturn]] void give_up(std::filesystem::path const& file) {
    throw_file_error(file,
                     say("không tạo được GeoPackage (GDAL: {})", "the GeoPackage cannot be made (GDAL: {})",
                         std::string(CPLGetLastErrorMsg())),
                     {});
}

std::unique_ptr<OGRPoint> as_point(XY p) { return std::make_unique<OGRPoint>(p.x_m, p.y_m); }

std::unique_ptr<OGRMultiLineString> as_lines(std::vector<Polyline> const& lines) {
    auto out = std::make_unique<OGRMultiLineString>();
    for (auto const& line : lines) {
        auto part = std::make_unique<OGRLineString>();
        for (XY const p : line) part->addPoint(p.x_m, p.y_m);
        out->addGeometryDirectly(part.release());
    }
    return out;
}

std::unique_ptr<OGRLinearRing> as_ring(Ring const& ring) {
    auto out = std::make_unique<OGRLinearRing>();
    for (XY const p : ring) out->addPoint(p.x_m, p.y_m);
    out->closeRings();
    return out;
}

std::unique_ptr<OGRMultiPolygon> as_polygons(MultiPolygon const& shape) {
    auto out = std::make_unique<OGRMultiPolygon>();
    for (auto const& polygon : shape) {
        auto part = std::make_unique<OGRPolygon>();
        part->addRingDirectly(as_ring(polygon.outer).release());
        for (auto const& hole : polygon.holes) part->addRingDirectly(as_ring(hole).release());
        out->addGeometryDirectly(part.release());
    }
    return out;
}

/// Nothing where the row has no geometry of the layer's kind.
std::unique_ptr<OGRGeometry> geometry_of(OutLayer::Geometry kind, OutLayer::Row const& row) {
    if (kind == OutLayer::Geometry::point) return row.point ? as_point(*row.point) : nullptr;
    if (kind == OutLayer::Geometry::line) return row.lines.empty() ? nullptr : as_lines(row.lines);
    if (row.polygons.empty()) return nullptr;
    return as_polygons(row.polygons);
}

OGRwkbGeometryType type_of(OutLayer::Geometry kind) {
    if (kind == OutLayer::Geometry::point) return wkbPoint;
    return kind == OutLayer::Geometry::line ? wkbMultiLineString : wkbMultiPolygon;
}

OGRFieldType type_of(OutLayer::Column::Type type) {
    if (type == OutLayer::Column::Type::integer) return OFTInteger64;
    return type == OutLayer::Column::Type::real ? OFTReal : OFTString;
}

void set_value(OGRFeature& feature, int column, OutLayer::Value const& value) {
    if (auto const* text = std::get_if<std::string>(&value)) feature.SetField(column, text->c_str());
    if (auto const* whole = std::get_if<std::int64_t>(&value)) feature.SetField(column, static_cast<GIntBig>(*whole));
    if (auto const* real = std::get_if<double>(&value)) feature.SetField(column, *real);
    if (std::holds_alternative<std::monostate>(value)) feature.SetFieldNull(column);
}

bool add_row(OGRLayer& layer, OutLayer const& from, OutLayer::Row const& row) {
    auto feature = OGRFeatureUniquePtr(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    for (std::size_t i = 0; i < row.values.size(); ++i) set_value(*feature, static_cast<int>(i), row.values[i]);
    if (auto geometry = geometry_of(from.geometry, row))
        if (feature->SetGeometryDirectly(geometry.release()) != OGRERR_NONE) return false;
    return layer.CreateFeature(feature.get()) == OGRERR_NONE;
}

bool add_layer(GDALDataset& data, OutLayer const& from, OGRSpatialReference& reference) {
    CPLStringList options;
    options.SetNameValue("IDENTIFIER", from.name.c_str());
    options.SetNameValue("DESCRIPTION", from.title.c_str());
    options.SetNameValue("GEOMETRY_NAME", "geom");
    auto* const layer = data.CreateLayer(from.name.c_str(), &reference, type_of(from.geometry), options.List());
    if (!layer) return false;
    for (auto const& column : from.columns) {
        OGRFieldDefn field(column.name.c_str(), type_of(column.type));
        if (layer->CreateField(&field) != OGRERR_NONE) return false;
    }
    for (auto const& row : from.rows)
        if (!add_row(*layer, from, row)) return false;
    return true;
}

} // namespace

void write_gpkg(std::filesystem::path const& file, std::vector<OutLayer> const& layers, Crs const& crs) {
    guard_gdal();
    CPLErrorReset();
    MemoryFile const memory(".gpkg");
    auto* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    GDALDatasetUniquePtr data(driver->Create(memory.name().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!data || data->StartTransaction() != CE_None) give_up(file);
    auto reference = from_wkt(crs.wkt());
    for (auto const& layer : layers)
        if (!add_layer(*data, layer, reference)) give_up(file);
    if (data->CommitTransaction() != CE_None) give_up(file);
    data.reset(); // closing writes the spatial index and the rest, and may fail
    if (CPLGetLastErrorType() >= CE_Failure || memory.bytes().empty()) give_up(file);
    write_file(file, memory.bytes());
}

} // namespace phusong::geo::io

#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/gpkg_styles.h"
#include "geo/io/memory_file.h"
#include "geo/io/spatial_reference.h"
#include "geo/io/system_fault.h"
#include "geo/io/vector_file.h"
#include <cmath>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <stdexcept>

namespace phusong::geo::io {
namespace {

struct GdalFailed {}; ///< GDAL's last error tells why

void must(bool worked) {
    if (!worked) throw GdalFailed{};
}

OGRwkbGeometryType geometry_type(OutLayer::Geometry geometry) {
    switch (geometry) {
    case OutLayer::Geometry::point:
        return wkbPoint;
    case OutLayer::Geometry::line:
        return wkbMultiLineString;
    case OutLayer::Geometry::polygon:
        return wkbMultiPolygon;
    }
    return wkbUnknown;
}

OGRFieldType field_type(OutLayer::Column::Type type) {
    switch (type) {
    case OutLayer::Column::Type::text:
        return OFTString;
    case OutLayer::Column::Type::integer:
        return OFTInteger64;
    case OutLayer::Column::Type::real:
        return OFTReal;
    }
    return OFTString;
}

void add_corners(OGRSimpleCurve& curve, std::vector<XY> const& points) {
    for (auto const& p : points) curve.addPoint(p.x_m, p.y_m);
}

std::unique_ptr<OGRLinearRing> closed(Ring const& ring) {
    auto out = std::make_unique<OGRLinearRing>();
    add_corners(*out, ring);
    out->closeRings();
    return out;
}

std::unique_ptr<OGRGeometry> polygons(MultiPolygon const& shape) {
    auto all = std::make_unique<OGRMultiPolygon>();
    for (auto const& polygon : shape) {
        auto one = std::make_unique<OGRPolygon>();
        must(one->addRingDirectly(closed(polygon.outer).release()) == OGRERR_NONE);
        for (auto const& hole : polygon.holes) must(one->addRingDirectly(closed(hole).release()) == OGRERR_NONE);
        must(all->addGeometryDirectly(one.release()) == OGRERR_NONE);
    }
    return all;
}

std::unique_ptr<OGRGeometry> lines(std::vector<Polyline> const& parts) {
    auto all = std::make_unique<OGRMultiLineString>();
    for (auto const& part : parts) {
        auto one = std::make_unique<OGRLineString>();
        add_corners(*one, part);
        must(all->addGeometryDirectly(one.release()) == OGRERR_NONE);
    }
    return all;
}

/// Null where the row has no geometry of the layer's kind.
std::unique_ptr<OGRGeometry> geometry_of(OutLayer::Row const& row, OutLayer::Geometry kind) {
    if (kind == OutLayer::Geometry::point && row.point)
        return std::make_unique<OGRPoint>(row.point->x_m, row.point->y_m);
    if (kind == OutLayer::Geometry::line && !row.lines.empty()) return lines(row.lines);
    if (kind == OutLayer::Geometry::polygon && !row.polygons.empty()) return polygons(row.polygons);
    return nullptr;
}

/// Not-a-number and infinity have no place in a table; they become NULL.
void set_value(OGRFeature& feature, int field, OutLayer::Value const& value) {
    if (auto const* const text = std::get_if<std::string>(&value))
        feature.SetField(field, text->c_str());
    else if (auto const* const integer = std::get_if<std::int64_t>(&value))
        feature.SetField(field, static_cast<GIntBig>(*integer));
    else if (auto const* const real = std::get_if<double>(&value); real && std::isfinite(*real))
        feature.SetField(field, *real);
    else
        feature.SetFieldNull(field);
}

bool fits(OutLayer::Value const& value, OutLayer::Column::Type type) {
    if (std::holds_alternative<std::monostate>(value)) return true;
    switch (type) {
    case OutLayer::Column::Type::text:
        return std::holds_alternative<std::string>(value);
    case OutLayer::Column::Type::integer:
        return std::holds_alternative<std::int64_t>(value);
    case OutLayer::Column::Type::real:
        return !std::holds_alternative<std::string>(value);
    }
    return false;
}

/// A row that does not fit its columns is a mistake of the program, never of the user.
void check_rows(OutLayer const& layer) {
    for (auto const& row : layer.rows) {
        if (row.values.size() != layer.columns.size())
            throw std::logic_error("layer " + layer.name + ": a row has not one value per column");
        for (std::size_t i = 0; i < row.values.size(); ++i)
            if (!fits(row.values[i], layer.columns[i].type))
                throw std::logic_error("layer " + layer.name + ": wrong type in " + layer.columns[i].name);
    }
}

void write_layer(GDALDataset& data, OutLayer const& layer, OGRSpatialReference& reference) {
    check_rows(layer);
    CPLStringList options;
    options.SetNameValue("GEOMETRY_NAME", "geom");
    options.SetNameValue("FID", "fid");
    options.SetNameValue("DESCRIPTION", layer.title.c_str());
    auto* const out = data.CreateLayer(layer.name.c_str(), &reference, geometry_type(layer.geometry), options.List());
    must(out != nullptr);
    for (auto const& column : layer.columns) {
        OGRFieldDefn field(column.name.c_str(), field_type(column.type));
        must(out->CreateField(&field) == OGRERR_NONE);
    }
    for (auto const& row : layer.rows) {
        OGRFeature feature(out->GetLayerDefn());
        for (std::size_t i = 0; i < row.values.size(); ++i) set_value(feature, static_cast<int>(i), row.values[i]);
        if (auto geometry = geometry_of(row, layer.geometry))
            must(feature.SetGeometryDirectly(geometry.release()) == OGRERR_NONE);
        must(out->CreateFeature(&feature) == OGRERR_NONE);
    }
}

void build(std::string const& name, std::vector<OutLayer> const& layers, Crs const& crs) {
    auto* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    GDALDatasetUniquePtr data(driver->Create(name.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    must(data != nullptr);
    auto reference = from_wkt(crs.wkt());
    must(data->StartTransaction() == OGRERR_NONE);
    for (auto const& layer : layers) write_layer(*data, layer, reference);
    must(write_gpkg_styles(*data, layers));
    must(data->CommitTransaction() == OGRERR_NONE);
    CPLErrorReset();
    data.reset(); // closing writes the spatial index, and may fail
    must(CPLGetLastErrorType() < CE_Failure);
}

} // namespace

void write_gpkg(std::filesystem::path const& file, std::vector<OutLayer> const& layers, Crs const& crs) {
    guard_gdal();
    MemoryFile const memory(".gpkg");
    try {
        build(memory.name(), layers, crs);
        must(!memory.bytes().empty());
    } catch (GdalFailed const&) {
        throw_file_error(
            file, say("không tạo được (GDAL: {})", "cannot be made (GDAL: {})", std::string(CPLGetLastErrorMsg())), {});
    }
    write_file(file, memory.bytes());
}

} // namespace phusong::geo::io

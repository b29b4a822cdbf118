#include "geo/io/shape_reader.h"
#include "geo/io/spatial_reference.h"
#include <cmath>
#include <cpl_error.h>

namespace phusong::geo::io {
namespace {

inline constexpr double margin_deg = 10;

OGREnvelope usable_box(std::string const& epsg) {
    OGRSpatialReference reference;
    (void)reference.SetFromUserInput(epsg.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS);
    OGREnvelope box;
    bool const known = reference.GetAreaOfUse(&box.MinX, &box.MinY, &box.MaxX, &box.MaxY, nullptr);
    if (!known || box.MinX > box.MaxX) box = {}, box.MinX = -180, box.MaxX = 180, box.MinY = -90, box.MaxY = 90;
    box.MinX -= margin_deg, box.MinY -= margin_deg, box.MaxX += margin_deg, box.MaxY += margin_deg;
    return box;
}

bool is_lonlat(double lon, double lat) { return lon >= -180.001 && lon <= 180.001 && lat >= -90.001 && lat <= 90.001; }

std::vector<XY> points_of(OGRSimpleCurve const& curve) {
    std::vector<XY> points;
    for (int i = 0; i < curve.getNumPoints(); ++i) points.push_back({curve.getX(i), curve.getY(i)});
    return points;
}

Ring ring_of(OGRLinearRing const& ring) {
    auto corners = points_of(ring);
    if (corners.size() > 1 && corners.front() == corners.back()) corners.pop_back();
    return corners;
}

/// GDAL's errors while we look at one geometry are about that geometry, and are told with it.
struct QuietErrors {
    QuietErrors() {
        CPLErrorReset();
        CPLPushErrorHandler(CPLQuietErrorHandler);
    }
    ~QuietErrors() {
        CPLPopErrorHandler();
        CPLErrorReset();
    }
};

} // namespace

ShapeReader::ShapeReader(OGRSpatialReference const& source, Crs const& crs, std::string const& where)
    : source_(source) {
    auto const target = from_wkt(crs.wkt());
    source_.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    usable_lonlat_ = usable_box(crs.name());
    auto const lonlat = wgs84();
    to_crs_.reset(OGRCreateCoordinateTransformation(&source_, &target));
    to_lonlat_.reset(OGRCreateCoordinateTransformation(&source_, &lonlat));
    if (!to_crs_ || !to_lonlat_)
        throw InputError({{where,
                           say("không đổi được từ {} sang {}", "cannot be brought from {} to {}",
                               reference_name(source_), crs.name()),
                           say("kiểm tra hệ tọa độ của tệp", "check the file's reference system")}});
}

void ShapeReader::read(OGRGeometry const* geometry, Shape& shape) {
    QuietErrors const quiet;
    if (!geometry || geometry->IsEmpty())
        return problem(shape.where, say("không có hình học", "has no geometry"),
                       say("xóa hoặc vẽ lại đối tượng", "delete it or draw it again"));
    std::unique_ptr<OGRGeometry> own(geometry->hasCurveGeometry() ? geometry->getLinearGeometry() : geometry->clone());
    own->flattenTo2D();
    if (!is_placed(*own, shape.where) || !is_sound(*own, shape.where)) return;
    own->assignSpatialReference(nullptr);
    if (own->transform(to_crs_.get()) != OGRERR_NONE)
        return problem(shape.where, say("có tọa độ không chiếu được", "has coordinates that cannot be projected"),
                       say("kiểm tra hệ tọa độ của tệp", "check the file's reference system"));
    collect(*own, shape);
}

bool ShapeReader::is_placed(OGRGeometry const& geometry, std::string const& where) {
    OGREnvelope box;
    geometry.getEnvelope(&box);
    auto const hint = say("kiểm tra hệ tọa độ của tệp; kinh độ viết trước vĩ độ",
                          "check the file's reference system; longitude comes before latitude");
    auto const shown = fmt::format("({}, {}) – ({}, {})", box.MinX, box.MinY, box.MaxX, box.MaxY);
    double lon[2] = {box.MinX, box.MaxX}, lat[2] = {box.MinY, box.MaxY};
    bool const finite = std::isfinite(box.MinX + box.MinY + box.MaxX + box.MaxY);
    if (source_.IsGeographic() && !(finite && is_lonlat(lon[0], lat[0]) && is_lonlat(lon[1], lat[1]))) {
        problem(where,
                say("có tọa độ {} không phải kinh độ, vĩ độ", "has coordinates {} that are not longitude and latitude",
                    shown),
                hint);
        return false;
    }
    if (source_.IsProjected() && finite && is_lonlat(lon[0], lat[0]) && is_lonlat(lon[1], lat[1])) {
        problem(where,
                say("có tọa độ {} giống độ, nhưng tệp ghi hệ tính bằng mét ({})",
                    "has coordinates {} that look like degrees, but the file says {}", shown, reference_name(source_)),
                hint);
        return false;
    }
    bool const known = finite && to_lonlat_->Transform(2, lon, lat);
    OGREnvelope degrees;
    degrees.MinX = lon[0], degrees.MinY = lat[0], degrees.MaxX = lon[1], degrees.MaxY = lat[1];
    if (known && usable_lonlat_.Contains(degrees)) return true;
    problem(where,
            say("có tọa độ {} nằm xa vùng của hệ tọa độ tính",
                "has coordinates {} far from where the scenario's system applies", shown),
            hint);
    return false;
}

bool ShapeReader::is_sound(OGRGeometry const& geometry, std::string const& where) {
    if (wkbFlatten(geometry.getGeometryType()) == wkbPoint || geometry.IsValid()) return true;
    std::string const reason = CPLGetLastErrorMsg();
    problem(where,
            say("có hình học lỗi ({})", "has a broken geometry ({})", reason.empty() ? std::string("GEOS") : reason),
            say("sửa trong QGIS: Vector > Geometry Tools > Fix geometries",
                "mend it in QGIS: Vector > Geometry Tools > Fix geometries"));
    return false;
}

void ShapeReader::collect(OGRGeometry const& geometry, Shape& shape) {
    if (geometry.IsEmpty()) return;
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        shape.points.push_back({geometry.toPoint()->getX(), geometry.toPoint()->getY()});
        return;
    case wkbLineString:
        shape.lines.push_back(points_of(*geometry.toLineString()));
        return;
    case wkbPolygon:
        return collect_polygon(*geometry.toPolygon(), shape);
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        for (auto const* part : *geometry.toGeometryCollection()) collect(*part, shape);
        return;
    default:
        problem(shape.where,
                say("có loại hình học {} không dùng được", "has the geometry type {}, which is not used",
                    std::string(geometry.getGeometryName())),
                say("dùng điểm, đường hoặc vùng", "use points, lines or polygons"));
    }
}

void ShapeReader::collect_polygon(OGRPolygon const& polygon, Shape& shape) {
    Polygon out{ring_of(*polygon.getExteriorRing()), {}};
    for (int i = 0; i < polygon.getNumInteriorRings(); ++i) out.holes.push_back(ring_of(*polygon.getInteriorRing(i)));
    shape.polygons.push_back(std::move(out));
}

void ShapeReader::problem(std::string const& where, Message what, Message hint) {
    problems_.push_back({where, std::move(what), std::move(hint)});
}

} // namespace phusong::geo::io

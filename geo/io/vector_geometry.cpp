#include "geo/io/vector_geometry.h"
#include "geo/io/spatial_reference.h"
#include <cmath>
#include <stdexcept>

namespace phusong::geo::io {
namespace {

XY corner(OGRSimpleCurve const& line, int i) { return {line.getX(i), line.getY(i)}; }

Polyline corners(OGRSimpleCurve const& line) {
    Polyline out;
    for (int i = 0; i < line.getNumPoints(); ++i) out.push_back(corner(line, i));
    return out;
}

Ring ring_of(OGRLinearRing const& ring) {
    auto out = corners(ring);
    if (out.size() > 1 && out.front() == out.back()) out.pop_back();
    return out;
}

void add_polygon(OGRPolygon const& polygon, Shape& shape) {
    if (!polygon.getExteriorRing()) return;
    Polygon out{ring_of(*polygon.getExteriorRing()), {}};
    for (int i = 0; i < polygon.getNumInteriorRings(); ++i) out.holes.push_back(ring_of(*polygon.getInteriorRing(i)));
    shape.polygons.push_back(std::move(out));
}

void add_parts(OGRGeometry const& geometry, Shape& shape) {
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        if (!geometry.IsEmpty()) shape.points.push_back({geometry.toPoint()->getX(), geometry.toPoint()->getY()});
        break;
    case wkbLineString:
        shape.lines.push_back(corners(*geometry.toLineString()));
        break;
    case wkbPolygon:
        add_polygon(*geometry.toPolygon(), shape);
        break;
    default:
        if (OGR_GT_IsSubClassOf(geometry.getGeometryType(), wkbGeometryCollection))
            for (auto const* const part : *geometry.toGeometryCollection()) add_parts(*part, shape);
    }
}

bool degrees(OGREnvelope const& box) {
    return box.MinX >= -180.001 && box.MaxX <= 180.001 && box.MinY >= -90.001 && box.MaxY <= 90.001; // NaN fails
}

} // namespace

GeometryReader::GeometryReader(OGRSpatialReference const& source, Crs const& crs)
    : source_name_(reference_name(source)), geographic_(source.IsGeographic()) {
    auto const target = from_wkt(crs.wkt());
    to_scenario_.reset(OGRCreateCoordinateTransformation(&source, &target));
    if (!to_scenario_) throw std::runtime_error("PROJ finds no way from " + source_name_);
}

void GeometryReader::take(OGRGeometry const* geometry, Shape& shape, Problems& problems) const {
    if (!geometry || geometry->IsEmpty()) return;
    std::unique_ptr<OGRGeometry> own(geometry->hasCurveGeometry(TRUE) ? geometry->getLinearGeometry()
                                                                      : geometry->clone());
    own->flattenTo2D();
    OGREnvelope box;
    own->getEnvelope(&box);
    bool const finite = std::isfinite(box.MinX + box.MaxX + box.MinY + box.MaxY);
    if (!finite || (geographic_ && !degrees(box)) || own->transform(to_scenario_.get()) != OGRERR_NONE) {
        problems.push_back({shape.where,
                            say("có toạ độ ({}, {}) không thể thuộc hệ {}",
                                "has coordinates ({}, {}) that cannot be in {}", box.MinX, box.MinY, source_name_),
                            say("tệp ghi sai hệ toạ độ, hoặc đổi chỗ kinh độ và vĩ độ",
                                "the file states the wrong reference system, or longitude and latitude are swapped")});
        return;
    }
    add_parts(*own, shape);
}

void GeometryReader::take_wkt(std::string const& wkt, Shape& shape, Problems& problems) const {
    OGRGeometry* made = nullptr;
    char const* rest = wkt.c_str();
    auto const result = OGRGeometryFactory::createFromWkt(&rest, nullptr, &made);
    std::unique_ptr<OGRGeometry> const geometry(made);
    if (result == OGRERR_NONE && *rest == '\0') return take(geometry.get(), shape, problems);
    problems.push_back({shape.where, say("cột wkt không phải hình học WKT", "the column wkt is not WKT geometry"),
                        say("viết ví dụ LINESTRING (105.1 22.8, 105.2 22.9), kinh độ trước",
                            "write for example LINESTRING (105.1 22.8, 105.2 22.9), longitude first")});
}

} // namespace phusong::geo::io

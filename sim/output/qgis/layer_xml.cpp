#include "sim/output/qgis/layer_xml.h"
#include "sim/output/qml.h"
#include <fmt/format.h>

namespace phusong {
namespace {

using Kind = ProjectLayer::Kind;

bool is_raster(ProjectLayer const& layer) { return layer.kind == Kind::raster; }

/// What a whole QML style holds, without the element around it.
std::string_view within(std::string_view qml) {
    auto const begin = qml.find('>') + 1, end = qml.rfind("</qgis>");
    return qml.substr(begin, end - begin);
}

std::string temporal_xml(ProjectLayer const& layer) {
    if (layer.year != 0)
        return fmt::format("<temporal enabled=\"1\" mode=\"0\" fetchMode=\"0\"><fixedRange>"
                           "<start>{0}-01-01T00:00:00Z</start><end>{0}-12-31T23:59:59Z</end></fixedRange></temporal>\n",
                           layer.year);
    if (layer.from_year.empty()) return "<temporal enabled=\"0\" mode=\"0\"><fixedRange/></temporal>\n";
    constexpr int from_expressions =
        4; // QgsVectorLayerTemporalProperties::ModeFeatureDateTimeStartAndEndFromExpressions
    return fmt::format(
        "<temporal enabled=\"1\" mode=\"{}\" limitMode=\"0\" accumulate=\"0\" startField=\"\" endField=\"\" "
        "durationField=\"\" durationUnit=\"min\" fixedDuration=\"0\" startExpression=\"{}\" "
        "endExpression=\"\"><fixedRange/></temporal>\n",
        from_expressions, xml_text("make_date(" + layer.from_year + ", 1, 1)"));
}

/// Written beside points, and inside polygons where there is room, with a light rim.
std::string labels_xml(ProjectLayer const& layer) {
    if (layer.label.empty()) return {};
    int const placement =
        layer.kind == Kind::point ? 6 : 1; // QgsPalLayerSettings: OrderedPositionsAroundPoint, OverPoint
    return fmt::format(
        R"(<labeling type="simple"><settings calloutType="simple">)"
        R"(<text-style fieldName="{}" isExpression="0" allowHtml="0" fontFamily="Sans Serif" fontSize="{}" )"
        R"(fontSizeUnit="Point" fontWeight="50" textColor="40,40,40,255" textOpacity="1" namedStyle="Regular">)"
        R"(<text-buffer bufferDraw="1" bufferSize="0.5" bufferSizeUnits="MM" bufferColor="255,255,255,255" )"
        R"(bufferOpacity="0.8" bufferNoFill="1" bufferJoinStyle="128"/><background shapeDraw="0"/>)"
        R"(<shadow shadowDraw="0"/></text-style><text-format multilineAlign="3" wrapChar=""/>)"
        R"(<placement placement="{}" dist="0.6" distUnits="MM" centroidInside="1" centroidWhole="1" )"
        R"(predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" offsetType="1" quadOffset="4"/>)"
        R"(<rendering drawLabels="1" displayAll="0" scaleVisibility="1" scaleMin="0" scaleMax="{:g}" obstacle="0"/>)"
        "</settings></labeling>\n",
        xml_text(layer.label), layer.label_size_points, placement, layer.label_scale);
}

std::string heads_xml(ProjectLayer const& layer) {
    std::string out;
    for (auto const& [attribute, head] : layer.heads)
        out += fmt::format(R"(<alias field="{}" index="-1" name="{}"/>)", xml_text(attribute), xml_text(head));
    return out.empty() ? out : "<aliases>" + out + "</aliases>\n";
}

std::string kind_attributes(ProjectLayer const& layer) {
    if (is_raster(layer)) return R"(type="raster")";
    char const* const geometry = layer.kind == Kind::point ? "Point" : layer.kind == Kind::line ? "Line" : "Polygon";
    return fmt::format(R"(type="vector" geometry="{}" labelsEnabled="{}" readOnly="1")", geometry,
                       layer.label.empty() ? 0 : 1);
}

std::string provider(ProjectLayer const& layer) { return is_raster(layer) ? "gdal" : "ogr"; }

std::string row_xml(ProjectLayer const& layer, bool expanded, std::string const& properties) {
    return fmt::format("<layer-tree-layer id=\"{}\" name=\"{}\" source=\"{}\" providerKey=\"{}\" checked=\"Qt::{}\" "
                       "expanded=\"{}\">{}</layer-tree-layer>\n",
                       layer.id, xml_text(layer.name), xml_text(layer.source), provider(layer),
                       layer.visible ? "Checked" : "Unchecked", expanded ? 1 : 0, properties);
}

std::size_t classes_of(std::string_view style) {
    std::size_t count = 0;
    for (auto at = style.find("<item "); at != std::string_view::npos; at = style.find("<item ", at + 1)) ++count;
    return count;
}

} // namespace

std::string inert(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '%' && out.ends_with('[')) out += ' ';
        out += c;
    }
    return out;
}

std::string reference_xml(geo::io::Crs const& crs) {
    auto const number = crs.name().substr(crs.name().find(':') + 1);
    return fmt::format("<spatialrefsys><wkt>{}</wkt><srid>{}</srid><authid>{}</authid>"
                       "<geographicflag>false</geographicflag></spatialrefsys>\n",
                       xml_text(crs.wkt()), number, xml_text(crs.name()));
}

std::string layer_xml(ProjectLayer const& layer, geo::io::Crs const& crs) {
    return fmt::format("<maplayer {} autoRefreshEnabled=\"0\" hasScaleBasedVisibilityFlag=\"0\">\n"
                       "<id>{}</id>\n<datasource>{}</datasource>\n<layername>{}</layername>\n<srs>{}</srs>\n"
                       "<provider{}>{}</provider>\n{}{}{}{}</maplayer>\n",
                       kind_attributes(layer), layer.id, xml_text(layer.source), xml_text(layer.name),
                       reference_xml(crs), is_raster(layer) ? "" : " encoding=\"UTF-8\"", provider(layer),
                       temporal_xml(layer), within(layer.style), labels_xml(layer), heads_xml(layer));
}

std::string tree_row(ProjectLayer const& layer) { return row_xml(layer, false, "<customproperties/>"); }

std::string legend_row(ProjectLayer const& layer) {
    if (!is_raster(layer)) return row_xml(layer, true, "<customproperties/>");
    auto const count = classes_of(layer.style);
    std::string nodes; // node 0 is the band's name
    for (std::size_t i = 1; i <= count; ++i) nodes += fmt::format("{}{}", i == 1 ? "" : ",", i);
    return row_xml(
        layer, true,
        fmt::format(R"(<customproperties><Option type="Map"><Option name="legend/node-order" type="QString" )"
                    R"(value="{}"/></Option></customproperties>)",
                    nodes));
}

} // namespace phusong

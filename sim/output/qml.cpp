#include "sim/output/qml.h"
#include <fmt/format.h>

namespace phusong {
namespace {

constexpr double outline_mm = 0.2;
constexpr Colour outline{60, 60, 60}; ///< dark grey: a pale symbol stays visible on a pale map

std::string rgba(Colour const& c) { return fmt::format("{},{},{},{}", c.red, c.green, c.blue, c.alpha); }

std::string prop(char const* key, std::string const& value) {
    return fmt::format(R"(<prop k="{}" v="{}"/>)", key, xml_text(value));
}

std::string marker_layer(Mark const& mark) {
    return R"(<layer class="SimpleMarker" enabled="1" locked="0" pass="0">)" + prop("name", mark.shape) +
           prop("color", rgba(mark.colour)) + prop("outline_color", rgba(outline)) +
           prop("outline_width", fmt::format("{}", outline_mm)) + prop("size", fmt::format("{}", mark.size_mm)) +
           prop("size_unit", "MM") + "</layer>";
}

std::string stroke(Colour const& colour, double width_mm) {
    return R"(<layer class="SimpleLine" enabled="1" locked="0" pass="0">)" + prop("line_color", rgba(colour)) +
           prop("line_width", fmt::format("{:g}", width_mm)) + prop("line_width_unit", "MM") + "</layer>";
}

/// On a white rim: a dark line stays visible on a dark map.
std::string line_layer(Mark const& mark) {
    constexpr double rim_mm = 0.35;
    return stroke({255, 255, 255}, mark.size_mm + 2 * rim_mm) + stroke(mark.colour, mark.size_mm);
}

std::string fill_layer(Mark const& mark) {
    return R"(<layer class="SimpleFill" enabled="1" locked="0" pass="0">)" + prop("color", rgba(mark.colour)) +
           prop("style", "solid") + prop("outline_color", rgba(outline)) +
           prop("outline_width", fmt::format("{}", outline_mm)) + "</layer>";
}

std::string symbol(MarkKind kind, std::size_t number, Mark const& mark) {
    char const* const types[] = {"marker", "line", "fill"};
    auto const layer = kind == MarkKind::marker ? marker_layer(mark)
                       : kind == MarkKind::line ? line_layer(mark)
                                                : fill_layer(mark);
    return fmt::format("   <symbol type=\"{}\" name=\"{}\" alpha=\"1\" clip_to_extent=\"1\">{}</symbol>\n",
                       types[static_cast<int>(kind)], number, layer);
}

std::string whole(char const* type, std::string_view column, std::string const& rows, std::string const& symbols) {
    return fmt::format("<qgis styleCategories=\"Symbology\">\n"
                       " <renderer-v2 type=\"{}\" attr=\"{}\" enableorderby=\"0\" forceraster=\"0\">\n"
                       "{}  <symbols>\n{}  </symbols>\n </renderer-v2>\n</qgis>\n",
                       type, xml_text(column), rows, symbols);
}

} // namespace

std::string categories_qml(MarkKind kind, std::string_view column, std::vector<Category> const& rows) {
    std::string legend, symbols;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        legend += fmt::format("   <category value=\"{}\" symbol=\"{}\" label=\"{}\" render=\"true\"/>\n",
                              xml_text(rows[i].value), i, xml_text(rows[i].mark.label));
        symbols += symbol(kind, i, rows[i].mark);
    }
    return whole("categorizedSymbol", column, "  <categories>\n" + legend + "  </categories>\n", symbols);
}

std::string classes_qml(MarkKind kind, std::string_view column, std::vector<Class> const& rows) {
    std::string legend, symbols;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        legend += fmt::format("   <range lower=\"{}\" upper=\"{}\" symbol=\"{}\" label=\"{}\" render=\"true\"/>\n",
                              rows[i].lower, rows[i].upper, i, xml_text(rows[i].mark.label));
        symbols += symbol(kind, i, rows[i].mark);
    }
    return whole("graduatedSymbol", column, "  <ranges>\n" + legend + "  </ranges>\n", symbols);
}

std::string outline_qml(Colour const& colour) {
    return fmt::format("<qgis styleCategories=\"Symbology\">\n <renderer-v2 type=\"singleSymbol\" forceraster=\"0\">\n"
                       "  <symbols>\n   <symbol type=\"fill\" name=\"0\" alpha=\"1\" clip_to_extent=\"1\">"
                       "<layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\">{}{}{}</layer></symbol>\n"
                       "  </symbols>\n </renderer-v2>\n</qgis>\n",
                       prop("style", "no"), prop("outline_color", rgba(colour)),
                       prop("outline_width", fmt::format("{}", outline_mm)));
}

std::string raster_classes_qml(std::vector<RasterClass> const& rows) {
    std::string items;
    for (auto const& c : rows)
        items += fmt::format("     <item value=\"{:.6g}\" label=\"{}\" color=\"{}\" alpha=\"255\"/>\n", c.upper,
                             xml_text(c.label), c.colour);
    auto const least = rows.front().upper, most = rows[rows.size() - 2].upper;
    return fmt::format("<qgis styleCategories=\"Symbology\">\n <pipe>\n"
                       "  <rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"1\" alphaBand=\"-1\" "
                       "classificationMin=\"{:.6g}\" classificationMax=\"{:.6g}\">\n"
                       "   <rastershader>\n"
                       "    <colorrampshader colorRampType=\"DISCRETE\" classificationMode=\"1\" clip=\"0\" "
                       "minimumValue=\"{:.6g}\" maximumValue=\"{:.6g}\">\n"
                       "{}    </colorrampshader>\n   </rastershader>\n  </rasterrenderer>\n </pipe>\n</qgis>\n",
                       least, most, least, most, items);
}

std::string raster_palette_qml(std::vector<RasterEntry> const& rows) {
    std::string entries;
    for (auto const& e : rows)
        entries += fmt::format("    <paletteEntry value=\"{}\" color=\"{}\" label=\"{}\" alpha=\"255\"/>\n", e.value,
                               e.colour, xml_text(e.label));
    return fmt::format("<qgis styleCategories=\"Symbology\">\n <pipe>\n"
                       "  <rasterrenderer type=\"paletted\" band=\"1\" opacity=\"1\" alphaBand=\"-1\">\n"
                       "   <colorPalette>\n{}   </colorPalette>\n  </rasterrenderer>\n </pipe>\n</qgis>\n",
                       entries);
}

} // namespace phusong

#include "sim/output/qgis/print_layout.h"
#include "sim/output/qgis/layer_xml.h"
#include "sim/output/qml.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace phusong {
namespace {

struct PaperPlace {
    double x_mm, y_mm, width_mm, height_mm;
};

// The sheet: A3 lying, margins of 10 mm, maps above, a band of legend and title block below.
constexpr double sheet_width_mm = 420, sheet_height_mm = 297;
constexpr PaperPlace headline{10, 8, 400, 12}, first_map{10, 31, 198, 205}, second_map{212, 31, 198, 205};
constexpr PaperPlace legend_place{10, 240, 262, 47}, block{276, 240, 134, 47};

enum ItemType { map_item = 65639, picture_item = 65640, label_item = 65641, legend_item = 65642, scale_bar = 65646 };

/// The numbers of items are named once, so that a legend and a scale bar find their map: no random ones.
std::string uuid(int number) { return fmt::format("{{70687573-6f6e-4700-8000-{:012d}}}", number); }

struct Writer {
    int count = 0;
    std::string out;

    /// Opens an item, frame or not; what the kind of item asks for is `more`.
    void item(int type, PaperPlace const& at, bool frame, std::string const& more, std::string const& inside) {
        ++count;
        out += fmt::format(
            "<LayoutItem type=\"{}\" uuid=\"{}\" templateUuid=\"{}\" id=\"\" groupUuid=\"\" zValue=\"{}\" "
            "position=\"{:g},{:g},mm\" positionOnPage=\"{:g},{:g},mm\" size=\"{:g},{:g},mm\" referencePoint=\"0\" "
            "itemRotation=\"0\" opacity=\"1\" visibility=\"1\" blendMode=\"0\" excludeFromExports=\"0\" "
            "positionLock=\"false\" frame=\"{}\" frameJoinStyle=\"miter\" outlineWidthM=\"0.2,mm\" "
            "background=\"false\" {}>\n"
            "<FrameColor red=\"60\" green=\"60\" blue=\"60\" alpha=\"255\"/>\n"
            "<BackgroundColor red=\"255\" green=\"255\" blue=\"255\" alpha=\"255\"/>\n{}</LayoutItem>\n",
            type, uuid(count), uuid(count), count, at.x_mm, at.y_mm, at.x_mm, at.y_mm, at.width_mm, at.height_mm,
            frame ? "true" : "false", more, inside);
    }

    /// One paragraph for each of `texts`.
    void words(PaperPlace const& at, std::vector<std::string> const& texts, double points, bool bold,
               char const* halign = "1") {
        std::string all;
        for (auto const& text : texts) all += (all.empty() ? "" : "&#10;") + xml_text(inert(text));
        item(label_item, at, false,
             fmt::format("labelText=\"{}\" htmlState=\"0\" halign=\"{}\" valign=\"32\" marginX=\"0\" marginY=\"0\"",
                         all, halign),
             fmt::format("<LabelFont description=\"Sans Serif,{:g},-1,5,{},0,0,0,0,0\" style=\"\"/>\n"
                         "<FontColor red=\"30\" green=\"30\" blue=\"30\" alpha=\"255\"/>\n",
                         points, bold ? 75 : 50));
    }
};

/// `ground` widened to the shape of a map on the sheet, with a rim.
geo::Box fitted(geo::Box const& ground, PaperPlace const& at) {
    double const rim = 1.03;
    double const metres_a_mm =
        rim * std::max((ground.east_m - ground.west_m) / at.width_mm, (ground.north_m - ground.south_m) / at.height_mm);
    double const x = (ground.west_m + ground.east_m) / 2, y = (ground.south_m + ground.north_m) / 2;
    double const dx = metres_a_mm * at.width_mm / 2, dy = metres_a_mm * at.height_mm / 2;
    return {x - dx, y - dy, x + dx, y + dy};
}

void add_map(Writer& writer, PaperPlace const& at, int year, geo::Box const& box) {
    writer.item(map_item, at, true,
                fmt::format("followPreset=\"true\" followPresetName=\"{0}\" keepLayerSet=\"false\" mapRotation=\"0\" "
                            "drawCanvasItems=\"false\" mapFlags=\"0\" labelMargin=\"0,mm\" isTemporal=\"1\" "
                            "temporalRangeBegin=\"{0}-01-01T00:00:00Z\" temporalRangeEnd=\"{0}-12-31T23:59:59Z\"",
                            year),
                fmt::format("<Extent xmin=\"{:.3f}\" ymin=\"{:.3f}\" xmax=\"{:.3f}\" ymax=\"{:.3f}\"/>\n<LayerSet/>\n",
                            box.west_m, box.south_m, box.east_m, box.north_m));
}

/// The round length of which four fit into half a map's width.
double round_step_km(double map_width_m) {
    double const most = map_width_m / 1000 / 8;
    double const ten = std::pow(10, std::floor(std::log10(most)));
    for (double const step : {5.0, 2.0})
        if (step * ten <= most) return step * ten;
    return ten;
}

void add_scale_bar(Writer& writer, PaperPlace const& at, std::string const& map, double map_width_m) {
    writer.item(scale_bar, at, false,
                fmt::format("mapUuid=\"{}\" style=\"Single Box\" unitType=\"km\" unitLabel=\"km\" "
                            "numMapUnitsPerScaleBarUnit=\"1\" numUnitsPerSegment=\"{:g}\" numSegments=\"4\" "
                            "numSegmentsLeft=\"0\" segmentSizeMode=\"0\" height=\"2\" labelBarSpace=\"1\" "
                            "boxContentSpace=\"0\" alignment=\"0\" outlineWidth=\"0.2\"",
                            map, round_step_km(map_width_m)),
                "<scaleBarFont description=\"Sans Serif,8,-1,5,50,0,0,0,0,0\" style=\"\"/>\n");
}

/// Drawn here, so that the sheet needs no file beside it.
void add_north_arrow(Writer& writer, PaperPlace const& at) {
    // <svg viewBox="0 0 20 26"><path d="M10 0 16 18 10 14 4 18Z" fill="#222"/> … N under it
    constexpr auto arrow = "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyMCAxOCIgd2lkdGg9"
                           "IjIwIiBoZWlnaHQ9IjE4Ij48cGF0aCBkPSJNMTAgMCAxNiAxOCAxMCAxNCA0IDE4WiIgZmlsbD0iIzIyMiIvPjwv"
                           "c3ZnPg==";
    writer.item(
        picture_item, at, false,
        fmt::format("file=\"base64:{}\" mode=\"0\" resizeMode=\"0\" anchorPoint=\"4\" svgFillColor=\"0,0,0,255\" "
                    "northMode=\"0\" pictureRotation=\"0\"",
                    arrow),
        {});
}

std::string legend_style(char const* name, double points, bool bold, double top_mm) {
    return fmt::format("<style name=\"{}\" alignment=\"1\" indent=\"0\" marginTop=\"{:g}\" marginLeft=\"1\">"
                       "<styleFont description=\"Sans Serif,{:g},-1,5,{},0,0,0,0,0\" style=\"\"/></style>\n",
                       name, top_mm, points, bold ? 75 : 50);
}

void add_legend(Writer& writer, std::string const& map, std::vector<ProjectLayer> const& rows) {
    std::string tree;
    for (auto const& row : rows) tree += legend_row(row);
    writer.item(
        legend_item, legend_place, true,
        fmt::format("map_uuid=\"{}\" title=\"\" columnCount=\"{}\" splitLayer=\"0\" equalColumnWidth=\"0\" "
                    "resizeToContents=\"0\" boxSpace=\"2\" columnSpace=\"5\" symbolWidth=\"5\" symbolHeight=\"3\" "
                    "lineSpacing=\"0.8\" titleAlignment=\"1\" symbolAlignment=\"1\" wrapString=\"\" "
                    "fontColor=\"#222222\" legendFilterByAtlas=\"0\"",
                    map, std::max<std::size_t>(rows.size(), 1)),
        "<styles>\n" + legend_style("title", 10, true, 0) + legend_style("group", 9, true, 1) +
            legend_style("subgroup", 9, true, 0) + legend_style("symbol", 8, false, 1.5) +
            legend_style("symbolLabel", 8, false, 1) + "</styles>\n<layer-tree-group>\n" + tree +
            "</layer-tree-group>\n");
}

/// Frame, scale bar and arrow, what the map stands on, lines for the names of those who answer for it.
void add_title_block(Writer& writer, Sheet const& sheet, std::string const& map, geo::Box const& box) {
    writer.item(label_item, block, true, "labelText=\"\" htmlState=\"0\" halign=\"1\" valign=\"32\"", {});
    double const left = block.x_mm + 3, top = block.y_mm + 2, width = block.width_mm - 6;
    add_scale_bar(writer, {left, top, 80, 9}, map, box.east_m - box.west_m);
    writer.words({left + 84, top + 2, 30, 5}, {"Hệ tọa độ: " + sheet.crs_name}, 7, false);
    add_north_arrow(writer, {block.x_mm + block.width_mm - 12, top, 8, 8});
    writer.words({block.x_mm + block.width_mm - 12, top + 8, 8, 4}, {"Bắc"}, 6.5, false, "4");
    writer.words({left, top + 12, width, 24}, sheet.notes, 7.5, false);
    writer.words({left, block.y_mm + block.height_mm - 9, width, 6},
                 {"Người lập: ………………………    Người duyệt: ………………………    Ngày: ……………"}, 7, false);
}

} // namespace

std::string print_layout_xml(Sheet const& sheet) {
    Writer writer;
    auto const box = fitted(sheet.ground, first_map);
    add_map(writer, first_map, sheet.before_year, box);
    auto const map = uuid(writer.count);
    add_map(writer, second_map, sheet.after_year, box);
    writer.words(headline, {sheet.title}, 18, true);
    writer.words({first_map.x_mm, 23, first_map.width_mm, 7}, {fmt::format("Cuối năm {}", sheet.before_year)}, 12,
                 true);
    writer.words({second_map.x_mm, 23, second_map.width_mm, 7}, {fmt::format("Cuối năm {}", sheet.after_year)}, 12,
                 true);
    add_legend(writer, map, sheet.legend);
    add_title_block(writer, sheet, map, box);
    return fmt::format("<Layout name=\"Bản đồ A3\" units=\"mm\" printResolution=\"200\" worldFileMap=\"\">\n"
                       "<PageCollection>\n<LayoutItem type=\"65638\" uuid=\"{0}\" templateUuid=\"{0}\" "
                       "position=\"0,0,mm\" positionOnPage=\"0,0,mm\" size=\"{1:g},{2:g},mm\" visibility=\"1\" "
                       "opacity=\"1\" background=\"true\" frame=\"false\"/>\n<GuideCollection visible=\"1\"/>\n"
                       "</PageCollection>\n{3}</Layout>\n",
                       uuid(0), sheet_width_mm, sheet_height_mm, writer.out);
}

} // namespace phusong

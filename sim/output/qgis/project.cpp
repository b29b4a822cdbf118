#include "sim/output/qgis/project.h"
#include "geo/io/atomic_file.h"
#include "sim/output/files.h"
#include "sim/output/labels.h"
#include "sim/output/layers.h"
#include "sim/output/qgis/layer_xml.h"
#include "sim/output/qgis/print_layout.h"
#include "sim/output/qml.h"

namespace phusong {
namespace {

std::string group_xml(ProjectGroup const& group, bool expanded) {
    std::string rows;
    for (auto const& layer : group.layers) rows += tree_row(layer);
    return fmt::format("<layer-tree-group name=\"{}\" checked=\"Qt::Checked\" expanded=\"{}\"><customproperties/>\n{}"
                       "</layer-tree-group>\n",
                       xml_text(group.name), expanded ? 1 : 0, rows);
}

/// What a theme of one year shows: the plan's layers, and the year's.
std::string theme_xml(int year, std::vector<ProjectGroup> const& groups) {
    std::string rows;
    for (auto const& group : groups)
        for (auto const& layer : group.layers)
            if (layer.visible && (group.year == 0 || group.year == year))
                rows += fmt::format("<layer id=\"{}\" visible=\"1\" expanded=\"0\" style=\"\"/>\n", layer.id);
    return fmt::format("<visibility-preset name=\"{}\" has-expanded-info=\"0\">\n{}</visibility-preset>\n", year, rows);
}

std::string extent_xml(geo::Box const& box) {
    return fmt::format("<xmin>{:.3f}</xmin><ymin>{:.3f}</ymin><xmax>{:.3f}</xmax><ymax>{:.3f}</ymax>", box.west_m,
                       box.south_m, box.east_m, box.north_m);
}

/// Where the map opens, the slider's years, and that it stands at the first of them.
std::string view_xml(geo::io::Crs const& crs, geo::Box const& box, Years const& years) {
    constexpr int animated = 1; // QgsTemporalNavigationObject::Animated
    auto const begin = fmt::format("{}-01-01T00:00:00Z", years.base),
               end = fmt::format("{}-12-31T23:59:59Z", years.last);
    return fmt::format(
        "<mapcanvas name=\"theMapCanvas\" annotationsVisible=\"1\"><units>meters</units><extent>{0}</extent>"
        "<rotation>0</rotation><destinationsrs>{1}</destinationsrs></mapcanvas>\n"
        "<ProjectViewSettings UseProjectScales=\"0\" rotation=\"0\"><Scales/>"
        "<DefaultViewExtent xmin=\"{2:.3f}\" ymin=\"{3:.3f}\" xmax=\"{4:.3f}\" ymax=\"{5:.3f}\">{1}</DefaultViewExtent>"
        "</ProjectViewSettings>\n"
        "<ProjectTimeSettings timeStepUnit=\"y\" timeStep=\"1\" frameRate=\"1\" cumulativeTemporalRange=\"0\">"
        "<TemporalRange><start>{6}</start><end>{7}</end></TemporalRange></ProjectTimeSettings>\n"
        "<properties><Paths><Absolute type=\"bool\">false</Absolute></Paths>"
        "<SpatialRefSys><ProjectionsEnabled "
        "type=\"int\">1</ProjectionsEnabled></SpatialRefSys><TemporalControllerWidget>"
        "<NavigationMode type=\"int\">{8}</NavigationMode><StartDateTime type=\"QString\">{6}</StartDateTime>"
        "<EndDateTime type=\"QString\">{7}</EndDateTime></TemporalControllerWidget></properties>\n",
        extent_xml(box), reference_xml(crs), box.west_m, box.south_m, box.east_m, box.north_m, begin, end, animated);
}

/// Rows of the sheet's legend: what the map of the last year shows.
std::vector<ProjectLayer> legend_rows(std::vector<ProjectGroup> const& groups, int year) {
    std::vector<ProjectLayer> rows;
    for (auto const& group : groups)
        for (auto const& layer : group.layers)
            if (layer.visible && (group.year == 0 || group.year == year)) rows.push_back(layer);
    return rows;
}

std::vector<std::string> notes(World const& world, RunIdentity const& identity) {
    std::vector<std::string> out{fmt::format("Nguồn: tính bằng phusong {}, kịch bản {}, dữ liệu vào {}",
                                             identity.program_version, identity.scenario_name,
                                             identity.input_hash.substr(0, 8))};
    if (auto const made = synthetic_words(world).vi; !made.empty())
        out.push_back("DỮ LIỆU GIẢ ĐỊNH, chưa khảo sát: " + made + ".");
    return out;
}

std::vector<std::string> names_of_maps(std::filesystem::path const& folder) {
    std::vector<std::string> names;
    std::error_code none; // no map was written: nobody transmits
    if (std::filesystem::is_directory(folder / "maps", none)) names = files_below(folder / "maps");
    return names;
}

} // namespace

void write_project(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                   Outcome const& outcome, RunIdentity const& identity) {
    auto const groups = project_groups(names_of_maps(folder), plan_layers(world, scenario, outcome), scenario);
    std::vector<geo::MultiPolygon> shapes;
    for (auto const& commune : world.communes) shapes.push_back(commune.boundary);
    auto const& years = scenario.years;
    Sheet const sheet{title(scenario).vi, world.crs->name(), notes(world, identity),         geo::bounds(shapes),
                      years.base,         years.last,        legend_rows(groups, years.last)};
    std::string tree, layers, themes;
    for (auto const& group : groups) {
        tree += group_xml(group, group.year == 0 || group.year == years.last);
        for (auto const& layer : group.layers) layers += layer_xml(layer, *world.crs);
    }
    for (int year = years.base; year <= years.last; ++year) themes += theme_xml(year, groups);
    geo::io::write_file(
        folder / "project.qgs",
        fmt::format("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
                    "<qgis version=\"3.22.16\" projectname=\"{0}\">\n<title>{0}</title>\n<projectCrs>{1}</projectCrs>\n"
                    "<layer-tree-group><customproperties/>\n{2}</layer-tree-group>\n{3}"
                    "<projectlayers>\n{4}</projectlayers>\n<visibility-presets>\n{5}</visibility-presets>\n"
                    "<Layouts>\n{6}</Layouts>\n</qgis>\n",
                    xml_text(title(scenario).vi), reference_xml(*world.crs), tree,
                    view_xml(*world.crs, sheet.ground, years), layers, themes, print_layout_xml(sheet)));
}

} // namespace phusong

#include "sim/output/qgis/project_layers.h"
#include "sim/output/column_words.h"
#include "sim/output/labels.h"
#include "sim/output/layer_styles.h"
#include "sim/output/qml.h"
#include "sim/output/signal_style.h"
#include <algorithm>
#include <optional>

namespace phusong {
namespace {

constexpr Legend vietnamese{geo::Language::vi};

ProjectLayer::Kind kind_of(geo::io::OutLayer::Geometry geometry) {
    using Geometry = geo::io::OutLayer::Geometry;
    if (geometry == Geometry::point) return ProjectLayer::Kind::point;
    return geometry == Geometry::line ? ProjectLayer::Kind::line : ProjectLayer::Kind::polygon;
}

/// Makes project layers of the tables of plan.gpkg.
struct Tables {
    std::vector<geo::io::OutLayer> const& all;
    Scenario const& scenario;

    [[nodiscard]] std::optional<ProjectLayer> find(std::string const& table, std::string const& name, int year) const {
        auto const at = std::ranges::find(all, table, &geo::io::OutLayer::name);
        if (at == all.end()) return std::nullopt;
        ProjectLayer layer;
        layer.id = year == 0 ? table + "_of_the_plan" : fmt::format("{}_of_{}", table, year); // QGIS renames short ones
        layer.name = year == 0 ? name : fmt::format("{} {}", name, year);
        layer.source = "./plan.gpkg|layername=" + table;
        layer.kind = kind_of(at->geometry);
        layer.style = layer_style(table, scenario, year == 0 ? scenario.years.last : year, vietnamese);
        layer.year = year;
        for (auto const& column : at->columns) layer.heads.emplace_back(column.name, head_of(column.name).vi);
        return layer;
    }
};

/// Outlines and names of communes, for every year.
void add_outlines(std::vector<ProjectLayer>& to, Tables const& tables) {
    auto layer = tables.find("communes", "Ranh giới và tên xã", 0);
    if (!layer) return;
    layer->style = outline_qml({90, 90, 90});
    layer->label = "name";
    layer->label_scale = 750'000;
    layer->label_size_points = 5.5;
    to.push_back(std::move(*layer));
}

ProjectGroup plan_group(Tables const& tables) {
    ProjectGroup group{"Kế hoạch", 0, {}};
    auto const add = [&](char const* table, char const* name, std::string from_year, bool visible) {
        auto layer = tables.find(table, name, 0);
        if (!layer) return;
        layer->from_year = std::move(from_year);
        layer->visible = visible;
        group.layers.push_back(std::move(*layer));
    };
    bool const network = tables.find("network", {}, 0).has_value();
    add("sites", "Trạm phát sóng", fmt::format(R"(coalesce("year_built", {}))", tables.scenario.years.base), true);
    add("phases", "Dự án theo năm", R"("year")", false);
    add("network", "Mạng truyền dẫn", R"("year")", true);
    add("links", "Tuyến riêng của từng dự án", R"("year")", !network);
    add_outlines(group.layers, tables);
    return group;
}

std::string map_name(Technology t, int year) { return fmt::format("signal_{}_{}.tif", name(t), year); }

bool has(std::vector<std::string> const& maps, Technology t, int year) {
    return std::ranges::find(maps, map_name(t, year)) != maps.end();
}

/// The newest technology with a map in every year; nothing when there is none.
std::optional<Technology> shown_technology(std::vector<std::string> const& maps, Years const& years) {
    std::optional<Technology> newest;
    for (auto const t : technologies) {
        bool every = true;
        for (int year = years.base; year <= years.last; ++year) every = every && has(maps, t, year);
        if (every) newest = t;
    }
    return newest;
}

ProjectLayer signal_layer(Technology t, int year, Scenario const& scenario) {
    ProjectLayer layer;
    layer.id = fmt::format("signal_{}_of_{}", name(t), year);
    layer.name = fmt::format("Sóng {} {}", capital_name(t), year);
    layer.source = "./maps/" + map_name(t, year);
    layer.style = signal_qml(scenario.radio, t, vietnamese);
    layer.year = year;
    return layer;
}

ProjectGroup year_group(int year, std::vector<std::string> const& maps, Tables const& tables) {
    ProjectGroup group{fmt::format("Năm {}", year), year, {}};
    if (auto villages = tables.find("villages", "Thôn", year)) {
        villages->label = "name";
        villages->label_scale = 100'000;
        group.layers.push_back(std::move(*villages));
    }
    auto const shown = shown_technology(maps, tables.scenario.years);
    if (auto communes = tables.find("communes", "Người có sóng theo xã", year)) {
        communes->visible = !shown; // it would cover the map below
        group.layers.push_back(std::move(*communes));
    }
    for (auto t = technologies.rbegin(); t != technologies.rend(); ++t) {
        if (!has(maps, *t, year)) continue;
        group.layers.push_back(signal_layer(*t, year, tables.scenario));
        group.layers.back().visible = shown == *t;
    }
    return group;
}

} // namespace

std::vector<ProjectGroup> project_groups(std::vector<std::string> const& maps,
                                         std::vector<geo::io::OutLayer> const& layers, Scenario const& scenario) {
    Tables const tables{layers, scenario};
    std::vector<ProjectGroup> groups{plan_group(tables)};
    for (int year = scenario.years.last; year >= scenario.years.base; --year)
        groups.push_back(year_group(year, maps, tables));
    return groups;
}

} // namespace phusong

#include "sim/output/layers.h"
#include "sim/output/commune_year.h"
#include "sim/output/labels.h"
#include "sim/output/layer_parts.h"
#include "sim/output/layer_styles.h"
#include "sim/rollout/place_code.h"

namespace phusong {
namespace {

/// The columns that repeat for every year, "signal_share_2021" and so on.
void add_yearly(OutLayer& layer, Scenario const& s, std::string const& stem, Type type) {
    for (int year = s.years.base; year <= s.years.last; ++year)
        layer.columns.push_back({stem + "_" + std::to_string(year), type});
}

OutLayer commune_layer(World const& world, Scenario const& scenario, Outcome const& outcome) {
    OutLayer layer = empty_layer("communes", "Xã, phường, thị trấn / Communes", Geometry::polygon);
    layer.columns = {{"code"}, {"name"}, {"kind"}, {"district_code"}, {"district"}, {"area_km2", Type::real}};
    for (auto const* stem :
         {"people", "signal_share", "broadband_share", "fibre_share", "mobile_per_100", "fixed_per_100"})
        add_yearly(layer, scenario, stem, Type::real);
    add_yearly(layer, scenario, "rural_criterion_8", Type::integer);
    layer.columns.push_back({"synthetic_layers"});
    std::vector<std::vector<CommuneYear>> years;
    std::vector<WholePeople> people;
    for (std::size_t y = 0; y < outcome.villages.size(); ++y) {
        years.push_back(commune_years(world, outcome, y));
        people.push_back(whole_people(years.back()));
    }
    for (std::size_t c = 0; c < world.communes.size(); ++c) {
        auto const& commune = world.communes[c];
        OutLayer::Row row;
        row.polygons = commune.boundary;
        row.values = {words(commune.code),          words(commune.name),     words(commune.kind),
                      words(commune.district_code), words(commune.district), real(commune.area_km2, 3)};
        for (auto const& y : people) row.values.push_back(real(static_cast<double>(y.people[c]), 0));
        for (auto const& y : years) row.values.push_back(real(y[c].people_with_signal / y[c].people, 4));
        for (auto const& y : years) row.values.push_back(real(y[c].people_with_broadband / y[c].people, 4));
        for (auto const& y : years) row.values.push_back(real(y[c].people_with_fibre / y[c].people, 4));
        for (auto const& y : years) row.values.push_back(real(y[c].per_100(ServiceKind::mobile), 2));
        for (auto const& y : years) row.values.push_back(real(y[c].per_100(ServiceKind::fixed), 2));
        for (auto const& y : outcome.rural_criterion_8) row.values.push_back(y[c] ? whole(*y[c] ? 1 : 0) : Value{});
        row.values.push_back(words(synthetic_note(world)));
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

OutLayer village_layer(World const& world, Scenario const& scenario, Outcome const& outcome) {
    OutLayer layer = empty_layer("villages", "Thôn bản / Villages", Geometry::point);
    layer.columns = {
        {"code"}, {"name"}, {"commune_code"}, {"people_census", Type::real}, {"grid_power_year", Type::integer}};
    add_yearly(layer, scenario, "state", Type::text);
    add_yearly(layer, scenario, "reason", Type::text);
    add_yearly(layer, scenario, "fibre", Type::integer);
    layer.columns.push_back({"signal_project", Type::integer});
    layer.columns.push_back({"signal_project_year", Type::integer});
    layer.columns.push_back({"synthetic", Type::integer});
    layer.columns.push_back({"synthetic_layers"});
    auto const bringers = bringers_of_signal(outcome.plan.projects, world.villages.size());
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        auto const& village = world.villages[v];
        OutLayer::Row row = row_at(village.xy);
        row.values = {words(village.code), words(village.name), words(world.communes[village.commune.value].code),
                      real(village.people, 1), village.grid_power_year == 0 ? Value{} : whole(village.grid_power_year)};
        for (auto const& year : outcome.villages) row.values.push_back(words(label(year[v].state).en));
        for (auto const& year : outcome.plan.reason) row.values.push_back(words(year[v].code()));
        for (auto const& year : outcome.village_fibre) row.values.push_back(whole(year[v] ? 1 : 0));
        auto const by = bringers[v];
        row.values.push_back(by ? whole(static_cast<std::int64_t>(*by + 1)) : Value{});
        row.values.push_back(by ? whole(outcome.plan.projects[*by].year) : Value{});
        row.values.push_back(whole(village.synthetic ? 1 : 0));
        row.values.push_back(words(synthetic_note(world)));
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

OutLayer::Row standing_site(World const& world, Site const& site) {
    OutLayer::Row row = row_at(site.xy);
    row.values = {words(site.code),
                  words("standing"),
                  Value{},
                  words(site.operator_name),
                  words(world.communes[site.commune.value].code),
                  words(text(site.technologies)),
                  real(site.mast_height_m, 1),
                  whole(site.synthetic ? 1 : 0),
                  words(synthetic_note(world))};
    return row;
}

OutLayer site_layer(World const& world, Outcome const& outcome) {
    OutLayer layer = empty_layer("sites", "Trạm phát sóng / Sites", Geometry::point);
    layer.columns = {{"code"},
                     {"status"},
                     {"year_built", Type::integer},
                     {"operator"},
                     {"commune_code"},
                     {"technologies"},
                     {"mast_height_m", Type::real},
                     {"synthetic", Type::integer},
                     {"synthetic_layers"}};
    for (auto const& site : world.sites) layer.rows.push_back(standing_site(world, site));
    for (std::size_t p = 0; p < outcome.plan.projects.size(); ++p) {
        auto const& project = outcome.plan.projects[p];
        auto const& c = outcome.candidates.list[project.candidate];
        if (is_access(c.kind)) continue;
        OutLayer::Row row = row_at(c.xy);
        row.values = {words(place_code(world, outcome.candidates, outcome.plan, p)),
                      words(c.site ? "technology_added" : "new"),
                      whole(project.year),
                      words(c.site ? world.sites[*c.site].operator_name : std::string{}),
                      words(world.communes[c.commune.value].code),
                      words(text(c.technologies)),
                      real(c.mast_height_m, 1),
                      whole(c.site && world.sites[*c.site].synthetic ? 1 : 0), // a planned site is no datum
                      words(synthetic_note(world))};
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

} // namespace

std::vector<OutLayer> plan_layers(World const& world, Scenario const& scenario, Outcome const& outcome) {
    std::vector<OutLayer> layers{commune_layer(world, scenario, outcome), village_layer(world, scenario, outcome),
                                 site_layer(world, outcome), link_layer(world, outcome), phase_layer(world, outcome)};
    if (outcome.network.planned) layers.push_back(network_layer(world, scenario, outcome));
    add_styles(layers, scenario);
    for (auto& layer : layers) layer.title += fmt::format(" – {} / {}", title(scenario).vi, title(scenario).en);
    return layers;
}

} // namespace phusong

#include "sim/output/labels.h"
#include "sim/output/layer_parts.h"

namespace phusong {

OutLayer link_layer(World const& world, Outcome const& outcome) {
    OutLayer layer = empty_layer("links", "Tuyến truyền dẫn / Links", Geometry::line);
    layer.columns = {{"project", Type::integer},
                     {"year", Type::integer},
                     {"kind"},
                     {"from"},
                     {"village_code"},
                     {"length_km", Type::real},
                     {"capex_vnd", Type::real},
                     {"opex_vnd_per_year", Type::real},
                     {"availability_share", Type::real},
                     {"capacity_mbps", Type::real},
                     {"relay_mast_m", Type::real},
                     {"synthetic_layers"}};
    auto const known = [](double value, int decimals) { return value > 0 ? real(value, decimals) : Value{}; };
    for (std::size_t p = 0; p < outcome.plan.projects.size(); ++p) {
        auto const& project = outcome.plan.projects[p];
        auto const& c = outcome.candidates.list[project.candidate];
        if (c.link.line.size() < 2) continue; // satellite, or no link needed: nothing to draw
        OutLayer::Row row;
        row.lines = {c.link.line};
        row.values = {whole(static_cast<std::int64_t>(p + 1)),
                      whole(project.year),
                      words(link_kind_names[static_cast<std::size_t>(c.link.kind)]),
                      words(c.link.from),
                      words(world.villages[c.village.value].code),
                      real(c.link.length_km, 3),
                      real(c.link.capex_vnd, 0),
                      real(c.link.opex_vnd_per_year, 0),
                      known(c.link.availability_share, 6),
                      known(c.link.capacity_mbps, 0),
                      known(c.link.relay ? c.link.relay->mast_height_m : 0, 1),
                      words(synthetic_note(world))};
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

OutLayer phase_layer(World const& world, Outcome const& outcome) {
    OutLayer layer = empty_layer("phases", "Phân kỳ đầu tư / Phases", Geometry::point);
    layer.columns = {{"project", Type::integer},
                     {"year", Type::integer},
                     {"kind"},
                     {"village_code"},
                     {"village"},
                     {"commune_code"},
                     {"technologies"},
                     {"link"},
                     {"power"},
                     {"capex_vnd", Type::real},
                     {"operators_capex_vnd", Type::real},
                     {"public_capex_vnd", Type::real},
                     {"public_opex_vnd_per_year", Type::real},
                     {"npv_vnd", Type::real},
                     {"viability"},
                     {"new_villages", Type::integer},
                     {"new_people_mobile", Type::real},
                     {"new_people_broadband", Type::real},
                     {"synthetic_layers"}};
    for (std::size_t p = 0; p < outcome.plan.projects.size(); ++p) {
        auto const& project = outcome.plan.projects[p];
        auto const& c = outcome.candidates.list[project.candidate];
        auto const& village = world.villages[c.village.value];
        auto const& a = project.appraisal;
        OutLayer::Row row = row_at(c.xy);
        row.values = {whole(static_cast<std::int64_t>(p + 1)),
                      whole(project.year),
                      words(project_kind_names[static_cast<std::size_t>(c.kind)]),
                      words(village.code),
                      words(village.name),
                      words(world.communes[c.commune.value].code),
                      words(text(c.technologies)),
                      words(link_kind_names[static_cast<std::size_t>(c.link.kind)]),
                      words(c.solar ? "solar" : "grid"),
                      real(c.cost.capex_vnd(), 0),
                      real(a.operator_capex_vnd, 0),
                      real(a.capex_subsidy_vnd, 0),
                      real(a.opex_subsidy_vnd_per_year, 0),
                      real(a.npv_vnd, 0),
                      words(viability_names[static_cast<std::size_t>(a.viability)]),
                      whole(static_cast<std::int64_t>(project.new_villages.size())),
                      real(project.new_people[index(ServiceKind::mobile)], 1),
                      real(project.new_broadband_people, 1),
                      words(synthetic_note(world))};
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

} // namespace phusong

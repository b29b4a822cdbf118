#include "sim/output/exchange/kml.h"
#include "sim/output/exchange/routes.h"
#include "sim/output/labels.h"
#include "sim/output/qml.h"
#include "sim/rollout/place_code.h"
#include <fmt/format.h>
#include <vector>

namespace phusong {
namespace {

/// Text that is no markup in XML, nor in the HTML that a balloon makes of it.
std::string inert(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '<')
            out += "‹";
        else if (c == '>')
            out += "›";
        else
            out += c;
    }
    return xml_text(out);
}

/// KML writes colours as opacity, blue, green, red.
std::string colour(Colour const& c) { return fmt::format("{:02x}{:02x}{:02x}{:02x}", c.alpha, c.blue, c.green, c.red); }

std::string point_style(char const* id, Colour const& c, double scale) {
    return fmt::format("<Style id=\"{}\"><IconStyle><color>{}</color><scale>{:g}</scale></IconStyle>"
                       "<LabelStyle><scale>{:g}</scale></LabelStyle></Style>\n",
                       id, colour(c), scale, scale > 0.6 ? 0.7 : 0); // names of the many small ones only when asked
}

std::string line_style(char const* id, Colour const& c) {
    return fmt::format("<Style id=\"{}\"><LineStyle><color>{}</color><width>3</width></LineStyle></Style>\n", id,
                       colour(c));
}

struct Fact {
    geo::Message head;
    std::string value;
};

std::string extended(std::vector<Fact> const& facts) {
    std::string out;
    for (auto const& fact : facts)
        if (!fact.value.empty())
            out += fmt::format("<Data name=\"{0}\"><value>{1}</value></Data>", fact.head.vi + " / " + fact.head.en,
                               inert(fact.value));
    return out.empty() ? out : fmt::format("<ExtendedData>{}</ExtendedData>", out);
}

/// year: in which it is built; 0 = it stands already.
std::string placemark(std::string const& name, std::string const& style, int year, std::vector<Fact> const& facts,
                      std::string const& geometry) {
    auto const span = year == 0 ? std::string{} : fmt::format("<TimeSpan><begin>{}</begin></TimeSpan>", year);
    return fmt::format("<Placemark><name>{}</name>{}<styleUrl>#{}</styleUrl>{}{}</Placemark>\n", inert(name), span,
                       style, extended(facts), geometry);
}

std::string folder(geo::Message const& name, std::string const& inside) {
    return fmt::format("<Folder><name>{} / {}</name>\n{}</Folder>\n", name.vi, name.en, inside);
}

struct Ground {
    World const& world;
    [[nodiscard]] std::string at(geo::XY p) const {
        auto const place = world.crs->unproject(p);
        return fmt::format("{:.6f},{:.6f}", place.lon_deg, place.lat_deg);
    }
    [[nodiscard]] std::string point(geo::XY p) const {
        return fmt::format("<Point><coordinates>{}</coordinates></Point>", at(p));
    }
    [[nodiscard]] std::string line(geo::Polyline const& points) const {
        std::string all;
        for (auto const& p : points) all += fmt::format("{}{}", all.empty() ? "" : " ", at(p));
        return fmt::format("<LineString><tessellate>1</tessellate><coordinates>{}</coordinates></LineString>", all);
    }
};

std::string both(geo::Message const& words) { return words.vi + " / " + words.en; }

std::string villages(World const& world, Outcome const& outcome) {
    Ground const ground{world};
    std::string out;
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        auto const& village = world.villages[v];
        auto const before = outcome.villages.front()[v].state, after = outcome.villages.back()[v].state;
        out += placemark(village.name, fmt::format("village_{}", label(after).en), 0,
                         {{{"Mã thôn", "Village code"}, village.code},
                          {{"Xã", "Commune"}, world.communes[village.commune.value].name},
                          {{"Sóng năm gốc", "Signal in the base year"}, both(label(before))},
                          {{"Sóng năm cuối", "Signal in the last year"}, both(label(after))},
                          {{"Vị trí giả định", "Made-up place"}, village.synthetic ? "có / yes" : ""}},
                         ground.point(village.xy));
    }
    return folder({"Thôn", "Villages"}, out);
}

std::string standing_sites(World const& world) {
    Ground const ground{world};
    std::string out;
    for (auto const& site : world.sites)
        out += placemark(site.code, "standing", 0,
                         {{{"Doanh nghiệp", "Operator"}, site.operator_name},
                          {{"Công nghệ", "Technologies"}, text(site.technologies)},
                          {{"Vị trí giả định", "Made-up place"}, site.synthetic ? "có / yes" : ""}},
                         ground.point(site.xy));
    return folder({"Trạm hiện có", "Standing sites"}, out);
}

std::string projects(World const& world, Outcome const& outcome) {
    Ground const ground{world};
    std::string out;
    for (std::size_t p = 0; p < outcome.plan.projects.size(); ++p) {
        auto const& project = outcome.plan.projects[p];
        auto const& c = outcome.candidates.list[project.candidate];
        auto const& village = world.villages[c.village.value];
        out += placemark(fmt::format("{} {}", place_code(world, outcome.candidates, outcome.plan, p), village.name),
                         is_access(c.kind) ? "fibre_village" : "new_site", project.year,
                         {{{"Dự án", "Project"}, std::to_string(p + 1)},
                          {{"Loại", "Kind"}, both(label(c.kind))},
                          {{"Năm", "Year"}, std::to_string(project.year)},
                          {{"Xã", "Commune"}, world.communes[c.commune.value].name},
                          {{"Công nghệ", "Technologies"}, text(c.technologies)},
                          {{"Vốn đầu tư (đồng)", "Investment (VND)"}, fmt::format("{:.0f}", c.cost.capex_vnd())}},
                         ground.point(c.xy));
    }
    return folder({"Dự án của kế hoạch", "Projects of the plan"}, out);
}

std::string links(World const& world, Outcome const& outcome) {
    Ground const ground{world};
    std::string out;
    for (auto const& route : routes(world, outcome))
        out += placemark(route.id, std::string(link_kind_names[static_cast<std::size_t>(route.kind)]), route.year,
                         {{{"Năm", "Year"}, std::to_string(route.year)},
                          {{"Từ", "From"}, route.from},
                          {{"Đến", "To"}, route.to},
                          {{"Dài (km)", "Length (km)"}, fmt::format("{:.3f}", route.length_km)}},
                         ground.line(route.line));
    return folder({"Tuyến truyền dẫn của kế hoạch", "Links of the plan"}, out);
}

std::string styles() {
    return point_style("village_good", {33, 102, 172}, 0.4) + point_style("village_weak", {254, 217, 118}, 0.8) +
           point_style("village_none", {197, 27, 125}, 0.9) + point_style("standing", {150, 150, 150}, 0.5) +
           point_style("new_site", {230, 85, 13}, 1) + point_style("fibre_village", {33, 145, 140}, 0.7) +
           line_style("fibre", {33, 145, 140}) + line_style("microwave", {230, 85, 13});
}

} // namespace

std::string kml(World const& world, Scenario const& scenario, Outcome const& outcome) {
    auto const made = synthetic_words(world);
    auto const note = made.vi.empty()
                          ? std::string{}
                          : fmt::format("<description>Dữ liệu giả định, chưa khảo sát: {}. / Synthetic, not "
                                        "surveyed: {}.</description>\n",
                                        inert(made.vi), inert(made.en));
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">"
                       "<Document><name>{}</name>\n{}{}{}{}{}{}</Document></kml>\n",
                       inert(title(scenario).vi + " / " + title(scenario).en), note, styles(), projects(world, outcome),
                       links(world, outcome), villages(world, outcome), standing_sites(world));
}

} // namespace phusong

#include "geo/io/text_check.h"
#include "sim/world/reading.h"
#include <algorithm>

namespace phusong {
namespace {

/// "2g+3g+4g". A Problem for each name that is not one of them.
TechnologySet read_technologies(geo::io::CsvReader& csv, geo::io::CsvTable::Row const& row, std::size_t column) {
    std::vector<std::string> const names(technology_names.begin(), technology_names.end());
    TechnologySet out;
    std::string const& text = csv.text(row, column);
    for (std::size_t from = 0; from <= text.size();) {
        auto const to = std::min(text.find('+', from), text.size());
        std::string const name = text.substr(from, to - from);
        auto const found = std::find(names.begin(), names.end(), name);
        if (found == names.end())
            csv.problem(row, column, geo::say("không có công nghệ “{}”", "there is no technology “{}”", name),
                        geo::say("viết như 2g+3g+4g", "write as in 2g+3g+4g"));
        else if (auto const technology = technologies[static_cast<std::size_t>(found - names.begin())];
                 out.has(technology))
            csv.problem(row, column, geo::say("có {} hai lần", "names {} twice", name),
                        geo::say("bỏ một", "remove one"));
        else
            out.add(technology);
        from = to + 1;
    }
    return out;
}

} // namespace

void read_sites(Reading& reading) {
    auto const table = open_table(reading, reading.scenario.world.sites, "sites");
    if (!table) return;
    geo::io::CsvReader csv(*table, reading.problems);
    auto const columns = csv.columns({"operator", "mast_height_m", "technologies", "synthetic"});
    PlaceReader places(reading, *table);
    if (!columns || !places.ready()) return;
    SiteAntennaReader antennas(reading, *table);
    auto const& c = *columns;
    std::size_t synthetic = 0;
    for (auto const& row : table->rows) {
        auto const place = places.read(row);
        Site site;
        site.code = place.code;
        site.commune = place.commune;
        site.xy = place.xy;
        site.operator_name = csv.text(row, c[0]);
        site.mast_height_m = csv.number(row, c[1], 2, 400);
        site.technologies = read_technologies(csv, row, c[2]);
        site.synthetic = csv.integer(row, c[3], 0, 1) == 1;
        antennas.read(row, site);
        synthetic += site.synthetic ? 1U : 0U;
        reading.world.sites.push_back(std::move(site));
    }
    auto& sites = reading.world.sites;
    std::sort(sites.begin(), sites.end(), [](auto const& a, auto const& b) { return a.code < b.code; });
    note_synthetic(reading.world, "sites", synthetic, table->rows.size());
}

} // namespace phusong

#include "geo/io/text_check.h"
#include "sim/world/reading.h"
#include <algorithm>

namespace phusong {

void read_institutions(Reading& reading) {
    static std::vector<std::string> const kinds{"post", "government", "one_stop", "loudspeaker"};
    auto const table = open_table(reading, reading.scenario.world.institutions, "institutions");
    if (!table) return;
    geo::io::CsvReader csv(*table, reading.problems);
    auto const columns = csv.columns({"kind", "name", "connected"});
    PlaceReader places(reading, *table);
    if (!columns || !places.ready()) return;
    auto& institutions = reading.world.institutions;
    std::size_t synthetic = 0;
    for (auto const& row : table->rows) {
        auto const place = places.read(row);
        std::string const kind = csv.text(row, (*columns)[0]);
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
            csv.problem(row, (*columns)[0],
                        geo::say("là “{}”, phải là một trong: {}", "is “{}”, must be one of: {}", kind, list(kinds)),
                        geo::io::did_you_mean(kind, kinds));
        bool const connected = csv.integer(row, (*columns)[2], 0, 1) == 1;
        institutions.push_back({place.code, csv.text(row, (*columns)[1]), kind, place.commune, place.xy, connected,
                                is_synthetic(*table, row, csv)});
        synthetic += institutions.back().synthetic ? 1U : 0U;
    }
    std::sort(institutions.begin(), institutions.end(), [](auto const& a, auto const& b) { return a.code < b.code; });
    note_assumed_places(reading.world, "institutions", synthetic, institutions.size());
}

} // namespace phusong

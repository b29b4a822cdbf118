#include "sim/world/reading.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

constexpr double tolerated_people = 0.5; ///< rounding of the villages of one commune against the commune

Village read_village(geo::io::CsvReader& csv, geo::io::CsvTable::Row const& row, std::vector<std::size_t> const& c,
                     PlacedRow const& place) {
    Village out;
    out.code = place.code;
    out.name = csv.text(row, c[0]);
    out.commune = place.commune;
    out.lonlat = place.lonlat;
    out.xy = place.xy;
    out.people = csv.number(row, c[1], 0, 1e6);
    out.households = csv.number(row, c[2], 0, 1e6);
    out.grid_power_year = csv.integer(row, c[3], 0, 2200);
    out.fibre_year = csv.integer(row, c[4], 0, 2200);
    out.synthetic = csv.integer(row, c[5], 0, 1) == 1;
    if (out.name.empty()) csv.problem(row, c[0], geo::say("tên trống", "the name is empty"));
    return out;
}

/// Without a table, every commune is one village at its seat, so that nobody is lost.
void make_villages(Reading& reading) {
    auto& world = reading.world;
    for (std::uint32_t i = 0; i < world.communes.size(); ++i) {
        auto const& commune = world.communes[i];
        world.villages.push_back({commune.code, commune.name, CommuneId{i}, commune.seat_lonlat, commune.seat,
                                  commune.people, commune.households, 0, 0, true});
    }
    world.provenance.push_back({"villages",
                                reading.scenario.world.communes.name(),
                                {},
                                true,
                                geo::say("không có bảng thôn: mỗi xã là một thôn tại trung tâm xã",
                                         "no table of villages: each commune is one village at its seat")});
}

/// People of a commune over its villages: as the table says when they add up, evenly when it says nothing.
/// Households of villages that say nothing of theirs follow their people.
void settle_households(World& world, Commune const& commune, std::vector<std::size_t> const& villages) {
    double all = 0;
    for (auto const v : villages) all += world.villages[v].households;
    if (all > 0 || !(commune.people > 0)) return;
    for (auto const v : villages)
        world.villages[v].households = commune.households * world.villages[v].people / commune.people;
}

void settle_people(Reading& reading, std::string const& where) {
    auto& world = reading.world;
    std::vector<std::vector<std::size_t>> of_commune(world.communes.size());
    for (std::size_t v = 0; v < world.villages.size(); ++v) of_commune[world.villages[v].commune.value].push_back(v);
    for (std::size_t i = 0; i < world.communes.size(); ++i) {
        Commune const& commune = world.communes[i];
        double people = 0;
        for (auto const v : of_commune[i]) people += world.villages[v].people;
        if (of_commune[i].empty() && commune.people > 0)
            reading.problems.push_back(
                {where,
                 geo::say("xã {} ({}) có {} người nhưng không có thôn nào",
                          "commune {} ({}) has {} people but no village", commune.code, commune.name, commune.people),
                 {}});
        else if (people == 0)
            for (auto const v : of_commune[i])
                world.villages[v].people = commune.people / static_cast<double>(of_commune[i].size());
        else if (!(std::abs(people - commune.people) <= tolerated_people))
            reading.problems.push_back(
                {where,
                 geo::say("các thôn của xã {} ({}) có {:.1f} người, bảng xã ghi {:.1f}",
                          "the villages of commune {} ({}) have {:.1f} people, the table of communes says {:.1f}",
                          commune.code, commune.name, people, commune.people),
                 geo::say("sửa cho khớp, hoặc ghi 0 cho mọi thôn của xã để chia đều",
                          "make them agree, or write 0 for all villages of the commune to share its people evenly")});
        settle_households(world, commune, of_commune[i]);
    }
}

} // namespace

void read_villages(Reading& reading) {
    auto& world = reading.world;
    if (!reading.scenario.world.villages.given()) return make_villages(reading);
    auto const table = open_table(reading, reading.scenario.world.villages, "villages");
    if (!table) return;
    geo::io::CsvReader csv(*table, reading.problems);
    auto const columns = csv.columns({"name", "people", "households", "grid_power_year", "fibre_year", "synthetic"});
    PlaceReader places(reading, *table);
    if (!columns || !places.ready()) return;
    auto const before = reading.problems.size();
    std::size_t synthetic = 0;
    for (auto const& row : table->rows) {
        world.villages.push_back(read_village(csv, row, *columns, places.read(row)));
        synthetic += world.villages.back().synthetic ? 1U : 0U;
    }
    std::sort(world.villages.begin(), world.villages.end(),
              [](auto const& a, auto const& b) { return a.code < b.code; });
    note_synthetic(world, "villages", synthetic, table->rows.size());
    if (reading.problems.size() == before && !world.communes.empty()) settle_people(reading, table->name);
}

} // namespace phusong

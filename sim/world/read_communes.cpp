#include "geo/io/text_check.h"
#include "sim/world/reading.h"
#include <algorithm>
#include <array>
#include <map>

namespace phusong {
namespace {

std::vector<std::string> const kinds{"commune", "ward", "township"};
std::vector<std::string> const column_names{"code",     "name",       "kind",       "district_code",
                                            "district", "seat_lon",   "seat_lat",   "area_km2",
                                            "people",   "households", "poor_share", "rural_criterion_8"};

Commune read_commune(geo::io::CsvReader& csv, geo::io::CsvTable::Row const& row, std::vector<std::size_t> const& c) {
    Commune out;
    out.code = csv.text(row, c[0]);
    out.name = csv.text(row, c[1]);
    out.kind = csv.text(row, c[2]);
    out.district_code = csv.text(row, c[3]);
    out.district = csv.text(row, c[4]);
    out.seat_lonlat = {csv.number(row, c[5], -180, 180), csv.number(row, c[6], -90, 90)};
    out.area_km2 = csv.number(row, c[7], 0.01, 100'000);
    out.people = csv.number(row, c[8], 0, 1e8);
    out.households = csv.number(row, c[9], 0, 1e8);
    out.poor_share = csv.number(row, c[10], 0, 1);
    out.met_rural_criterion_8 = csv.integer(row, c[11], 0, 1) == 1;
    if (out.code.empty()) csv.problem(row, c[0], geo::say("mã trống", "the code is empty"));
    if (out.name.empty()) csv.problem(row, c[1], geo::say("tên trống", "the name is empty"));
    if (std::find(kinds.begin(), kinds.end(), out.kind) == kinds.end())
        csv.problem(row, c[2],
                    geo::say("là “{}”, phải là commune, ward hoặc township",
                             "is “{}”, must be commune, ward or township", out.kind),
                    geo::io::did_you_mean(out.kind, kinds));
    return out;
}

} // namespace

void read_communes(Reading& reading) {
    auto const table = open_table(reading, reading.scenario.world.communes, "communes");
    if (!table) return;
    geo::io::CsvReader csv(*table, reading.problems);
    auto const columns = csv.columns(column_names);
    if (!columns) return;
    std::map<std::string, std::size_t> line_of_code;
    for (auto const& row : table->rows) {
        Commune commune = read_commune(csv, row, *columns);
        auto const [twin, fresh] = line_of_code.emplace(commune.code, row.line);
        if (!fresh && !commune.code.empty())
            csv.problem(row, (*columns)[0],
                        geo::say("mã xã “{}” đã có ở dòng {}", "commune code “{}” is already on line {}", commune.code,
                                 twin->second),
                        geo::say("mỗi xã chỉ có một dòng", "give each commune one row"));
        commune.seat = reading.crs.project(commune.seat_lonlat);
        if (fresh) reading.world.communes.push_back(std::move(commune));
    }
    if (table->rows.empty())
        reading.problems.push_back({table->name, geo::say("không có xã nào", "holds no commune"), {}});
    std::sort(reading.world.communes.begin(), reading.world.communes.end(),
              [](auto const& a, auto const& b) { return a.code < b.code; });
}

} // namespace phusong

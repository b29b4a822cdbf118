#include "geo/io/csv_file.h"
#include "tools/synthesize/facts.h"
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace phusong::synthesize {
namespace {

using geo::io::CsvReader;
using geo::io::CsvTable;

/// One table being read, with the communes that it may name.
struct Reading {
    CsvTable table;
    World const& world;
    geo::Problems& problems;

    Reading(std::filesystem::path const& folder, std::string const& file, World const& w, geo::Problems& p)
        : table(geo::io::read_csv(folder / file, file)), world(w), problems(p) {}

    CommuneId commune(CsvReader& csv, CsvTable::Row const& row, std::size_t column, std::string const& code) const {
        auto const at = std::ranges::lower_bound(world.communes, code, {}, &Commune::code);
        if (at == world.communes.end() || at->code != code) {
            csv.problem(row, column, geo::say("không có xã mang mã {}", "there is no commune with code {}", code));
            return {};
        }
        return {static_cast<std::uint32_t>(at - world.communes.begin())};
    }
};

/// GeoNames puts the word for a village before names that already begin with it: "Bản Bản Lý" is Bản Lý.
std::string with_one_prefix(std::string const& name) {
    for (std::string const word : {"Bản ", "Thôn ", "Xóm ", "Làng "})
        if (name.starts_with(word + word)) return name.substr(word.size());
    return name;
}

std::vector<KnownVillage> read_known(Reading reading) {
    std::vector<KnownVillage> known;
    std::set<std::pair<double, double>> places;
    CsvReader csv(reading.table, reading.problems);
    auto const at = csv.columns({"geonameid", "name", "commune_code", "lon", "lat", "source"});
    if (!at) return known;
    auto const& c = *at;
    for (auto const& row : reading.table.rows) {
        KnownVillage v{csv.text(row, c[0]), with_one_prefix(csv.text(row, c[1])), csv.text(row, c[5]), {}, {}, {}};
        v.commune = reading.commune(csv, row, c[2], csv.text(row, c[2]));
        v.lonlat = {csv.number(row, c[3], -180, 180), csv.number(row, c[4], -90, 90)};
        v.xy = reading.world.crs->project(v.lonlat);
        if (places.insert({v.lonlat.lon_deg, v.lonlat.lat_deg}).second) known.push_back(v);
    }
    return known;
}

std::vector<District> read_districts(Reading reading) {
    std::vector<District> districts;
    CsvReader csv(reading.table, reading.problems);
    auto const at = csv.columns(
        {"district_code", "district", "town_code", "villages", "powered_villages", "grid_power_share", "signal_gaps"});
    if (!at) return districts;
    auto const& c = *at;
    constexpr int most_villages = 100'000;
    for (auto const& row : reading.table.rows) {
        District d{csv.text(row, c[0]), csv.text(row, c[1]), {}, 0, 0, 0, false};
        d.town = reading.commune(csv, row, c[2], csv.text(row, c[2]));
        d.villages = csv.integer(row, c[3], 0, most_villages);
        d.powered_villages = csv.integer(row, c[4], 0, most_villages);
        d.grid_power_share = csv.number(row, c[5], 0, 1);
        d.signal_gaps = csv.integer(row, c[6], 0, 1) == 1;
        districts.push_back(d);
    }
    std::ranges::sort(districts, {}, &District::code);
    return districts;
}

std::vector<NamedRoad> read_roads(Reading reading) {
    std::vector<NamedRoad> roads;
    CsvReader csv(reading.table, reading.problems);
    auto const at = csv.columns({"name", "kind", "through"});
    if (!at) return roads;
    for (auto const& row : reading.table.rows) {
        NamedRoad road{csv.text(row, (*at)[0]), csv.text(row, (*at)[1]), {}};
        std::istringstream codes(csv.text(row, (*at)[2]));
        for (std::string code; codes >> code;) road.through.push_back(reading.commune(csv, row, (*at)[2], code));
        roads.push_back(road);
    }
    return roads;
}

std::vector<SiteOwner> read_site_owners(Reading reading) {
    std::vector<SiteOwner> owners;
    CsvReader csv(reading.table, reading.problems);
    auto const at = csv.columns({"turn", "operator", "code", "town_operator", "town_code"});
    if (!at) return owners;
    auto const& c = *at;
    for (auto const& row : reading.table.rows) {
        auto const turn = static_cast<int>(owners.size()) + 1; // out of order, the table would say something else
        (void)csv.integer(row, c[0], turn, turn);
        owners.push_back({{csv.text(row, c[1]), csv.text(row, c[2])}, {csv.text(row, c[3]), csv.text(row, c[4])}});
    }
    if (owners.empty())
        reading.problems.push_back(
            {reading.table.name, geo::say("không có dòng nào", "has no rows"),
             geo::say("ghi chủ của trạm thứ nhất trong xã", "say whose a commune's first site is")});
    return owners;
}

Totals read_totals(Reading reading, int base_year) {
    std::map<std::string, double> values;
    CsvReader csv(reading.table, reading.problems);
    if (auto const at = csv.columns({"id", "value"}))
        for (auto const& row : reading.table.rows) values[csv.text(row, (*at)[0])] = csv.number(row, (*at)[1], 0, 1e12);
    auto const value = [&](std::string const& id) {
        if (!values.contains(id))
            reading.problems.push_back({reading.table.name, geo::say("thiếu dòng {}", "row {} is missing", id), {}});
        return values[id];
    };
    auto const share = [&](std::string const& id) { return value(id) / 100; };
    auto const whole = [&](std::string const& id) { return static_cast<int>(value(id)); };
    return {.villages = whole("villages"),
            .stations = whole(fmt::format("stations_{}", base_year)),
            .villages_with_signal_share = share("villages_with_telecom_and_internet"),
            .sites_with_4g_share = share("assumed_sites_with_4g"),
            .households_with_fibre_share = share("assumed_households_passed_by_fibre"),
            .unserved_distance_low_km = value("unserved_village_distance_low"),
            .last_grid_year = whole("assumed_last_village_on_grid"),
            .sites_per_commune_low = whole("sites_per_commune_low"),
            .sites_per_commune_high = whole("sites_per_commune_high")};
}

} // namespace

Facts read_facts(std::filesystem::path const& folder, World const& world, int base_year) {
    geo::Problems problems;
    Facts facts{read_known({folder, "villages_known.csv", world, problems}),
                read_districts({folder, "districts.csv", world, problems}),
                read_roads({folder, "named_roads.csv", world, problems}),
                read_site_owners({folder, "site_owners.csv", world, problems}),
                read_totals({folder, "facts.csv", world, problems}, base_year)};
    if (problems.empty() && facts.totals.last_grid_year <= base_year)
        problems.push_back({"facts.csv assumed_last_village_on_grid",
                            geo::say("là {}; phải sau năm gốc {}", "is {}; must come after the base year {}",
                                     facts.totals.last_grid_year, base_year),
                            {}});
    geo::throw_if_any(std::move(problems));
    return facts;
}

} // namespace phusong::synthesize

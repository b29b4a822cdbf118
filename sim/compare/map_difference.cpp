#include "sim/compare/map_difference.h"
#include "geo/io/atomic_file.h"
#include "geo/io/csv_file.h"
#include "geo/io/native_raster.h"
#include "geo/io/raster_file.h"
#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace phusong {
namespace {

namespace fs = std::filesystem;
using geo::say;

int class_of_state(std::string const& state) { return state == "good" ? 2 : state == "weak" ? 1 : 0; }

/// Rows of one year by village code, as cells by column name.
using Row = std::map<std::string, std::string>;
std::map<std::string, Row> villages_of(std::string const& folder, int year) {
    auto const file = fs::path(folder) / "tables/villages.csv";
    auto const csv = geo::io::read_csv(file, file.string());
    std::map<std::string, Row> rows;
    auto const year_column = csv.column("year");
    for (auto const& line : csv.rows) {
        if (year_column && line.cells[*year_column] != std::to_string(year)) continue;
        Row row;
        for (auto const* column :
             {"code", "name", "commune", "state", "state_vi", "reason_vi", "reason_en", "lon_deg", "lat_deg"})
            if (auto const at = csv.column(column)) row[column] = line.cells[*at];
        auto const code = row["code"];
        rows[code] = std::move(row);
    }
    return rows;
}

double key_number(Option const& option, std::string const& key) {
    auto const found = option.keys.find(key);
    if (found == option.keys.end()) return std::nan("");
    double value = std::nan("");
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    return value;
}

/// The map of one option, its cells and its classes.
struct ClassMap {
    geo::io::NativeRaster raster;
    double threshold_dbm, weak_dbm;
    ClassMap(Option const& option, std::string const& name, std::string const& technology)
        : raster(geo::io::read_part(fs::path(option.folder) / name, name, whole(), 0)),
          threshold_dbm(key_number(option, "radio." + technology + ".threshold_dbm")),
          weak_dbm(threshold_dbm - key_number(option, "radio.weak_band_db")) {}
    static geo::io::NativeBox whole() { return {-1e9, -1e9, 1e9, 1e9}; }
    [[nodiscard]] int at(std::size_t i) const {
        float const dbm = raster.values[i];
        return std::isnan(dbm) || dbm < weak_dbm ? 0 : dbm < threshold_dbm ? 1 : 2;
    }
};

bool same_cells(geo::io::NativeGrid const& a, geo::io::NativeGrid const& b) {
    return a.west == b.west && a.north == b.north && a.cell_x == b.cell_x && a.cell_y == b.cell_y && a.rows == b.rows &&
           a.cols == b.cols;
}

/// Nothing where neither option has any signal.
geo::Raster difference(ClassMap const& one, ClassMap const& other) {
    auto const& g = one.raster.grid;
    geo::Raster out(geo::Grid{g.west, g.north, g.cell_x, g.rows, g.cols});
    for (std::size_t i = 0; i < g.size(); ++i) {
        if (std::isnan(one.raster.values[i]) && std::isnan(other.raster.values[i])) continue;
        out.values.data()[i] = static_cast<float>(other.at(i) - one.at(i));
    }
    return out;
}

std::optional<geo::Message> write_class_difference(fs::path const& folder, Option const& one, Option const& other,
                                                   std::string const& technology, int year) {
    auto const name = fmt::format("maps/signal_{}_{}.tif", technology, year);
    if (!one.maps.contains(name) && !other.maps.contains(name)) return std::nullopt;
    if (!one.maps.contains(name) || !other.maps.contains(name))
        return say("{}: chỉ một phương án có bản đồ này", "{}: only one of the options has this map", name);
    ClassMap const a(one, name, technology), b(other, name, technology);
    if (!same_cells(a.raster.grid, b.raster.grid) || a.raster.grid.cell_x != a.raster.grid.cell_y ||
        !geo::io::same_reference(a.raster.header.reference, b.raster.header.reference))
        return say("{}: hai bản đồ không cùng lưới ô", "{}: the two maps do not have the same cells", name);
    auto const crs = one.keys.find("world.crs");
    if (crs == one.keys.end()) return say("{}: thiếu world.crs", "{}: world.crs is missing", name);
    geo::io::MapDescription const description{
        "signal class, other less one",
        "1",
        {{"ONE", one.name}, {"OTHER", other.name}, {"YEAR", std::to_string(year)}, {"TECHNOLOGY", technology}}};
    geo::io::write_cog(folder / fmt::format("signal_{}_{}.tif", technology, year), difference(a, b),
                       geo::io::Crs(crs->second, "world.crs"), description);
    return std::nullopt;
}

std::string villages_text(Comparison const& c, std::vector<VillageDifferences> const& list) {
    CsvText csv({"option", "code", "name", "commune", "lon_deg", "lat_deg", "year", "state_one", "state_other",
                 "change", "reason_other_vi", "reason_other_en"});
    for (auto const& villages : list)
        for (auto const& v : villages.villages)
            csv.add({c.options[villages.other].folder, v.code, v.name, v.commune, v.lon_deg, v.lat_deg,
                     std::to_string(villages.year), v.state_one.en, v.state_other.en, std::to_string(v.change),
                     v.reason_other.vi, v.reason_other.en});
    return csv.text();
}

} // namespace

VillageDifferences village_differences(Comparison const& c, std::size_t one, std::size_t other) {
    VillageDifferences d{one, other, std::min(c.options[one].last_year, c.options[other].last_year), {}};
    auto const before = villages_of(c.options[one].folder, d.year),
               after = villages_of(c.options[other].folder, d.year);
    for (auto const& [code, now] : after) {
        auto const found = before.find(code);
        if (found == before.end()) continue;
        auto const& was = found->second;
        int const change = class_of_state(now.at("state")) - class_of_state(was.at("state"));
        if (change == 0) continue;
        ++(change > 0 ? d.better : d.worse);
        d.villages.push_back({code,
                              now.at("name"),
                              now.at("commune"),
                              now.at("lon_deg"),
                              now.at("lat_deg"),
                              {was.at("state_vi"), was.at("state")},
                              {now.at("state_vi"), now.at("state")},
                              {now.at("reason_vi"), now.at("reason_en")},
                              change});
    }
    std::ranges::stable_sort(d.villages, [](auto const& a, auto const& b) { return a.change > b.change; });
    return d;
}

std::vector<VillageDifferences> differences_to_baseline(Comparison const& c) {
    constexpr std::size_t most = 20;
    std::vector<VillageDifferences> list;
    for (auto const i : c.ranking)
        if (list.size() < most && i != c.baseline && !c.options[i].of_study && !c.options[c.baseline].of_study)
            list.push_back(village_differences(c, c.baseline, i));
    return list;
}

std::vector<geo::Message> write_map_difference(fs::path const& folder, Comparison const& c,
                                               std::vector<VillageDifferences> const& villages) {
    geo::io::write_file(folder / "villages.csv", villages_text(c, villages));
    std::vector<geo::Message> left_out;
    if (villages.empty()) return left_out;
    auto const& first = villages.front();
    for (auto const t : technologies)
        if (auto note = write_class_difference(folder, c.options[first.one], c.options[first.other],
                                               std::string(name(t)), first.year))
            left_out.push_back(std::move(*note));
    return left_out;
}

} // namespace phusong

#include "geo/io/file_ending.h"
#include "geo/io/hash.h"
#include "geo/io/text_check.h"
#include "geo/io/vector_file.h"
#include "sim/world/reading.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace phusong {
namespace {

/// A layer of points as a table, so that one reader serves both.
geo::io::CsvTable table_of(geo::io::VectorLayer const& layer, std::string const& name, Reading& reading) {
    std::set<std::string> columns{"lon", "lat"};
    for (auto const& shape : layer.shapes)
        for (auto const& [key, value] : shape.fields) columns.insert(key);
    geo::io::CsvTable out{name, {columns.begin(), columns.end()}, {}};
    for (std::size_t i = 0; i < layer.shapes.size(); ++i) {
        auto const& shape = layer.shapes[i];
        if (shape.points.size() != 1) {
            reading.problems.push_back(
                {shape.where,
                 geo::say("phải là một điểm, không phải {} điểm", "must be one point, not {}", shape.points.size()),
                 {}});
            continue;
        }
        auto const place = reading.crs.unproject(shape.points.front());
        geo::io::CsvTable::Row row{i + 1, {}};
        for (auto const& column : out.columns) {
            auto const found = shape.fields.find(column);
            row.cells.push_back(column == "lon"   ? fmt::format("{:.9f}", place.lon_deg)
                                : column == "lat" ? fmt::format("{:.9f}", place.lat_deg)
                                                  : (found == shape.fields.end() ? std::string{} : found->second));
        }
        out.rows.push_back(std::move(row));
    }
    return out;
}

} // namespace

std::optional<geo::io::CsvTable> open_table(Reading& reading, InputPath const& file, std::string const& layer) {
    if (!file.given()) return std::nullopt;
    try {
        bool const is_csv = geo::io::ending_of(file.path) == ".csv";
        auto table = is_csv ? geo::io::read_csv(file.path, file.written)
                            : table_of(geo::io::read_vector(file.path, file.where, reading.crs), file.written, reading);
        reading.world.provenance.push_back({layer, file.name(), geo::io::sha256_of_file(file.path), false, {}});
        return table;
    } catch (geo::InputError const& e) {
        reading.problems.insert(reading.problems.end(), e.problems.begin(), e.problems.end());
        return std::nullopt;
    }
}

void note_synthetic(World& world, std::string const& layer, std::size_t synthetic, std::size_t rows) {
    auto const found =
        std::find_if(world.provenance.begin(), world.provenance.end(), [&](auto const& p) { return p.layer == layer; });
    if (found == world.provenance.end() || synthetic == 0) return;
    found->synthetic = true;
    found->note = geo::say("{} trên {} dòng là số liệu giả định", "{} of {} rows are made up", synthetic, rows);
}

std::string list(std::vector<std::string> const& codes) { return fmt::format("{}", fmt::join(codes, ", ")); }

PlaceReader::PlaceReader(Reading& reading, geo::io::CsvTable const& table)
    : reading_(reading), csv_(table, reading.problems), columns_(csv_.columns({"code", "commune_code", "lon", "lat"})) {
    for (auto const& commune : reading.world.communes) commune_codes_.push_back(commune.code);
}

CommuneId PlaceReader::commune(geo::io::CsvTable::Row const& row) {
    auto const& code = csv_.text(row, (*columns_)[1]);
    auto const found = std::lower_bound(commune_codes_.begin(), commune_codes_.end(), code);
    if (found != commune_codes_.end() && *found == code)
        return {static_cast<std::uint32_t>(found - commune_codes_.begin())};
    if (!commune_codes_.empty()) // without communes there is one problem, not one per row
        csv_.problem(row, (*columns_)[1],
                     geo::say("không có xã “{}” trong bảng xã", "no commune “{}” in the table of communes", code),
                     geo::io::did_you_mean(code, commune_codes_));
    return {};
}

PlacedRow PlaceReader::read(geo::io::CsvTable::Row const& row) {
    auto const& c = *columns_;
    PlacedRow out{csv_.text(row, c[0]), commune(row), {}, {}};
    auto const before = reading_.problems.size();
    out.lonlat = {csv_.number(row, c[2], -180, 180), csv_.number(row, c[3], -90, 90)};
    auto const [twin, fresh] = line_of_code_.emplace(out.code, row.line);
    if (out.code.empty())
        csv_.problem(row, c[0], geo::say("mã trống", "the code is empty"));
    else if (!fresh)
        csv_.problem(row, c[0],
                     geo::say("mã “{}” đã có ở dòng {}", "code “{}” is already on line {}", out.code, twin->second),
                     geo::say("mỗi dòng cần một mã riêng", "give each row a code of its own"));
    out.xy = reading_.crs.project(out.lonlat);
    bool const grid_stands = reading_.world.grid.rows > 0;
    if (grid_stands && reading_.problems.size() == before && !reading_.world.grid.cell_at(out.xy))
        csv_.problem(row, c[2],
                     geo::say("điểm ({}, {}) nằm ngoài tỉnh và vùng đệm",
                              "point ({}, {}) lies outside the province and its margin", out.lonlat.lon_deg,
                              out.lonlat.lat_deg),
                     geo::say("kiểm tra kinh độ và vĩ độ có bị đổi chỗ, hoặc tăng world.margin_km",
                              "check whether lon and lat are swapped, or raise world.margin_km"));
    return out;
}

} // namespace phusong

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

/// A DBF file, where a Shapefile keeps its attributes, cuts names at ten characters.
/// Source: dBASE III+ table header, field descriptor array (name of 11 bytes, the last one zero).
constexpr std::size_t longest_dbf_name = 10;
std::vector<std::string> const longer_names{"commune_code", "district_code",     "grid_power_year", "mast_height_m",
                                            "technologies", "rural_criterion_8", "azimuths_deg"};

/// Names that could be what a DBF file has made of `name`: cut, or cut with a number where two were alike.
bool may_be_cut_from(std::string const& column, std::string const& name) {
    constexpr std::size_t numbered = longest_dbf_name - 2; // "commune__1": GDAL's way of telling two apart
    return column == name.substr(0, longest_dbf_name) ||
           (column.size() == longest_dbf_name && column.starts_with(name.substr(0, numbered) + "_") &&
            column.back() >= '0' && column.back() <= '9');
}

/// Gives the columns of a Shapefile their full names again. A Problem where two could be the same one.
void restore_names(geo::io::CsvTable& table, geo::Problems& problems) {
    for (auto const& name : longer_names) {
        std::vector<std::size_t> cut;
        std::vector<std::string> written;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (may_be_cut_from(table.columns[i], name)) {
                cut.push_back(i);
                written.push_back(table.columns[i]);
            }
        if (cut.size() == 1) table.columns[cut.front()] = name;
        if (cut.size() > 1)
            problems.push_back(
                {table.name,
                 geo::say("cột “{}” có thể là {}: tệp .dbf cắt tên ở {} ký tự",
                          "column “{}” may be any of {}: a .dbf file cuts names at {} characters", name, list(written),
                          longest_dbf_name),
                 geo::say("bỏ bớt cột, hoặc lưu thành GeoPackage", "drop columns, or save as a GeoPackage")});
    }
}

/// A layer of points as a table, so that one reader serves both.
geo::io::CsvTable table_of(geo::io::VectorLayer const& layer, std::string const& name, Reading& reading) {
    if (layer.shapes.empty())
        reading.problems.push_back({name,
                                    geo::say("lớp “{}” không có điểm nào", "the layer “{}” holds no point", layer.name),
                                    geo::say("chọn lớp có dữ liệu, hoặc dùng bảng CSV chỉ có dòng tiêu đề",
                                             "choose a layer with data, or a CSV table with a header line only")});
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
        if (geo::io::ending_of(file.path) == ".shp") restore_names(table, reading.problems);
        reading.world.provenance.push_back({layer, file.name(), geo::io::sha256_of_file(file.path), false, {}});
        return table;
    } catch (geo::InputError const& e) {
        reading.problems.insert(reading.problems.end(), e.problems.begin(), e.problems.end());
        return std::nullopt;
    }
}

namespace {

void mark_synthetic(World& world, std::string const& layer, geo::Message note) {
    auto const found =
        std::find_if(world.provenance.begin(), world.provenance.end(), [&](auto const& p) { return p.layer == layer; });
    if (found == world.provenance.end()) return;
    found->synthetic = true;
    found->note = std::move(note);
}

} // namespace

void note_synthetic(World& world, std::string const& layer, std::size_t synthetic, std::size_t rows) {
    if (synthetic > 0)
        mark_synthetic(world, layer,
                       geo::say("{} trên {} dòng là số liệu giả định", "{} of {} rows are made up", synthetic, rows));
}

void note_assumed_places(World& world, std::string const& layer, std::size_t assumed, std::size_t rows) {
    if (assumed > 0)
        mark_synthetic(world, layer,
                       geo::say("vị trí của {} trên {} dòng là giả định",
                                "places of {} of {} rows are assumed or made up", assumed, rows));
}

bool is_synthetic(geo::io::CsvTable const& table, geo::io::CsvTable::Row const& row, geo::io::CsvReader& csv) {
    auto const column = table.column("synthetic");
    return column && csv.integer(row, *column, 0, 1) == 1;
}

std::string_view without_zeros(std::string_view code) {
    return code.substr(std::min(code.find_first_not_of('0'), code.size()));
}

std::string list(std::vector<std::string> const& codes) { return fmt::format("{}", fmt::join(codes, ", ")); }

PlaceReader::PlaceReader(Reading& reading, geo::io::CsvTable const& table)
    : reading_(reading), csv_(table, reading.problems), columns_(csv_.columns({"code", "commune_code", "lon", "lat"})) {
    for (auto const& commune : reading.world.communes) commune_codes_.push_back(commune.code);
}

/// Told once for the table, at its first such row: whoever opened it in a spreadsheet lost the zeros of all rows.
void PlaceReader::tell_lost_zeros(geo::io::CsvTable::Row const& row, std::string const& code,
                                  std::string const& meant) {
    if (zeros_lost_++ == 0) {
        zeros_problem_ = reading_.problems.size();
        csv_.problem(row, (*columns_)[1], {},
                     geo::say("Excel và các bảng tính bỏ số 0 ở đầu: nhập lại cột mã dưới dạng văn bản (Text)",
                              "Excel and other spreadsheets drop leading zeros: import the column of codes as text"));
        zeros_example_ = {code, meant};
    }
    reading_.problems[zeros_problem_].what =
        geo::say("{} dòng ghi mã xã khác bảng xã ở số 0 đầu, như “{}” mà bảng xã ghi “{}”",
                 "{} rows write commune codes with other leading zeros than the table of communes, such as “{}” for "
                 "“{}”",
                 zeros_lost_, zeros_example_.first, zeros_example_.second);
}

CommuneId PlaceReader::commune(geo::io::CsvTable::Row const& row) {
    auto const& code = csv_.text(row, (*columns_)[1]);
    auto const found = std::lower_bound(commune_codes_.begin(), commune_codes_.end(), code);
    if (found != commune_codes_.end() && *found == code)
        return {static_cast<std::uint32_t>(found - commune_codes_.begin())};
    // Another code is never suggested: the nearest one is another commune.
    if (auto const meant = std::ranges::find(commune_codes_, without_zeros(code), without_zeros);
        meant != commune_codes_.end() && !code.empty())
        tell_lost_zeros(row, code, *meant);
    else if (!commune_codes_.empty()) // without communes there is one problem, not one per row
        csv_.problem(row, (*columns_)[1],
                     geo::say("không có xã “{}” trong bảng xã", "no commune “{}” in the table of communes", code));
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

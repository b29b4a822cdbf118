#include "tools/cli/path_profile.h"
#include "geo/io/csv_file.h"
#include "geo/suggest.h"

namespace phusong::cli {
namespace {

using geo::say;
using geo::io::CsvReader, geo::io::CsvTable;

constexpr double lowest_m = -500, highest_m = 9000; ///< what ground can be
constexpr double tallest_m = 1000;                  ///< what can stand on it
constexpr double longest_km = 20000;

/// Other columns are nobody's business, but one that is nearly an optional one was meant to be it, and would be missed
/// by nobody.
void refuse_misspelt_columns(CsvTable const& table, geo::Problems& problems) {
    std::vector<std::string> absent;
    for (auto const* const name : {"clutter_m", "zone"})
        if (!table.column(name)) absent.emplace_back(name);
    for (auto const& column : table.columns)
        if (auto const near = geo::nearest_name(column, absent); near && column != "d_km" && column != "h_m")
            problems.push_back(
                {table.name, say("cột “{}” không được đọc", "column “{}” is not read", column),
                 say("có phải là {}? Nếu không, đặt tên khác", "did you mean {}? If not, rename it", *near)});
}

/// Not "did you mean" a column that has its own meaning: what is wanted is another name for one that nobody reads.
geo::Message hint_for(std::string const& missing, CsvTable const& table) {
    std::vector<std::string> unread;
    for (auto const& column : table.columns)
        if (column != "d_km" && column != "h_m" && column != "clutter_m" && column != "zone") unread.push_back(column);
    if (unread.size() == 1)
        return say("viết {} thay cho “{}”, nếu cột đó là nó", "write {} in place of “{}”, if that column is it",
                   missing, unread.front());
    return say("đặt tên cột là {}; các cột: d_km, h_m và nếu có clutter_m, zone",
               "name the column {}; the columns are d_km, h_m and, if there, clutter_m, zone", missing);
}

struct Columns {
    std::size_t d_km, h_m;
};
std::optional<Columns> columns_of(CsvTable const& table, geo::Problems& problems) {
    for (auto const* const name : {"d_km", "h_m"})
        if (!table.column(name))
            problems.push_back(
                {table.name, say("thiếu cột “{}”", "column “{}” is missing", name), hint_for(name, table)});
    auto const d_km = table.column("d_km"), h_m = table.column("h_m");
    if (!d_km || !h_m) return std::nullopt;
    return Columns{*d_km, *h_m};
}

void check_distance(PathTerrain const& out, CsvTable::Row const& row, std::size_t column, CsvReader& reader) {
    double const d = out.d_km.back();
    if (out.d_km.size() == 1) {
        if (d != 0) reader.problem(row, column, say("điểm đầu phải ở 0 km", "the first point must be at 0 km"));
    } else if (double const before = out.d_km[out.d_km.size() - 2]; !(d > before))
        reader.problem(row, column,
                       say("là {}, phải lớn hơn {} của dòng trước",
                           "is {}, must be more than the {} of the line before", d, before));
}

void check_zone(int code, CsvTable::Row const& row, std::size_t column, CsvReader& reader) {
    if (code == 2)
        reader.problem(row, column,
                       say("là 2, phải là 1 (biển), 3 (ven biển) hoặc 4 (nội địa)",
                           "is 2, must be 1 (sea), 3 (coastal land) or 4 (inland)"));
}

} // namespace

PathTerrain read_profile(std::string const& file) {
    auto const table = geo::io::read_csv(file, file);
    geo::Problems problems;
    CsvReader reader(table, problems);
    refuse_misspelt_columns(table, problems);
    auto const columns = columns_of(table, problems);
    auto const clutter = table.column("clutter_m"), zone = table.column("zone");
    PathTerrain out;
    out.source = file;
    for (auto const& row : table.rows) {
        if (!columns) break;
        auto const before = problems.size();
        out.d_km.push_back(reader.number(row, columns->d_km, 0, longest_km));
        if (problems.size() == before) check_distance(out, row, columns->d_km, reader);
        out.h_m.push_back(reader.number(row, columns->h_m, lowest_m, highest_m));
        if (clutter) out.clutter_m.push_back(reader.number(row, *clutter, 0, tallest_m));
        if (!zone) continue;
        int const code = reader.integer(row, *zone, 1, 4);
        check_zone(code, row, *zone, reader);
        out.zone.push_back(static_cast<RadioZone>(code));
    }
    if (columns && table.rows.size() < 3)
        problems.push_back(
            {file,
             say("chỉ có {} điểm; cần ít nhất 3", "only {} points; at least 3 are needed", table.rows.size()),
             {}});
    geo::throw_if_any(std::move(problems));
    return out;
}

} // namespace phusong::cli

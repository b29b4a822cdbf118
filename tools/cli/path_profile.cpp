#include "tools/cli/path_profile.h"
#include "geo/io/csv_file.h"
#include "geo/suggest.h"
#include <algorithm>

namespace phusong::cli {
namespace {

using geo::say;
using geo::io::CsvReader, geo::io::CsvTable;

constexpr double lowest_m = -500, highest_m = 9000; ///< what ground can be
constexpr double tallest_m = 1000;                  ///< what can stand on it
constexpr double longest_km = 20000;

geo::Message suggestion(std::string const& wrong, std::vector<std::string> const& known) {
    auto const near = geo::nearest_name(wrong, known);
    return near ? say("có phải là {}?", "did you mean {}?", *near) : geo::Message{};
}

/// A column with a typo would otherwise be a column that nobody reads.
void refuse_unknown_columns(CsvTable const& table, geo::Problems& problems) {
    static std::vector<std::string> const known{"d_km", "h_m", "clutter_m", "zone"};
    for (auto const& column : table.columns)
        if (std::find(known.begin(), known.end(), column) == known.end())
            problems.push_back({table.name,
                                say("không có cột nào tên “{}”: chỉ có d_km, h_m, clutter_m, zone",
                                    "there is no column “{}”: only d_km, h_m, clutter_m, zone", column),
                                suggestion(column, known)});
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
    refuse_unknown_columns(table, problems);
    auto const columns = reader.columns({"d_km", "h_m"});
    auto const clutter = table.column("clutter_m"), zone = table.column("zone");
    PathTerrain out;
    out.source = file;
    for (auto const& row : table.rows) {
        if (!columns) break;
        auto const before = problems.size();
        out.d_km.push_back(reader.number(row, (*columns)[0], 0, longest_km));
        if (problems.size() == before) check_distance(out, row, (*columns)[0], reader);
        out.h_m.push_back(reader.number(row, (*columns)[1], lowest_m, highest_m));
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

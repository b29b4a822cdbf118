// CSV: every table of a world, and the table of options of a study (columns are keys, cells their values).
#include "geo/io/csv_file.h"
#include "sim/scenario/fields.h"
#include "sim/scenario/text_value.h"
#include "tests/fuzz/fuzz.h"

using namespace phusong;

namespace {

void read_cells(geo::io::CsvTable const& table) {
    geo::Problems problems;
    geo::io::CsvReader reader(table, problems);
    (void)reader.columns({"code", "name", "people", "lon", "lat"});
    for (auto const& row : table.rows)
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            (void)reader.number(row, c, -180, 180);
            (void)reader.integer(row, c, 0, 1'000'000);
            if (auto const* const field = find_field(table.columns[c]))
                (void)value_of_text(*field, row.cells[c], "table", problems);
        }
}

/// What the writer makes of the cells is read back as they were.
void write_cells(geo::io::CsvTable const& table) {
    for (auto const& row : table.rows) {
        std::string line = "h";
        for (std::size_t c = 1; c < row.cells.size(); ++c) line += ",h" + std::to_string(c);
        line += '\n';
        for (std::size_t c = 0; c < row.cells.size(); ++c)
            line += (c == 0 ? "" : ",") + geo::io::csv_cell(row.cells[c]);
        auto const again = geo::io::parse_csv(line + '\n', "again");
        bool const empty_line = row.cells.size() == 1 && row.cells[0].empty();
        if (!empty_line && (again.rows.size() != 1 || again.rows[0].cells != row.cells)) __builtin_trap();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    fuzz::survive([&] {
        auto const table = geo::io::parse_csv(fuzz::view(data, size), "t.csv");
        read_cells(table);
        write_cells(table);
    });
    return 0;
}

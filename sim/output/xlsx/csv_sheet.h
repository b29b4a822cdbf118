#pragma once
#include "geo/io/csv_file.h"
#include "geo/io/xlsx_file.h"
#include "geo/message.h"
#include <string>
#include <string_view>
#include <vector>

namespace phusong {

/// The part of a CSV table that a sheet shows, under heads in words. Cells are what the table says, so the two never
/// disagree.
struct SheetWish {
    geo::Message name, title;
    std::vector<std::string> columns; ///< of the table; one that the table lacks is left out
    std::size_t frozen_columns = 0;
};
[[nodiscard]] geo::io::XlsxSheet csv_sheet(geo::io::CsvTable const& table, SheetWish const& wish,
                                           geo::Language language);

/// One of the tables that this program writes, which has no mistakes.
[[nodiscard]] inline geo::io::CsvTable parsed(std::string const& csv) { return geo::io::parse_csv(csv, "table"); }

/// Every column of the table but the synthetic layers, which a line under every sheet tells; `wish.columns` is empty.
[[nodiscard]] geo::io::XlsxSheet whole_sheet(std::string const& csv, SheetWish wish, geo::Language language);

/// A column of a sheet with the head, the format and a width that suit the table's column.
[[nodiscard]] geo::io::XlsxSheet::Column sheet_column(std::string_view column, geo::Language language);

/// One cell of a table as a sheet has it: numbers as numbers, codes as text, yes and no and code words in words; an
/// empty cell stays empty.
[[nodiscard]] geo::io::XlsxCell sheet_cell(std::string_view column, std::string const& cell, geo::Language language);

/// Sorts rows by some of their columns as Vietnamese readers sort names; rows that are equal there keep their order.
void sort_by_names(geo::io::CsvTable& table, std::vector<std::string> const& columns);

} // namespace phusong

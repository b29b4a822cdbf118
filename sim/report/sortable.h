#pragma once
#include "sim/report/page.h"

namespace phusong::report {

/// A cell as shown and, for numbers, as compared.
struct SortCell {
    std::string text;
    double value = 0;
};

/// A table that the page's script makes sortable and searchable; without the script it is a table.
class SortTable {
  public:
    /// The first `text_columns` hold words, the others numbers.
    SortTable(std::string id, std::vector<std::string> columns, std::size_t text_columns)
        : id_(std::move(id)), columns_(std::move(columns)), text_columns_(text_columns) {}
    /// `story`: what the script shows when the first cell is pressed, "c12" or "v345"; empty = nothing.
    void add(std::vector<SortCell> const& words, std::vector<SortCell> const& numbers, std::string const& story);
    [[nodiscard]] Html html_text(Page const& page, std::string const& caption, bool searchable) const;
    [[nodiscard]] std::size_t rows() const { return rows_; }

  private:
    std::string id_;
    std::vector<std::string> columns_;
    std::size_t text_columns_, rows_ = 0;
    Html body_;
};

} // namespace phusong::report

#pragma once
#include "sim/compare/pareto_svg.h"
#include "sim/compare/tables.h"
#include "sim/output/xml_text.h"

namespace phusong::compare_page {

/// One page in one language, while its parts are written. All texts are escaped by the time they leave it.
struct Page {
    Comparison const& c;
    geo::Language language;
    [[nodiscard]] std::string say(char const* vi, char const* en) const {
        return xml_text(geo::Message{vi, en}.in(language));
    }
    [[nodiscard]] std::string say(geo::Message const& message) const { return xml_text(message.in(language)); }
};

[[nodiscard]] std::string cell(std::string const& escaped, char const* tag = "td", char const* attributes = "");
[[nodiscard]] std::string head(std::vector<std::string> const& escaped);
/// A table that a narrow screen scrolls, and print shows whole.
[[nodiscard]] std::string table(std::vector<std::string> const& heads, std::string const& rows);

[[nodiscard]] std::string options_table(Page const& page);
[[nodiscard]] std::string money_table(Page const& page); ///< budgets, what was spent of them and what is left
[[nodiscard]] std::string drawn_part(Page const& page);  ///< empty when nothing was drawn
[[nodiscard]] std::string difference_table(Page const& page);
/// A row a goal, as goals have long names: those of planned years, then the checks of the base year; a column an
/// option, the best first, a few options to a table.
[[nodiscard]] std::string goals_part(Page const& page);

} // namespace phusong::compare_page

// Tables and workbooks made of hostile names, by their bytes and in LibreOffice: nothing is worked out.
#include "geo/io/csv_file.h"
#include "tests/hostile/hostile_project.h"
#include "tests/support/office.h"
#include "tests/support/sheets.h"
#include "tests/support/xml.h"
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::Contains, testing::HasSubstr, testing::Not;

/// Cells as any reader of RFC 4180 sees them.
std::vector<std::string> raw_cells(std::string const& bytes) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bool const twice = quoted && bytes[i] == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"';
        if (twice || (bytes[i] != '"' && (quoted || (bytes[i] != ',' && bytes[i] != '\n'))))
            cells.back() += bytes[i];
        else if (bytes[i] == '"')
            quoted = !quoted;
        else
            cells.emplace_back();
        if (twice) ++i;
    }
    return cells;
}

bool begins_like_a_formula(std::string const& cell) {
    auto const at = cell.find_first_not_of(" \t\r\n");
    if (at == std::string::npos || std::string("=+-@").find(cell[at]) == std::string::npos) return false;
    return cell.find_first_not_of("-0123456789.") != std::string::npos; // a number
}

std::vector<fs::path> tables() {
    std::vector<fs::path> found;
    for (auto const& file : hostile().results())
        if (file.extension() == ".csv") found.push_back(file);
    return found;
}

std::size_t formulas_in(fs::path const& file) {
    std::size_t count = 0;
    for (auto const& element : read_xml(contents(file)).elements)
        for (auto const& [name, value] : element.attributes) count += name == "table:formula" ? 1U : 0U;
    return count;
}

} // namespace

TEST(HostileCells, OfTablesBeginLikeNoFormula) {
    EXPECT_TRUE(begins_like_a_formula(" =1+1") && begins_like_a_formula("-2+3") && !begins_like_a_formula("-2.5"));
    std::size_t marked = 0;
    EXPECT_GT(tables().size(), 20U);
    for (auto const& table : tables())
        for (auto const& cell : raw_cells(contents(table))) {
            EXPECT_FALSE(begins_like_a_formula(cell)) << table << ": " << cell;
            marked += cell.starts_with("'=") || cell.starts_with("'+") ? 1U : 0U;
        }
    EXPECT_GT(marked, 20U);
}

TEST(HostileCells, OfTablesAreTextInLibreOffice) {
    if (!office_is_here()) GTEST_SKIP() << no_office;
    auto const folder = hostile().here.path / "office";
    write(hostile().here.path / "control.csv", "name\n=1+1\n");
    std::string files = fmt::format("'{}'", (hostile().here.path / "control.csv").string());
    fs::create_directories(folder);
    for (auto const& table : tables()) { // some are called alike
        auto name = table.lexically_relative(hostile().project).string();
        std::ranges::replace(name, '/', ' ');
        auto const copy = hostile().here.path / name;
        fs::copy_file(table, copy);
        files += fmt::format(" '{}'", copy.string());
    }
    // 44 comma, 34 quote, 76 UTF-8; the last word: formulas are worked out, as by a double click.
    ASSERT_TRUE(
        open_in_office(files, "fods", folder,
                       "--infilter='Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true'"));
    EXPECT_EQ(formulas_in(folder / "control.fods"), 1U); // it would have been seen
    std::size_t seen = 0;
    for (auto const& file : fs::directory_iterator(folder)) {
        if (file.path().extension() != ".fods" || file.path().filename() == "control.fods") continue;
        EXPECT_EQ(read_xml(contents(file)).fault, "") << file.path();
        EXPECT_EQ(formulas_in(file), 0U) << file.path();
        ++seen;
    }
    EXPECT_EQ(seen, tables().size());
}

TEST(HostileCells, OfWorkbooksAreTextCellsWithTheNamesThemselves) {
    for (auto const* book : {"out/summary.vi.xlsx", "out/summary.en.xlsx", "compared/compare.xlsx"}) {
        std::set<std::string> texts;
        for (auto const& [name, sheet] : read_xlsx(hostile().project / book)) {
            EXPECT_EQ(sheet.formulas, 0U) << book << ' ' << name;
            for (auto const& [at, cell] : sheet.cells)
                if (cell.is_text) texts.insert(cell.text);
        }
        if (!std::string(book).starts_with("out")) continue;
        for (auto const* name : {"=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", " =1+1", "]]>", "-2+3",
                                 "a_x0001__x0007__x001B_[31mb\x7F\u009B2J", "_x005F_x0041_ %s %n {} {0:d}"})
            EXPECT_THAT(texts, Contains(name)) << book;
    }
}

TEST(HostileCells, OfWorkbooksAreWhatLibreOfficeShows) {
    if (!office_is_here()) GTEST_SKIP() << no_office;
    auto const folder = hostile().here.path / "books";
    ASSERT_TRUE(open_in_office(fmt::format("'{}'", (hostile().project / "out/summary.vi.xlsx").string()),
                               "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1",
                               folder));
    std::set<std::string> cells;
    for (auto const& sheet : fs::directory_iterator(folder))
        if (sheet.path().extension() == ".csv")
            for (auto const& cell : raw_cells(contents(sheet))) cells.insert(cell);
    for (auto const& [code, name] : hostile().villages)
        if (name.find('\x01') == std::string::npos && name.find("\uFFFE") == std::string::npos) {
            EXPECT_THAT(cells, Contains(name)) << code;
        }
    ASSERT_TRUE(
        open_in_office(fmt::format("'{}'", (hostile().project / "out/summary.vi.xlsx").string()), "fods", folder));
    EXPECT_EQ(formulas_in(folder / "summary.vi.fods"), 0U);
    EXPECT_THAT(contents(folder / "summary.vi.fods"), Not(HasSubstr("<script")));
}

} // namespace phusong::test

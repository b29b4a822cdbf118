#include "geo/io/csv_file.h"
#include "geo/io/hash.h"
#include "geo/vietnamese_order.h"
#include "sim/output/cash_flow.h"
#include "sim/output/column_words.h"
#include "sim/output/commune_money.h"
#include "sim/output/demand_tables.h"
#include "sim/output/groups.h"
#include "sim/output/network_tables.h"
#include "sim/output/tables.h"
#include "sim/output/xlsx/csv_sheet.h"
#include "sim/output/xlsx/summary_book.h"
#include "tests/sim/output/small_outcome.h"
#include "tests/support/office.h"
#include "tests/support/sheets.h"
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <set>

namespace phusong {
namespace {

namespace fs = std::filesystem;

class SummaryBook : public testing::Test {
  protected:
    void SetUp() override {
        folder = test::own_folder();
        fs::remove_all(folder);
        fs::create_directories(folder);
        s.world.communes[0].name = "=Đường Âm";
        s.world.communes[1].name = "Du Già";
        s.world.divisions = {{"vùng", {{"V1", "+Vùng", {{CommuneId{0}, 1}, {CommuneId{1}, 1}}}}}};
        s.scenario.sources["prices.site_vnd"] = {"data/p.toml", "middle of 0.5–1.0"};
    }
    void TearDown() override { fs::remove_all(folder); }
    std::map<std::string, test::ReadSheet> written(char const* name) {
        write_summary_books(folder, s.world, s.scenario, s.outcome);
        return test::read_xlsx(folder / name);
    }
    /// Row of the head, by the filter; every sheet but the first has one.
    static std::size_t head_of_sheet(test::ReadSheet const& sheet) {
        return std::stoul(sheet.filter.substr(1, sheet.filter.find(':') - 1)) - 1;
    }
    test::Small s = test::small();
    fs::path folder;
};

/// LibreOffice writes cells of percent as percent.
double value_of(std::string const& text) { return std::stod(text) / (text.ends_with('%') ? 100 : 1); }

void expect_same(geo::io::XlsxCell const& cell, std::string const& text, std::string const& sheet) {
    if (auto const* words = std::get_if<std::string>(&cell)) {
        EXPECT_EQ(text, *words) << sheet;
    } else if (auto const* whole = std::get_if<std::int64_t>(&cell)) {
        EXPECT_EQ(value_of(text), static_cast<double>(*whole)) << sheet;
    } else if (auto const* number = std::get_if<double>(&cell); number != nullptr && std::isfinite(*number)) {
        EXPECT_NEAR(value_of(text), *number, 1e-9 * std::abs(*number) + 5.1e-9) << sheet; // eight decimals
    } else {
        EXPECT_EQ(text, "") << sheet;
    }
}

/// Every cell of the book as it was handed to the writer.
void expect_equal(geo::io::XlsxBook const& book, std::map<std::string, test::ReadSheet> const& read) {
    ASSERT_EQ(book.sheets.size(), read.size());
    for (auto const& sheet : book.sheets) {
        auto const& back = read.at(sheet.name);
        EXPECT_EQ(back.formulas, 0U);
        auto const head = geo::io::head_row(sheet);
        for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
            EXPECT_EQ(back.text(head, c), sheet.columns[c].head);
            for (std::size_t r = 0; r < sheet.rows.size(); ++r)
                expect_same(sheet.rows[r][c], back.text(head + 1 + r, c), sheet.name);
        }
    }
}

/// Cells of a CSV file line by line, whatever its first line is.
std::vector<std::vector<std::string>> cells_of(fs::path const& file) {
    std::ifstream in(file);
    std::string const text(std::istreambuf_iterator<char>(in), {});
    std::vector<std::vector<std::string>> lines{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto& cell = lines.back().back();
        if (text[i] == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[i++];
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (text[i] == ',' && !quoted) {
            lines.back().emplace_back();
        } else if (text[i] == '\n' && !quoted) {
            lines.push_back({""});
        } else {
            cell += text[i];
        }
    }
    return lines;
}

} // namespace

TEST_F(SummaryBook, EverySheetIsReadBackEqualInBothLanguages) {
    expect_equal(summary_book(s.world, s.scenario, s.outcome, geo::Language::vi), written("summary.vi.xlsx"));
    expect_equal(summary_book(s.world, s.scenario, s.outcome, geo::Language::en), written("summary.en.xlsx"));
}

TEST_F(SummaryBook, HasFrozenHeadsFiltersAndCharts) {
    auto const sheets = written("summary.vi.xlsx");
    EXPECT_EQ(sheets.size(), 9U);
    for (auto const& [name, sheet] : sheets) {
        EXPECT_FALSE(sheet.frozen_at.empty()) << name;
        if (name == "Tóm tắt") {
            EXPECT_EQ(sheet.charts, 1); // one drawing that holds both
        } else {
            EXPECT_FALSE(sheet.filter.empty()) << name;
        }
    }
}

TEST_F(SummaryBook, SortsCommunesAsVietnameseReadersDo) {
    auto const sheet = written("summary.vi.xlsx").at("Xã theo năm");
    auto const head = head_of_sheet(sheet);
    s.world.communes[0].district = s.world.communes[1].district;
    EXPECT_TRUE(sheet.is_text(head + 1, 0)) << "a code is text";
    EXPECT_EQ(sheet.text(head + 1, 0).substr(0, 2), "00");
}

TEST_F(SummaryBook, NeverHoldsNanAndKeepsNamesInert) {
    for (auto const* name : {"summary.vi.xlsx", "summary.en.xlsx"})
        for (auto const& [title, sheet] : written(name)) {
            for (auto const& [place, cell] : sheet.cells) {
                EXPECT_NE(cell.text, "nan");
                EXPECT_NE(cell.text, "inf");
                if (cell.text == "=Đường Âm" || cell.text == "+Vùng") {
                    EXPECT_TRUE(cell.is_text);
                }
            }
            EXPECT_EQ(sheet.formulas, 0U);
        }
}

TEST_F(SummaryBook, StatesTheSourceOfAFigure) {
    auto const sheet = written("summary.en.xlsx").at("Assumptions");
    bool found = false;
    for (std::size_t r = 0; r < sheet.rows(); ++r)
        if (sheet.text(r, 0) == "prices.site_vnd") {
            found = true;
            EXPECT_EQ(sheet.text(r, 3), "VND");
            EXPECT_EQ(sheet.text(r, 4), "middle of 0.5–1.0");
            EXPECT_EQ(sheet.text(r, 5), "data/p.toml");
            EXPECT_FALSE(sheet.is_text(r, 2));
        }
    EXPECT_TRUE(found);
}

TEST_F(SummaryBook, LeavesNoAssumptionWithoutAWordOnItsSource) {
    s.scenario.sources["prices.vsat_vnd"] = {"data/p.toml", ""};
    s.scenario.sources["radio.2g.frequency_mhz"] = {"data/p.toml", "[radio.2g] BCCH"};
    auto const book = summary_book(s.world, s.scenario, s.outcome, geo::Language::en);
    auto const& sheet = *std::ranges::find(book.sheets, "Assumptions", &geo::io::XlsxSheet::name);
    std::map<std::string, std::string> source;
    for (auto const& row : sheet.rows) source[std::get<std::string>(row[0])] = std::get<std::string>(row[4]);
    for (auto const& [key, words] : source) EXPECT_FALSE(words.empty()) << key;
    EXPECT_EQ(source.at("prices.vsat_vnd"), "the file states no source");
    EXPECT_EQ(source.at("radio.2g.frequency_mhz"), "[radio.2g] BCCH");
    EXPECT_EQ(source.at("adoption.draws"), "assumption of this project, unless docs/models.md states a source");
}

TEST_F(SummaryBook, HasTheSameBytesTwice) {
    (void)written("summary.vi.xlsx");
    auto const vi = geo::io::sha256_of_file(folder / "summary.vi.xlsx");
    auto const en = geo::io::sha256_of_file(folder / "summary.en.xlsx");
    (void)written("summary.vi.xlsx");
    EXPECT_EQ(geo::io::sha256_of_file(folder / "summary.vi.xlsx"), vi);
    EXPECT_EQ(geo::io::sha256_of_file(folder / "summary.en.xlsx"), en);
    EXPECT_NE(vi, en);
}

TEST_F(SummaryBook, IsOpenedByLibreOfficeSheetBySheet) {
    if (!test::office_is_here()) GTEST_SKIP() << test::no_office;
    (void)written("summary.vi.xlsx");
    ASSERT_TRUE(test::open_in_office("'" + (folder / "summary.vi.xlsx").string() + "'", test::sheets_as_csv, folder));
    for (auto const& sheet : summary_book(s.world, s.scenario, s.outcome, geo::Language::vi).sheets) {
        auto const lines = cells_of(folder / ("summary.vi-" + sheet.name + ".csv"));
        auto const head = geo::io::head_row(sheet);
        ASSERT_GE(lines.size(), head + 1 + sheet.rows.size()) << sheet.name;
        for (std::size_t r = 0; r < sheet.rows.size(); ++r)
            for (std::size_t c = 0; c < sheet.columns.size(); ++c)
                expect_same(sheet.rows[r][c], lines[head + 1 + r].at(c), sheet.name);
    }
}

TEST_F(SummaryBook, HasSheetsOfTheNetworkWhenOneIsPlanned) {
    auto const count = [&] { return summary_book(s.world, s.scenario, s.outcome, geo::Language::en).sheets.size(); };
    s.outcome.network = {};
    auto const without = count();
    s.outcome.network.planned = true;
    s.outcome.network.materials.push_back({2021, {"Cáp 24 sợi", "24-fibre cable"}, "cable", "km", 3.5, 7'000'000});
    EXPECT_EQ(count(), without + 4);
    auto const book = summary_book(s.world, s.scenario, s.outcome, geo::Language::en);
    EXPECT_EQ(book.sheets.back().name, "Materials");
    EXPECT_EQ(std::get<std::string>(book.sheets.back().rows.at(0).at(1)), "24-fibre cable");
    EXPECT_EQ(std::get<double>(book.sheets.back().rows.at(0).at(2)), 3.5);
    EXPECT_EQ(std::get<std::string>(sheet_cell("kind", "fibre", geo::Language::vi)), "cáp quang");
}

TEST_F(SummaryBook, HasSheetsOfNamedOperatorsAndOfOverloadedSitesWhereThereAreSome) {
    auto const names = [&](geo::Language language) {
        std::vector<std::string> all;
        for (auto const& sheet : summary_book(s.world, s.scenario, s.outcome, language).sheets)
            all.push_back(sheet.name);
        return all;
    };
    EXPECT_THAT(names(geo::Language::en), testing::Not(testing::Contains("Operators")));
    EXPECT_THAT(names(geo::Language::en), testing::Not(testing::Contains("Overloaded sites")));
    test::name_operators(s);
    test::overload_sites(s);
    EXPECT_THAT(names(geo::Language::vi), testing::IsSupersetOf({"Nhà mạng", "Trạm quá tải"}));
    auto const book = summary_book(s.world, s.scenario, s.outcome, geo::Language::en);
    auto const& operators = *std::ranges::find(book.sheets, "Operators", &geo::io::XlsxSheet::name);
    ASSERT_EQ(operators.rows.size(), 4U);
    EXPECT_EQ(std::get<std::string>(operators.rows[1].at(1)), "B");
    EXPECT_EQ(std::get<std::int64_t>(operators.rows[1].at(3)), 400'000'000);
    auto const& sites = *std::ranges::find(book.sheets, "Overloaded sites", &geo::io::XlsxSheet::name);
    ASSERT_EQ(sites.rows.size(), 2U);
    EXPECT_EQ(std::get<std::string>(sites.rows[1].at(0)), "T-7");
    EXPECT_EQ(std::get<std::int64_t>(sites.rows[1].at(9)), 630'000'000);
    EXPECT_EQ(std::get<std::string>(sites.rows[1].at(10)), "yes");
    EXPECT_EQ(sites.lines.front(), "Overloaded: the busy hour fills over 60% of the site (links.full_share).");
    for (auto const* sheet : {&operators, &sites}) // the synthetic layers stand in a line below
        for (auto const& column : sheet->columns) EXPECT_NE(column.head, head_of("synthetic_layers").en);
}

TEST(ColumnWords, AreThereForEveryColumnOfEveryTableInBothLanguages) {
    auto const s = test::small();
    std::set<std::string> known;
    for (auto const& words : column_words()) {
        EXPECT_TRUE(known.insert(std::string(words.column)).second) << words.column;
        EXPECT_FALSE(words.vi.empty() || words.en.empty()) << words.column;
    }
    std::set<std::string> used;
    for (auto const& text :
         {communes_csv(s.world, s.scenario, s.outcome), villages_csv(s.world, s.scenario, s.outcome),
          plan_csv(s.world, s.scenario, s.outcome), targets_csv(s.world, s.scenario, s.outcome),
          money_csv(s.world, s.scenario, s.outcome), provenance_csv(s.world),
          groups_csv(s.world, s.scenario, s.outcome), cash_flow_csv(s.world, s.scenario, s.outcome),
          commune_money_csv(s.world, s.scenario, s.outcome), sharing_csv(s.world, s.scenario, s.outcome),
          subscribers_csv(s.world, s.scenario, s.outcome), site_load_csv(s.world, s.outcome),
          site_upgrades_csv(s.world, s.scenario, s.outcome), operators_csv(s.world, s.scenario, s.outcome),
          links_csv(s.world, s.scenario, s.outcome), fibre_csv(s.world, s.outcome), pon_csv(s.world, s.outcome),
          materials_csv(s.world, s.outcome), second_ways_csv(s.world, s.outcome)})
        for (auto const& column : geo::io::parse_csv(text, "t").columns) {
            auto const head = head_of(column);
            used.insert(column.starts_with("value_2")      ? "value"
                        : column.starts_with("load_mbps_") ? "load_mbps"
                                                           : column);
            EXPECT_NE(head.en, column) << "no words for " << column;
        }
    for (auto const& column : known)
        EXPECT_TRUE(used.contains(column) || column == "commune_code") << column << " is in no table";
}

TEST(ColumnWords, KeepTheYearAtTheEnd) {
    EXPECT_EQ(head_of("value_2025").vi, "Giá trị 2025");
    EXPECT_EQ(kind_of("value_2025"), ColumnKind::decimal_2);
    EXPECT_EQ(head_of("something_else").en, "something_else");
    EXPECT_EQ(flag_words("unknown").vi, "chưa biết");
}

} // namespace phusong

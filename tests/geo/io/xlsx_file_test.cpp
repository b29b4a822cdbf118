#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include "geo/io/xlsx_file.h"
#include "tests/support/sheets.h"
#include "tests/support/xml.h"
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;
using Row = std::vector<std::string>;

XlsxSheet small_sheet() {
    XlsxSheet sheet;
    sheet.name = "Xã & thôn";
    sheet.title = "Mỗi xã, <mỗi> năm";
    sheet.lines = {"=HYPERLINK(\"x\")"};
    sheet.columns = {{"Mã"}, {"Tên", XlsxStyle::text, 30}, {"Người", XlsxStyle::whole}, {"Tỷ lệ", XlsxStyle::percent}};
    sheet.rows = {{std::string("00688"), std::string("Đồng Văn"), std::int64_t{5123}, 0.625},
                  {std::string("00691"), std::string("=1+1"), std::monostate{}, NAN},
                  {std::string("00692"), std::string("+cmd|x"), std::int64_t{-7}, INFINITY},
                  {std::string("00693"), std::string("@sum"), std::int64_t{9'007'199'254'740'991}, 0.0}};
    sheet.charts = {{XlsxSheet::Chart::Kind::line, "Tỷ lệ", "%", 0, {3}, 0, 3}};
    return sheet;
}

class Xlsx : public testing::Test {
  protected:
    void SetUp() override {
        folder = fs::path(testing::TempDir()) /
                 (std::string("xlsx_") + testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }
    fs::path folder;
};

} // namespace

TEST_F(Xlsx, CellsAreReadBackAsTheyWereWritten) {
    write_xlsx(folder / "a.xlsx", {"T", "S", {small_sheet()}});
    auto const sheets = test::read_xlsx(folder / "a.xlsx");
    ASSERT_EQ(sheets.size(), 1U);
    auto const& sheet = sheets.at("Xã & thôn");
    EXPECT_EQ(sheet.text(0, 0), "Mỗi xã, <mỗi> năm");
    EXPECT_EQ(sheet.row(3, 4), (Row{"Mã", "Tên", "Người", "Tỷ lệ"}));
    EXPECT_EQ(sheet.row(4, 4), (Row{"00688", "Đồng Văn", "5123", "0.625"}));
    EXPECT_EQ(sheet.row(7, 4), (Row{"00693", "@sum", "9007199254740991", "0"}));
    EXPECT_TRUE(sheet.is_text(4, 0)) << "a code is no number";
    EXPECT_FALSE(sheet.is_text(4, 2));
}

TEST_F(Xlsx, KeepsNoDigitsThatNobodyReads) {
    auto sheet = small_sheet();
    sheet.rows[1][3] = 2.0 / 3;
    sheet.rows[2][3] = 1e9 + 0.25;
    write_xlsx(folder / "a.xlsx", {"T", "S", {sheet}});
    auto const read = test::read_xlsx(folder / "a.xlsx").at("Xã & thôn");
    EXPECT_EQ(read.text(5, 3), "0.66666667");
    EXPECT_EQ(read.text(6, 3), "1000000000.25");
}

TEST_F(Xlsx, NamesThatLookLikeFormulasAreText) {
    write_xlsx(folder / "a.xlsx", {"T", "S", {small_sheet()}});
    auto const sheet = test::read_xlsx(folder / "a.xlsx").at("Xã & thôn");
    EXPECT_EQ(sheet.text(5, 1), "=1+1");
    EXPECT_EQ(sheet.text(1, 0), "=HYPERLINK(\"x\")");
    EXPECT_TRUE(sheet.is_text(5, 1));
    EXPECT_EQ(sheet.formulas, 0U);
}

TEST_F(Xlsx, HoldsNothingThatBreaksAWorkbook) {
    auto sheet = small_sheet();
    std::string const long_title = std::string(199, 'x') + "ữ"; // three bytes, the cut goes through it
    sheet.rows[0][1] = std::string("a\x07\uFFFE\uFFFF_x0041_ _x41_");
    write_xlsx(folder / "a.xlsx", {long_title, "a\x07\uFFFE", {sheet}});
    for (auto const& [name, part] : test::unzip(folder / "a.xlsx")) EXPECT_EQ(test::read_xml(part).fault, "") << name;
    EXPECT_EQ(test::read_xlsx(folder / "a.xlsx").at("Xã & thôn").text(4, 1), "a_x0007_\uFFFD\uFFFD_x005F_x0041_ _x41_");
    auto const properties = test::read_xml(test::unzip(folder / "a.xlsx").at("docProps/core.xml"));
    EXPECT_EQ(properties.texts("dc:title"), Row{std::string(197, 'x') + "…"});
    EXPECT_EQ(properties.texts("dc:subject"), Row{"a \uFFFD"});
}

TEST_F(Xlsx, WhatIsNoNumberIsAnEmptyCell) {
    write_xlsx(folder / "a.xlsx", {"T", "S", {small_sheet()}});
    auto const sheet = test::read_xlsx(folder / "a.xlsx").at("Xã & thôn");
    EXPECT_EQ(sheet.row(5, 4), (Row{"00691", "=1+1", "", ""}));
    EXPECT_EQ(sheet.text(6, 3), "");
}

TEST_F(Xlsx, HasTheSameBytesTwiceAndLeavesNothingElse) {
    write_xlsx(folder / "a.xlsx", {"T", "S", {small_sheet()}});
    write_xlsx(folder / "b.xlsx", {"T", "S", {small_sheet()}});
    EXPECT_EQ(sha256_of_file(folder / "a.xlsx"), sha256_of_file(folder / "b.xlsx"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 2);
}

TEST_F(Xlsx, CutsTextThatNoCellHolds) {
    auto sheet = small_sheet();
    std::string letters;
    for (int i = 0; i < 20'000; ++i) letters += "ậ";
    sheet.rows[0][1] = letters;
    write_xlsx(folder / "a.xlsx", {"T", "S", {sheet}});
    auto const text = test::read_xlsx(folder / "a.xlsx").at("Xã & thôn").text(4, 1);
    EXPECT_LE(text.size(), 32'767U);
    EXPECT_TRUE(text.ends_with("ậ…"));
}

TEST_F(Xlsx, SaysWhereNothingCanBeWritten) {
    EXPECT_THROW(write_xlsx(folder / "none" / "a.xlsx", {"T", "S", {small_sheet()}}), FileError);
    auto sheet = small_sheet();
    sheet.name = "a/b";
    EXPECT_THROW(write_xlsx(folder / "a.xlsx", {"T", "S", {sheet}}), std::logic_error);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 0);
}

} // namespace phusong::geo::io

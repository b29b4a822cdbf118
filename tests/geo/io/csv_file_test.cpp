#include "geo/io/csv_file.h"
#include "scratch.h"
#include <random>

namespace phusong::geo::io {
namespace {

using Cells = std::vector<std::string>;

std::string refusal(std::string_view bytes) {
    return test::problems_of<InputError>([&] { return parse_csv(bytes, "villages.csv"); });
}

void expect_in(std::string const& part, std::string const& text) {
    EXPECT_NE(text.find(part), std::string::npos) << text;
}

TEST(Csv, ReadsQuotesCommasAndLineEndsInsideCells) {
    auto const table = parse_csv(
        "code,name,note\n00688,\"Xã Đồng Văn\",\"a, b\"\n00690,\"nói \"\"có\"\"\",\"hai\ndòng\"\n3,,\n", "v.csv");
    EXPECT_EQ(table.columns, (Cells{"code", "name", "note"}));
    ASSERT_EQ(table.rows.size(), 3u);
    EXPECT_EQ(table.rows[0].cells, (Cells{"00688", "Xã Đồng Văn", "a, b"}));
    EXPECT_EQ(table.rows[1].cells, (Cells{"00690", "nói \"có\"", "hai\ndòng"}));
    EXPECT_EQ(table.rows[2].cells, (Cells{"3", "", ""}));
    EXPECT_EQ(table.rows[2].line, 5u); // the second row took two lines
}

TEST(Csv, TakesByteOrderMarkCrlfCommentsAndNoLastLineEnd) {
    auto const table =
        parse_csv("\xEF\xBB\xBF# made by hand, \"2021\r\n\r\n# second\r\ncode,name\r\n#7,a\r\n\r\n8,b", "v.csv");
    EXPECT_EQ(table.columns, (Cells{"code", "name"}));
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].cells, (Cells{"#7", "a"})); // after the header # is text
    EXPECT_EQ(table.rows[1].cells, (Cells{"8", "b"}));
    EXPECT_EQ(table.rows[1].line, 7u);
}

TEST(Csv, ReadsAnEmptyTable) {
    EXPECT_TRUE(parse_csv("code,name", "v.csv").rows.empty());
    expect_in("villages.csv: is empty", refusal(""));
    expect_in("is empty", refusal("# only a comment\n"));
}

TEST(Csv, ReportsEveryRaggedRowAtOnce) {
    auto const text = refusal("a,b\n1,2\n3\n4,5,6\n");
    expect_in("villages.csv:3: has 1 cells, the header has 2 columns", text);
    expect_in("villages.csv:4: has 3 cells", text);
}

TEST(Csv, HintsAtOtherSeparators) {
    expect_in("save with commas", refusal("code;name;people\n00688;Đồng Văn;700,5\n"));
    expect_in("save with commas", refusal("code\tname\n1\t2\n"));
}

TEST(Csv, RefusesBrokenQuotes) {
    expect_in("villages.csv:3: opens a quote that is never closed", refusal("a,b\n1,2\n3,\"x\ny,z\n"));
    expect_in("villages.csv:2: holds a quote inside a cell", refusal("a,b\n5\" pipe,2\n"));
    expect_in("villages.csv:2: has text after a closing quote", refusal("a,b\n\"5\" pipe,2\n"));
}

TEST(Csv, RefusesWhatIsNotUtf8Text) {
    expect_in("save as UTF-8", refusal("name\nX\xE3 D\n"));
    expect_in("UTF-16", refusal(std::string_view("\xFF\xFEn\0a\0", 6)));
    expect_in("villages.csv:2:3: holds a NUL byte", refusal(std::string_view("name\nab\0c\n", 10)));
    expect_in("lone CR", refusal("a,b\r1,2\r"));
}

TEST(Csv, RefusesDuplicateColumnsAndHugeCells) {
    expect_in("column “lat” is there twice", refusal("lon,lat,lat\n"));
    expect_in("holds a cell over 65536 bytes", refusal(fmt::format("a\n{}\n", std::string(65'537, 'x'))));
    EXPECT_EQ(parse_csv(fmt::format("a\n{}", std::string(65'537, 'x')), "v", 70'000).rows[0].cells[0].size(), 65'537u);
}

TEST(Csv, StopsAfterTwentyProblems) {
    std::string bytes = "a,b\n";
    for (int i = 0; i < 500; ++i) bytes += "x\n";
    try {
        (void)parse_csv(bytes, "v.csv");
        FAIL();
    } catch (InputError const& error) {
        EXPECT_EQ(error.problems.size(), 20u);
    }
}

TEST(Csv, WhatCsvCellWritesIsReadBack) {
    std::mt19937 random(20'210'613);
    std::vector<std::string> const letters{"a", "7", ",", "\"", "\n", " ", "\t", "Đ", ";", "#", "'", "=", "-"};
    for (int round = 0; round < 300; ++round) {
        Cells cells;
        std::string bytes = "p,q,r\n";
        for (int i = 0; i < 3; ++i) {
            std::string cell;
            for (auto n = random() % 6; n > 0; --n) cell += letters[random() % letters.size()];
            if (i) bytes += ',';
            bytes += csv_cell(cell);
            cells.push_back(cell);
        }
        auto const table = parse_csv(bytes + "\n", "v.csv");
        ASSERT_EQ(table.rows.size(), 1u) << bytes;
        EXPECT_EQ(table.rows[0].cells, cells);
    }
}

TEST(Csv, WhatASpreadsheetWouldWorkOutIsMarkedAsText) {
    for (auto const& [text, cell] : {std::pair{"=1+1", "'=1+1"},
                                     {"+84 91", "'+84 91"},
                                     {"@SUM(A1)", "'@SUM(A1)"},
                                     {"-2+3", "'-2+3"},
                                     {" =1", "' =1"},
                                     {"'=1", "''=1"},
                                     {"＝1+1", "'＝1+1"},
                                     {"-inf", "'-inf"},
                                     {"=a,b", "\"'=a,b\""},
                                     {"\t=1", "'\t=1"}})
        EXPECT_EQ(csv_cell(text), cell);
    for (auto const* text : {"-2.5", "-7e-3", "-", "a=1", "'quoted'", "2-3", "–"}) EXPECT_EQ(csv_cell(text), text);
}

TEST(Csv, AnyBytesGiveATableOrAnInputError) {
    std::mt19937 random(7);
    std::string const letters = "a,\"\r\n;#\xC3\xA3";
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes;
        for (auto n = random() % 24; n > 0; --n) bytes += letters[random() % letters.size()];
        try {
            auto const table = parse_csv(bytes, "v.csv");
            for (auto const& row : table.rows) ASSERT_EQ(row.cells.size(), table.columns.size());
        } catch (InputError const&) {
        }
    }
}

struct Reading {
    CsvTable table;
    Problems problems;
    CsvReader reader{table, problems};
    explicit Reading(std::string const& cell)
        : table(parse_csv(fmt::format("people,x\n\"{}\",\n", cell), "villages.csv")) {}
    [[nodiscard]] std::string said() const { return text(problems, Language::en); }
};

TEST(CsvReader, ReadsWholeNumbersWithAPoint) {
    EXPECT_EQ(Reading("700.5").reader.number({2, {"700.5", ""}}, 0, 0, 1000), 700.5);
    for (auto const* const cell : {"-7.25", "7e2", "0.125", "-0"}) {
        Reading r(cell);
        EXPECT_EQ(r.reader.number(r.table.rows[0], 0, -900, 900), std::stod(cell)) << cell;
        EXPECT_TRUE(r.problems.empty()) << r.said();
    }
    Reading zero("-0");
    EXPECT_FALSE(std::signbit(zero.reader.number(zero.table.rows[0], 0, -9, 9)));
}

TEST(CsvReader, RefusesEverythingElseAndGivesTheMinimum) {
    for (auto const* const cell :
         {"700,5", "1.234,5", "nan", "inf", "-inf", "7x", "7 ", " 7", "", "0x1F", "1e400", "+7", "bảy"}) {
        Reading r(cell);
        EXPECT_EQ(r.reader.number(r.table.rows[0], 0, -3, 5000), -3) << cell;
        ASSERT_EQ(r.problems.size(), 1u) << cell;
        EXPECT_EQ(r.problems[0].where, "villages.csv:2 people");
        EXPECT_FALSE(r.problems[0].hint.en.empty()) << cell;
    }
}

TEST(CsvReader, TakesGroupsOfThreeForThousandsWhereSoManyMayBe) {
    auto const hint = [](char const* cell, double max) {
        Reading r(cell);
        (void)r.reader.number(r.table.rows[0], 0, 0, max);
        return r.said();
    };
    expect_in("write 1930, without a thousands separator (1.930 is read as 1.93)", hint("1,930", 1e8));
    expect_in("write 1234567", hint("1,234,567", 1e8));
    expect_in("write 1234567", hint("1.234.567", 1e8));
    expect_in("write 104.970", hint("104,970", 180)); // a longitude is no thousands
    expect_in("write 19.30", hint("19,30", 1e8));
    expect_in("write 1234.567", hint("1234,567", 1e8));
}

TEST(CsvReader, SaysHowToWriteVietnameseNumbers) {
    for (auto const& [cell, wanted] : std::vector<std::pair<std::string, std::string>>{{"700,5", "write 700.5"},
                                                                                       {"1.234,5", "write 1234.5"},
                                                                                       {"12 345", "write 12345"},
                                                                                       {"", "fill in a number"}}) {
        Reading r(cell);
        (void)r.reader.number(r.table.rows[0], 0, 0, 9);
        expect_in(wanted, r.said());
    }
}

TEST(CsvReader, ChecksRangesAndWholeNumbers) {
    Reading high("17");
    EXPECT_EQ(high.reader.integer(high.table.rows[0], 0, 3, 16), 3);
    expect_in("is “17”, must be a number in [3, 16]", high.said());
    Reading half("7.5");
    EXPECT_EQ(half.reader.integer(half.table.rows[0], 0, 3, 16), 3);
    expect_in("must be a whole number", half.said());
    Reading fine("00016");
    EXPECT_EQ(fine.reader.integer(fine.table.rows[0], 0, 3, 16), 16);
}

TEST(CsvReader, NamesEveryMissingColumnWithASuggestion) {
    auto const table = parse_csv("code,poeple,lon\n", "villages.csv");
    Problems problems;
    CsvReader reader(table, problems);
    EXPECT_EQ(reader.columns({"lon", "code"}), (std::vector<std::size_t>{2, 0}));
    EXPECT_FALSE(reader.columns({"code", "people", "lat"}));
    ASSERT_EQ(problems.size(), 2u);
    expect_in("column “people” is missing\n    → did you mean “poeple”?", text(problems, Language::en));
}

} // namespace
} // namespace phusong::geo::io

// Files for other programs, made of hostile names: each is what its format says, and gives the names back as text.
#include "geo/io/csv_file.h"
#include "geo/io/sqlite_file.h"
#include "tests/hostile/hostile_project.h"
#include "tests/support/sheets.h"
#include "tests/support/xml.h"
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::Contains, testing::HasSubstr, testing::IsEmpty, testing::Not;

std::string replaced(std::string text, std::string const& from, std::string const& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// What XML may not hold stands as a blank there.
std::string in_xml(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return replaced(replaced(text, "\uFFFE", " "), "\uFFFF", " ");
}

std::string sqlite_text(geo::io::SqliteValue const& value) {
    auto const* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

std::vector<fs::path> files_ending_in(std::vector<std::string> const& endings) {
    std::vector<fs::path> found;
    for (auto const& file : hostile().results())
        if (std::ranges::count(endings, file.extension().string()) > 0) found.push_back(file);
    return found;
}

/// Every document of XML among the results, by name: files, parts of archives, styles inside databases.
std::map<std::string, std::string> documents() {
    std::map<std::string, std::string> found;
    for (auto const& file : files_ending_in({".qgs", ".qml", ".svg"})) found[file.string()] = contents(file);
    for (auto const& file : files_ending_in({".kmz", ".xlsx"}))
        for (auto const& [name, part] : unzip(file)) found[fmt::format("{}/{}", file.string(), name)] = part;
    geo::io::read_sqlite(hostile().project / "out/plan.gpkg", "SELECT f_table_name, styleQML FROM layer_styles",
                         [&](auto const& row) { found["style of " + sqlite_text(row[0])] = sqlite_text(row[1]); });
    return found;
}

} // namespace

TEST(HostileNames, LeaveEveryDocumentOfXmlWellFormed) {
    auto const all = documents();
    EXPECT_GT(all.size(), 60U);
    for (auto const& [name, document] : all) EXPECT_EQ(read_xml(document).fault, "") << name;
}

TEST(HostileNames, AreTextInTheKmlAndInTheBalloonThatIsMadeOfIt) {
    auto const document = read_xml(unzip(hostile().project / "out/plan.kmz").at("doc.kml"));
    auto const names = document.texts("name");
    for (auto const& [code, name] : hostile().villages)
        EXPECT_THAT(names, Contains(replaced(replaced(in_xml(name), "<", "‹"), ">", "›"))) << code;
    for (auto const* part : {"name", "value", "description"})
        EXPECT_THAT(document.texts(part), Not(Contains(HasSubstr("<")))) << part;
}

TEST(HostileNames, AreTextInGeoJson) {
    for (auto const* file : {"out/ofds/nodes.geojson", "out/ofds/spans.geojson"}) {
        auto const read = nlohmann::json::parse(contents(hostile().project / file));
        ASSERT_THAT(read["features"], Not(IsEmpty())) << file;
        EXPECT_THAT(read["features"][0]["properties"]["network"]["name"].get<std::string>(),
                    HasSubstr("\"><img src=x onerror=alert(2)> nam\u202Egnuv"));
    }
}

TEST(HostileNames, StandInGeoPackagesByteByByte) {
    for (auto const& [layers, query] : {std::pair{"out/plan.gpkg", "SELECT code, name FROM villages"},
                                        {"study/probability.gpkg", "SELECT code, name FROM coverage_probability"}}) {
        std::map<std::string, std::string> read;
        geo::io::read_sqlite(hostile().project / layers, query,
                             [&](auto const& row) { read[sqlite_text(row[0])] = sqlite_text(row[1]); });
        EXPECT_EQ(read, hostile().villages) << layers;
    }
}

/// Goals that hang on signal say how it was taken.
std::string without_end(std::string text, std::string const& end) {
    if (text.ends_with(end)) text.resize(text.size() - end.size());
    return text;
}

TEST(HostileNames, OfGoalsStandInTheStudysDatabase) {
    std::set<std::string> labels, wanted;
    geo::io::read_sqlite(hostile().project / "study/study.db",
                         "SELECT label_vi, label_en FROM indicator WHERE goal > 0", [&](auto const& row) {
                             labels.insert(without_end(sqlite_text(row[0]), " (sóng như dự báo)"));
                             labels.insert(without_end(sqlite_text(row[1]), " (signal as predicted)"));
                         });
    auto const goals = geo::io::read_csv(hostile().project / "data/toy/targets.csv", "targets.csv");
    for (auto const& row : goals.rows)
        for (auto const* column : {"label_vi", "label_en"}) wanted.insert(row.cells[*goals.column(column)]);
    EXPECT_THAT(labels, testing::IsSupersetOf(wanted));
}

TEST(HostileNames, StandInTablesAsTheyWereForWhoReadsThemHere) {
    for (auto const* table : {"out/tables/villages.csv", "study/villages.csv"}) {
        auto const read = geo::io::read_csv(hostile().project / table, table);
        EXPECT_FALSE(read.rows.empty());
        for (auto const& row : read.rows) // codes stand in the first column
            EXPECT_EQ(row.cells[read.column("name").value()], hostile().villages.at(row.cells[0]));
    }
}

TEST(HostileNames, NeitherSteerTheTerminalNorTurnWhatStandsBesideThem) {
    for (auto const* command :
         {"check scenario.toml", "why scenario.toml 90003-01 90003-02 90003-03", "gaps scenario.toml",
          "compare out other", "run scenario.toml -o out",
          "check scenario.toml --set title_en='\"\\u001b]0;x\\u0007\"' --set radio.margin_db='\"\\u001b[2J\"'"}) {
        auto const said = hostile().ask(command);
        for (auto const& text : {said.out, said.err}) {
            EXPECT_EQ(std::ranges::count_if(
                          text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }),
                      0)
                << command << '\n'
                << text;
            for (auto const* mark : {"\x7F", "\u009B", "\u202E", "\u2067"}) EXPECT_THAT(text, Not(HasSubstr(mark)));
        }
    }
    auto const steering = std::ranges::find_if(hostile().villages,
                                               [](auto const& village) { return village.second.starts_with("a\x01"); });
    ASSERT_NE(steering, hostile().villages.end());
    EXPECT_THAT(hostile().ask("why scenario.toml " + steering->first).out,
                HasSubstr("a\uFFFD\uFFFD\uFFFD[31mb\uFFFD\uFFFD2J"));
}

} // namespace phusong::test

// The toy province end to end, compared as text. After a wanted change: tools/update_golden.sh, then read the diff.
#include "geo/io/csv_file.h"
#include "tests/tools/cli_program.h"
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines(std::string const& text) {
    std::vector<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
}

/// The first difference as a person would look for it.
std::string difference(std::string const& golden, std::string const& now) {
    auto const a = lines(golden), b = lines(now);
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (a[i] != b[i]) return fmt::format("line {}:\n- {}\n+ {}", i + 1, a[i], b[i]);
    return fmt::format("{} lines became {}", a.size(), b.size());
}

/// Sum of the columns of one row of a table on record.
std::int64_t sum(geo::io::CsvTable const& table, geo::io::CsvTable::Row const& row,
                 std::vector<std::string> const& columns) {
    std::int64_t all = 0;
    for (auto const& column : columns) all += std::stoll(row.cells.at(table.column(column).value()));
    return all;
}

} // namespace

TEST(Golden, TheToyProvinceGivesTheFiguresOnRecord) {
    fs::path const record = fs::path(PHUSONG_SOURCE_DIR) / "tests/golden/toy";
    Folder const here("golden");
    auto const said = phusong(fmt::format("run '{}/scenarios/toy.toml' -o out --store '{}'", PHUSONG_SOURCE_DIR,
                                          (here.path / "store").string()),
                              {.folder = here.path});
    ASSERT_EQ(said.code, 0) << said.err;
    std::size_t compared = 0;
    for (auto const& entry : fs::directory_iterator(record)) {
        auto const name = entry.path().filename();
        auto const now = name == "summary.json" ? here.path / "out" / name : here.path / "out/tables" / name;
        auto const was = contents(entry.path()), is = contents(now);
        EXPECT_TRUE(was == is) << name << ' ' << difference(was, is);
        ++compared;
    }
    EXPECT_EQ(compared, 18U);
}

TEST(Golden, MoneyAddsUpToTheLastVndAndPeopleToTheLastOne) {
    auto const folder = fs::path(PHUSONG_SOURCE_DIR) / "tests/golden/toy";
    auto const table = [&](char const* name) { return geo::io::read_csv(folder / name, name); };
    std::vector<std::string> const items{"site_vnd", "technology_vnd", "power_vnd", "backhaul_vnd", "access_vnd"};
    auto const money = table("money.csv"), plan = table("plan.csv"), communes = table("communes.csv");
    for (auto const& row : money.rows) {
        auto const of = [&](std::vector<std::string> const& columns) { return sum(money, row, columns); };
        EXPECT_EQ(of(items), of({"capex_vnd"}));
        EXPECT_EQ(of({"capex_vnd", "recurring_vnd"}), of({"spent_vnd"}));
        EXPECT_EQ(of({"spent_vnd", "left_vnd"}), of({"budget_vnd", "carried_in_vnd"}));
        EXPECT_EQ(of({"available_vnd"}), of({"budget_vnd", "carried_in_vnd"}));
    }
    for (auto const& row : plan.rows) {
        EXPECT_EQ(sum(plan, row, items), sum(plan, row, {"capex_vnd"}));
        EXPECT_EQ(sum(plan, row, {"operators_capex_vnd", "public_capex_vnd"}), sum(plan, row, {"capex_vnd"}));
    }
    for (auto const& year : nlohmann::json::parse(contents(folder / "summary.json"))["years"])
        for (auto const* kind : {"people", "people_with_signal", "people_with_broadband", "people_with_fibre"}) {
            std::int64_t all = 0;
            for (auto const& row : communes.rows)
                if (sum(communes, row, {"year"}) == year["year"]) all += sum(communes, row, {kind});
            EXPECT_EQ(all, year[kind]) << kind << ' ' << year["year"];
        }
}

TEST(Golden, EveryColumnOfATableIsExplained) {
    auto const guide = contents(fs::path(PHUSONG_SOURCE_DIR) / "docs/formats.md");
    auto const section = guide.substr(guide.find("# What comes out"));
    std::size_t looked_up = 0;
    for (auto const& entry : fs::directory_iterator(fs::path(PHUSONG_SOURCE_DIR) / "tests/golden/toy")) {
        if (entry.path().extension() != ".csv") continue;
        auto const table = section.find("## `tables/" + entry.path().filename().string() + "`");
        ASSERT_NE(table, std::string::npos) << entry.path();
        auto const part = section.substr(table, section.find("\n## ", table) - table);
        std::istringstream header(lines(contents(entry.path())).at(0));
        for (std::string column; std::getline(header, column, ','); ++looked_up) {
            if (column.starts_with("value_2")) column = "value_YEAR";
            if (column.starts_with("load_mbps_2")) column = "load_mbps_YEAR";
            EXPECT_NE(part.find('`' + column + '`'), std::string::npos) << entry.path().filename() << ' ' << column;
        }
    }
    EXPECT_GT(looked_up, 100U);
}

} // namespace phusong::test

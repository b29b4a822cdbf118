// What `why` tells of a village is what the plan did.
#include "geo/io/csv_file.h"
#include "tests/tools/toy_project.h"
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Json = nlohmann::json;

class Why : public ToyProject {
  protected:
    Json asked(std::string const& code, std::string const& more = "") {
        auto const said = phusong("why scenario.toml " + code + " --json " + more, {.folder = project});
        EXPECT_EQ(said.code, 0) << said.err;
        return Json::parse(said.out)["villages"];
    }
};

} // namespace

TEST_F(Why, TellsTheSameReasonAsTheTableOfVillagesInEveryYear) {
    ASSERT_EQ(run("-o out").code, 0);
    auto const table = geo::io::read_csv(project / "out/tables/villages.csv", "villages.csv");
    auto const cell = [&](auto const& row, char const* column) { return row.cells.at(table.column(column).value()); };
    std::map<std::string, std::string> reason;
    for (auto const& row : table.rows) reason[cell(row, "code") + " " + cell(row, "year")] = cell(row, "reason");
    std::size_t compared = 0;
    for (auto const* commune : {"90001", "90012"})
        for (auto const& village : asked(commune))
            for (auto const& year : village["years"]) {
                auto const key =
                    village["village_code"].get<std::string>() + " " + std::to_string(year["year"].get<int>());
                EXPECT_EQ(year["reason"], reason.at(key)) << key;
                ++compared;
            }
    EXPECT_GT(compared, 15U);
}

TEST_F(Why, ShowsWhatAVillageWithoutMoneyLostAgainst) {
    bool seen = false;
    for (auto const& village : asked("90012", "--set rollout.public_budget_bn_vnd=1"))
        for (auto const& year : village["years"]) {
            if (!year.contains("best")) continue;
            auto const& best = year["best"];
            EXPECT_GT(best["capex_bn_vnd"], 0);
            if (best["refusal"] != "none" || !best.contains("weakest_built_project")) continue;
            seen = true;
            EXPECT_LE(best["rank"], best["of"]);
            EXPECT_LT(best["people_per_bn_vnd"], best["weakest_built_people_per_bn_vnd"]);
        }
    EXPECT_TRUE(seen);
}

TEST_F(Why, SaysInBothLanguagesWhichYearIsWhatAndRefusesUnknownCodes) {
    auto const vi = phusong("why scenario.toml 90001-03", {.folder = project});
    ASSERT_EQ(vi.code, 0) << vi.err;
    EXPECT_THAT(vi.out, HasSubstr("90001-03 Thôn 3 Mẫu Một (giả định)"));
    auto const en = phusong("why scenario.toml 90001-03 --lang en", {.folder = project});
    EXPECT_THAT(en.out, HasSubstr("130 people in"));
    auto const wrong = phusong("why scenario.toml 90001-3 --lang en", {.folder = project});
    EXPECT_EQ(wrong.code, 3);
    EXPECT_THAT(wrong.err, HasSubstr("90001-3: is the code or the name of no village and no commune"));
    EXPECT_THAT(wrong.err, HasSubstr("did you mean 90001-03?"));
    EXPECT_EQ(phusong("why scenario.toml", {.folder = project}).code, 2);
}

TEST_F(Why, FindsAPlaceByItsNameWithOrWithoutMarks) {
    auto const codes = [](Json const& villages) {
        std::vector<std::string> all;
        for (auto const& village : villages) all.push_back(village["village_code"]);
        return all;
    };
    auto const of_code = codes(asked("90001"));
    EXPECT_EQ(codes(asked("\"Mẫu Một\"")), of_code);
    EXPECT_EQ(codes(asked("mau mot")), of_code) << "no quotes are needed";
    EXPECT_EQ(codes(asked("\"Thôn 3 Mẫu Một\"")), std::vector<std::string>{"90001-03"}) << "without the brackets";
    auto const wrong = phusong("why scenario.toml \"Mẫu Mộp\" --lang en", {.folder = project});
    EXPECT_EQ(wrong.code, 3);
    EXPECT_THAT(wrong.err, HasSubstr("did you mean Mẫu Một?"));
}

TEST_F(Why, ListsThePlacesOfOneNameWithTheirCodes) {
    auto villages = contents(project / "data/toy/villages.csv");
    for (auto const* code : {"90001-01,", "90002-01,"}) {
        auto const from = villages.find(code) + std::string(code).size();
        villages.replace(from, villages.find(',', from) - from, "Nà Lủng");
    }
    write(project / "data/toy/villages.csv", villages);
    auto const said = phusong("why scenario.toml na lung --lang en", {.folder = project});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("na lung: is the name of 2 places"));
    EXPECT_THAT(said.err, HasSubstr("90001-01 (village, Mẫu Một: Nà Lủng); 90002-01 (village, "));
}

TEST_F(Why, TakesANameThatACommuneSharesWithItsOwnVillageForTheCommune) {
    auto villages = contents(project / "data/toy/villages.csv");
    auto const from = villages.find("90001-01,") + std::string("90001-01,").size();
    villages.replace(from, villages.find(',', from) - from, "Mẫu Một");
    write(project / "data/toy/villages.csv", villages);
    EXPECT_EQ(asked("mau mot").size(), asked("90001").size());
    EXPECT_GT(asked("mau mot").size(), 1U);
}

TEST_F(Why, SaysReasonsInTheLanguageAskedForWithTheCodeOfTheTables) {
    auto const vi = phusong("why scenario.toml 90001 --lang vi", {.folder = project});
    EXPECT_THAT(vi.out, HasSubstr("Đã có sóng [ALREADY_SERVED]: đã có sóng tốt từ năm gốc"));
    auto const en = phusong("why scenario.toml 90001 --lang en", {.folder = project});
    EXPECT_THAT(en.out, HasSubstr("Already served [ALREADY_SERVED]: had good signal in the base year"));
}

} // namespace phusong::test

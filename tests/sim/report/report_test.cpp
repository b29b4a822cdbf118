#include "geo/io/hash.h"
#include "sim/report/html.h"
#include "sim/report/report.h"
#include "tests/sim/output/small_outcome.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong::report {
namespace {

using testing::HasSubstr, testing::Not;

struct Made {
    test::Small small = test::small();
    CoveragePictures pictures{};
    RunIdentity identity = {.program_version = "7.8.9",
                            .scenario_name = "hai-xã",
                            .title = {},
                            .changes = {},
                            .input_hash = "abc123def",
                            .resolved_scenario = {},
                            .inputs = {{"communes.csv", "9f8e7d"}}};
    [[nodiscard]] std::vector<TextFile> pages() const {
        return report::pages({small.world, small.scenario, small.outcome, pictures, identity});
    }
    [[nodiscard]] std::string vi() const { return pages()[0].text; }
    [[nodiscard]] std::string en() const { return pages()[1].text; }
};

nlohmann::json data_of(std::string const& page) {
    std::string const begin = "id=\"data\">";
    auto const from = page.find(begin) + begin.size();
    return nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
}

/// What stands between tags, outside of script, style and data.
std::string shown_text(std::string const& page) {
    std::string text;
    bool inside = false;
    auto const end = page.find("<script type");
    for (auto at = page.find("<body>"); at < end; ++at) {
        if (page[at] == '<') inside = true;
        if (!inside) text += page[at];
        if (page[at] == '>') {
            inside = false;
            text += '\n';
        }
    }
    return text;
}

std::size_t count(std::string const& text, std::string const& what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
    return n;
}

TEST(Report, ComesInBothLanguagesEachSayingWhichItIs) {
    auto const pages = Made().pages();
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[0].name, "report.vi.html");
    EXPECT_EQ(pages[1].name, "report.en.html");
    EXPECT_THAT(pages[0].text, HasSubstr("<html lang=\"vi\">"));
    EXPECT_THAT(pages[1].text, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(shown_text(pages[0].text), HasSubstr("thôn trắng sóng"));
    EXPECT_THAT(shown_text(pages[1].text), Not(HasSubstr("sóng")));
}

TEST(Report, HasTheSamePartsInBothLanguages) {
    Made const made;
    for (auto const* const tag : {"<section", "<table", "<tr", "<td", "<svg", "<h2", "<li", "<p", "<rect", "<polyline"})
        EXPECT_EQ(count(made.vi(), tag), count(made.en(), tag)) << tag;
}

TEST(Report, TellsTheThreeNumbersOfALeaderAndItsGoals) {
    auto const text = shown_text(Made().en());
    EXPECT_THAT(text, HasSubstr("Villages with good signal"));
    EXPECT_THAT(text, HasSubstr("People with signal: 36.00% → 57.72%"));
    EXPECT_THAT(text, HasSubstr("People who can have Internet at home"));
    EXPECT_THAT(text, HasSubstr("of 3 villages; 0 with weak signal and 1 without remain"));
    EXPECT_THAT(text, HasSubstr("39.49")); // 218 subscribers of 552 people
    EXPECT_THAT(text, HasSubstr("reached"));
    EXPECT_THAT(text, HasSubstr("missed"));
    EXPECT_THAT(Made().vi(), HasSubstr("39,49"));
}

TEST(Report, ShowsUnderTheThreeNumbersWhereTheMoneyGoes) {
    Made made;
    EXPECT_THAT(shown_text(made.en()), HasSubstr("mobile signal 93%"));
    made.small.outcome.candidates.list[0].kind = ProjectKind::fibre_village;
    auto const page = made.en();
    EXPECT_THAT(shown_text(page), HasSubstr("fixed lines 93%"));
    EXPECT_LT(page.find("class=\"tiles\""), page.find("class=\"kind-lines\""));
    EXPECT_LT(page.find("class=\"kind-lines\""), page.find("class=\"pair\""));
    EXPECT_THAT(shown_text(made.vi()), HasSubstr("Internet cố định 93\u00a0%"));
}

TEST(Report, WarnsOnTheFirstPageOfAPlanThatMostDrawsCannotPay) {
    Made made;
    EXPECT_THAT(shown_text(made.en()), Not(HasSubstr("Money may not be enough")));
    auto& draws = made.small.outcome.cost_draws;
    draws.list = {{.operators_vnd = 1e9, .public_vnd = 2e9, .operators_short_vnd = 0, .public_short_vnd = 0},
                  {.operators_vnd = 1e9, .public_vnd = 3e9, .operators_short_vnd = 0, .public_short_vnd = 1e9}};
    EXPECT_THAT(shown_text(made.en()),
                HasSubstr("falls short in some year in 50% of the draws, the operators&#39; in 0%"));
    EXPECT_THAT(shown_text(made.en()), Not(HasSubstr("Money may not be enough")));
    draws.list[0].operators_short_vnd = draws.list[1].operators_short_vnd = 5;
    EXPECT_THAT(shown_text(made.en()), HasSubstr("Money may not be enough"));
    EXPECT_THAT(shown_text(made.vi()), HasSubstr("Tiền có thể không đủ"));
    draws.left_out = 3;
    EXPECT_THAT(shown_text(made.en()), HasSubstr("3 draws against the base year&#39;s figures left out"));
}

TEST(Report, ListsWhatThePlanLeavesToPeople) {
    Made made;
    EXPECT_THAT(shown_text(made.en()), HasSubstr("What is the money for that is left?"));
    EXPECT_THAT(shown_text(made.en()), HasSubstr("Goals missed: 1; 0 of them could be reached"));
    EXPECT_THAT(shown_text(made.vi()), HasSubstr("Cần quyết định"));
    for (auto const* const absent : {"Which links need more capacity?", "Who adds capacity", "If the plan costs more"})
        EXPECT_THAT(shown_text(made.en()), Not(HasSubstr(absent)));
    test::overload_sites(made.small);
    made.small.outcome.site_load.front().overloaded_from = 2022;
    NetworkLink full;
    full.overloaded_from = 2022;
    made.small.outcome.network.links = {full};
    made.small.outcome.cost_draws.list = {{.operators_vnd = 1e9, .public_vnd = 2e9, .public_short_vnd = 1e9}};
    auto const text = shown_text(made.en());
    EXPECT_THAT(text, HasSubstr("cannot carry the busy hour even in the largest class: 1 ("));
    EXPECT_THAT(text, HasSubstr("Who adds capacity to sites that are full"));
    EXPECT_THAT(text, HasSubstr("it falls short in 100% of the draws"));
}

TEST(Report, BridgesTheFibreOfTheProjectsAndOfTheOneTree) {
    Made made;
    EXPECT_THAT(shown_text(made.en()), Not(HasSubstr("told in two ways"))) << "no tree is planned";
    auto& network = made.small.outcome.network;
    network.planned = true;
    NetworkLink stretch;
    stretch.kind = LinkKind::fibre;
    stretch.length_km = 12.5;
    network.links = {stretch};
    network.fibre_vnd = 3'249'000'000;
    network.materials = {
        {.year = 2021, .item = {}, .key = "cable_aerial", .unit = "km", .quantity = 8, .price_vnd = 2'400'000'000}};
    made.small.scenario.prices.fibre_vnd_per_km = 190e6;
    auto const text = shown_text(made.vi());
    EXPECT_THAT(text, HasSubstr("mỗi đoạn đếm một lần, 12,5 km và 3,2 tỷ"));
    EXPECT_THAT(text, HasSubstr("Giá cơ bản của cáp treo trên cột mới 190 triệu đồng/km"));
    EXPECT_THAT(text, HasSubstr("trung bình 300 triệu/km cho cáp ấy, 260 cho mọi loại cáp"));
    EXPECT_THAT(text, Not(HasSubstr("Đường thứ hai cho cơ quan")));
    network.second_ways.push_back({});
    network.second_vnd = 7'400'000'000;
    EXPECT_THAT(shown_text(made.vi()), HasSubstr("Đường thứ hai cho cơ quan cần thêm 7,4 tỷ"));
}

TEST(Report, TellsOnTheFirstPageHowManyPeopleCanHaveInternetAtHome) {
    Made made;
    auto const& villages = made.small.world.villages;
    auto& lines = made.small.outcome.fixed_line_share;
    lines.assign(made.small.outcome.villages.size(), std::vector<double>(villages.size(), 0));
    EXPECT_THAT(made.en(), HasSubstr("<strong>0.0%</strong>"));
    lines.back()[0] = 1;
    lines.back()[1] = 0.5;
    double people = 0;
    for (auto const& village : villages) people += village.people;
    auto const percent = 100 * (villages[0].people + villages[1].people / 2) / people;
    EXPECT_THAT(made.en(), HasSubstr(fmt::format("<strong>{:.1f}%</strong>", percent)));
}

TEST(Report, NamesVillagesWhereOnlyOlderSignalIsGood) {
    Made made;
    for (auto& village : made.small.outcome.villages.back()) {
        village.state = SignalState::good;
        village.broadband_state = SignalState::good;
    }
    EXPECT_THAT(shown_text(made.en()), Not(HasSubstr("Villages without good 4G or 5G signal")));
    made.small.outcome.villages.back()[1].broadband_state = SignalState::weak;
    EXPECT_THAT(shown_text(made.en()),
                HasSubstr("Villages without good 4G or 5G signal: 1; of them with good 2G or 3G: 1: " +
                          made.small.world.villages[1].name + " ("));
}

TEST(Report, TellsOfEveryGapWhatWouldCloseItOrThatNothingDoes) {
    Made made;
    auto& outcome = made.small.outcome;
    auto& gap = outcome.gaps.emplace_back(GoalGap{.goal = outcome.goals[1], .projects = {}});
    EXPECT_THAT(shown_text(made.en()), HasSubstr("no project that is left moves it"));
    gap.movable = gap.closed = true;
    gap.value = 97;
    gap.projects = {outcome.plan.projects[0]};
    EXPECT_THAT(shown_text(made.en()), HasSubstr("reached with further projects: 1, "));
    gap.closed = false;
    EXPECT_THAT(shown_text(made.en()), HasSubstr("not reached even with everything left that helps"));
    EXPECT_THAT(shown_text(made.en()), HasSubstr("; then 97"));
}

TEST(Report, NamesTheVillageLeftOutWithItsReason) {
    Made made;
    made.small.world.villages[2].name = "Lũng Cú";
    EXPECT_THAT(shown_text(made.vi()), HasSubstr("Lũng Cú"));
    EXPECT_THAT(shown_text(made.vi()), HasSubstr("chờ điện lưới đến năm 2023"));
    EXPECT_THAT(shown_text(made.en()), HasSubstr("waits for the grid until 2023"));
}

TEST(Report, ShowsTheYearsOfEveryNamedOperator) {
    Made made;
    EXPECT_THAT(shown_text(made.en()), Not(HasSubstr("Every operator")));
    test::name_operators(made.small);
    EXPECT_THAT(shown_text(made.en()), HasSubstr("2022, A\n\n1.2\n\n0.4\n\n0.0\n\n0.0\n\n1.6"));
    EXPECT_THAT(shown_text(made.vi()), HasSubstr("2021, B\n\n0,4\n"));
}

TEST(Report, NamesOverloadedSitesWithPriceAndPayer) {
    Made made;
    EXPECT_THAT(shown_text(made.en()), Not(HasSubstr("Overloaded")));
    test::overload_sites(made.small);
    auto const text = shown_text(made.en());
    EXPECT_THAT(text, HasSubstr("4G carriers to add 2 times so that no busy hour fills, and 0 further sites where a "
                                "sector has its 3 carriers (the spectrum of one operator): 0.8 billion VND"));
    EXPECT_THAT(text, HasSubstr("money left would pay 0.6"));
    EXPECT_THAT(text, HasSubstr("T-7"));
    EXPECT_LT(text.find("nobody yet"), text.find("operators, of what is left")); // 2020 before 2022
    EXPECT_THAT(shown_text(made.vi()), HasSubstr("chưa có tiền"));
    EXPECT_THAT(shown_text(made.vi()), Not(HasSubstr("villages"))) << "layers of data are named in Vietnamese";
}

TEST(Report, SaysWhatOverloadedMeansWhatHomeLinesAskAndWhichGoalCountsLinesOfFullSites) {
    Made made;
    test::overload_sites(made.small);
    auto& site = made.small.outcome.site_load.front();
    site.load_mbps = 3100;
    site.home_line_mbps = 1240;
    EXPECT_THAT(shown_text(made.vi()), HasSubstr("Trạm quá tải trong giờ cao điểm: tải hơn 60 % dung lượng"));
    EXPECT_THAT(shown_text(made.vi()),
                HasSubstr("phải tải 3,1 Gbit/s trong giờ cao điểm, trong đó 1,2 Gbit/s (40\u00a0%)"));
    auto& goal = made.small.outcome.goals.back();
    goal.goal.indicator = "households_with_internet_line";
    goal.goal.year = 2022;
    goal.goal.label = {"Ba phần tư số hộ có Internet", "Three in four homes with Internet"};
    goal.reached = true;
    EXPECT_THAT(shown_text(made.en()), Not(HasSubstr("Counts as reached though"))) << "no site is full yet";
    site.overloaded_from = 2022;
    EXPECT_THAT(shown_text(made.en()), HasSubstr("Counts as reached though 1 of 1 sites are overloaded: “Three in four "
                                                 "homes with Internet”."));
}

TEST(Report, GivesIntervalsOfSubscribersOnlyWhenErrorsWereDrawn) {
    Made made;
    EXPECT_THAT(shown_text(made.en()), HasSubstr("This run computes no intervals"));
    for (double const factor : {0.8, 1.0, 1.2}) {
        auto draw = made.small.outcome.subscribers;
        for (auto& year : draw.count[index(ServiceKind::mobile)])
            for (auto& subscribers : year) subscribers *= factor;
        made.small.outcome.subscriber_draws.push_back(draw);
    }
    auto const text = shown_text(made.en());
    EXPECT_THAT(text, HasSubstr("over 3 draws"));
    EXPECT_THAT(text, HasSubstr("Mobile\n\n23.70\n\n24.28\n\n33.17\n\n39.49\n\n45.81")); // 218 of 552 by 0.84, 1, 1.16
    EXPECT_THAT(text, HasSubstr("2020, known"));
    EXPECT_THAT(text, HasSubstr("in one and the same draw the plan never has fewer subscribers"));
    EXPECT_THAT(text, Not(HasSubstr("This run computes no intervals")));
}

TEST(Report, MakesNamesFromFilesHarmless) {
    Made made;
    std::string const evil = "</script><img src=x onerror=alert(7)>\"'&";
    made.small.world.villages[2].name = made.small.world.communes[0].name = evil;
    made.small.world.communes[1].district = made.small.scenario.title_vi = made.small.scenario.title_en = evil;
    made.small.outcome.goals[0].goal.label = {evil, evil};
    made.small.world.provenance[0].source = made.identity.scenario_name = made.identity.inputs[0].file = evil;
    for (auto const& page : made.pages()) {
        EXPECT_THAT(page.text, Not(HasSubstr("<img")));
        EXPECT_EQ(count(page.text, "</script>"), 2U);
        EXPECT_EQ(data_of(page.text)["villages"][2][0], evil);
    }
}

TEST(Report, ForbidsEverythingButItsOwnStyleScriptAndPictures) {
    auto const page = Made().vi();
    EXPECT_THAT(page, HasSubstr("default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-"));
    EXPECT_THAT(page, Not(HasSubstr("unsafe-")));
    EXPECT_THAT(page, Not(testing::ContainsRegex("(src|href)=\"(http|//|file)")));
    EXPECT_THAT(page, Not(HasSubstr(" style=\"")));
    EXPECT_THAT(page, Not(testing::ContainsRegex(" on[a-z]+=\"")));
}

TEST(Report, IsAllowedToRunByItsOwnPolicy) {
    auto const page = Made().en();
    for (auto const* const tag : {"style", "script"}) {
        auto const open = fmt::format("<{}>", tag);
        auto const from = page.rfind(open) + open.size();
        auto const content = page.substr(from, page.find(fmt::format("</{}>", tag), from) - from);
        auto const hex = geo::io::sha256(content);
        std::string bytes;
        for (std::size_t i = 0; i < hex.size(); i += 2)
            bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
        EXPECT_THAT(page, HasSubstr(fmt::format("{}-src &#39;sha256-{}&#39;", tag, base64(bytes))));
    }
}

TEST(Report, ShowsADashWhereANumberIsNotKnownAndNeverNan) {
    Made made;
    made.small.outcome.goals[0].gap = std::nan("");
    made.small.outcome.goals[0].value.assign(3, std::nan(""));
    made.small.outcome.subscribers.people = {{0, 0}, {0, 0}, {0, 0}};
    for (auto const& page : made.pages()) {
        auto const from = page.text.find("<body>"), to = page.text.find("<script>"); // our own script may say NaN
        auto const text = page.text.substr(from, to - from);
        for (auto const* const word : {"nan", "NaN", "inf"})
            for (auto const* const before : {"\"", ">", " ", "[", ",", ":", "-"})
                for (auto const* const after : {"\"", "<", " ", "]", ","})
                    EXPECT_EQ(count(text, std::string(before) + word + after), 0U) << before << word << after;
    }
    EXPECT_THAT(shown_text(made.en()), HasSubstr("unknown"));
}

TEST(Report, CarriesNoClockAndComesOutTheSameTwice) {
    EXPECT_EQ(Made().vi(), Made().vi());
    EXPECT_THAT(Made().en(), HasSubstr("abc123def"));
    EXPECT_THAT(Made().en(), HasSubstr("phusong 7.8.9"));
    EXPECT_THAT(Made().en(), HasSubstr("9f8e7d"));
}

TEST(Report, ShowsPicturesWhereTheRunTookThem) {
    Made made;
    Radio const radio;
    auto const maps = no_signal(made.small.world);
    for (int const year : {2020, 2021, 2022}) take_pictures(made.pictures, year, 3, maps, made.small.world, radio);
    EXPECT_EQ(count(made.vi(), "<image "), 2U);
    EXPECT_EQ(data_of(made.vi())["pictures"].size(), 3U);
    EXPECT_EQ(count(Made().vi(), "<image "), 0U);
}

TEST(Report, TellsTheStoryOfAVillageByTheProjectThatServesItOrItsCheapestWay) {
    Made made;
    made.small.outcome.candidates.list[0].reach.halls[index(Technology::g4)] = {1, 2};
    auto const data = data_of(made.en());
    EXPECT_EQ(data["villages"][1][9],
              "Project 1, 2021: new site (2G, 4G), microwave 6.8 km, solar power; 1.20 billion VND");
    EXPECT_EQ(data["villages"][0][9], ""); // had good signal
    made.small.outcome.plan.projects.clear();
    EXPECT_THAT(data_of(made.en())["villages"][2][9].get<std::string>(), testing::StartsWith("new site (2G, 4G)"));
}

} // namespace
} // namespace phusong::report

// The report of the toy province in a real browser: nothing is fetched, nothing complains, everything answers.
#include "tests/tools/browser.h"
#include "tests/tools/cli_program.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>

namespace phusong::test {
namespace {

using testing::HasSubstr, testing::IsEmpty;

/// A run of the toy province, made once for all tests; each has a browser of its own.
class ReportInBrowser : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        if (!Browser::there()) return;
        here.emplace("report_browser");
        auto const said =
            phusong(fmt::format("run '{}/scenarios/toy.toml' -o out", PHUSONG_SOURCE_DIR), {.folder = here->path});
        ASSERT_EQ(said.code, 0) << said.err;
    }
    static void TearDownTestSuite() { here.reset(); }
    void SetUp() override {
        if (!Browser::there()) GTEST_SKIP() << "no /usr/bin/chromium; tools/test report installs it";
        browser.emplace(here->path /
                        (std::string("profile of ") + testing::UnitTest::GetInstance()->current_test_info()->name()));
    }
    void TearDown() override {
        if (!browser) return;
        EXPECT_THAT(browser->requests(), IsEmpty());
        EXPECT_THAT(browser->complaints(), IsEmpty());
    }
    void open(char const* language) { browser->open(here->path / fmt::format("out/report.{}.html", language)); }
    std::string text(std::string const& selector) {
        return browser->value(fmt::format("document.querySelector({}).innerText", nlohmann::json(selector).dump()));
    }
    inline static std::optional<Folder> here;
    std::optional<Browser> browser;
};

TEST_F(ReportInBrowser, ShowsItsTextInVietnameseAndInEnglish) {
    open("vi");
    EXPECT_THAT(text("main"), HasSubstr("Người dân có thể lắp Internet tại nhà"));
    EXPECT_EQ(browser->value("document.documentElement.lang"), "vi");
    open("en");
    EXPECT_THAT(text("main"), HasSubstr("People who can have Internet at home"));
}

TEST_F(ReportInBrowser, TellsTheStoryOfACommuneAndOfAVillageWhenPressed) {
    open("en");
    auto const press = [&](char const* selector) {
        (void)browser->value(
            fmt::format("document.querySelector('#map-holder {}').dispatchEvent(new MouseEvent('click', "
                        "{{bubbles: true}}))",
                        selector));
    };
    auto const commune = browser->value("data.communes[0].n").get<std::string>();
    press("[data-story=c0]");
    EXPECT_THAT(text("#story"), HasSubstr(commune));
    press("[data-story=v0]");
    EXPECT_THAT(text("#story"), HasSubstr(browser->value("data.villages[0][0]").get<std::string>()));
}

TEST_F(ReportInBrowser, MovesThroughYearsAndTechnologies) {
    open("vi");
    auto const picture = "document.querySelector('#map-holder image').getAttribute('href').length";
    EXPECT_GT(browser->value(picture).get<int>(), 50);
    (void)browser->value("document.querySelector('input[name=year]').click()");
    EXPECT_EQ(browser->value("map.year"), browser->value("data.base"));
    (void)browser->value("document.querySelector('#map-controls .zoom button').click()");
    EXPECT_LT(browser->value("map.box.w").get<double>(), browser->value("data.size[0]").get<double>());
}

TEST_F(ReportInBrowser, SortsByThePressOfAButtonAndFindsNamesWithoutMarks) {
    open("vi");
    auto const names = "Array.from(document.querySelectorAll('#communes tbody th'), (one) => one.innerText)";
    auto const head = "document.querySelector('#communes thead th')";
    (void)browser->value(fmt::format("{}.querySelector('button').click()", head));
    EXPECT_EQ(browser->value(fmt::format("{}.getAttribute('aria-sort')", head)), "ascending");
    auto up = browser->value(names).get<std::vector<std::string>>();
    (void)browser->value(fmt::format("{}.querySelector('button').click()", head));
    auto const down = browser->value(names).get<std::vector<std::string>>();
    std::ranges::reverse(up);
    EXPECT_EQ(up, down);
    (void)browser->value(
        "(() => { const box = document.getElementById('communes-search'); box.value = plain("
        "document.querySelector('#communes tbody th').innerText); box.dispatchEvent(new Event('input')); })()");
    EXPECT_LT(browser->value("document.querySelectorAll('#communes tbody tr:not([hidden])').length").get<std::size_t>(),
              up.size());
}

TEST_F(ReportInBrowser, PrintsItsFirstPartOnOneSheet) {
    constexpr double px_per_mm = 96 / 25.4, width_px = (210 - 24) * px_per_mm, height_px = (297 - 27) * px_per_mm;
    for (auto const* const language : {"vi", "en"}) {
        open(language);
        (void)browser->ask("Emulation.setEmulatedMedia", {{"media", "print"}});
        (void)browser->ask("Emulation.setDeviceMetricsOverride", {{"width", static_cast<int>(width_px)},
                                                                  {"height", static_cast<int>(height_px)},
                                                                  {"deviceScaleFactor", 1},
                                                                  {"mobile", false}});
        EXPECT_LE(browser->value("document.querySelector('.first').getBoundingClientRect().height").get<double>(),
                  height_px)
            << language;
    }
}

TEST_F(ReportInBrowser, PrintsToPagesOfA4) {
    open("vi");
    auto const pdf = browser->ask("Page.printToPDF", {{"preferCSSPageSize", true}})["data"].get<std::string>();
    EXPECT_TRUE(pdf.starts_with("JVBERi")); // %PDF-
    EXPECT_GT(pdf.size(), 50'000U);
}

} // namespace
} // namespace phusong::test

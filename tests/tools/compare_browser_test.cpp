// The page of a comparison, as it is printed.
#include "tests/tools/browser.h"
#include "tests/tools/cli_program.h"
#include <cstdint>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <regex>

namespace phusong::test {
namespace {

/// Of a sheet of A4 across, less its margins of 10 mm, in CSS pixels.
constexpr int print_width_px = static_cast<int>((297 - 20) * 96 / 25.4);

/// Four runs of the toy province and their comparison in both languages, made once for all tests.
class ComparisonInBrowser : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        if (!Browser::there()) return;
        here.emplace("compare_browser");
        int runs = 0;
        for (auto const* const change : {"", "rollout.public_budget_bn_vnd=0", "rollout.operator_budget_bn_vnd=12",
                                         "rollout.fibre_to_villages=false"}) {
            auto const set = std::string(change).empty() ? "" : fmt::format("--set {}", change);
            expect_done(fmt::format("run '{}/scenarios/toy.toml' -q -o 'folder_with_a_long_name_{}' --store store {}",
                                    PHUSONG_SOURCE_DIR, ++runs, set));
        }
        for (auto const* const language : {"vi", "en"})
            expect_done(fmt::format("compare folder_with_* -o {0} --lang {0}", language));
    }
    static void TearDownTestSuite() { here.reset(); }
    void SetUp() override {
        if (!Browser::there()) GTEST_SKIP() << "no /usr/bin/chromium; tools/test report installs it";
        browser.emplace(here->path /
                        (std::string("profile of ") + testing::UnitTest::GetInstance()->current_test_info()->name()));
    }
    void open(char const* language) { browser->open(here->path / language / "compare.html"); }
    std::optional<Browser> browser;

  private:
    static void expect_done(std::string const& command) {
        auto const said = phusong(command, {.folder = here->path});
        ASSERT_EQ(said.code, 0) << said.err;
    }
    inline static std::optional<Folder> here;
};

TEST_F(ComparisonInBrowser, FitsOnASheetOfA4AcrossWithEveryColumn) {
    for (auto const* const language : {"vi", "en"}) {
        open(language);
        (void)browser->ask("Emulation.setEmulatedMedia", {{"media", "print"}});
        (void)browser->ask("Emulation.setDeviceMetricsOverride",
                           {{"width", print_width_px}, {"height", 700}, {"deviceScaleFactor", 1}, {"mobile", false}});
        auto const farthest = "Math.max(...Array.from(document.querySelectorAll('table, svg, h2, p'), "
                              "(one) => one.getBoundingClientRect().right))";
        EXPECT_LE(browser->value(farthest).get<double>(), print_width_px + 0.5) << language;
        EXPECT_EQ(browser->value("document.querySelector('.wide').scrollWidth > "
                                 "document.querySelector('.wide').clientWidth"),
                  false)
            << language;
    }
}

std::string from_base64(std::string const& text) {
    std::string const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0, count = 0;
    for (char const c : text) {
        auto const digit = digits.find(c);
        if (digit == std::string::npos) break;
        bits = bits << 6U | static_cast<std::uint32_t>(digit);
        if (++count % 4 != 1) bytes += static_cast<char>(bits >> (6 - 2 * ((count - 1) % 4)) & 0xFFU);
    }
    return bytes;
}

TEST_F(ComparisonInBrowser, PrintsPagesThatLieAcross) {
    open("vi");
    auto const pdf = browser->ask("Page.printToPDF", {{"preferCSSPageSize", true}})["data"].get<std::string>();
    EXPECT_GT(pdf.size(), 20'000U);
    std::smatch box; // of the first page: left, bottom, right, top in points
    auto const pages = from_base64(pdf);
    ASSERT_TRUE(std::regex_search(pages, box, std::regex(R"(/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\])")));
    EXPECT_NEAR(std::stod(box[1]), 841.89, 1);
    EXPECT_NEAR(std::stod(box[2]), 595.28, 1);
    EXPECT_TRUE(browser->requests().empty());
    EXPECT_TRUE(browser->complaints().empty());
}

} // namespace
} // namespace phusong::test

// Pages made of hostile names in a real browser: nothing runs, nothing is asked for, names are read as text.
#include "tests/hostile/hostile_project.h"
#include "tests/tools/browser.h"
#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>

namespace phusong::test {
namespace {

using testing::Contains, testing::HasSubstr, testing::IsEmpty;

class HostilePage : public testing::Test {
  protected:
    void SetUp() override {
        if (!Browser::there()) GTEST_SKIP() << "no /usr/bin/chromium; tools/test report installs it";
        browser.emplace(here.path / "profile");
    }
    void TearDown() override {
        if (!browser) return;
        EXPECT_THAT(browser->requests(), IsEmpty());
        EXPECT_THAT(browser->complaints(), IsEmpty()); // an alert would be one
    }
    void open(std::string const& file) { browser->open(hostile().project / file); }
    nlohmann::json value(std::string const& expression) { return browser->value(expression); }
    /// Nothing that a name could have brought in.
    void expect_no_foreign_part() {
        EXPECT_EQ(value("Array.from(document.querySelectorAll('*')).flatMap((one) => Array.from(one.attributes))"
                        ".filter((one) => one.name.startsWith('on') || /^\\s*javascript:/i.test(one.value)).length"),
                  0);
        EXPECT_EQ(value("document.querySelectorAll('img, iframe, object, embed, base, form, textarea').length"), 0);
        EXPECT_EQ(value("Array.from(document.querySelectorAll('a, use')).filter((one) => "
                        "!(one.getAttribute('href') || '#').startsWith('#')).length"),
                  0);
    }
    Folder const here{"hostile_browser"};
    std::optional<Browser> browser;
};

/// As a page may hold it: what is no text is a blank.
std::string on_page(std::string name) {
    std::ranges::replace_if(
        name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    for (auto const* letter : {"\uFFFE", "\uFFFF"})
        for (auto at = name.find(letter); at != std::string::npos; at = name.find(letter)) name.replace(at, 3, " ");
    return name;
}

} // namespace

TEST_F(HostilePage, TheReportShowsNamesAsTheyAre) {
    for (auto const* language : {"vi", "en"}) {
        open(fmt::format("out/report.{}.html", language));
        expect_no_foreign_part();
        EXPECT_EQ(value("document.querySelectorAll('script').length"), 2);
        auto const names =
            value("Array.from(document.querySelectorAll('#communes tbody th'), (one) => one.textContent)");
        for (auto const* name : {"\"><img src=x onerror=alert(2)>", "nam\u202Egnuv \u2067x", "&lt;b&gt; &amp; &#60;",
                                 "{{7*7}} ${7*7} #{7*7} [% 40 + 2 %] $[name]", "it's \"quoted\" `here`", "-2+3",
                                 "</title></style></textarea><svg onload=alert(4)>"})
            EXPECT_THAT(names.get<std::vector<std::string>>(), Contains(name)) << language;
        EXPECT_THAT(value("document.title").get<std::string>(),
                    HasSubstr(std::string(language) == "vi" ? "<script>alert(1)</script> =cmd|"
                                                            : "</textarea><svg onload=alert(4)>"));
    }
}

TEST_F(HostilePage, TheReportsStoriesAndTablesKeepNamesText) {
    open("out/report.vi.html");
    auto const villages = value("data.villages.length").get<int>();
    EXPECT_EQ(villages, 30);
    for (int v = 0; v < villages; ++v) {
        (void)value(fmt::format("tell('v{}')", v));
        auto const code = value(fmt::format("data.villages[{}][1]", v)).get<std::string>();
        EXPECT_EQ(value("document.querySelector('#story h3').textContent"), hostile().villages.at(code));
    }
    (void)value("Array.from(document.querySelectorAll('button')).forEach((one) => one.click())");
    (void)value("Array.from(document.querySelectorAll('input[data-table]')).forEach((one) => { one.value = "
                "'<script>'; one.dispatchEvent(new Event('input')); })");
    expect_no_foreign_part();
}

TEST_F(HostilePage, TheComparisonShowsNamesAsTheyAre) {
    open("compared/compare.html");
    expect_no_foreign_part();
    EXPECT_EQ(value("document.querySelectorAll('script').length"), 0);
    auto const text = value("document.body.textContent").get<std::string>();
    EXPECT_THAT(text, HasSubstr("rollout.public_budget_bn_vnd=0"));
    std::size_t shown = 0; // villages that differ
    for (auto const& [code, name] : hostile().villages) shown += text.find(on_page(name) + code) == text.npos ? 0U : 1U;
    EXPECT_GE(shown, 1U);
}

} // namespace phusong::test

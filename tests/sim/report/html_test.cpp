#include "sim/report/html.h"
#include <gtest/gtest.h>

namespace phusong::report {
namespace {

TEST(Html, EscapesEveryTextButNotWhatIsHtmlAlready) {
    Html const bold = html("<b>{}</b>", std::string("a<b> & \"c\" 'd'"));
    EXPECT_EQ(bold.text, "<b>a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</b>");
    EXPECT_EQ(html("<td>{}</td><td>{}</td>", bold, 17).text, "<td>" + bold.text + "</td><td>17</td>");
}

TEST(Html, WritesControlBytesAsSpacesAndKeepsVietnamese) {
    EXPECT_EQ(xml_text("Đồng\x01V\xC4\x83n\n"), "Đồng V\xC4\x83n ");
    EXPECT_EQ(xml_text("a\x7F\uFFFEb\uFFFFc"), "a  b c");
    EXPECT_EQ(xml_text("a\xC4"), "a\uFFFD"); // no letter
}

TEST(Html, JoinsWithWhatStandsBetween) {
    EXPECT_EQ(join({html("a"), html("b"), html("c")}, html(", ")).text, "a, b, c");
    EXPECT_EQ(join({}).text, "");
}

TEST(Html, LetsNoJsonEndItsScript) {
    auto const safe = in_script(R"({"n":"</script><!--&\u2028)"
                                "\xe2\x80\xa8"
                                R"("})");
    EXPECT_EQ(safe.find('<'), std::string::npos);
    EXPECT_EQ(safe.find('&'), std::string::npos);
    EXPECT_EQ(safe.find("\xe2\x80\xa8"), std::string::npos);
    EXPECT_NE(safe.find("\\u003c/script\\u003e"), std::string::npos);
}

/// RFC 4648, section 10.
TEST(Base64, GivesTheStandardsOwnExamples) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xff\xfe\xfd"), "//79");
}

} // namespace
} // namespace phusong::report

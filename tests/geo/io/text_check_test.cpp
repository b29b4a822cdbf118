#include "geo/io/text_check.h"
#include <gtest/gtest.h>

namespace phusong::geo::io {
namespace {

TEST(Utf8, AcceptsVietnameseAndRefusesBrokenSequences) {
    EXPECT_FALSE(first_invalid_utf8("Xã Đồng Văn, huyện Mèo Vạc 🗼"));
    // Overlong slash, surrogate half, cut short, lone tail byte, above U+10FFFF: Unicode 15, table 3-7.
    for (auto const* const bytes :
         {"\xC0\xAF", "\xED\xA0\x80", "\xE1\xBB", "\x80", "\xF4\x90\x80\x80", "\xE0\x9F\x80", "\xFF"})
        EXPECT_EQ(first_invalid_utf8(std::string("ab") + bytes), 2u) << bytes;
}

TEST(NotText, TellsWhereAndWhatToDo) {
    auto const problem = not_text("name\nX\xE3 \x8Dng\n", "villages.csv");
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->where, "villages.csv:2:2");
    EXPECT_NE(problem->hint.en.find("save as UTF-8"), std::string::npos);
    EXPECT_TRUE(not_text(std::string("\xFF\xFE"
                                     "a\0",
                                     4),
                         "x"));
    EXPECT_FALSE(not_text("Xã\n", "x"));
}

TEST(DidYouMean, NamesTheNearestOrStaysSilent) {
    std::vector<std::string> const names{"code", "people"};
    EXPECT_EQ(did_you_mean("poeple", names).en, "did you mean “people”?");
    EXPECT_TRUE(did_you_mean("terrain", names).en.empty());
}

} // namespace
} // namespace phusong::geo::io

#include "geo/vietnamese_order.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace phusong::geo {
namespace {

using Names = std::vector<std::string>;

Names sorted(Names names) {
    std::mt19937 random(7);
    std::ranges::shuffle(names, random);
    std::ranges::sort(names, vietnamese_less);
    return names;
}

TEST(VietnameseOrder, has_the_letters_of_the_alphabet_in_their_order) {
    Names const alphabet{"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m",
                         "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"};
    EXPECT_EQ(sorted(alphabet), alphabet);
}

TEST(VietnameseOrder, tells_letters_apart_before_tones) {
    Names const names{"Du Già", "Du Tiến", "Đông Hà", "Đồng Văn", "Đường Âm", "Ma",
                      "Mà",     "Mả",      "Mã",      "Má",       "Mạ",       "Mạb"};
    EXPECT_EQ(sorted(names), names);
    Names const tones{"Lũng Chinh", "Lùng Tám", "Lũng Táo", "Lũng Thầu"};
    EXPECT_EQ(sorted(tones), tones) << "the tone of the first word counts less than the letters of the second";
}

TEST(VietnameseOrder, knows_every_vowel_with_every_tone) {
    Names const vowels{"a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ",
                       "e", "è", "ẻ", "ẽ", "é", "ẹ", "ê", "ề", "ể", "ễ", "ế", "ệ", "i", "ì", "ỉ", "ĩ", "í", "ị",
                       "o", "ò", "ỏ", "õ", "ó", "ọ", "ô", "ồ", "ổ", "ỗ", "ố", "ộ", "ơ", "ờ", "ở", "ỡ", "ớ", "ợ",
                       "u", "ù", "ủ", "ũ", "ú", "ụ", "ư", "ừ", "ử", "ữ", "ứ", "ự", "y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"};
    EXPECT_EQ(sorted(vowels), vowels);
    Names const capitals{"A", "À", "Ả", "Ã", "Á", "Ạ", "Ă", "Ằ", "Ẳ", "Ẵ", "Ắ", "Ặ", "Â", "Ầ", "Ẩ", "Ẫ", "Ấ", "Ậ", "Đ",
                         "E", "È", "Ẻ", "Ẽ", "É", "Ẹ", "Ê", "Ề", "Ể", "Ễ", "Ế", "Ệ", "I", "Ì", "Ỉ", "Ĩ", "Í", "Ị", "O",
                         "Ò", "Ỏ", "Õ", "Ó", "Ọ", "Ô", "Ồ", "Ổ", "Ỗ", "Ố", "Ộ", "Ơ", "Ờ", "Ở", "Ỡ", "Ớ", "Ợ", "U", "Ù",
                         "Ủ", "Ũ", "Ú", "Ụ", "Ư", "Ừ", "Ử", "Ữ", "Ứ", "Ự", "Y", "Ỳ", "Ỷ", "Ỹ", "Ý", "Ỵ"};
    EXPECT_EQ(sorted(capitals), capitals);
}

TEST(VietnameseOrder, sorts_numbers_by_value) {
    Names const names{"Thôn 2", "Thôn 03", "Thôn 10", "Thôn 10a", "Thôn 123456789012345678901", "Thôn Bản"};
    EXPECT_EQ(sorted(names), names);
}

TEST(VietnameseOrder, tells_other_signs_apart_before_the_letters_behind_them) {
    Names const names{"!b", "#a", "#b", "a!b", "a#a"};
    EXPECT_EQ(sorted(names), names);
}

TEST(VietnameseOrder, takes_letters_and_marks_apart_or_together) {
    EXPECT_TRUE(vietnamese_less("Ma\u0323\u0302u A", "Mậu B"));
    EXPECT_TRUE(vietnamese_less("Mậu A", "Ma\u0323\u0302u B"));
    EXPECT_FALSE(vietnamese_less("Mâu", "Mâu"));
    EXPECT_TRUE(vietnamese_less("mâu", "Mâu"));
}

TEST(PlainLetters, are_small_and_bear_no_marks_however_these_are_written) {
    EXPECT_EQ(plain_letters("Lũng Cú"), "lung cu");
    EXPECT_EQ(plain_letters("Ma\u0323\u0302u Đường 2"), "mau duong 2");
    EXPECT_EQ(plain_letters("漢 ü\xFF-00688"), "漢 ü\xFF-00688");
    EXPECT_EQ(plain_letters(""), "");
}

TEST(VietnameseOrder, is_an_order_of_any_bytes) {
    std::mt19937 random(11);
    std::vector<std::string> const parts{"a",    "Ạ",    "\xCC\x81", "9", "00", " ", "-",
                                         "\xFF", "\xE1", "漢",       "đ", "Z",  "ü"};
    std::vector<std::string> texts;
    for (int i = 0; i < 300; ++i) {
        std::string text;
        for (auto n = random() % 5; n > 0; --n) text += parts[random() % parts.size()];
        texts.push_back(text);
    }
    for (auto const& a : texts)
        for (auto const& b : texts) {
            EXPECT_EQ(vietnamese_less(a, b) || vietnamese_less(b, a), a != b);
            EXPECT_FALSE(vietnamese_less(a, b) && vietnamese_less(b, a));
        }
}

} // namespace
} // namespace phusong::geo

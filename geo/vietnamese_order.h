#pragma once
#include <string>
#include <string_view>

namespace phusong::geo {

/// A key by whose bytes names sort as a Vietnamese reader looks for them: first by letters (a ă â b c d đ e ê … o ô ơ …
/// u ư …), then by tones (level, huyền, hỏi, ngã, sắc, nặng), small before capital last. Numbers sort by value: Thôn 2
/// before Thôn 10. Letters and their marks may be one code point or several; different texts have different keys.
/// Source: the order of the Unicode Common Locale Data Repository for `vi`, numbers by value.
[[nodiscard]] std::string vietnamese_key(std::string_view utf8);

/// Small letters without their marks, for finding what was typed without them: "Lũng Cú" becomes "lung cu". What is no
/// letter of the Vietnamese alphabet stays.
[[nodiscard]] std::string plain_letters(std::string_view utf8);

/// Whether `a` stands before `b` by their keys. Sorting many names is quicker by keys made once.
[[nodiscard]] bool vietnamese_less(std::string_view a, std::string_view b);

} // namespace phusong::geo

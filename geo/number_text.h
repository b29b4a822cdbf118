#pragma once
#include "geo/message.h"
#include <cstdint>
#include <string>
#include <string_view>

namespace phusong::geo {

/// A number for people, rounded to `decimals` (0 … 15), its thousands grouped: 1.234,5 in Vietnamese, 1,234.5 in
/// English. The minus is that of print (U+2212). What is not known or not finite is a dash. Never for files that
/// machines read: those keep the point and no groups. Not for years and codes, which have no groups.
[[nodiscard]] std::string number_text(double value, int decimals, Language language);
[[nodiscard]] std::string number_text(std::int64_t value, Language language);

/// The sentence that `words` says with numbers as people of each language read them: words(number) is asked once per
/// language, and number(value, decimals = 0) writes that language's text.
template <class Words> [[nodiscard]] Message with_numbers(Words const& words) {
    auto const in = [&](Language language) {
        Message const message = words([language](auto value, int decimals = 0) {
            return number_text(static_cast<double>(value), decimals, language);
        });
        return message.in(language);
    };
    return {in(Language::vi), in(Language::en)};
}

/// "1 option", "1,234 options": what a number counts, in English; Vietnamese has one form.
[[nodiscard]] std::string counted(std::int64_t count, std::string_view one, std::string_view many);

/// A share of 1 as percent: 12,5 % in Vietnamese, 12.5% in English.
[[nodiscard]] std::string percent_text(double share, int decimals, Language language);

} // namespace phusong::geo

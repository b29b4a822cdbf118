#pragma once
#include "geo/message.h"
#include <cstdint>
#include <string>

namespace phusong::geo {

/// A number for people, rounded to `decimals` (0 … 15), its thousands grouped: 1.234,5 in Vietnamese, 1,234.5 in
/// English. The minus is that of print (U+2212). What is not known or not finite is a dash. Never for files that
/// machines read: those keep the point and no groups. Not for years and codes, which have no groups.
[[nodiscard]] std::string number_text(double value, int decimals, Language language);
[[nodiscard]] std::string number_text(std::int64_t value, Language language);

/// A share of 1 as percent: 12,5 % in Vietnamese, 12.5% in English.
[[nodiscard]] std::string percent_text(double share, int decimals, Language language);

} // namespace phusong::geo

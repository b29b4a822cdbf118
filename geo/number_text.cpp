#include "geo/number_text.h"
#include <algorithm>
#include <cmath>
#include <string_view>

namespace phusong::geo {
namespace {

constexpr std::string_view unknown = "–";

/// `digits` is a plain decimal number: a minus, digits, perhaps a point and more digits.
std::string grouped(std::string_view digits, Language language) {
    char const group = language == Language::vi ? '.' : ',';
    char const point = language == Language::vi ? ',' : '.';
    std::string text;
    if (digits.starts_with('-')) {
        digits.remove_prefix(1);
        // What was rounded to nothing has no sign.
        if (digits.find_first_not_of("0.") != std::string_view::npos) text += "−";
    }
    auto const whole = std::min(digits.find('.'), digits.size());
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % 3 == 0) text += group;
        text += digits[i];
    }
    if (whole < digits.size()) {
        text += point;
        text += digits.substr(whole + 1);
    }
    return text;
}

} // namespace

std::string number_text(double value, int decimals, Language language) {
    if (!std::isfinite(value)) return std::string(unknown);
    return grouped(fmt::format("{:.{}f}", value, std::clamp(decimals, 0, 15)), language);
}

std::string number_text(std::int64_t value, Language language) { return grouped(fmt::format("{}", value), language); }

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number_text(count, Language::en), count == 1 ? one : many);
}

std::string percent_text(double share, int decimals, Language language) {
    if (!std::isfinite(share)) return std::string(unknown);
    // The blank of the Vietnamese form does not break: a line never starts with a percent sign.
    return number_text(share * 100, decimals, language) + (language == Language::vi ? "\u00a0%" : "%");
}

} // namespace phusong::geo

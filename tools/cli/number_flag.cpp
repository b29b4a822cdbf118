#include "tools/cli/number_flag.h"
#include <charconv>
#include <cmath>

namespace phusong::cli {

std::optional<double> number_of(std::string_view text) {
    double value = 0;
    auto const* const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<int> whole_of(std::string_view text, int min, int max) {
    int value = 0;
    auto const* const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || value < min || value > max) return std::nullopt;
    return value;
}

geo::Problem not_in_range(char const* flag, std::string const& typed, double min, double max) {
    return {"",
            geo::say("{} {}: cần một số từ {} đến {}, dấu chấm thập phân",
                     "{} {}: needs a number from {} to {}, with a decimal point", flag, typed, min, max),
            {}};
}

} // namespace phusong::cli

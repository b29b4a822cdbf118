#include "sim/solve/numbers.h"
#include <algorithm>
#include <charconv>
#include <cmath>

namespace phusong::solve {

using geo::say;

namespace {

constexpr std::int64_t largest = std::int64_t{1} << 53; // of one number; sums of thousands still fit into 63 bits
constexpr int most_digits = 9;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Digits before and after the point, without exponent. False when it is none.
bool read_plain(std::string_view text, Decimal& out) {
    bool const negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    bool any = false, point = false;
    for (char c : text) {
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9') return false;
        any = true;
        if (point && out.digits == most_digits) {
            if (c != '0') return false; // more exact than we can keep
            continue;
        }
        if (out.mantissa > largest) return false;
        out.mantissa = out.mantissa * 10 + (c - '0');
        out.digits += point ? 1 : 0;
    }
    if (negative) out.mantissa = -out.mantissa;
    return any;
}

/// Zeros at the end say nothing and would only make the scale finer.
Decimal shortest(Decimal d) {
    while (d.digits > 0 && d.mantissa % 10 == 0) d = {d.mantissa / 10, d.digits - 1};
    return d;
}

} // namespace

std::optional<Cost> scaled(Decimal value, int digits) {
    Cost out = value.mantissa;
    for (int i = value.digits; i < digits; ++i) {
        if (out > largest || out < -largest) return std::nullopt;
        out *= 10;
    }
    return out;
}

double unscaled(Cost cost, int digits) { return static_cast<double>(cost) / std::pow(10.0, digits); }

void Words::skip_space() {
    for (; at_ < text_.size() && is_space(text_[at_]); ++at_)
        if (text_[at_] == '\n') ++line_;
}

std::string_view Words::peek() const {
    auto const end = std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(at_), text_.end(), is_space);
    return text_.substr(at_, static_cast<std::size_t>(end - text_.begin()) - at_);
}

std::string_view Words::word(geo::Message const& what) {
    word_line_ = line_;
    if (at_end())
        fail({fmt::format("hết tệp trước khi có {}", what.vi), fmt::format("the file ends before {}", what.en)},
             say("tệp có thể bị cắt cụt", "the file may be cut short"));
    auto const found = peek();
    at_ += found.size();
    skip_space();
    return found;
}

void Words::skip_line() {
    while (at_ < text_.size() && text_[at_] != '\n') ++at_;
    skip_space();
}

std::int64_t Words::integer(geo::Message const& what, std::int64_t min, std::int64_t max) {
    auto const text = word(what);
    std::int64_t value = 0;
    auto const [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || stop != text.data() + text.size() || value < min || value > max)
        fail({fmt::format("“{}”: {} phải là số nguyên từ {} đến {}", text, what.vi, min, max),
              fmt::format("“{}”: {} must be a whole number from {} to {}", text, what.en, min, max)});
    return value;
}

Decimal Words::decimal(geo::Message const& what) {
    auto text = word(what);
    Decimal out;
    auto const mark = text.find_first_of("eE");
    auto const digits = text.substr(0, mark);
    int exponent = 0;
    bool good = read_plain(digits, out);
    if (good && mark != std::string_view::npos) {
        auto power = text.substr(mark + 1);
        if (power.starts_with('+')) power.remove_prefix(1);
        auto const [stop, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
        good = error == std::errc{} && stop == power.data() + power.size() && std::abs(exponent) <= 15;
    }
    out = shortest(out);
    out.digits -= exponent;
    for (; good && out.digits < 0; ++out.digits) {
        good = std::abs(out.mantissa) <= largest / 10;
        out.mantissa *= 10;
    }
    if (!good || out.digits > most_digits)
        fail({fmt::format("“{}”: {} phải là một số, tối đa {} chữ số thập phân", text, what.vi, most_digits),
              fmt::format("“{}”: {} must be a number with at most {} decimals", text, what.en, most_digits)});
    return out;
}

void Words::fail_at(int line, geo::Message what, geo::Message hint) const {
    throw geo::InputError({{fmt::format("{}:{}", shown_, line), std::move(what), std::move(hint)}});
}

} // namespace phusong::solve

#include "sim/study/record.h"
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace phusong::study {
namespace {

template <class Number> bool read(std::string_view text, Number& value) {
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

/// Tabs and line breaks part fields and lines; in words they become blanks.
std::string one_line(std::string text) {
    for (char& c : text)
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    return text;
}

} // namespace

std::vector<std::string_view> parts_of(std::string_view text, char between) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= text.size();) {
        auto const end = std::min(text.find(between, from), text.size());
        parts.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return parts;
}

std::optional<std::vector<double>> numbers_of(std::string_view text) {
    std::vector<double> numbers;
    if (text.empty()) return numbers;
    for (auto const part : parts_of(text, ' ')) {
        double value = 0;
        if (!read(part, value)) return std::nullopt;
        numbers.push_back(value);
    }
    return numbers;
}

std::string line_of(Record const& record) {
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}", record.run, record.failed ? "failed" : "done",
                       one_line(record.why_vi), one_line(record.why_en), fmt::join(record.drawn, " "),
                       fmt::join(record.values, " "), record.villages_served, record.on_air, record.communes);
}

std::optional<Record> record_of(std::string_view line) {
    auto const parts = parts_of(line, '\t');
    Record record;
    if (parts.size() != 9 || !read(parts[0], record.run)) return std::nullopt;
    record.failed = parts[1] == "failed";
    record.why_vi = parts[2];
    record.why_en = parts[3];
    auto drawn = numbers_of(parts[4]), values = numbers_of(parts[5]);
    if (!drawn || !values) return std::nullopt;
    record.drawn = std::move(*drawn);
    record.values = std::move(*values);
    record.villages_served = parts[6];
    record.on_air = parts[7];
    record.communes = parts[8];
    return record;
}

std::string as_hex(std::vector<bool> const& bits) {
    std::string hex;
    for (std::size_t i = 0; i < bits.size(); i += 4) {
        unsigned digit = 0;
        for (std::size_t k = 0; k < 4 && i + k < bits.size(); ++k) digit |= (bits[i + k] ? 1U : 0U) << k;
        hex += "0123456789abcdef"[digit];
    }
    return hex;
}

bool bit_of(std::string const& hex, std::size_t position) {
    if (position / 4 >= hex.size()) return false;
    char const c = hex[position / 4];
    auto const digit = static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
    return (digit >> (position % 4) & 1U) != 0;
}

} // namespace phusong::study

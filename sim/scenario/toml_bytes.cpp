#include "geo/io/text_check.h"
#include "sim/scenario/toml_text.h"
#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace phusong::toml_text {
namespace {

geo::Message const save_as_utf8{"Lưu tệp với mã hóa UTF-8 (trong Notepad: Save as, Encoding: UTF-8)",
                                "save as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"};

bool looks_like_utf16(std::string_view s) {
    if (s.starts_with("\xFF\xFE") || s.starts_with("\xFE\xFF")) return true;
    auto const head = s.substr(0, 64);
    return head.size() >= 4 && 3 * std::ranges::count(head, '\0') >= static_cast<std::ptrdiff_t>(head.size());
}

bool control(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F;
}

/// The first bad byte of each kind is told, with its place; more of the same kind would say nothing new.
void check_each(std::string_view s, std::string const& name, geo::Problems& problems) {
    bool told_encoding = false, told_control = false, told_length = false;
    Place at;
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < s.size();) {
        auto const length = geo::io::utf8_length(s.substr(i, 4));
        if (length == 0 && !std::exchange(told_encoding, true))
            problems.push_back(
                {where(name, at),
                 geo::say("có byte 0x{:02X} không phải UTF-8; tệp có lẽ lưu theo Latin-1 hoặc mã Windows",
                          "byte 0x{:02X} is not UTF-8; the file was probably saved as Latin-1 or a Windows code page",
                          static_cast<unsigned>(static_cast<unsigned char>(s[i]))),
                 save_as_utf8});
        bool const line_end = s[i] == '\r' && i + 1 < s.size() && s[i + 1] == '\n';
        if (control(s[i]) && !line_end && !std::exchange(told_control, true))
            problems.push_back({where(name, at),
                                geo::say("có ký tự điều khiển U+{:04X}", "control character U+{:04X}",
                                         static_cast<unsigned>(static_cast<unsigned char>(s[i]))),
                                {"Xóa ký tự này", "delete this character"}});
        if (i - line_start >= max_line_bytes && !std::exchange(told_length, true))
            problems.push_back(
                {where(name, at),
                 geo::say("dòng dài hơn {} byte", "line longer than {} bytes", max_line_bytes),
                 {"Ngắt dòng, hoặc để dữ liệu trong tệp CSV", "break the line, or keep the data in a CSV file"}});
        if (s[i] == '\n') {
            at = {at.line + 1, 1};
            line_start = i + 1;
        } else {
            ++at.column;
        }
        i += std::max<std::size_t>(length, 1);
    }
}

} // namespace

geo::Problems check_bytes(std::string_view bytes, std::string const& name) {
    if (bytes.size() > max_bytes)
        return {{name,
                 geo::say("tệp lớn hơn {} byte", "file larger than {} bytes", max_bytes),
                 {"Tệp kịch bản chỉ vài KB; bảng dữ liệu để trong tệp CSV",
                  "a scenario file has a few KB; tables belong in CSV files"}}};
    if (looks_like_utf16(bytes))
        return {{where(name, {}), {"tệp lưu theo UTF-16", "file saved as UTF-16"}, save_as_utf8}};
    geo::Problems problems;
    check_each(bytes, name, problems);
    return problems;
}

std::string where(std::string const& name, Place place, std::string const& key) {
    return fmt::format("{}:{}:{}{}{}", name, place.line, place.column, key.empty() ? "" : " ", key);
}

std::string shown(Value const& value) {
    using Kind = Value::Kind;
    switch (value.kind) {
    case Kind::truth:
        return value.truth ? "true" : "false";
    case Kind::integer:
        return fmt::format("{}", value.integer);
    case Kind::real:
        return fmt::format("{}", value.real);
    case Kind::text:
        return value.text;
    default:
        break;
    }
    std::string all;
    for (auto const& item : value.items) all += (all.empty() ? "" : ", ") + shown(item);
    return all;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (control(c))
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        else
            out += c;
    }
    return out + '"';
}

} // namespace phusong::toml_text

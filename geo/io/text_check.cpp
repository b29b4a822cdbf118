#include "geo/io/text_check.h"
#include "geo/suggest.h"
#include <algorithm>

namespace phusong::geo::io {
namespace {

std::string place(std::string_view bytes, std::size_t offset, std::string const& shown_name) {
    auto const before = bytes.substr(0, offset);
    auto const line = 1 + std::count(before.begin(), before.end(), '\n');
    auto const start = before.rfind('\n');
    return fmt::format("{}:{}:{}", shown_name, line, offset - (start == std::string_view::npos ? 0 : start + 1) + 1);
}

} // namespace

// RFC 3629, section 4.
std::size_t utf8_length(std::string_view bytes) {
    auto const byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
    auto const tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    unsigned const lead = byte(0), next = byte(1);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        bool const shortest = lead != 0xE0 || next >= 0xA0, no_surrogate = lead != 0xED || next <= 0x9F;
        return tail(1) && tail(2) && shortest && no_surrogate ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        bool const in_range = (lead != 0xF0 || next >= 0x90) && (lead != 0xF4 || next <= 0x8F);
        return tail(1) && tail(2) && tail(3) && in_range ? 4 : 0;
    }
    return 0;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        auto const length = utf8_length(bytes.substr(at, 4));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::optional<Problem> not_text(std::string_view bytes, std::string const& shown_name) {
    auto const hint = say("lưu lại tệp với bảng mã UTF-8 (Excel: “CSV UTF-8”)", "save as UTF-8 (Excel: “CSV UTF-8”)");
    if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF")
        return Problem{shown_name, say("là văn bản UTF-16", "is UTF-16 text"), hint};
    if (auto const at = bytes.find('\0'); at != std::string_view::npos)
        return Problem{place(bytes, at, shown_name),
                       say("có byte NUL: không phải văn bản", "holds a NUL byte: this is not text"), hint};
    if (auto const at = first_invalid_utf8(bytes))
        return Problem{place(bytes, *at, shown_name),
                       say("không phải UTF-8 (byte 0x{:02X})", "is not UTF-8 (byte 0x{:02X})",
                           static_cast<unsigned char>(bytes[*at])),
                       hint};
    return std::nullopt;
}

Message did_you_mean(std::string_view wanted, std::vector<std::string> const& names) {
    auto const name = nearest_name(wanted, names);
    return name ? say("có phải “{}”?", "did you mean “{}”?", *name) : Message{};
}

} // namespace phusong::geo::io

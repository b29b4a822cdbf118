#include "sim/report/html.h"
#include <array>
#include <cstdint>

namespace phusong::report {

Html join(std::vector<Html> const& parts, Html const& between) {
    Html out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += between;
        out += parts[i];
    }
    return out;
}

namespace {

struct Replacement {
    std::string_view from, to;
};
/// U+2028 and U+2029 end a line in older JavaScript.
constexpr std::array script_replacements{Replacement{"<", "\\u003c"}, Replacement{">", "\\u003e"},
                                         Replacement{"&", "\\u0026"}, Replacement{"\xe2\x80\xa8", "\\u2028"},
                                         Replacement{"\xe2\x80\xa9", "\\u2029"}};

} // namespace

std::string in_script(std::string json) {
    for (auto const& [from, to] : script_replacements)
        for (std::size_t at = json.find(from); at != std::string::npos; at = json.find(from, at + to.size()))
            json.replace(at, from.size(), to);
    return json;
}

std::string base64(std::string_view bytes) {
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k) out += i + k <= bytes.size() ? digits[group >> (18 - 6 * k) & 63U] : '=';
    }
    return out;
}

} // namespace phusong::report

#include "sim/output/xml_text.h"
#include "geo/io/text_check.h"
#include <algorithm>
#include <utility>

namespace phusong {
namespace {

/// One letter.
std::string_view in_xml(std::string_view letter) {
    static constexpr std::pair<std::string_view, std::string_view> entities[]{
        {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}};
    for (auto const& [plain, entity] : entities)
        if (letter == plain) return entity;
    auto const first = static_cast<unsigned char>(letter.front());
    // Extensible Markup Language 1.0, production 2: these stand in no document, however written.
    bool const impossible = first < 0x20 || letter == "\uFFFE" || letter == "\uFFFF";
    return impossible || first == 0x7f ? " " : letter;
}

} // namespace

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0, length = 1; i < text.size(); i += length) {
        auto const valid = geo::io::utf8_length(text.substr(i, 4));
        length = std::max<std::size_t>(valid, 1);
        out += valid == 0 ? "\uFFFD" : in_xml(text.substr(i, length));
    }
    return out;
}

} // namespace phusong

#pragma once
#include <string>
#include <string_view>

namespace phusong {

/// `text` as it may stand in XML and HTML, in content and in quoted attributes: & < > " ' as entities, what no document
/// may hold (control characters, U+FFFE, U+FFFF) as spaces, bytes that are no UTF-8 as U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

} // namespace phusong

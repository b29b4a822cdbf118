#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace phusong::test {

/// A document read by a parser that forgives nothing (expat).
struct ReadXml {
    std::string fault; ///< the first, with its line; empty when the document is well-formed
    struct Element {
        std::string name, text; ///< text that stands right in it
        std::vector<std::pair<std::string, std::string>> attributes;
    };
    std::vector<Element> elements = {}; ///< in the order in which they begin
    /// Texts of all elements of that name.
    [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;
};
[[nodiscard]] ReadXml read_xml(std::string const& document);

} // namespace phusong::test

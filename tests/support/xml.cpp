#include "tests/support/xml.h"
#include <expat.h>
#include <fmt/format.h>
#include <memory>

namespace phusong::test {
namespace {

struct Reading {
    ReadXml out;
    std::vector<std::size_t> open;
};

void begins(void* to, XML_Char const* name, XML_Char const** attributes) {
    auto& reading = *static_cast<Reading*>(to);
    reading.open.push_back(reading.out.elements.size());
    auto& element = reading.out.elements.emplace_back(ReadXml::Element{name, {}, {}});
    for (; *attributes; attributes += 2) element.attributes.emplace_back(attributes[0], attributes[1]);
}

void ends(void* to, XML_Char const*) { static_cast<Reading*>(to)->open.pop_back(); }

void says(void* to, XML_Char const* text, int length) {
    auto& reading = *static_cast<Reading*>(to);
    reading.out.elements[reading.open.back()].text.append(text, static_cast<std::size_t>(length));
}

} // namespace

std::vector<std::string> ReadXml::texts(std::string_view name) const {
    std::vector<std::string> out;
    for (auto const& element : elements)
        if (element.name == name) out.push_back(element.text);
    return out;
}

ReadXml read_xml(std::string const& document) {
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> const parser(XML_ParserCreate("UTF-8"),
                                                                              XML_ParserFree);
    Reading reading;
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), begins, ends);
    XML_SetCharacterDataHandler(parser.get(), says);
    if (XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), XML_TRUE) != XML_STATUS_OK)
        reading.out.fault = fmt::format("line {}: {}", XML_GetCurrentLineNumber(parser.get()),
                                        XML_ErrorString(XML_GetErrorCode(parser.get())));
    return std::move(reading.out);
}

} // namespace phusong::test

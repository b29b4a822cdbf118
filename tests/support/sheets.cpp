#include "tests/support/sheets.h"
#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <zlib.h>

namespace phusong::test {
namespace {

std::uint32_t number_at(std::string_view bytes, std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = size - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
    return value;
}

std::string inflated(std::string_view packed, std::size_t size) {
    std::string out(size, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::runtime_error("zlib");
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<Bytef const*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(size);
    int const result = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (result != Z_STREAM_END) throw std::runtime_error("broken archive");
    return out;
}

/// The value of an attribute in the text of one tag; empty when it is not there.
std::string attribute(std::string_view tag, std::string const& name) {
    auto const at = tag.find(' ' + name + "=\"");
    if (at == std::string_view::npos) return {};
    auto const from = at + name.size() + 3;
    return std::string(tag.substr(from, tag.find('"', from) - from));
}

std::string decoded(std::string_view xml) {
    std::string out;
    while (!xml.empty()) {
        static constexpr std::pair<std::string_view, char> entities[]{
            {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
        bool found = false;
        for (auto const& [entity, letter] : entities)
            if (!found && xml.starts_with(entity)) {
                out += letter;
                xml.remove_prefix(entity.size());
                found = true;
            }
        if (found) continue;
        out += xml.front();
        xml.remove_prefix(1);
    }
    return out;
}

/// Text of every <name …>…</name>, with its opening tag.
std::vector<std::pair<std::string, std::string>> elements(std::string_view xml, std::string const& name) {
    std::vector<std::pair<std::string, std::string>> all;
    for (std::size_t at = 0; (at = xml.find('<' + name, at)) != std::string_view::npos;) {
        auto const after = xml.at(at + 1 + name.size());
        auto const tag_end = xml.find('>', at);
        if (after != ' ' && after != '>' && after != '/') {
            at = tag_end;
            continue;
        }
        std::string const tag(xml.substr(at, tag_end - at));
        if (tag.ends_with('/')) {
            all.push_back({tag, {}});
            at = tag_end;
            continue;
        }
        auto const end = xml.find("</" + name + '>', tag_end);
        all.push_back({tag, std::string(xml.substr(tag_end + 1, end - tag_end - 1))});
        at = end;
    }
    return all;
}

std::pair<std::size_t, std::size_t> place_of(std::string const& reference) {
    std::size_t col = 0, i = 0;
    for (; i < reference.size() && reference[i] >= 'A'; ++i)
        col = col * 26 + static_cast<std::size_t>(reference[i] - 'A' + 1);
    return {std::stoul(reference.substr(i)) - 1, col - 1};
}

ReadSheet sheet_of(std::string const& xml, std::vector<std::string> const& strings) {
    ReadSheet sheet;
    for (auto const& [tag, content] : elements(xml, "c")) {
        auto const values = elements(content, "v");
        sheet.formulas += elements(content, "f").size();
        if (values.empty()) continue;
        bool const is_text = attribute(tag, "t") == "s";
        auto const& value = values.front().second;
        sheet.cells[place_of(attribute(tag, "r"))] = {is_text ? strings.at(std::stoul(value)) : value, is_text};
    }
    for (auto const& [tag, content] : elements(xml, "pane")) sheet.frozen_at = attribute(tag, "topLeftCell");
    for (auto const& [tag, content] : elements(xml, "autoFilter")) sheet.filter = attribute(tag, "ref");
    sheet.charts = static_cast<int>(elements(xml, "drawing").size());
    return sheet;
}

} // namespace

std::string ReadSheet::text(std::size_t r, std::size_t c) const {
    auto const it = cells.find({r, c});
    return it == cells.end() ? std::string{} : it->second.text;
}

bool ReadSheet::is_text(std::size_t r, std::size_t c) const {
    auto const it = cells.find({r, c});
    return it != cells.end() && it->second.is_text;
}

std::vector<std::string> ReadSheet::row(std::size_t r, std::size_t width) const {
    std::vector<std::string> all;
    for (std::size_t c = 0; c < width; ++c) all.push_back(text(r, c));
    return all;
}

std::size_t ReadSheet::rows() const { return cells.empty() ? 0 : cells.rbegin()->first.first + 1; }

std::map<std::string, std::string> unzip(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    std::string const bytes(std::istreambuf_iterator<char>(in), {});
    auto const end = bytes.rfind("PK\x05\x06");
    if (end == std::string::npos) throw std::runtime_error(file.string() + " is no archive");
    std::map<std::string, std::string> files;
    std::size_t at = number_at(bytes, end + 16, 4);
    for (auto left = number_at(bytes, end + 10, 2); left > 0; --left) {
        auto const packed = number_at(bytes, at + 20, 4), size = number_at(bytes, at + 24, 4);
        auto const name_size = number_at(bytes, at + 28, 2);
        auto const name = bytes.substr(at + 46, name_size);
        auto const local = number_at(bytes, at + 42, 4);
        auto const data = local + 30 + number_at(bytes, local + 26, 2) + number_at(bytes, local + 28, 2);
        auto const raw = std::string_view(bytes).substr(data, packed);
        files[name] = number_at(bytes, at + 10, 2) == 0 ? std::string(raw) : inflated(raw, size);
        at += 46 + name_size + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    }
    return files;
}

std::map<std::string, ReadSheet> read_xlsx(std::filesystem::path const& file) {
    auto const files = unzip(file);
    std::vector<std::string> strings;
    if (auto const shared = files.find("xl/sharedStrings.xml"); shared != files.end())
        for (auto const& [tag, item] : elements(shared->second, "si")) {
            std::string text;
            for (auto const& [part, content] : elements(item, "t")) text += decoded(content);
            strings.push_back(text);
        }
    std::map<std::string, ReadSheet> sheets;
    std::size_t number = 0;
    for (auto const& [tag, content] : elements(files.at("xl/workbook.xml"), "sheet"))
        sheets[decoded(attribute(tag, "name"))] =
            sheet_of(files.at("xl/worksheets/sheet" + std::to_string(++number) + ".xml"), strings);
    return sheets;
}

} // namespace phusong::test

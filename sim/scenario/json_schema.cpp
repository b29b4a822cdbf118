#include "sim/scenario/fields.h"
#include "sim/scenario/set_value.h"
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_list() {
    Json const text{{"type", "string"}};
    return {{"oneOf", Json::array({text, Json{{"type", "array"}, {"items", text}}})}};
}

struct TypeOf {
    Field const& field;

    template <class Number> Json ranged(char const* type) const {
        return {
            {"type", type}, {"minimum", static_cast<Number>(field.min)}, {"maximum", static_cast<Number>(field.max)}};
    }
    Json text() const {
        Json out{{"type", "string"}};
        if (!field.choices.empty()) out["enum"] = field.choices;
        return out;
    }
    Json operator()(double& (*)(Scenario&)) const { return ranged<double>("number"); }
    Json operator()(int& (*)(Scenario&)) const { return ranged<int>("integer"); }
    Json operator()(bool& (*)(Scenario&)) const { return {{"type", "boolean"}}; }
    Json operator()(Policy& (*)(Scenario&)) const { return text(); }
    Json operator()(InputPath& (*)(Scenario&)) const { return text(); }
    Json operator()(std::vector<InputPath>& (*)(Scenario&)) const { return text_or_list(); }
    Json operator()(TechnologySet& (*)(Scenario&)) const {
        Json const list{{"type", "array"}, {"items", text()}, {"minItems", 1}, {"uniqueItems", true}};
        return {{"oneOf", Json::array({text(), list})}};
    }
    Json operator()(std::string& (*)(Scenario&)) const {
        auto out = text();
        out["maxLength"] = static_cast<int>(field.max);
        return out;
    }
    Json operator()(std::vector<double>& (*)(Scenario&)) const {
        auto const number = ranged<double>("number");
        Json list{{"type", "array"}, {"items", number}};
        if (field.required) list["minItems"] = 1;
        return {{"oneOf", Json::array({number, list})}};
    }
};

Json property(Field const& field) {
    auto out = std::visit(TypeOf{field}, field.access);
    auto const unit = field.unit.empty() || field.unit == "1" ? "" : fmt::format(" [{}]", field.unit);
    out["description"] = fmt::format("{} / {}{}", field.doc.vi, field.doc.en, unit);
    if (!field.required) {
        auto const value = Json::parse(toml_value(field, Scenario{})); // these TOML values are JSON as well
        // NOLINTNEXTLINE(readability-container-size-empty): a JSON value, which may be the number 0
        if (value != "" && value != Json::array()) out["default"] = value;
    }
    return out;
}

Json closed_object() { return {{"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}}; }

/// The place of a dotted key among nested objects, which are made on the way.
Json& slot(Json& object, std::string_view key) {
    auto const dot = key.find('.');
    auto& properties = object["properties"];
    std::string const part(key.substr(0, dot));
    if (dot == std::string_view::npos) return properties[part];
    if (!properties.contains(part)) properties[part] = closed_object();
    return slot(properties[part], key.substr(dot + 1));
}

} // namespace

std::string json_schema() {
    auto keys = closed_object();
    for (auto const& field : fields()) slot(keys, field.key) = property(field);
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "phusong scenario"}};
    schema.update(keys);
    schema["properties"]["extends"] = text_or_list();
    schema["properties"]["extends"]["description"] =
        "Tệp được kế thừa, tính từ thư mục của tệp này; tệp sau đè tệp trước / Files to build upon, relative to this "
        "file; later ones win";
    schema["properties"]["paths_from"] = {
        {"enum", {"file", "project"}},
        {"default", "file"},
        {"description",
         "Đường dẫn tính từ thư mục của tệp này, hay từ thư mục dự án / Whether paths start at this file's "
         "folder or at the project's"}};
    schema["properties"]["override"] = {
        {"type", "object"},
        {"description", "Các bảng thay đổi có tên, chọn bằng --with / Named changes, chosen by --with"},
        {"additionalProperties", {{"$ref", "#/definitions/keys"}}}};
    schema["properties"]["sweep"] = {
        {"type", "object"},
        {"additionalProperties", true},
        {"description",
         "Chỉ cho batch: khóa = danh sách giá trị, thử mọi tổ hợp / For batch: key = list of values, all "
         "combinations are tried"}};
    schema["properties"]["uncertainty"] = {
        {"type", "object"},
        {"additionalProperties", true},
        {"description",
         "Điều chưa chắc, cho batch và khoảng chi phí của run: khóa = { distribution, low, mode, high, mean, median, "
         "sd, relative }; draws, sampling, plan chỉ cho batch / What is uncertain, for batch and for the range of "
         "costs of run: key = { distribution, …, relative }; draws, sampling, plan for batch only"}};
    schema["definitions"]["keys"] = keys;
    return schema.dump(2) + "\n";
}

} // namespace phusong

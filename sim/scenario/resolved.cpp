#include "sim/scenario/fields.h"
#include "sim/scenario/key_notes.h"
#include "sim/scenario/read.h"
#include "sim/scenario/toml_text.h"
#include <algorithm>
#include <fmt/ranges.h>

namespace phusong {
namespace {
namespace fs = std::filesystem;

std::string path_text(InputPath const& path, fs::path const& folder) {
    if (!path.given()) return toml_text::quoted("");
    if (path.path.empty()) return toml_text::quoted(path.written);
    auto const shown = folder.empty() ? path.path : path.path.lexically_relative(fs::weakly_canonical(folder));
    return toml_text::quoted((shown.empty() ? path.path : shown).generic_string());
}

/// Shortest text that reads back as the same number.
std::string number_text(double number) { return fmt::format("{}", number); }

struct Written {
    Scenario& scenario;
    fs::path const& folder;

    std::string operator()(double& (*at)(Scenario&)) const { return number_text(at(scenario)); }
    std::string operator()(int& (*at)(Scenario&)) const { return fmt::format("{}", at(scenario)); }
    std::string operator()(bool& (*at)(Scenario&)) const { return at(scenario) ? "true" : "false"; }
    std::string operator()(std::string& (*at)(Scenario&)) const { return toml_text::quoted(at(scenario)); }
    std::string operator()(Policy& (*at)(Scenario&)) const {
        return toml_text::quoted(policy_names[static_cast<std::size_t>(at(scenario))]);
    }
    std::string operator()(TechnologySet& (*at)(Scenario&)) const {
        std::vector<std::string> items;
        for (auto technology : technologies)
            if (at(scenario).has(technology)) items.push_back(toml_text::quoted(name(technology)));
        return fmt::format("[{}]", fmt::join(items, ", "));
    }
    std::string operator()(InputPath& (*at)(Scenario&)) const { return path_text(at(scenario), folder); }
    std::string operator()(std::vector<InputPath>& (*at)(Scenario&)) const {
        std::vector<std::string> items;
        for (auto const& path : at(scenario)) items.push_back(path_text(path, folder));
        return fmt::format("[{}]", fmt::join(items, ", "));
    }
    std::string operator()(std::vector<double>& (*at)(Scenario&)) const {
        std::vector<std::string> items;
        for (double const number : at(scenario)) items.push_back(number_text(number));
        return fmt::format("[{}]", fmt::join(items, ", "));
    }
};

std::string value_text(toml_text::Value const& value) {
    using enum toml_text::Value::Kind;
    switch (value.kind) {
    case truth:
        return value.truth ? "true" : "false";
    case integer:
        return fmt::format("{}", value.integer);
    case real:
        return number_text(value.real);
    default:
        return toml_text::quoted(toml_text::shown(value));
    }
}

} // namespace

std::string uncertainty_toml(GivenKeys const& table) {
    std::string out;
    for (auto const& [key, given] : table)
        out += fmt::format("{}\n{} = {}\n", source_comment(given.source ? &*given.source : nullptr), key,
                           value_text(given.value));
    return out;
}

std::string toml_value(Field const& field, Scenario const& scenario, fs::path const& folder) {
    Scenario copy = scenario; // a row reaches its member for writing
    return std::visit(Written{copy, folder}, field.access);
}

std::string resolved_toml(Scenario const& scenario, fs::path const& folder) {
    std::string out = "# Mọi khóa của kịch bản, sau khi ghép các tệp và các thay đổi.\n"
                      "# Every key of the scenario, after all files and overrides.\n"
                      "# Chạy lại: phusong run scenario.resolved.toml, ở bất kỳ đâu trong thư mục dự án.\n"
                      "# To run it again: phusong run scenario.resolved.toml, anywhere in the project folder.\n";
    if (!folder.empty()) out += "paths_from = \"project\" # every path starts at the folder with .phusong-project\n";
    std::string section;
    for (auto const& field : fields()) {
        auto const dot = field.key.rfind('.');
        auto const here = dot == std::string::npos ? std::string() : field.key.substr(0, dot);
        if (here != section) out += fmt::format("\n[{}]\n", here);
        section = here;
        auto const name = field.key.substr(dot == std::string::npos ? 0 : dot + 1);
        auto const unit = field.unit.empty() || field.unit == "1" ? "" : "[" + field.unit + "] ";
        auto const source = scenario.sources.find(field.key);
        out += source_comment(source == scenario.sources.end() ? nullptr : &source->second) + '\n';
        out += fmt::format("{} = {} # {}{}\n", name, toml_value(field, scenario, folder), unit, field.doc.en);
    }
    if (!scenario.uncertainty.empty()) out += "\n[uncertainty]\n" + scenario.uncertainty;
    return out;
}

} // namespace phusong

#include "sim/scenario/read.h"
#include "geo/suggest.h"
#include "sim/scenario/checks.h"
#include "sim/scenario/set_value.h"
#include "sim/scenario/text_value.h"
#include <algorithm>
#include <fmt/ranges.h>
#include <utility>

namespace phusong {
namespace {
namespace fs = std::filesystem;

geo::io::AllowedRoots allowed_roots(fs::path const& file, std::vector<fs::path> const& more, geo::Problems& problems) {
    geo::io::AllowedRoots allowed{{geo::io::project_root(file)}};
    for (auto const& folder : more) {
        std::error_code error;
        auto const canonical = fs::canonical(folder, error);
        if (error)
            problems.push_back(
                {"--allow-path " + folder.generic_string(), {"không có thư mục này", "there is no such folder"}, {}});
        else
            allowed.roots.push_back(canonical);
    }
    return allowed;
}

void lay_overrides(std::vector<std::string> const& with, Layers& layers) {
    for (auto const& name : with) {
        auto const found = layers.overrides.find(name);
        if (found != layers.overrides.end()) {
            for (auto const& [key, given] : found->second) layers.keys.insert_or_assign(key, given);
            continue;
        }
        std::vector<std::string> names;
        for (auto const& [known, keys] : layers.overrides) names.push_back(known);
        auto const near = geo::nearest_name(name, names);
        auto const all = fmt::format("{}", fmt::join(names, ", "));
        layers.problems.push_back(
            {"--with " + name,
             {"không có bảng [override] nào tên như vậy", "there is no [override] table of this name"},
             near ? geo::say("Có phải là {}? Hiện có: {}", "did you mean {}? There are: {}", *near, all)
             : names.empty()
                 ? geo::Message{"Kịch bản này không có bảng [override.TÊN] nào", "this scenario has no [override.NAME]"}
                 : geo::say("Hiện có: {}", "there are: {}", all)});
    }
}

void lay_command_line(std::vector<std::string> const& settings, Layers& layers) {
    for (auto const& setting : settings) {
        auto const equals = setting.find('=');
        auto const key = setting.substr(0, equals);
        auto const where = "--set " + key;
        if (equals == std::string::npos) {
            layers.problems.push_back(
                {where, {"thiếu dấu =", "has no ="}, {"Viết --set khóa=giá_trị", "write --set key=value"}});
            continue;
        }
        auto const* field = find_field(key);
        if (!field) {
            layers.problems.push_back(unknown_key(where, key));
            continue;
        }
        auto const value = value_of_text(*field, setting.substr(equals + 1), where, layers.problems);
        if (!value) continue;
        layers.keys.insert_or_assign(key, Given{*value, where, fs::current_path(), ValueSource{"--set", ""}});
    }
}

/// The names of --with and the settings of --set, behind those of the run that wrote a resolved scenario.
void note_changes(ReadOptions const& options, Scenario& scenario) {
    for (auto const* list : {&options.with, &options.set})
        for (auto const& change : *list) scenario.changes += (scenario.changes.empty() ? "" : "; ") + change;
}

/// Where paths of a scenario may lead, and the project's folder.
struct Ground {
    geo::io::AllowedRoots const& allowed;
    fs::path root;
};

void check_path_of(InputPath& path, fs::path const& folder, Ground const& ground, geo::Problems& problems) {
    if (!path.given()) return;
    auto checked = geo::io::check_path(path.written, folder, ground.allowed, path.where);
    if (checked.path) {
        path.path = *checked.path;
        path.in_project = geo::io::name_in_project(path.path, ground.root);
    }
    if (checked.problem) problems.push_back(*checked.problem);
}

void check_paths(Scenario& scenario, Field const& field, fs::path const& folder, Ground const& ground,
                 geo::Problems& problems) {
    if (auto const* one = std::get_if<InputPath& (*)(Scenario&)>(&field.access))
        check_path_of((*one)(scenario), folder, ground, problems);
    if (auto const* list = std::get_if<std::vector<InputPath>& (*)(Scenario&)>(&field.access))
        for (auto& path : (*list)(scenario)) check_path_of(path, folder, ground, problems);
}

std::string section_of(std::string const& key) {
    auto const dot = key.rfind('.');
    return dot == std::string::npos ? "" : key.substr(0, dot);
}

/// Missing keys, one problem per section, so that a bare file does not drown its reader.
void tell_missing(Layers& layers, std::string const& shown) {
    std::vector<std::pair<std::string, std::vector<std::string>>> missing;
    for (auto const& field : fields()) {
        auto const given = layers.keys.find(field.key);
        bool const empty_path = std::holds_alternative<InputPath& (*)(Scenario&)>(field.access) &&
                                given != layers.keys.end() && given->second.value.text.empty();
        if (!field.required || (given != layers.keys.end() && !empty_path) || layers.refused.contains(field.key))
            continue;
        auto const section = section_of(field.key);
        if (missing.empty() || missing.back().first != section) missing.push_back({section, {}});
        missing.back().second.push_back(field.key.substr(section.empty() ? 0 : section.size() + 1));
    }
    for (auto const& [section, keys] : missing)
        layers.problems.push_back({section.empty() ? shown : fmt::format("{} [{}]", shown, section),
                                   geo::say("thiếu: {}", "lacks: {}", fmt::format("{}", fmt::join(keys, ", "))),
                                   {"Viết các khóa này, hoặc thêm extends tới tệp đã có chúng",
                                    "give these keys, or extend a file that has them"}});
}

} // namespace

ReadScenario read_scenario(fs::path const& file, ReadOptions const& given_options) {
    auto options = given_options;
    for (auto& name : options.with) name = trimmed_text(name); // "a, b"
    ReadScenario out;
    geo::Problems option_problems;
    out.allowed = allowed_roots(file, options.allow, option_problems);
    auto layers = read_layers(file, out.allowed);
    out.files = layers.files;
    out.sweep = layers.sweep;
    out.uncertainty = layers.uncertainty;
    out.scenario.uncertainty = uncertainty_toml(layers.uncertainty);
    std::ranges::move(option_problems, std::back_inserter(layers.problems));
    if (layers.complete) {
        lay_overrides(options.with, layers);
        lay_command_line(options.set, layers);
    }
    Ground const ground{out.allowed, geo::io::project_root(file)};
    for (auto const& field : fields()) {
        auto const given = layers.keys.find(field.key);
        if (given == layers.keys.end()) continue;
        set_value(out.scenario, field, given->second.value, given->second.where, layers.problems);
        if (given->second.source) out.scenario.sources.insert_or_assign(field.key, *given->second.source);
        check_paths(out.scenario, field, given->second.folder, ground, layers.problems);
    }
    note_changes(options, out.scenario);
    auto const shown = file.generic_string();
    if (layers.complete) {
        tell_missing(layers, shown);
        auto const where = [&](std::string const& key) {
            auto const given = layers.keys.find(key);
            return given == layers.keys.end() ? shown + " " + key : given->second.where;
        };
        std::ranges::move(check_together(out.scenario, where), std::back_inserter(layers.problems));
    }
    geo::throw_if_any(std::move(layers.problems));
    return out;
}

} // namespace phusong

#include "sim/output/manifest.h"
#include "geo/io/atomic_file.h"
#include "sim/output/files.h"
#include "sim/output/labels.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

using Json = nlohmann::ordered_json;

constexpr int manifest_format = 1; ///< raised when a reader of older manifests would misread newer ones

/// The files that the manifest lists; none when run.json is not a manifest of ours.
std::set<std::string> listed_files(std::filesystem::path const& folder) {
    auto const file = folder / "run.json";
    if (!std::filesystem::is_regular_file(file)) return {};
    auto const manifest = Json::parse(geo::io::read_file(file), nullptr, /*allow_exceptions=*/false);
    if (!manifest.is_object() || manifest.value("program", Json{}) != "phusong") return {};
    auto const outputs = manifest.value("outputs_sha256", Json::object());
    if (!outputs.is_object()) return {};
    std::set<std::string> names(unlisted_files.begin(), unlisted_files.end());
    for (auto const& output : outputs.items()) names.insert(output.key());
    return names;
}

/// Whether GDAL or QGIS has written `name` beside a file of ours: "maps/x.tif.aux.xml", "plan.gpkg-wal", "maps/x.qmd".
bool is_beside_ours(std::string const& name, std::set<std::string> const& ours) {
    for (std::string_view const ending : {".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal"})
        if (name.ends_with(ending) && ours.contains(name.substr(0, name.size() - ending.size()))) return true;
    if (!name.ends_with(".qmd")) return false;
    auto const stem = std::filesystem::path(name).replace_extension();
    return std::ranges::any_of(
        ours, [&](std::string const& our) { return std::filesystem::path(our).replace_extension() == stem; });
}

} // namespace

std::string manifest_json(std::filesystem::path const& folder, World const& world, RunIdentity const& identity) {
    Json inputs = Json::object(), outputs = Json::object();
    for (auto const& input : identity.inputs) inputs[input.file] = input.sha256;
    for (auto const& [file, hash] : hashes_of_files(folder)) outputs[file] = hash;
    Json manifest{{"format", manifest_format},
                  {"program", "phusong"},
                  {"version", identity.program_version},
                  {"scenario", identity.scenario_name},
                  {"changes", identity.changes}};
    if (identity.levers_without_effect) manifest["levers_without_effect"] = *identity.levers_without_effect;
    manifest["input_hash"] = identity.input_hash;
    manifest["synthetic_layers"] = synthetic_layers(world);
    manifest["inputs_sha256"] = inputs;
    manifest["outputs_sha256"] = outputs;
    return manifest.dump(2) + '\n';
}

std::vector<std::string> foreign_files(std::filesystem::path const& folder, std::set<std::string> const& ours) {
    std::vector<std::string> foreign;
    for (auto const& name : files_below(folder))
        if (!ours.contains(name) && !is_beside_ours(name, ours)) foreign.push_back(name);
    return foreign;
}

std::vector<std::string> foreign_files(std::filesystem::path const& folder) {
    return foreign_files(folder, listed_files(folder));
}

bool is_complete(std::filesystem::path const& folder, RunIdentity const& identity) {
    auto const file = folder / "run.json";
    if (!std::filesystem::is_regular_file(file)) return false;
    auto const manifest = Json::parse(geo::io::read_file(file), nullptr, /*allow_exceptions=*/false);
    auto const is = [&](char const* key, Json const& value) {
        return manifest.is_object() && manifest.contains(key) && manifest[key] == value;
    };
    if (!is("format", manifest_format) || !is("version", identity.program_version) ||
        !is("input_hash", identity.input_hash) || !manifest.contains("outputs_sha256"))
        return false;
    auto const& outputs = manifest["outputs_sha256"];
    if (!outputs.is_object() || outputs.empty()) return false;
    auto const found = hashes_of_files(folder);
    for (auto const& [name, hash] : outputs.items()) {
        auto const it = found.find(name);
        if (it == found.end() || hash != it->second) return false;
    }
    return true;
}

} // namespace phusong

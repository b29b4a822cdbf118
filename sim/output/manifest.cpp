#include "sim/output/manifest.h"
#include "geo/io/atomic_file.h"
#include "sim/output/files.h"
#include "sim/output/labels.h"
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

using Json = nlohmann::ordered_json;

constexpr int manifest_format = 1; ///< raised when a reader of older manifests would misread newer ones

} // namespace

std::string manifest_json(std::filesystem::path const& folder, World const& world, RunIdentity const& identity) {
    Json inputs = Json::object(), outputs = Json::object();
    for (auto const& input : identity.inputs) inputs[input.file] = input.sha256;
    for (auto const& [file, hash] : hashes_of_files(folder)) outputs[file] = hash;
    Json const manifest{{"format", manifest_format},
                        {"program", "phusong"},
                        {"version", identity.program_version},
                        {"scenario", identity.scenario_name},
                        {"changes", identity.changes},
                        {"input_hash", identity.input_hash},
                        {"synthetic_layers", synthetic_layers(world)},
                        {"inputs_sha256", inputs},
                        {"outputs_sha256", outputs}};
    return manifest.dump(2) + '\n';
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

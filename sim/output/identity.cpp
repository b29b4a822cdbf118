#include "geo/io/hash.h"
#include "sim/output/output.h"
#include "sim/scenario/fields.h"
#include "sim/scenario/read.h"
#include <algorithm>
#include <map>

namespace phusong {
namespace {

namespace fs = std::filesystem;

/// A Shapefile is several files of one name; a folder of tiles is all files in it.
std::vector<fs::path> with_companions(fs::path const& file) {
    if (!fs::is_directory(file) && file.extension() != ".shp") return {file};
    std::vector<fs::path> all;
    bool const folder = fs::is_directory(file);
    for (auto const& entry : fs::directory_iterator(folder ? file : file.parent_path()))
        if (entry.is_regular_file() && (folder || entry.path().stem() == file.stem())) all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    return all;
}

std::string shown_path(fs::path const& file, fs::path const& root) {
    auto const relative = file.lexically_relative(root);
    bool const inside = !relative.empty() && *relative.begin() != "..";
    return inside ? relative.generic_string() : file.filename().string();
}

} // namespace

std::vector<fs::path> named_files(Scenario const& scenario) {
    Scenario copy = scenario; // the field table reaches members for writing, too
    std::vector<fs::path> files;
    auto const add = [&](InputPath const& p) {
        if (!p.given()) return;
        for (auto& file : with_companions(p.path)) files.push_back(std::move(file));
    };
    for (auto const& field : fields()) {
        if (auto const* one = std::get_if<InputPath& (*)(Scenario&)>(&field.access)) add((*one)(copy));
        if (auto const* list = std::get_if<std::vector<InputPath>& (*)(Scenario&)>(&field.access))
            for (auto const& p : (*list)(copy)) add(p);
    }
    return files;
}

RunIdentity identify(Scenario const& scenario, fs::path const& project_root, std::string const& program_version,
                     std::vector<std::string> const& creation_options) {
    RunIdentity identity;
    identity.program_version = program_version;
    identity.scenario_name = scenario.name;
    identity.resolved_scenario = resolved_toml(scenario, project_root);
    auto const root = fs::weakly_canonical(project_root);
    std::map<fs::path, std::string> hashes;
    for (auto const& file : named_files(scenario))
        if (!hashes.contains(file)) hashes[file] = geo::io::sha256_of_file(file);
    for (auto const& [file, hash] : hashes) identity.inputs.push_back({shown_path(file, root), hash});
    std::stable_sort(identity.inputs.begin(), identity.inputs.end(),
                     [](auto const& a, auto const& b) { return a.file < b.file; });
    std::string all = "phusong " + program_version + '\n' + identity.resolved_scenario;
    for (auto const& input : identity.inputs) all += input.sha256 + ' ' + input.file + '\n';
    for (auto const& option : creation_options) all += "-co " + option + '\n';
    identity.input_hash = geo::io::sha256(all);
    return identity;
}

} // namespace phusong

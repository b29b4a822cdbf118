#include "geo/io/file_ending.h"
#include "geo/io/hash.h"
#include "geo/io/project_root.h"
#include "sim/output/output.h"
#include "sim/scenario/fields.h"
#include "sim/scenario/read.h"
#include <algorithm>
#include <set>

namespace phusong {
namespace {

namespace fs = std::filesystem;

/// A Shapefile is several files of one name.
std::vector<fs::path> with_companions(fs::path const& file) {
    if (geo::io::ending_of(file) != ".shp") return {file};
    std::vector<fs::path> all;
    for (auto const& entry : fs::directory_iterator(file.parent_path()))
        if (entry.is_regular_file() && entry.path().stem() == file.stem()) all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    return all;
}

/// Two files outside the project may have one name: "dem.tif", "dem.tif (2)", in the order in which the scenario names
/// them. Their folders are not told: they are another machine's business and would change the bytes.
std::string told_apart(std::string const& name, std::set<std::string>& taken) {
    std::string out = name;
    for (int number = 2; !taken.insert(out).second; ++number) out = fmt::format("{} ({})", name, number);
    return out;
}

std::vector<RunIdentity::Input> hashed(std::vector<fs::path> const& files, fs::path const& root) {
    std::set<fs::path> seen;
    std::set<std::string> taken;
    for (auto const& file : files) // names inside the project are exact: those outside give way
        if (geo::io::is_inside(file, root)) taken.insert(geo::io::name_in_project(file, root));
    std::vector<RunIdentity::Input> out;
    for (auto const& file : files) {
        if (!seen.insert(file).second) continue;
        auto const name = geo::io::name_in_project(file, root);
        out.push_back({geo::io::is_inside(file, root) ? name : told_apart(name, taken), geo::io::sha256_of_file(file)});
    }
    std::sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.file < b.file; });
    return out;
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
    identity.inputs = hashed(named_files(scenario), fs::weakly_canonical(project_root));
    std::string all = "phusong " + program_version + '\n' + identity.resolved_scenario;
    for (auto const& input : identity.inputs) all += input.sha256 + ' ' + input.file + '\n';
    for (auto const& option : creation_options) all += "-co " + option + '\n';
    identity.input_hash = geo::io::sha256(all);
    return identity;
}

void extend_identity(RunIdentity& identity, std::vector<fs::path> const& files, fs::path const& project_root,
                     std::string const& question) {
    std::string all = identity.input_hash + '\n' + question + '\n';
    for (auto& input : hashed(files, fs::weakly_canonical(project_root))) {
        all += input.sha256 + ' ' + input.file + '\n';
        identity.inputs.push_back(std::move(input));
    }
    std::ranges::sort(identity.inputs, {}, &RunIdentity::Input::file);
    identity.input_hash = geo::io::sha256(all);
}

} // namespace phusong

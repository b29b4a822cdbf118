#include "sim/output/labels.h"
#include "tools/cli/program.h"
#include "tools/cli/run.h"
#include <unistd.h>

namespace phusong::cli {

namespace fs = std::filesystem;

RunIdentity identity_of(Scenario const& scenario, fs::path const& project_root, Options const& options) {
    auto identity = identify(scenario, project_root, program_version(), options.creation_options);
    if (options.png) extend_identity(identity, {}, project_root, "--png"); // other files are another result
    identity.title = fmt::format("{} / {}", title(scenario).vi, title(scenario).en);
    identity.changes = scenario.changes;
    return identity;
}

Place look_at(fs::path const& folder, RunIdentity const& identity, bool overwrite) {
    return look_at(folder,
                   {.marker = "run.json",
                    .another = {"đã có kết quả của một lần chạy khác, hoặc tệp trong đó đã bị sửa",
                                "holds the results of another run, or files in it were changed"},
                    .is_wanted = [&](fs::path const& there) { return is_complete(there, identity); },
                    .foreign_files = [](fs::path const& there) { return foreign_files(there); }},
                   overwrite);
}

std::string folder_name(Scenario const& scenario, std::string const& input_hash) {
    constexpr std::size_t longest = 80; // Windows gives 260 to the whole path
    std::string name = scenario.name;
    std::size_t begin = 0;
    while (begin < scenario.changes.size()) {
        auto const end = std::min(scenario.changes.find("; ", begin), scenario.changes.size());
        auto change = scenario.changes.substr(begin, end - begin);
        // "finance.discount_rate=0.08": the section says little, the key and the value say it all
        if (auto const dot = change.substr(0, change.find('=')).rfind('.'); dot != std::string::npos)
            change.erase(0, dot + 1);
        name += '-' + change;
        begin = end + 2;
    }
    name.resize(std::min(name.size(), longest));
    for (char& c : name) {
        bool const safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                          c == '_' || c == '.' || c == '=';
        if (!safe) c = '_';
    }
    return name + '-' + input_hash.substr(0, 8);
}

fs::path store_folder(Options const& options, fs::path const& project_root) {
    if (options.store) return *options.store;
    auto const store = project_root / ".store";
    std::error_code ignored;
    bool const there = fs::is_directory(store, ignored);
    return ::access((there ? store : project_root).c_str(), W_OK) == 0 ? store : fs::path();
}

} // namespace phusong::cli

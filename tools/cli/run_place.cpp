#include "geo/problem.h"
#include "sim/output/labels.h"
#include "tools/cli/program.h"
#include "tools/cli/run.h"
#include <fmt/ranges.h>
#include <unistd.h>

namespace phusong::cli {

namespace fs = std::filesystem;
using geo::say;

namespace {

constexpr std::size_t most_names = 5; ///< that a message names

/// Replacing a result must not take along what somebody has saved beside it, a QGIS project for instance.
void refuse_foreign_files(fs::path const& folder) {
    auto names = foreign_files(folder);
    if (names.empty()) return;
    auto const more = names.size() - std::min(names.size(), most_names);
    names.resize(names.size() - more);
    auto said = say("có tệp không phải do phusong ghi, nên không bị thay: {}",
                    "holds files that phusong has not written, so it is not replaced: {}",
                    fmt::format("{}", fmt::join(names, ", ")));
    if (more > 0) {
        said.vi += fmt::format(" và {} tệp nữa", more);
        said.en += fmt::format(" and {} more", more);
    }
    throw geo::FileError({{folder.string(), said,
                           say("chuyển chúng sang thư mục khác rồi chạy lại, hoặc chọn thư mục kết quả khác bằng -o",
                               "move them to another folder and run again, or choose another folder with -o")}});
}

} // namespace

RunIdentity identity_of(Scenario const& scenario, fs::path const& project_root, Options const& options) {
    auto identity = identify(scenario, project_root, program_version(), options.creation_options);
    if (options.png) extend_identity(identity, {}, project_root, "--png"); // other files are another result
    identity.title = fmt::format("{} / {}", title(scenario).vi, title(scenario).en);
    identity.changes = scenario.changes;
    return identity;
}

Place look_at(fs::path const& folder, RunIdentity const& identity, bool overwrite) {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(folder, error))) return Place::free;
    bool const is_folder = fs::is_directory(folder, error);
    if (is_folder && fs::is_empty(folder, error)) return Place::free;
    if (is_folder && !overwrite && is_complete(folder, identity)) return Place::finished;
    bool const ours = is_folder && fs::is_regular_file(folder / "run.json", error);
    if (ours && overwrite) {
        refuse_foreign_files(folder);
        return Place::replaceable;
    }
    auto const where = folder.string();
    if (ours)
        throw geo::FileError({{where,
                               say("đã có kết quả của một lần chạy khác, hoặc tệp trong đó đã bị sửa",
                                   "holds the results of another run, or files in it were changed"),
                               say("chọn thư mục khác bằng -o, hoặc thêm --overwrite để thay",
                                   "choose another folder with -o, or add --overwrite to replace it")}});
    throw geo::FileError(
        {{where,
          say("đã có và không phải thư mục kết quả của phusong, nên không bị thay kể cả với --overwrite",
              "exists and is no result folder of phusong, so it is not replaced even with --overwrite"),
          say("chọn thư mục khác bằng -o", "choose another folder with -o")}});
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

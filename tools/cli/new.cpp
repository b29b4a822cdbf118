#include "geo/io/atomic_file.h"
#include "geo/io/project_root.h"
#include "sim/output/output.h"
#include "sim/scenario/fields.h"
#include "sim/world/read.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/json_text.h"
#include "tools/cli/new_readme.h"
#include "tools/cli/program.h"
#include "tools/cli/verb.h"
#include <algorithm>
#include <cctype>
#include <map>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::say;

using Contents = std::map<fs::path, std::string>; ///< bytes by path inside the new project

/// The scenario moves from scenarios/ to the top of the project, so its paths lose one "../".
std::string moved_up(std::string text) {
    for (auto at = text.find("\"../"); at != std::string::npos; at = text.find("\"../", at + 1)) text.erase(at + 1, 3);
    return text;
}

void add_file(Contents& contents, fs::path const& file, fs::path const& shipped, fs::path const& scenario) {
    auto const inside = file.lexically_relative(shipped);
    auto const bytes = geo::io::read_file(file);
    if (file == scenario)
        contents["scenario.toml"] = moved_up(bytes);
    else if (*inside.begin() == "scenarios")
        contents[inside.filename()] = moved_up(bytes);
    else
        contents[inside] = bytes;
}

Contents starting_project() {
    auto const shipped = shipped_files();
    if (!shipped)
        throw geo::FileError(
            {{"phusong",
              say("không thấy dữ liệu mẫu kèm theo chương trình (scenarios/toy.toml)",
                  "the sample data that come with the program are missing (scenarios/toy.toml)"),
              say("chạy chương trình từ bản tải về đầy đủ", "run the program from a complete download")}});
    auto const scenario = *shipped / "scenarios/toy.toml";
    auto const read = read_scenario(scenario);
    Contents contents;
    for (auto const& file : read.files) add_file(contents, file, *shipped, scenario);
    for (auto const& file : named_files(read.scenario)) add_file(contents, file, *shipped, scenario);
    contents[".phusong-project"] = geo::io::read_file(*shipped / ".phusong-project");
    contents["scenario.schema.json"] = json_schema(); // the first line of scenario.toml names it
    contents["README.md"] = project_readme(geo::Language::en);
    contents["README.vi.md"] = project_readme(geo::Language::vi);
    contents["KEYS.md"] = key_list(geo::Language::en);
    contents["KEYS.vi.md"] = key_list(geo::Language::vi);
    return contents;
}

void write_all(fs::path const& folder, Contents const& contents) {
    for (auto const& [name, bytes] : contents) {
        std::error_code error; // a folder that could not be made shows when the file is written
        fs::create_directories((folder / name).parent_path(), error);
        geo::io::write_file(folder / name, bytes);
    }
}

/// A new folder appears whole or not at all; in a folder with other files, each of ours is replaced whole.
void write_project(fs::path const& folder, Contents const& contents, bool overwrite) {
    std::error_code error;
    bool const there = fs::exists(fs::symlink_status(folder, error));
    bool const empty = there && fs::is_directory(folder, error) && fs::is_empty(folder, error);
    if (there && !empty) {
        if (!overwrite || !fs::is_directory(folder, error))
            throw geo::FileError(
                {{folder.string(), say("đã có và không rỗng", "exists and is not empty"),
                  say("chọn tên khác, hoặc thêm --overwrite để ghi đè các tệp mẫu (tệp khác giữ nguyên)",
                      "choose another name, or add --overwrite to replace the sample files (others stay)")}});
        return write_all(folder, contents);
    }
    fs::create_directories(fs::absolute(folder).parent_path(), error); // AtomicFolder says so if this did not work
    geo::io::AtomicFolder output(folder, /*overwrite=*/false);
    write_all(output.working(), contents);
    output.commit();
}

/// As the shell reads it back as one word; names without surprises stay as they are.
std::string quoted_for_shell(std::string const& word) {
    auto const harmless = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0 ||
               std::string_view("/._-+=@:,").find(c) != std::string_view::npos;
    };
    if (std::ranges::all_of(word, harmless)) return word;
    std::string out = "'";
    for (char const c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + '\'';
}

int act_on_new(Options const& options, Screen const& screen) {
    if (options.files.empty())
        throw UsageError(say("thiếu tên thư mục", "the folder's name is missing"),
                         say("ví dụ: phusong new tỉnh-tôi", "for example: phusong new my-province"));
    fs::path const folder = options.files.front();
    write_project(folder, starting_project(), options.overwrite);
    auto const scenario = (folder / "scenario.toml").string();
    check_world(read_scenario(scenario).scenario);
    if (screen.json)
        screen.data(dump({{"folder", folder.string()}, {"scenario", scenario}}));
    else if (screen.quiet)
        screen.data(folder.string() + '\n');
    else
        screen.data(say("Đã tạo dự án {0}. Lệnh tiếp theo:\n  phusong run {1}\n",
                        "Project {0} is ready. The next command:\n  phusong run {1}\n", folder.string(),
                        quoted_for_shell(scenario))
                        .in(screen.language));
    return ok;
}

} // namespace

Verb new_verb() {
    return {
        .name = "new",
        .brief = {"tạo một thư mục dự án để bắt đầu", "make a project folder to start from"},
        .page =
            {"Tạo thư mục DIR với một tỉnh nhỏ 12 xã: scenario.toml (kịch bản có chú giải), data/ (các bảng),\n"
             "README.vi.md, KEYS.vi.md (mọi khóa) và scenario.schema.json (cho trình soạn thảo). Chạy được ngay;\n"
             "thay dần bằng dữ liệu thật.",
             "Makes the folder DIR with a small province of 12 communes: scenario.toml (a commented scenario),\n"
             "data/ (the tables), README.md, KEYS.md (every key) and scenario.schema.json (for editors). It runs at\n"
             "once; replace it piece by piece with real data."},
        .examples = {"  phusong new tỉnh-tôi", "  phusong new my-province"},
        .add_options =
            [](CLI::App& app, Options& options) {
                add_file(app, options, "DIR", say("thư mục mới", "the new folder"));
                add_overwrite(
                    app, options,
                    say("ghi đè các tệp mẫu trong thư mục đã có", "replace the sample files in a folder that exists"));
            },
        .act = act_on_new};
}

} // namespace phusong::cli

#include "geo/io/project_root.h"
#include <algorithm>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// "http://…", "GPKG:…", "/vsicurl/…": names that GDAL would not take for a file of the disk.
bool names_no_file(std::string const& text) {
    if (text.rfind("/vsi", 0) == 0 || text.find("://") != std::string::npos) return true;
    auto const colon = text.find(':');
    return colon != std::string::npos && text.find('/') > colon;
}

bool lies_under(fs::path const& path, fs::path const& root) {
    auto const rest = std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first;
    return rest == root.end() || rest->empty(); // a root may end in a slash
}

std::string shown(std::string const& written) {
    std::string clean;
    for (char const c : written) clean += is_control(c) ? '?' : c;
    return clean.size() > 200 ? clean.substr(0, 200) + "..." : clean;
}

CheckedPath refuse(std::string const& where, std::string const& written, Message what, Message hint) {
    auto const name = shown(written);
    return {std::nullopt, Problem{where,
                                  {fmt::format("“{}” {}", name, what.vi), fmt::format("“{}” {}", name, what.en)},
                                  std::move(hint)}};
}

std::optional<CheckedPath> refuse_name(std::string const& written, std::string const& where) {
    auto const file_hint = say("ghi tên một tệp trong dự án, ví dụ data/communes.csv",
                               "name a file of the project, for example data/communes.csv");
    if (written.empty()) return refuse(where, written, say("để trống", "is empty"), file_hint);
    if (std::any_of(written.begin(), written.end(), is_control))
        return refuse(where, written,
                      say("chứa ký tự điều khiển (xuống dòng, NUL…)", "holds a control character (line end, NUL…)"),
                      say("đổi tên tệp, chỉ dùng chữ, số, dấu cách, gạch",
                          "rename the file: letters, digits, spaces and dashes only"));
    if (names_no_file(written))
        return refuse(
            where, written, say("không phải là tên tệp trên ổ đĩa", "is not the name of a file on the disk"),
            say("tải tệp về, giải nén và chép vào dự án", "fetch it, unpack it and copy it into the project"));
    return std::nullopt;
}

std::optional<CheckedPath> refuse_kind(fs::path const& path, std::string const& written, std::string const& where) {
    std::error_code error;
    auto const status = fs::status(path, error);
    if (fs::is_regular_file(status)) return std::nullopt;
    if (fs::is_directory(status))
        return refuse(where, written, say("là thư mục, không phải tệp", "is a folder, not a file"),
                      say("ghi tên một tệp trong thư mục đó", "name a file in that folder"));
    return refuse(where, written, say("không phải là tệp thường", "is not an ordinary file"),
                  say("ống dẫn và thiết bị không được dùng; chép dữ liệu ra tệp",
                      "pipes and devices are not used; copy the data to a file"));
}

} // namespace

fs::path project_root(fs::path const& scenario_file) {
    auto const own = fs::weakly_canonical(fs::absolute(scenario_file)).parent_path();
    std::error_code ignored;
    for (auto folder = own;; folder = folder.parent_path()) {
        if (fs::is_regular_file(folder / ".phusong-project", ignored)) return folder;
        if (folder == folder.root_path() || folder.empty()) return own;
    }
}

bool is_inside(fs::path const& file, fs::path const& folder) {
    auto const relative = file.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

std::string name_in_project(fs::path const& file, fs::path const& root) {
    return is_inside(file, root) ? file.lexically_relative(root).generic_string() : file.filename().string();
}

CheckedPath check_path(std::string const& written, fs::path const& base_folder, AllowedRoots const& allowed,
                       std::string const& where) {
    if (auto refusal = refuse_name(written, where)) return *refusal;
    std::error_code error;
    auto const wanted = base_folder / fs::path(written); // an absolute path stays as it is
    auto const resolved = fs::weakly_canonical(wanted, error);
    auto const inside = [&](fs::path const& root) { return lies_under(resolved, root); };
    // Outside comes before missing, so that a scenario cannot ask which files exist elsewhere.
    if (error || !std::any_of(allowed.roots.begin(), allowed.roots.end(), inside))
        return refuse(where, written, say("nằm ngoài thư mục dự án", "lies outside the project folder"),
                      say("chép tệp vào dự án, hoặc thêm --allow-path THƯ_MỤC",
                          "copy it into the project, or pass --allow-path FOLDER"));
    auto const path = fs::canonical(wanted, error);
    if (error)
        return refuse(where, written, say("không tồn tại", "does not exist"),
                      say("đường dẫn tính từ thư mục {}", "paths start at the folder {}", base_folder.string()));
    if (auto refusal = refuse_kind(path, written, where)) return *refusal;
    return {path, std::nullopt};
}

} // namespace phusong::geo::io

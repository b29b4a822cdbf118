#include "tools/cli/result_place.h"
#include "geo/problem.h"
#include <fmt/ranges.h>

namespace phusong::cli {

namespace fs = std::filesystem;
using geo::say;

namespace {

constexpr std::size_t most_names = 5; ///< that a message names

/// Replacing a result must not take along what somebody has saved beside it, a QGIS project for instance.
void refuse_foreign_files(fs::path const& folder, std::vector<std::string> names) {
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

Place look_at(fs::path const& folder, ResultKind const& kind, bool overwrite) {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(folder, error))) return Place::free;
    bool const is_folder = fs::is_directory(folder, error);
    if (is_folder && fs::is_empty(folder, error)) return Place::free;
    if (is_folder && !overwrite && kind.is_wanted(folder)) return Place::finished;
    bool const ours = is_folder && fs::is_regular_file(folder / kind.marker, error);
    if (ours && overwrite) {
        refuse_foreign_files(folder, kind.foreign_files(folder));
        return Place::replaceable;
    }
    if (ours)
        throw geo::FileError({{folder.string(), kind.another,
                               say("chọn thư mục khác bằng -o, hoặc thêm --overwrite để thay",
                                   "choose another folder with -o, or add --overwrite to replace it")}});
    throw geo::FileError(
        {{folder.string(),
          say("đã có và không phải thư mục kết quả loại này, nên không bị thay kể cả với --overwrite",
              "exists and is no result folder of this kind, so it is not replaced even with --overwrite"),
          say("chọn thư mục khác bằng -o", "choose another folder with -o")}});
}

fs::path without_slash(fs::path const& folder) {
    return folder.has_filename() || !folder.has_parent_path() ? folder : folder.parent_path();
}

} // namespace phusong::cli

#include "tools/cli/output_files.h"
#include "tools/cli/exit_code.h"
#include <filesystem>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::say;

/// With links followed as far as the path exists; a name that nothing can be found out about stays as it is.
fs::path true_name(std::string const& file) {
    std::error_code error;
    auto const absolute = fs::absolute(file, error);
    auto const canonical = fs::weakly_canonical(absolute, error);
    return error ? absolute.lexically_normal() : canonical;
}

bool same_file(std::string const& a, std::string const& b) {
    std::error_code error; // of files that are not there
    return true_name(a) == true_name(b) || fs::equivalent(a, b, error);
}

} // namespace

void OutputFiles::read(std::string flag, std::string file) {
    if (!file.empty()) read_.push_back({std::move(flag), std::move(file)});
}

void OutputFiles::write(std::string flag, std::string file) {
    if (!file.empty()) written_.push_back({std::move(flag), std::move(file)});
}

void OutputFiles::check_collisions() const {
    geo::Problems problems;
    auto const other_name = say("chọn tên khác", "choose another name");
    for (auto out = written_.begin(); out != written_.end(); ++out) {
        for (auto const& in : read_)
            if (same_file(in.file, out->file))
                problems.push_back(
                    {out->file, say("{}: tệp này được đọc vào ({})", "{}: this file is read ({})", out->flag, in.flag),
                     other_name});
        for (auto earlier = written_.begin(); earlier != out; ++earlier)
            if (same_file(earlier->file, out->file))
                problems.push_back(
                    {out->file, say("{}: trùng với {}", "{}: is {} too", out->flag, earlier->flag), other_name});
    }
    if (!problems.empty()) throw UsageError(problems);
}

void OutputFiles::check() const {
    check_collisions();
    geo::Problems problems;
    for (auto const& [flag, file] : written_) {
        std::error_code error;
        auto const folder = fs::absolute(file).parent_path();
        if (!fs::is_directory(folder, error))
            problems.push_back({file, say("không có thư mục {}", "there is no folder {}", folder.string()),
                                say("tạo thư mục trước", "make the folder first")});
        else if (fs::is_directory(file, error))
            problems.push_back({file, say("là một thư mục", "is a folder"), {}});
        else if (!overwrite_ && fs::exists(file, error))
            problems.push_back({file, say("đã có", "is there already"),
                                say("thêm --overwrite để thay, hoặc chọn tên khác",
                                    "add --overwrite to replace it, or choose another name")});
    }
    if (!problems.empty()) throw geo::FileError(problems);
}

} // namespace phusong::cli

#include "sim/output/files.h"
#include "geo/io/hash.h"
#include "geo/problem.h"
#include "sim/output/output.h"
#include <algorithm>

namespace phusong {

namespace fs = std::filesystem;

void make_folder(fs::path const& folder) {
    std::error_code error;
    fs::create_directory(folder, error); // its parent must be there: a result that was taken away stays away
    if (error)
        throw geo::FileError({{folder.string(),
                               geo::say("không tạo được thư mục: {}", "cannot make the folder: {}", error.message()),
                               {}}});
}

std::vector<std::string> files_below(fs::path const& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (!fs::is_directory(it->symlink_status()))
            names.push_back(it->path().lexically_relative(folder).generic_string());
    if (error)
        throw geo::FileError({{folder.string(),
                               geo::say("không đọc được thư mục: {}", "cannot read the folder: {}", error.message()),
                               {}}});
    std::ranges::sort(names);
    return names;
}

std::map<std::string, std::string> hashes_of_files(fs::path const& folder) {
    std::map<std::string, std::string> hashes;
    for (auto const& name : files_below(folder)) {
        bool const listed = std::ranges::find(unlisted_files, name) == unlisted_files.end();
        if (listed && fs::is_regular_file(folder / name)) hashes[name] = geo::io::sha256_of_file(folder / name);
    }
    return hashes;
}

} // namespace phusong

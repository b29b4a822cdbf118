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

std::map<std::string, std::string> hashes_of_files(fs::path const& folder) {
    std::map<std::string, std::string> hashes;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        auto const name = it->path().lexically_relative(folder).generic_string();
        bool const listed = std::find(unlisted_files.begin(), unlisted_files.end(), name) == unlisted_files.end();
        if (listed && it->is_regular_file()) hashes[name] = geo::io::sha256_of_file(it->path());
    }
    if (error)
        throw geo::FileError({{folder.string(),
                               geo::say("không đọc được thư mục: {}", "cannot read the folder: {}", error.message()),
                               {}}});
    return hashes;
}

} // namespace phusong

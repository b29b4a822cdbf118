#include "geo/io/kept_files.h"
#include "geo/io/atomic_file.h"
#include "geo/io/system_fault.h"
#include "geo/io/temporary_name.h"
#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <sys/stat.h>
#include <tuple>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours longest_write{1}; // a temporary file older than this is nobody's

void note_use(fs::path const& file) {
    (void)::utimensat(AT_FDCWD, file.c_str(), nullptr, 0); // a folder that may only be read keeps its times
}

/// Both tests must agree: a machine may share the disk and our name.
void drop_leftovers(fs::path const& folder) {
    std::error_code ignored;
    std::vector<fs::path> found;
    for (auto const& entry : fs::directory_iterator(folder, ignored)) {
        std::error_code gone;
        auto const written = entry.last_write_time(gone);
        if (!gone && fs::file_time_type::clock::now() - written > longest_write &&
            left_by_the_dead(entry.path().filename().string()))
            found.push_back(entry.path());
    }
    for (auto const& file : found) fs::remove(file, ignored);
}

} // namespace

std::vector<KeptFile> kept_files(fs::path const& folder, std::string_view ending) {
    std::vector<KeptFile> files;
    std::error_code ignored;
    for (auto const& entry : fs::directory_iterator(folder, ignored)) {
        auto const name = entry.path().filename().string();
        std::error_code gone;
        if (name.starts_with('.') || !name.ends_with(ending) || !entry.is_regular_file(gone)) continue;
        KeptFile file{entry.path(), entry.file_size(gone), {}};
        if (gone) continue;
        file.used = entry.last_write_time(gone);
        if (!gone) files.push_back(std::move(file));
    }
    std::ranges::sort(files,
                      [](auto const& a, auto const& b) { return std::tie(a.used, a.path) < std::tie(b.used, b.path); });
    return files;
}

std::optional<std::string> read_kept(fs::path const& file, std::size_t max_bytes) {
    std::error_code error;
    if (!fs::exists(file, error)) return std::nullopt;
    try {
        auto bytes = read_file(file, max_bytes);
        note_use(file);
        return bytes;
    } catch (FileError const&) {
        if (!fs::exists(file, error)) return std::nullopt; // another process has dropped it
        throw;
    }
}

void write_kept(fs::path const& file, std::string_view bytes) {
    std::error_code ignored; // a folder that cannot be made is a file that cannot be written: write_file says so
    fs::create_directories(file.parent_path(), ignored);
    write_file(file, bytes);
}

void drop_kept(fs::path const& file) {
    std::error_code ignored;
    fs::remove(file, ignored);
}

std::uint64_t drop_oldest(fs::path const& folder, std::string_view ending, std::uint64_t max_bytes,
                          fs::path const& newest) {
    drop_leftovers(folder);
    auto const files = kept_files(folder, ending);
    std::uint64_t sum = 0;
    for (auto const& file : files) sum += file.size_bytes;
    for (auto const& file : files) {
        if (sum <= max_bytes) break;
        if (file.path == newest) continue;
        drop_kept(file.path);
        sum -= file.size_bytes;
    }
    return sum;
}

} // namespace phusong::geo::io

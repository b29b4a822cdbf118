#include "geo/io/atomic_file.h"
#include "geo/io/file_handle.h"
#include "geo/io/system_fault.h"
#include "geo/io/temporary_name.h"
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace phusong::geo::io {
namespace {

std::filesystem::path folder_of(std::filesystem::path const& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// Threads of all processes have different numbers. A leftover with our own number can only come from a dead one, so it
/// is safe to remove.
std::filesystem::path temporary_of(std::filesystem::path const& file) {
    return folder_of(file) / temporary_name(file.filename().string(), ::gettid());
}

int create(std::filesystem::path const& temporary) {
    int const flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    int descriptor = ::open(temporary.c_str(), flags, 0666);
    if (descriptor < 0 && errno == EEXIST && ::unlink(temporary.c_str()) == 0)
        descriptor = ::open(temporary.c_str(), flags, 0666);
    return descriptor;
}

int fill(std::filesystem::path const& temporary, std::string_view bytes) {
    FileHandle handle(create(temporary));
    if (!handle.is_open()) return errno;
    if (int const error = write_all(handle, bytes)) return error;
    if (int const error = flush(handle)) return error;
    return handle.close();
}

} // namespace

std::string read_file(std::filesystem::path const& file, std::size_t max_bytes) {
    auto const open = open_regular_file(file);
    auto const too_large = [&] {
        throw_file_error(file, say("lớn hơn {} byte", "is larger than {} bytes", max_bytes),
                         say("kiểm tra đúng tệp, hoặc chia nhỏ", "check that it is the right file, or split it"));
    };
    if (open.size_bytes > max_bytes) too_large();
    std::string bytes(open.size_bytes + 1, '\0'); // one more, to notice a file that grows while it is read
    std::size_t used = 0;
    while (auto const got = read_some(open.handle, bytes.data() + used, bytes.size() - used, file)) {
        used += got;
        if (used > max_bytes) too_large();
        if (used == bytes.size()) bytes.resize(2 * bytes.size());
    }
    bytes.resize(used);
    return bytes;
}

void write_file(std::filesystem::path const& file, std::string_view bytes) {
    auto const temporary = temporary_of(file);
    int error = fill(temporary, bytes);
    if (error == 0 && ::rename(temporary.c_str(), file.c_str()) != 0) error = errno;
    if (error != 0) {
        (void)::unlink(temporary.c_str());
        throw_file_error(file, say("không ghi được", "cannot be written"), error);
    }
    if ((error = flush(folder_of(file))) != 0)
        throw_file_error(file, say("không chắc đã nằm trên ổ đĩa", "may not be on the disk"), error);
}

} // namespace phusong::geo::io

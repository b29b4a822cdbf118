#include "geo/io/file_handle.h"
#include "geo/io/system_fault.h"
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace phusong::geo::io {

FileHandle::~FileHandle() {
    if (is_open()) (void)::close(descriptor_);
}

int FileHandle::close() { return ::close(std::exchange(descriptor_, -1)) == 0 ? 0 : errno; }

OpenFile open_regular_file(std::filesystem::path const& file) {
    auto const doing = say("không đọc được", "cannot be read");
    int const descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (int const error = errno; descriptor < 0 && error == ENOENT)
        throw MissingFile({problem_of(file, doing, error)});
    else if (descriptor < 0)
        throw_file_error(file, doing, error);
    OpenFile open{FileHandle(descriptor), 0};
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) throw_file_error(file, doing, errno);
    if (S_ISDIR(status.st_mode)) throw_file_error(file, doing, EISDIR);
    if (!S_ISREG(status.st_mode))
        throw_file_error(file, say("không phải là một tệp thường", "is not an ordinary file"),
                         say("ghi tên một tệp trên ổ đĩa", "name a file on the disk"));
    open.size_bytes = static_cast<std::size_t>(status.st_size);
    return open;
}

std::size_t read_some(FileHandle const& handle, char* buffer, std::size_t size, std::filesystem::path const& file) {
    for (;;) {
        auto const got = ::read(handle.get(), buffer, size);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) throw_file_error(file, say("không đọc được", "cannot be read"), errno);
    }
}

int write_all(FileHandle const& handle, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const written = ::write(handle.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int flush(FileHandle const& handle) {
    while (::fsync(handle.get()) != 0)
        if (errno != EINTR) return errno;
    return 0;
}

int flush(std::filesystem::path const& file_or_folder) {
    FileHandle const handle(::open(file_or_folder.c_str(), O_RDONLY | O_CLOEXEC));
    if (!handle.is_open()) return errno;
    int const error = flush(handle);
    return error == EINVAL ? 0 : error; // some network disks cannot flush a folder
}

} // namespace phusong::geo::io

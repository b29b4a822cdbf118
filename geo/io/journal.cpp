#include "geo/io/journal.h"
#include "geo/io/atomic_file.h"
#include "geo/io/system_fault.h"
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t checksum_digits = 8;

/// FNV-1a, 32 bits: against torn and overwritten lines, not against people.
std::string checksum(std::string_view line) {
    std::uint32_t hash = 2166136261U;
    for (char const c : line) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return fmt::format("{:08x}", hash);
}

/// Length of the whole lines at the beginning of `bytes`; use(line) for each.
std::size_t whole_lines(std::string_view bytes, std::function<void(std::string_view)> const& use) {
    std::size_t whole = 0;
    for (auto end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n', whole)) {
        auto const line = bytes.substr(whole, end - whole);
        if (line.size() < checksum_digits + 1 || line[checksum_digits] != ' ') break;
        auto const text = line.substr(checksum_digits + 1);
        if (line.substr(0, checksum_digits) != checksum(text)) break;
        if (use) use(text);
        whole = end + 1;
    }
    return whole;
}

FileHandle open_alone(fs::path const& file) {
    FileHandle handle(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_APPEND, 0666));
    if (!handle.is_open()) throw_file_error(file, say("không mở được để ghi", "cannot be opened for writing"), errno);
    if (::flock(handle.get(), LOCK_EX | LOCK_NB) != 0)
        throw_file_error(
            file, say("một tiến trình khác đang ghi", "another process is writing it"),
            say("chờ nó xong, hoặc cho mỗi phần một --shard riêng", "wait for it, or give each part its own --shard"));
    return handle;
}

} // namespace

Journal::Journal(fs::path file) : file_(std::move(file)), handle_(open_alone(file_)) {
    auto const whole = whole_lines(read_file(file_), {});
    if (::ftruncate(handle_.get(), static_cast<off_t>(whole)) != 0)
        throw_file_error(file_, say("không ghi được", "cannot be written"), errno);
}

void Journal::append(std::string_view line) {
    waiting_ += checksum(line);
    waiting_ += ' ';
    waiting_ += line;
    waiting_ += '\n';
}

void Journal::flush() {
    int error = write_all(handle_, waiting_);
    waiting_.clear();
    if (error == 0 && ::fdatasync(handle_.get()) != 0) error = errno;
    if (error != 0) throw_file_error(file_, say("không ghi được", "cannot be written"), error);
}

void read_journal(fs::path const& file, std::function<void(std::string_view)> const& use) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return;
    (void)whole_lines(read_file(file), use);
}

FolderLock::FolderLock(fs::path const& folder, Kind kind)
    : handle_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (!handle_.is_open()) throw_file_error(folder, say("không mở được", "cannot be opened"), errno);
    if (::flock(handle_.get(), (kind == Kind::exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0)
        throw_file_error(folder,
                         say("một tiến trình phusong khác đang làm việc ở đây", "another phusong is at work here"),
                         say("chờ nó xong, hoặc chọn thư mục khác bằng -o",
                             "wait until it is done, or choose another folder with -o"));
}

} // namespace phusong::geo::io

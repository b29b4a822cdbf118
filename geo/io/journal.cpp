#include "geo/io/journal.h"
#include "geo/io/system_fault.h"
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <optional>
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

using UseLine = std::function<void(std::string_view, JournalPlace)>;

/// What stands behind the checksum; nothing where the line is torn.
std::optional<std::string_view> checked(std::string_view line) {
    if (line.size() < checksum_digits + 1 || line[checksum_digits] != ' ') return std::nullopt;
    auto const text = line.substr(checksum_digits + 1);
    if (line.substr(0, checksum_digits) != checksum(text)) return std::nullopt;
    return text;
}

/// Whole lines from the beginning of a file on, a block in memory at a time.
struct WholeLines {
    UseLine const& use;
    std::string bytes = {};   ///< read, and not yet a line
    std::uint64_t length = 0; ///< of the whole lines
    bool torn = false;

    void take_lines() {
        std::size_t from = 0;
        for (auto end = bytes.find('\n'); end != std::string::npos && !torn; end = bytes.find('\n', from)) {
            auto const text = checked(std::string_view(bytes).substr(from, end - from));
            torn = !text;
            if (torn) break;
            if (use) use(*text, {length, end - from});
            length += end + 1 - from;
            from = end + 1;
        }
        bytes.erase(0, from);
    }
};

/// Length of the whole lines at the beginning of the file; use(line, place) for each.
std::uint64_t whole_lines(fs::path const& file, UseLine const& use) {
    constexpr std::size_t block = 1U << 20U;
    auto const open = open_regular_file(file);
    WholeLines lines{use};
    for (std::size_t got = block; got > 0 && !lines.torn;) {
        auto const before = lines.bytes.size();
        lines.bytes.resize(before + block);
        got = read_some(open.handle, lines.bytes.data() + before, block, file);
        lines.bytes.resize(before + got);
        lines.take_lines();
    }
    return lines.length;
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
    auto const whole = whole_lines(file_, {});
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

void read_journal(fs::path const& file, UseLine const& use) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return;
    (void)whole_lines(file, use);
}

std::string journal_line(fs::path const& file, JournalPlace place) {
    auto const open = open_regular_file(file);
    std::string line(place.size, '\0');
    std::size_t have = 0;
    if (::lseek(open.handle.get(), static_cast<off_t>(place.at), SEEK_SET) >= 0)
        for (std::size_t got = 1; got > 0 && have < line.size(); have += got) // a disk of the network gives parts
            got = read_some(open.handle, line.data() + have, line.size() - have, file);
    auto const text = have == line.size() ? checked(line) : std::nullopt;
    if (!text) throw_file_error(file, say("đã bị sửa trong khi đọc", "was changed while it was read"), {});
    return std::string(*text);
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

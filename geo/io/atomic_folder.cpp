#include "geo/io/atomic_file.h"
#include "geo/io/file_handle.h"
#include "geo/io/system_fault.h"
#include "geo/io/temporary_name.h"
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>
#include <vector>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

fs::path without_trailing_slash(fs::path const& folder) {
    auto const whole = fs::absolute(folder).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

/// True when removing `folder` would remove the ground under our feet.
bool holds_current_folder(fs::path const& folder) {
    std::error_code ignored;
    auto const here = fs::current_path(ignored);
    for (auto at = here; !at.empty(); at = at.parent_path()) {
        if (fs::equivalent(at, folder, ignored)) return true;
        if (at == at.root_path()) break;
    }
    return false;
}

Message another_name() {
    return say("chọn tên khác, hoặc thêm --overwrite để thay", "choose another name, or add --overwrite to replace it");
}

void check_replaceable(fs::path const& folder, bool overwrite) {
    std::error_code error;
    auto const status = fs::symlink_status(folder, error);
    if (status.type() == fs::file_type::not_found) return;
    if (error) throw_file_error(folder, say("không dùng được", "cannot be used"), error.value());
    if (!fs::is_directory(status))
        throw_file_error(folder, say("không phải là thư mục", "is not a folder"),
                         say("chọn tên khác", "choose another name"));
    if (!overwrite && !fs::is_empty(folder, error))
        throw_file_error(folder, say("đã có sẵn", "exists already"), another_name());
    if (holds_current_folder(folder))
        throw_file_error(
            folder, say("chứa thư mục đang đứng, không thể thay", "holds the current folder and cannot be replaced"),
            say("chọn tên khác", "choose another name"));
}

void flush_all(fs::path const& folder) {
    auto const must = [](fs::path const& path) {
        if (int const error = flush(path)) throw_file_error(path, say("không ghi được", "cannot be written"), error);
    };
    for (auto const& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() || entry.is_directory()) must(entry.path());
    must(folder);
}

int rename_with(fs::path const& from, fs::path const& to, unsigned flags) {
    return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags) == 0 ? 0 : errno;
}

/// Old disks know no exchange: then for a moment neither folder has the final name, but none is lost.
int swap_aside(fs::path const& working, fs::path const& final_folder) {
    auto const aside = working.string() + ".old";
    if (::rename(final_folder.c_str(), aside.c_str()) != 0) return errno;
    if (::rename(working.c_str(), final_folder.c_str()) != 0) {
        int const error = errno;
        (void)::rename(aside.c_str(), final_folder.c_str());
        return error;
    }
    return ::rename(aside.c_str(), working.c_str()) == 0 ? 0 : errno;
}

bool not_supported(int error) { return error == EINVAL || error == ENOSYS || error == ENOTSUP; }

bool is_taken(int error) { return error == EEXIST || error == ENOTEMPTY || error == ENOTDIR; }

/// Afterwards `working` is gone, or holds what was there before. A plain rename puts a folder over an empty one and
/// over nothing else, on every file system and in one step: of two processes that come at once, one finds the place
/// taken.
int move_into_place(fs::path const& working, fs::path const& final_folder, bool overwrite) {
    int error = ::rename(working.c_str(), final_folder.c_str()) == 0 ? 0 : errno;
    if (!is_taken(error) || !overwrite) return error;
    error = rename_with(working, final_folder, RENAME_EXCHANGE);
    return not_supported(error) ? swap_aside(working, final_folder) : error;
}

/// An open folder that this process has locked, or -1: another process lives in it.
int lock_folder(fs::path const& folder) {
    int const descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
    (void)::close(descriptor);
    return -1;
}

/// Both tests must agree: a machine may share the disk and our name.
void remove_leftovers(fs::path const& final_folder) {
    std::error_code ignored;
    std::vector<fs::path> found;
    for (auto const& entry : fs::directory_iterator(final_folder.parent_path(), ignored))
        if (entry.is_directory(ignored) &&
            left_by_the_dead(entry.path().filename().string(), final_folder.filename().string()))
            found.push_back(entry.path());
    for (auto const& folder : found) {
        FileHandle const lock(lock_folder(folder));
        if (lock.is_open()) fs::remove_all(folder, ignored);
    }
}

} // namespace

AtomicFolder::AtomicFolder(fs::path const& final_folder, bool overwrite)
    : final_(without_trailing_slash(final_folder)), overwrite_(overwrite) {
    check_replaceable(final_, overwrite_);
    working_ = final_.parent_path() / temporary_name(final_.filename().string(), ::getpid());
    remove_leftovers(final_);
    std::error_code error;
    fs::remove_all(working_, error); // left by a dead process that had our number
    fs::create_directory(working_, error);
    if (error) throw_file_error(final_, say("không tạo được thư mục", "the folder cannot be made"), error.value());
    lock_ = lock_folder(working_);
}

AtomicFolder::~AtomicFolder() {
    std::error_code ignored;
    if (!committed_) fs::remove_all(working_, ignored);
    if (lock_ >= 0) (void)::close(lock_);
}

void AtomicFolder::commit() {
    flush_all(working_);
    if (overwrite_) check_replaceable(final_, overwrite_);
    int const error = move_into_place(working_, final_, overwrite_);
    if (is_taken(error) && !overwrite_)
        throw FolderTaken({{final_.string(),
                            say("đã có sẵn: kết quả khác đến đây trước, trong lúc kết quả này đang được tính",
                                "it exists already: another result came here first, while this one was being made"),
                            another_name()}});
    if (error != 0)
        throw_file_error(final_, say("không đặt được thư mục vào chỗ", "the folder cannot be put into place"), error);
    committed_ = true;
    std::error_code old;
    fs::remove_all(working_, old);
    if (old) throw_file_error(working_, say("không xóa được bản cũ", "the old version cannot be removed"), old.value());
    if (int const number = flush(final_.parent_path()))
        throw_file_error(final_, say("không chắc đã nằm trên ổ đĩa", "may not be on the disk"), number);
}

} // namespace phusong::geo::io

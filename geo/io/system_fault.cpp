#include "geo/io/system_fault.h"
#include <cerrno>

namespace phusong::geo::io {
namespace {

Message system_hint(int error_number) {
    switch (error_number) {
    case ENOENT:
        return say("kiểm tra tên và thư mục", "check the name and the folder");
    case EACCES:
    case EPERM:
    case EROFS:
        return say("xin quyền đọc, ghi hoặc chọn thư mục khác", "ask for the permission or choose another folder");
    case ENOSPC:
    case EDQUOT:
        return say("xóa bớt tệp hoặc chọn ổ đĩa khác", "free some space or choose another disk");
    case EMFILE:
    case ENFILE:
        return say("đóng bớt chương trình, hoặc tăng `ulimit -n`", "close programs, or raise `ulimit -n`");
    case ETXTBSY:
    case EBUSY:
        return say("đóng tệp trong Excel, QGIS rồi chạy lại", "close the file in Excel or QGIS and run again");
    default:
        return {};
    }
}

} // namespace

Message system_reason(int error_number) {
    switch (error_number) {
    case ENOENT:
        return say("không có tệp hoặc thư mục này", "there is no such file or folder");
    case EACCES:
    case EPERM:
        return say("không có quyền", "permission denied");
    case EROFS:
        return say("ổ đĩa chỉ cho đọc", "the disk is read-only");
    case ENOSPC:
        return say("hết chỗ trên ổ đĩa", "the disk is full");
    case EDQUOT:
        return say("hết hạn mức ổ đĩa", "the disk quota is used up");
    case EFBIG:
        return say("tệp vượt quá cỡ cho phép", "the file is larger than allowed");
    case EISDIR:
        return say("đây là thư mục, không phải tệp", "it is a folder, not a file");
    case ENOTDIR:
        return say("một phần của đường dẫn không phải là thư mục", "a part of the path is not a folder");
    case EEXIST:
    case ENOTEMPTY:
        return say("đã có sẵn", "it exists already");
    case ENAMETOOLONG:
        return say("tên quá dài", "the name is too long");
    case ELOOP:
        return say("liên kết trỏ vòng", "links point in a circle");
    case EMFILE:
    case ENFILE:
        return say("mở quá nhiều tệp cùng lúc", "too many files are open");
    case EIO:
        return say("ổ đĩa báo lỗi đọc, ghi", "the disk reports a read or write error");
    case EXDEV:
        return say("hai thư mục nằm trên hai ổ đĩa", "the two folders lie on different disks");
    case ETXTBSY:
    case EBUSY:
        return say("tệp đang được dùng", "the file is in use");
    default:
        return say("lỗi hệ thống số {}", "system error {}", error_number);
    }
}

Problem problem_of(std::filesystem::path const& file, Message const& doing, int error_number) {
    auto const reason = system_reason(error_number);
    return {file.string(),
            {fmt::format("{}: {}", doing.vi, reason.vi), fmt::format("{}: {}", doing.en, reason.en)},
            system_hint(error_number)};
}

void throw_file_error(std::filesystem::path const& file, Message const& doing, int error_number) {
    throw FileError({problem_of(file, doing, error_number)});
}

void throw_file_error(std::filesystem::path const& file, Message what, Message hint) {
    throw FileError({{file.string(), std::move(what), std::move(hint)}});
}

} // namespace phusong::geo::io

#pragma once
#include "geo/problem.h"
#include <filesystem>
#include <string_view>
#include <utility>

namespace phusong::geo::io {

/// An open file descriptor that closes itself.
class FileHandle {
  public:
    explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
    FileHandle(FileHandle&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileHandle& operator=(FileHandle&&) = delete;
    ~FileHandle();
    [[nodiscard]] int get() const { return descriptor_; }
    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    /// Closes now; 0, or the error number, because a full disk may show only here.
    [[nodiscard]] int close();

  private:
    int descriptor_;
};

/// A file that was to be read is not there: the input is wrong, and not the disk.
class MissingFile : public FileError {
  public:
    using FileError::FileError;
};

/// Opens a regular file for reading; a FIFO or device never blocks. Result: the file and its size in bytes.
/// Errors: MissingFile; other FileError (not permitted, not a regular file).
struct OpenFile {
    FileHandle handle;
    std::size_t size_bytes;
};
[[nodiscard]] OpenFile open_regular_file(std::filesystem::path const& file);

/// Fills `buffer` as far as the file goes. Result: bytes read, 0 at the end. Errors: FileError.
[[nodiscard]] std::size_t read_some(FileHandle const& handle, char* buffer, std::size_t size,
                                    std::filesystem::path const& file);

/// Writes all bytes; 0, or the error number.
[[nodiscard]] int write_all(FileHandle const& handle, std::string_view bytes);

/// Flushes a file or folder to the disk; 0, or the error number.
[[nodiscard]] int flush(FileHandle const& handle);
[[nodiscard]] int flush(std::filesystem::path const& file_or_folder);

} // namespace phusong::geo::io

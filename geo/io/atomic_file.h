#pragma once
#include "geo/problem.h"
#include <filesystem>
#include <string>
#include <string_view>

namespace phusong::geo::io {

/// Whole file as bytes. Errors: FileError (missing, unreadable, not a regular file, larger than `max_bytes`).
[[nodiscard]] std::string read_file(std::filesystem::path const& file, std::size_t max_bytes = std::size_t{1} << 32);

/// Writes a temporary file in the same folder, flushes it to the disk and renames it over `file`, so that `file` is
/// either as it was or complete. Errors: FileError; the temporary file is removed.
/// Threads: several threads and processes may write one file; the last one stays.
void write_file(std::filesystem::path const& file, std::string_view bytes);

/// Another folder came to the place of an AtomicFolder while that was being filled.
class FolderTaken : public FileError {
  public:
    using FileError::FileError;
};

/// A folder that appears whole or not at all: files are written into a hidden sibling folder, and commit() renames it
/// to its final name. Without commit() the destructor removes everything. What killed processes left behind under the
/// same name is removed by the next one; a lock on the folder tells the dead from the living.
class AtomicFolder {
  public:
    /// Errors: FileError when `final_folder` is not empty and `overwrite` is false, when it is a file or holds the
    /// current folder, or when the place is not writable. `overwrite` replaces any folder: ask first whether it is
    /// ours.
    AtomicFolder(std::filesystem::path const& final_folder, bool overwrite);
    AtomicFolder(AtomicFolder const&) = delete;
    AtomicFolder& operator=(AtomicFolder const&) = delete;
    ~AtomicFolder();
    [[nodiscard]] std::filesystem::path const& working() const { return working_; }
    /// Flushes everything to the disk and puts the folder into place. Errors: FileError; FolderTaken when, without
    /// `overwrite`, something not empty has appeared there meanwhile, which stays as it is.
    void commit();

  private:
    std::filesystem::path final_, working_;
    bool overwrite_ = false, committed_ = false;
    int lock_ = -1; ///< file descriptor of the working folder
};

} // namespace phusong::geo::io

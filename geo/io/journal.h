#pragma once
#include "geo/io/file_handle.h"
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace phusong::geo::io {

/// A text file of lines that only grows. Each line carries a checksum, so that whatever a kill or a power cut tore is
/// seen and dropped: what was flushed is never lost, what was not is written again.
class Journal {
  public:
    /// Opens or makes the file, for this process alone, and cuts off a torn end.
    /// Errors: FileError, also when another process writes it now.
    explicit Journal(std::filesystem::path file);
    /// One line without its end; it must hold no line break. Errors: FileError.
    void append(std::string_view line);
    /// Everything appended is on the disk afterwards. Errors: FileError.
    void flush();

  private:
    std::filesystem::path file_;
    FileHandle handle_;
    std::string waiting_; ///< appended, not yet handed to the system
};

/// Where a line stands in its file: its first byte, and its bytes with the checksum and without the end.
struct JournalPlace {
    std::uint64_t at = 0, size = 0;
};

/// Calls use(line, place) for every whole line, in order; stops at the first torn one. A file that is not there has
/// none. Memory is a block and a line, however long the file is. Errors: FileError.
void read_journal(std::filesystem::path const& file,
                  std::function<void(std::string_view line, JournalPlace place)> const& use);
/// The line at a place that read_journal has told. Errors: FileError, also when it is not there any more.
[[nodiscard]] std::string journal_line(std::filesystem::path const& file, JournalPlace place);

/// Holds a folder, for one process alone or for several together, until it is destroyed or the process ends.
class FolderLock {
  public:
    enum class Kind : bool { shared, exclusive };
    /// Errors: FileError when others hold it in a way that does not go with this one.
    FolderLock(std::filesystem::path const& folder, Kind kind);

  private:
    FileHandle handle_;
};

} // namespace phusong::geo::io

#pragma once
#include <string>
#include <string_view>

namespace phusong::geo::io {

/// A name in GDAL's memory file system, removed with everything beside it when it goes out of scope.
class MemoryFile {
  public:
    explicit MemoryFile(std::string const& ending);
    MemoryFile(MemoryFile const&) = delete;
    MemoryFile& operator=(MemoryFile const&) = delete;
    ~MemoryFile();
    [[nodiscard]] std::string const& name() const { return name_; }
    /// Makes the file hold a copy of `bytes`.
    void set_bytes(std::string_view bytes);
    /// The bytes written so far; valid until the file is removed. Empty when there is no such file.
    [[nodiscard]] std::string_view bytes() const;

  private:
    std::string folder_, name_;
};

} // namespace phusong::geo::io

#include "geo/io/memory_file.h"
#include <atomic>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <new>

namespace phusong::geo::io {

namespace {

std::string next_folder() {
    static std::atomic<unsigned> next{0};
    return fmt::format("/vsimem/phusong_{}", next++);
}

} // namespace

// The same last name each time, because some formats write it into the file.
MemoryFile::MemoryFile(std::string const& ending) : folder_(next_folder()), name_(folder_ + "/out" + ending) {}

MemoryFile::~MemoryFile() { (void)VSIRmdirRecursive(folder_.c_str()); }

void MemoryFile::set_bytes(std::string_view bytes) {
    auto* const file = VSIFOpenL(name_.c_str(), "wb");
    bool const written = file && VSIFWriteL(bytes.data(), 1, bytes.size(), file) == bytes.size();
    bool const closed = file && VSIFCloseL(file) == 0;
    if (!written || !closed) throw std::bad_alloc();
}

std::string_view MemoryFile::bytes() const {
    vsi_l_offset size = 0;
    auto const* const data = VSIGetMemFileBuffer(name_.c_str(), &size, FALSE);
    return data ? std::string_view(reinterpret_cast<char const*>(data), static_cast<std::size_t>(size))
                : std::string_view();
}

} // namespace phusong::geo::io

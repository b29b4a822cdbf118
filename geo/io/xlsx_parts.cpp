#include "geo/io/xlsx_parts.h"
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <string>
#include <utility>
#include <xlsxwriter.h>

namespace phusong::geo::io {
namespace {

thread_local bool failed = false;

/// One temporary file. stdio calls the four functions below; fclose frees it.
struct Part {
    std::string bytes;
    std::size_t at = 0;
};

ssize_t read_part(void* cookie, char* buffer, std::size_t size) {
    auto& part = *static_cast<Part*>(cookie);
    auto const count = std::min(size, part.bytes.size() - std::min(part.at, part.bytes.size()));
    std::copy_n(part.bytes.data() + part.at, count, buffer);
    part.at += count;
    return static_cast<ssize_t>(count);
}

ssize_t write_part(void* cookie, char const* buffer, std::size_t size) {
    auto& part = *static_cast<Part*>(cookie);
    try {
        part.bytes.resize(std::max(part.bytes.size(), part.at + size));
    } catch (std::bad_alloc const&) {
        failed = true;
        errno = ENOMEM;
        return 0; // as stdio wants it: nothing was written
    }
    std::memcpy(part.bytes.data() + part.at, buffer, size);
    part.at += size;
    return static_cast<ssize_t>(size);
}

int seek_part(void* cookie, off64_t* offset, int from) {
    auto& part = *static_cast<Part*>(cookie);
    auto const base = from == SEEK_SET ? 0 : static_cast<off64_t>(from == SEEK_CUR ? part.at : part.bytes.size());
    if (base + *offset < 0) return -1;
    *offset += base;
    part.at = static_cast<std::size_t>(*offset);
    return 0;
}

int close_part(void* cookie) {
    delete static_cast<Part*>(cookie);
    return 0;
}

FILE* new_part() {
    auto* const part = new (std::nothrow) Part;
    auto* const file = part ? ::fopencookie(part, "w+b", {read_part, write_part, seek_part, close_part}) : nullptr;
    if (!file) {
        delete part;
        failed = true;
    }
    return file;
}

} // namespace

bool take_part_failure() { return std::exchange(failed, false); }

} // namespace phusong::geo::io

/// Stands in for libxlsxwriter's own function (xlsxwriter/utility.h), which its other functions call by this name.
extern "C" FILE* lxw_tmpfile(char*) { return phusong::geo::io::new_part(); }

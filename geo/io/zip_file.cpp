#include "geo/io/zip_file.h"
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <zlib.h>

namespace phusong::geo::io {
namespace {

/// `value` in `bytes` bytes, the lowest first.
void put(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

std::string deflated(std::string_view content) {
    z_stream stream{};
    constexpr int raw_window_bits = -15; // no zlib header: ZIP has its own
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, raw_window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib does not start");
    std::string in(content), out(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    int const status = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (status != Z_STREAM_END) throw std::runtime_error("zlib cannot pack the file");
    return out;
}

/// What the head of the file and the directory say alike.
void put_facts(std::string& out, std::string_view name, std::string_view content, std::string_view packed) {
    constexpr std::uint32_t version = 20, utf8_name = 0x0800, method_deflate = 8, time = 0, date = 0x21; // 1980-01-01
    put(out, version, 2);
    put(out, utf8_name, 2);
    put(out, method_deflate, 2);
    put(out, time, 2);
    put(out, date, 2);
    auto const checksum = crc32(0, reinterpret_cast<Bytef const*>(content.data()), static_cast<uInt>(content.size()));
    put(out, static_cast<std::uint32_t>(checksum), 4);
    put(out, static_cast<std::uint32_t>(packed.size()), 4);
    put(out, static_cast<std::uint32_t>(content.size()), 4);
    put(out, static_cast<std::uint32_t>(name.size()), 2);
    put(out, 0, 2); // extra field
}

} // namespace

std::string zip_bytes(std::string_view name, std::string_view content) {
    if (content.size() >= std::numeric_limits<std::uint32_t>::max() / 2 || name.size() > 0xFFFF)
        throw std::runtime_error("too large for a ZIP archive");
    auto const packed = deflated(content);
    std::string out = "PK\x03\x04";
    put_facts(out, name, content, packed);
    out += name;
    out += packed;
    auto const directory_at = static_cast<std::uint32_t>(out.size());
    out += "PK\x01\x02";
    put(out, 20, 2); // made by
    put_facts(out, name, content, packed);
    put(out, 0, 2); // comment
    put(out, 0, 2); // disk
    put(out, 0, 2); // internal attributes
    put(out, 0, 4); // external attributes
    put(out, 0, 4); // where the file's head is
    out += name;
    auto const directory_size = static_cast<std::uint32_t>(out.size()) - directory_at;
    out += "PK\x05\x06";
    put(out, 0, 4); // disks
    put(out, 1, 2);
    put(out, 1, 2);
    put(out, directory_size, 4);
    put(out, directory_at, 4);
    put(out, 0, 2); // comment
    return out;
}

} // namespace phusong::geo::io

#include "tests/faults/tiff.h"
#include <cstring>
#include <map>

namespace phusong::test {
namespace {

/// Entries of the file's one directory: tag, type, bytes. Types: 2 ASCII, 3 of 16 bits, 4 of 32 bits, 12 double.
struct Entry {
    std::uint16_t type;
    std::uint32_t count;
    std::string bytes;
};

template <class Number> std::string raw(Number number) {
    std::string out(sizeof number, '\0');
    std::memcpy(out.data(), &number, sizeof number); // this machine is little-endian, as "II" says
    return out;
}

template <class Number> Entry entry(std::uint16_t type, std::vector<Number> const& numbers) {
    Entry out{type, static_cast<std::uint32_t>(numbers.size()), {}};
    for (auto const number : numbers) out.bytes += raw(number);
    return out;
}

using Words = std::vector<std::uint16_t>;
using Longs = std::vector<std::uint32_t>;

void add_position(Tiff const& tiff, std::map<std::uint16_t, Entry>& entries) {
    if (!tiff.matrix.empty())
        entries[34264] = entry(12, tiff.matrix);
    else if (!tiff.cell.empty()) {
        entries[33550] = entry(12, tiff.cell);
        entries[33922] = entry(12, std::vector<double>{0, 0, 0, tiff.corner[0], tiff.corner[1], 0});
    }
    auto const code = static_cast<std::uint16_t>(tiff.epsg);
    bool const geographic = tiff.epsg == 4326;
    if (tiff.epsg != 0)
        entries[34735] = entry(3, Words{1, 1, 0, 3, 1024, 0, 1, static_cast<std::uint16_t>(geographic ? 2 : 1), 1025, 0,
                                        1, 1, static_cast<std::uint16_t>(geographic ? 2048 : 3072), 0, 1, code});
    if (!tiff.nodata.empty())
        entries[42113] = {2, static_cast<std::uint32_t>(tiff.nodata.size() + 1), tiff.nodata + '\0'};
}

std::map<std::uint16_t, Entry> entries_of(Tiff const& tiff, std::uint32_t pixels_at, std::uint32_t pixels_bytes) {
    std::map<std::uint16_t, Entry> entries;
    entries[256] = entry(4, Longs{tiff.cols});
    entries[257] = entry(4, Longs{tiff.rows});
    entries[258] = entry(3, Words(tiff.bands, tiff.bits));
    entries[259] = entry(3, Words{1});
    entries[262] = entry(3, Words{1});
    entries[277] = entry(3, Words{tiff.bands});
    entries[284] = entry(3, Words{1});
    entries[339] = entry(3, Words(tiff.bands, tiff.sample_format));
    if (tiff.tile > 0) {
        entries[322] = entry(4, Longs{tiff.tile});
        entries[323] = entry(4, Longs{tiff.tile});
    } else {
        entries[278] = entry(4, Longs{tiff.rows});
    }
    entries[tiff.tile > 0 ? 324 : 273] = entry(4, Longs{pixels_at});
    entries[tiff.tile > 0 ? 325 : 279] = entry(4, Longs{pixels_bytes});
    add_position(tiff, entries);
    return entries;
}

} // namespace

std::string bytes_of(Tiff const& tiff) {
    std::string pixels;
    for (auto const value : tiff.values) pixels += raw(value);
    std::uint32_t const pixels_at = pixels.empty() ? 0 : 8;
    auto const entries = entries_of(tiff, pixels_at, static_cast<std::uint32_t>(pixels.size()));
    auto const directory_at = static_cast<std::uint32_t>(8 + pixels.size());
    auto long_at = static_cast<std::uint32_t>(directory_at + 2 + 12 * entries.size() + 4);
    std::string directory = raw(static_cast<std::uint16_t>(entries.size())), longs;
    for (auto const& [tag, e] : entries) {
        directory += raw(tag) + raw(e.type) + raw(e.count);
        if (e.bytes.size() <= 4) {
            directory += e.bytes + std::string(4 - e.bytes.size(), '\0');
        } else {
            directory += raw(static_cast<std::uint32_t>(long_at + longs.size()));
            longs += e.bytes;
        }
    }
    return std::string("II*\0", 4) + raw(directory_at) + pixels + directory + raw(std::uint32_t{0}) + longs;
}

} // namespace phusong::test

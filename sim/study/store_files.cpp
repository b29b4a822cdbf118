#include "sim/study/store_files.h"
#include "geo/problem.h"
#include "sim/output/output.h"
#include <fmt/format.h>

namespace phusong::study {
namespace {

constexpr std::size_t hex_length = 64;

} // namespace

std::string const& program_hash() {
    static std::string const hash = geo::io::sha256_of_file("/proc/self/exe");
    return hash;
}

std::filesystem::path store_file(StoreKind const& kind, std::string const& key, Scenario const& scenario,
                                 Store const& store) {
    if (store.folder.empty()) return {};
    auto all = fmt::format("phusong {}\n{}\n{}", kind.name, program_hash(), key);
    for (auto const& file : named_files(scenario)) all += geo::io::sha256_of_file(file) + '\n';
    return store.folder / (geo::io::sha256(all) + std::string(kind.ending));
}

std::optional<std::string> read_stored(std::filesystem::path const& file) {
    if (file.empty()) return std::nullopt;
    auto bytes = geo::io::read_kept(file, max_store_bytes);
    if (!bytes) return std::nullopt;
    auto const rest = std::string_view(*bytes).substr(std::min(hex_length, bytes->size()));
    if (bytes->starts_with(geo::io::sha256(rest))) {
        bytes->erase(0, hex_length);
        return bytes;
    }
    geo::io::drop_kept(file);
    return std::nullopt;
}

void put_stored(std::filesystem::path const& file, std::string const& bytes) {
    if (file.empty() || hex_length + bytes.size() > max_store_bytes) return;
    geo::io::write_kept(file, geo::io::sha256(bytes) + bytes);
    geo::io::drop_oldest(file.parent_path(), file.extension().string(), max_store_bytes, file);
}

void try_to_put_stored(std::filesystem::path const& file, std::string const& bytes) {
    try {
        put_stored(file, bytes);
    } catch (
        geo::FileError const&) { // NOLINT(bugprone-empty-catch): it costs the next caller time, and this one nothing
    }
}

} // namespace phusong::study

#pragma once
#include "geo/io/hash.h"
#include "geo/io/kept_files.h"
#include "sim/scenario/scenario.h"
#include "sim/world/read.h"
#include <filesystem>
#include <string>
#include <string_view>

namespace phusong::study {

/// SHA-256 of this very program: whatever gives other results gives another program.
[[nodiscard]] std::string const& program_hash();

/// Results of stages in the store: 64 hexadecimal digits, the SHA-256 of the rest, then the rest.

/// A kind of files in the store.
struct StoreKind {
    std::string_view name, ending;
};
inline constexpr std::uint64_t max_store_bytes = std::uint64_t{1} << 30; ///< of all files of a kind in one store

/// Where the result of a stage lies that depends on what `key` tells, on the bytes of every file that the scenario
/// names and on this very program, so that no number has to be raised by hand when a formula changes. Empty where the
/// store is none. Errors: FileError of a file that cannot be read.
[[nodiscard]] std::filesystem::path store_file(StoreKind const& kind, std::string const& key, Scenario const& scenario,
                                               Store const& store);

/// The whole bytes of a file in the store without their hash; nothing where there is none or it is damaged: such a file
/// is dropped. Errors: FileError of a file that cannot be read.
[[nodiscard]] std::optional<std::string> read_stored(std::filesystem::path const& file);

/// What `parse` makes of them; a file of which it makes nothing is dropped.
template <class Parse>
[[nodiscard]] auto find_stored(std::filesystem::path const& file, Parse parse) -> decltype(parse(std::string_view())) {
    auto const bytes = read_stored(file);
    if (!bytes) return std::nullopt;
    auto found = parse(std::string_view(*bytes));
    if (!found) geo::io::drop_kept(file);
    return found;
}

/// Those used longest ago go when all of a kind are too many. Nothing happens for an empty path.
/// Errors: FileError of a store that cannot be written.
void put_stored(std::filesystem::path const& file, std::string const& bytes);
/// The same for results that are there already and only spare the next caller time: a store that is full or may only be
/// read is no error.
void try_to_put_stored(std::filesystem::path const& file, std::string const& bytes);

} // namespace phusong::study

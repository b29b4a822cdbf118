#include "sim/study/kept_groundwork.h"
#include "geo/io/hash.h"
#include "geo/io/kept_files.h"
#include "sim/output/output.h"
#include "sim/rollout/board.h"
#include "sim/run/years.h"
#include "sim/study/groundwork_bytes.h"
#include "sim/study/stage_keys.h"
#include <fmt/format.h>

namespace phusong::study {
namespace {

/// A kind of files in the store, and all that may lie there of it.
struct Kind {
    std::string_view name, ending;
};
constexpr Kind ground_files{"groundwork", ".ground"}, standing_files{"standing signals", ".standing"};
constexpr std::size_t hex_length = 64;
constexpr std::uint64_t max_bytes = std::uint64_t{1} << 30; ///< of all files of a kind in one store

/// Whatever gives other results gives another program, so no number has to be raised by hand.
std::string const& this_program() {
    static std::string const hash = geo::io::sha256_of_file("/proc/self/exe");
    return hash;
}

/// `key`: of the keys that the results depend on. Nothing where nothing is to be kept.
std::filesystem::path file_of(Kind const& kind, std::string const& key, Scenario scenario, Store const& store,
                              bool keep) {
    if (!keep || store.folder.empty()) return {};
    auto all = fmt::format("phusong {}\n{}\n{}", kind.name, this_program(), key);
    scenario.targets = {}; // no part of it
    for (auto const& file : named_files(scenario)) all += geo::io::sha256_of_file(file) + '\n';
    return store.folder / (geo::io::sha256(all) + std::string(kind.ending));
}

/// What `parse` makes of the bytes of the file; nothing where there is none. A damaged file is dropped.
template <class Parse>
auto find(std::filesystem::path const& file, Parse parse) -> decltype(parse(std::string_view())) {
    if (file.empty()) return std::nullopt;
    auto const bytes = geo::io::read_kept(file, max_bytes);
    if (!bytes) return std::nullopt;
    auto const rest = std::string_view(*bytes).substr(std::min(hex_length, bytes->size()));
    if (bytes->starts_with(geo::io::sha256(rest)))
        if (auto found = parse(rest)) return found;
    geo::io::drop_kept(file);
    return std::nullopt;
}

void put(std::filesystem::path const& file, std::string const& bytes) {
    if (file.empty() || hex_length + bytes.size() > max_bytes) return;
    geo::io::write_kept(file, geo::io::sha256(bytes) + bytes);
    geo::io::drop_oldest(file.parent_path(), file.extension().string(), max_bytes, file);
}

} // namespace

Groundwork groundwork(World const& world, Scenario const& scenario, Store const& store, bool keep,
                      geo::Progress const& progress) {
    auto const file = file_of(ground_files, groundwork_key(scenario), scenario, store, keep);
    if (auto found = find(file, ground_of)) {
        auto villages = village_signals(world, scenario.radio, found->points);
        merge_reaches(found->survey, world);
        return {std::move(found->points), std::move(villages), std::move(found->survey)};
    }
    auto ground = lay_groundwork(world, scenario, base_points(world, scenario, progress), progress);
    if (!file.empty()) put(file, bytes_of(ground));
    return ground;
}

StandingSignals standing_on_maps(World const& world, Scenario const& scenario, Store const& store, bool keep,
                                 geo::Progress const& progress) {
    auto const file = file_of(standing_files, map_key(scenario), scenario, store, keep);
    if (auto found = find(file, standing_of)) return std::move(*found);
    auto standing = standing_signals(world, scenario.radio, standing_transmitters(world), progress);
    try {
        if (!file.empty()) put(file, bytes_of(standing));
    } catch (geo::FileError const&) { // NOLINT(bugprone-empty-catch): a store that is full or may only be read
        // costs the next study time, and this one nothing.
    }
    return standing;
}

} // namespace phusong::study

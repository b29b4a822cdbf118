#include "sim/study/kept_groundwork.h"
#include "geo/io/hash.h"
#include "geo/io/kept_files.h"
#include "sim/output/output.h"
#include "sim/rollout/board.h"
#include "sim/study/groundwork_bytes.h"
#include "sim/study/stage_keys.h"
#include <fmt/format.h>

namespace phusong::study {
namespace {

constexpr std::string_view ending = ".ground";
constexpr std::size_t hex_length = 64;
constexpr std::uint64_t max_bytes = std::uint64_t{1} << 30; ///< of all groundwork in one store

/// Whatever gives other groundwork gives another program, so no number has to be raised by hand.
std::string const& this_program() {
    static std::string const hash = geo::io::sha256_of_file("/proc/self/exe");
    return hash;
}

std::string key_of(Scenario scenario) {
    auto all = fmt::format("phusong groundwork\n{}\n{}", this_program(), groundwork_key(scenario));
    scenario.targets = {}; // no part of it
    for (auto const& file : named_files(scenario)) all += geo::io::sha256_of_file(file) + '\n';
    return geo::io::sha256(all);
}

std::optional<KeptGround> find(std::filesystem::path const& file) {
    auto const bytes = geo::io::read_kept(file, max_bytes);
    if (!bytes) return std::nullopt;
    auto const rest = std::string_view(*bytes).substr(std::min(hex_length, bytes->size()));
    if (bytes->starts_with(geo::io::sha256(rest)))
        if (auto ground = ground_of(rest)) return ground;
    geo::io::drop_kept(file);
    return std::nullopt;
}

void put(std::filesystem::path const& file, std::string const& bytes) {
    if (hex_length + bytes.size() > max_bytes) return;
    geo::io::write_kept(file, geo::io::sha256(bytes) + bytes);
    geo::io::drop_oldest(file.parent_path(), ending, max_bytes, file);
}

} // namespace

Groundwork groundwork(World const& world, Scenario const& scenario, Store const& store, bool keep,
                      geo::Progress const& progress) {
    bool const kept_at_all = keep && !store.folder.empty();
    auto const file = kept_at_all ? store.folder / (key_of(scenario) + std::string(ending)) : std::filesystem::path();
    if (kept_at_all)
        if (auto found = find(file)) {
            auto villages = village_signals(world, scenario.radio, found->points);
            merge_reaches(found->survey, world);
            return {std::move(found->points), std::move(villages), std::move(found->survey)};
        }
    auto ground = lay_groundwork(world, scenario, base_points(world, scenario, progress), progress);
    if (kept_at_all) put(file, bytes_of(ground));
    return ground;
}

} // namespace phusong::study

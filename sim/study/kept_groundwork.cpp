#include "sim/study/kept_groundwork.h"
#include "sim/rollout/board.h"
#include "sim/run/years.h"
#include "sim/study/kept_bytes.h"
#include "sim/study/stage_keys.h"
#include "sim/study/store_files.h"

namespace phusong::study {
namespace {

constexpr StoreKind ground_files{"groundwork", ".ground"}, standing_files{"standing signals", ".standing"};

/// Goals are no part of it. Empty where nothing is to be kept.
std::filesystem::path file_of(StoreKind const& kind, std::string const& key, Scenario scenario, Store const& store,
                              bool keep) {
    if (!keep) return {};
    scenario.targets = {};
    return store_file(kind, key, scenario, store);
}

} // namespace

Groundwork groundwork(World const& world, Scenario const& scenario, Store const& store, bool keep,
                      geo::Progress const& progress) {
    auto const file = file_of(ground_files, groundwork_key(scenario), scenario, store, keep);
    if (auto found = find_stored(file, ground_of)) {
        auto villages = village_signals(world, scenario.radio, found->points);
        merge_reaches(found->survey, world);
        return {std::move(found->points), std::move(villages), std::move(found->survey)};
    }
    auto ground = lay_groundwork(world, scenario, base_points(world, scenario, progress), progress);
    put_stored(file, bytes_of(ground));
    return ground;
}

StandingSignals standing_on_maps(World const& world, Scenario const& scenario, Store const& store, bool keep,
                                 geo::Progress const& progress) {
    auto const file = file_of(standing_files, map_key(scenario), scenario, store, keep);
    if (auto found = find_stored(file, standing_of)) return std::move(*found);
    auto standing = standing_signals(world, scenario.radio, standing_transmitters(world), progress);
    try_to_put_stored(file, bytes_of(standing));
    return standing;
}

} // namespace phusong::study

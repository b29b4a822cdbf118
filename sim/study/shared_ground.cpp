#include "sim/study/shared_ground.h"
#include "sim/study/kept_groundwork.h"
#include "sim/study/stage_keys.h"

namespace phusong::study {

void SharedGround::lay_world(Scenario const& scenario, Store const& store, geo::Progress const& progress) {
    auto const world_key_now = world_key(scenario);
    if (world_is == world_key_now) return;
    *this = {};
    world = read_world(scenario, store, progress);
    world_is = world_key_now;
}

void SharedGround::lay(Scenario const& scenario, Store const& store, bool for_later, geo::Progress const& progress) {
    lay_world(scenario, store, progress);
    auto const ground_key_now = groundwork_key(scenario);
    if (groundwork_is != ground_key_now) {
        groundwork.reset();
        groundwork_is.clear();
        groundwork = study::groundwork(*world, scenario, store, for_later, progress);
        groundwork_is = ground_key_now;
    }
}

} // namespace phusong::study

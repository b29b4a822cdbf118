#include "sim/study/kept_plan.h"
#include "geo/problem.h"
#include "sim/study/kept_bytes.h"
#include "sim/study/stage_keys.h"
#include "sim/study/store_files.h"
#include <utility>

namespace phusong::study {
namespace {

constexpr StoreKind plan_files{"plan", ".plan"};

std::optional<Plan> find_if_readable(std::filesystem::path const& file) {
    try {
        return find_stored(file, plan_in);
    } catch (geo::FileError const&) {
        return std::nullopt; // made anew; of results that are right nothing depends on the store
    }
}

} // namespace

Outcome run_on_kept_plan(Groundwork const& ground, World const& world, Scenario const& scenario,
                         std::vector<Goal> const& goals, Store const& store, geo::Progress const& progress) {
    if (scenario.rollout.solver == "greedy")
        return run_on(ground, world, scenario, goals, Extent::goals_and_money, progress);
    auto const file = store_file(plan_files, plan_key(scenario), scenario, store);
    auto known = find_if_readable(file);
    bool const is_new = !known;
    auto outcome = run_on(ground, world, scenario, goals, Extent::goals_and_money, progress, std::move(known));
    if (is_new) try_to_put_stored(file, bytes_of(outcome.plan));
    return outcome;
}

} // namespace phusong::study

#include "tools/cli/planned.h"
#include "geo/io/project_root.h"
#include "sim/rollout/priority.h"
#include "sim/study/kept_groundwork.h"
#include "sim/study/kept_plan.h"
#include "sim/targets/targets.h"
#include "sim/world/read.h"
#include "tools/cli/check_inputs.h"
#include "tools/cli/run.h"

namespace phusong::cli {

Planned plan_of(std::string const& file, Options const& options, Screen const& screen) {
    auto scenario = read_scenario(file, options.read).scenario;
    geo::throw_if_any(problems_of_inputs(scenario));
    auto goals = read_goals(scenario);
    Store const store{store_folder(options, geo::io::project_root(file))};
    auto world = read_world(scenario, store, screen.progress());
    (void)priority_of_villages(world, scenario);
    auto ground = study::groundwork(world, scenario, store, true, screen.progress());
    auto outcome = study::run_on_kept_plan(ground, world, scenario, goals, store, screen.progress());
    return {std::move(scenario), std::move(goals), std::move(world), std::move(ground), std::move(outcome)};
}

} // namespace phusong::cli

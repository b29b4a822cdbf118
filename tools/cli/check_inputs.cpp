#include "tools/cli/check_inputs.h"
#include "sim/targets/targets.h"
#include "sim/world/read.h"

namespace phusong::cli {

geo::Problems problems_of_inputs(Scenario const& scenario) {
    geo::Problems problems;
    auto const gather = [&](auto const& check) {
        try {
            check();
        } catch (geo::InputError const& error) {
            problems.insert(problems.end(), error.problems.begin(), error.problems.end());
        }
    };
    gather([&] { check_world(scenario); });
    gather([&] { (void)read_goals(scenario); });
    return problems;
}

geo::Problems problems_of_inputs(ReadScenario const& read) {
    auto problems = problems_of_inputs(read.scenario);
    study::check_ranges(read.scenario, study::read_uncertain(read.uncertainty, problems), problems);
    return problems;
}

std::vector<study::Uncertain> uncertain_keys(ReadScenario const& read) {
    geo::Problems problems;
    auto uncertain = study::read_uncertain(read.uncertainty, problems);
    geo::throw_if_any(std::move(problems));
    return uncertain;
}

} // namespace phusong::cli

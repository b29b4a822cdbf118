#pragma once
#include "sim/scenario/read.h"
#include "sim/study/study.h"

namespace phusong::test {

[[nodiscard]] inline Scenario toy() {
    return read_scenario(std::string(PHUSONG_SOURCE_DIR) + "/scenarios/toy.toml").scenario;
}

/// A key that is drawn as a factor between the two.
[[nodiscard]] inline study::Uncertain factor(std::string const& key, double low, double high) {
    return {.key = key, .field = find_field(key), .low = low, .high = high, .relative = true};
}

/// One option.
[[nodiscard]] inline study::Study study_of(Scenario scenario, int draws, bool plan_fixed,
                                           std::vector<study::Uncertain> uncertain) {
    study::Study study;
    study.draws = draws;
    study.plan_fixed = plan_fixed;
    study.options.push_back(
        {.name = "toy", .changes = "", .file = "", .scenario = std::move(scenario), .uncertain = std::move(uncertain)});
    number_dimensions(study);
    return study;
}

} // namespace phusong::test

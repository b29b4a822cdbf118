#pragma once
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <filesystem>

namespace phusong::test {

/// Two communes, three villages, one mast, three years (2020 is the base): village 2 gets a site with solar power and a
/// microwave hop in 2021, village 3 stays without signal. Every figure is different, so that no mix-up can pass.
struct Small {
    World world;
    Scenario scenario;
    Outcome outcome;
};
[[nodiscard]] Small small();

/// A folder name that only the running test has: CTest runs the tests of one program side by side.
[[nodiscard]] std::filesystem::path own_folder();

} // namespace phusong::test

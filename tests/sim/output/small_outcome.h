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

/// Two named operators, A and B, each with a purse of its own.
void name_operators(Small& small);
/// Two sites of the first commune that are too full: T-8 in 2020, before anybody pays, needs one carrier of 4G, T-7 in
/// 2022 three, which the operators' money left would pay. A carrier costs 210 million VND.
void overload_sites(Small& small);

/// A folder name that only the running test has: CTest runs the tests of one program side by side.
[[nodiscard]] std::filesystem::path own_folder();

} // namespace phusong::test

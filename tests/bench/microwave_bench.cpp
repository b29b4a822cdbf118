// Places per second: for each the nearest site or fibre node in sight, and all its ways together.
#include "sim/network/microwave.h"
#include "sim/network/microwave/sight_pairs.h"
#include "tests/bench/province.h"
#include <benchmark/benchmark.h>

namespace phusong {
namespace {

void microwave(benchmark::State& state) {
    auto const world = test::province(30);
    auto const places = test::places(static_cast<std::uint32_t>(state.range(0)));
    Scenario const scenario;
    HopEnds const ends(world, scenario.network);
    for (auto _ : state)
        for (auto const& place : places) benchmark::DoNotOptimize(microwave_link(world, ends, scenario, place));
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetLabel("places");
}
BENCHMARK(microwave)->Arg(50)->Arg(400)->Arg(2000)->Unit(benchmark::kMillisecond);

void all_ways(benchmark::State& state) {
    auto const world = test::province(30);
    auto const places = test::places(static_cast<std::uint32_t>(state.range(0)));
    Scenario const scenario;
    for (auto _ : state) benchmark::DoNotOptimize(link_options(world, scenario, places));
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetLabel("places");
}
BENCHMARK(all_ways)->Arg(50)->Arg(400)->Arg(2000)->Unit(benchmark::kMillisecond)->UseRealTime();

/// All pairs within 30 km of so many sites, strewn over the 65 km of mountains.
void sight(benchmark::State& state) {
    auto const world = test::province(30);
    std::vector<SightEnd> ends;
    for (auto const& place : test::places(static_cast<std::uint32_t>(state.range(0))))
        ends.push_back({place.xy, place.antenna_height_m});
    std::size_t pairs = 0, seen = 0;
    for (std::size_t a = 0; a < ends.size(); ++a)
        for (std::size_t b = a + 1; b < ends.size(); ++b) pairs += geo::distance_m(ends[a].xy, ends[b].xy) <= 30000;
    for (auto _ : state) seen = sight_pairs(world.terrain_m, ends, 30, 8, {}).size();
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pairs));
    state.SetLabel(fmt::format("pairs, {} in sight", seen));
}
BENCHMARK(sight)->Arg(100)->Arg(500)->Arg(1500)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The same with antennas so high that nothing is in the way: every sample is looked at.
void sight_over_everything(benchmark::State& state) {
    auto const world = test::province(30);
    std::vector<SightEnd> ends;
    for (auto const& place : test::places(static_cast<std::uint32_t>(state.range(0)))) ends.push_back({place.xy, 9000});
    for (auto _ : state) benchmark::DoNotOptimize(sight_pairs(world.terrain_m, ends, 30, 8, {}));
    state.SetLabel("worst case");
}
BENCHMARK(sight_over_everything)->Arg(1500)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace phusong
BENCHMARK_MAIN();

// Places per second: for each the nearest site or fibre node in sight, and all its ways together.
#include "sim/network/microwave.h"
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

} // namespace
} // namespace phusong
BENCHMARK_MAIN();

// Places per second: roads cut, ways found and every place's fibre priced and drawn, by the size of the road network.
#include "sim/network/fibre.h"
#include "tests/bench/province.h"
#include <benchmark/benchmark.h>

namespace phusong {
namespace {

void fibre(benchmark::State& state) {
    auto const world = test::province(static_cast<std::uint32_t>(state.range(0)));
    auto const places = test::places(2000);
    Scenario const scenario;
    for (auto _ : state) {
        FibreRoutes const routes(world.roads, world.fibre_nodes, scenario.network.fibre_offroad_factor);
        for (auto const& place : places)
            benchmark::DoNotOptimize(fibre_link(routes, world.fibre_nodes, scenario, place.xy));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(places.size()));
    state.SetLabel("places");
}
BENCHMARK(fibre)->Arg(12)->Arg(40)->Arg(120)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace phusong
BENCHMARK_MAIN();

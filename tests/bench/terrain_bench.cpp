// Cells per second of synthetic terrain through seeded spot heights, by the side of a square grid.
#include "geo/random.h"
#include "sim/world/synthetic_terrain.h"
#include <benchmark/benchmark.h>

namespace phusong {
namespace {

void terrain(benchmark::State& state) {
    auto const side = static_cast<int>(state.range(0));
    geo::Grid const grid{.west_m = 412000, .north_m = 2547000, .cell_m = 90, .rows = side, .cols = side};
    std::vector<SpotHeight> spots;
    for (std::uint32_t i = 0; i < 60; ++i)
        spots.push_back(
            {{412000 + 90 * side * geo::uniform({9, 1, i, 0}), 2547000 - 90 * side * geo::uniform({9, 1, i, 1})},
             150 + 1700 * geo::uniform({9, 1, i, 2})});
    Mountains const mountains{
        {{1'200, 2'000, true}, {4'800, 17'000, true}, {19'000, 60'000, false}}, 15, 150, 2'000, 40, 225};
    for (auto _ : state) benchmark::DoNotOptimize(synthetic_terrain(spots, mountains, grid, 17));
    state.SetItemsProcessed(state.iterations() * side * side);
    state.SetLabel("cells");
}
BENCHMARK(terrain)->Arg(60)->Arg(200)->Arg(600)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace phusong
BENCHMARK_MAIN();

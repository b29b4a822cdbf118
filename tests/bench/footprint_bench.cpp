// Cells per second of one transmitter with three technologies in mountains, by radius.
#include "sim/radio/footprint.h"
#include "tests/sim/radio/mountains.h"
#include <benchmark/benchmark.h>

namespace phusong {
namespace {

void cover(benchmark::State& state) {
    auto const world = test::mountains(360, 380, 90, 2021);
    auto radio = test::ordinary_radio();
    for (auto& b : radio.budget) b.radius_km = static_cast<double>(state.range(0));
    Transmitter const tower{.xy = {428765, 2531234}, .mast_height_m = 42, .technologies = {.bits = 0b0111}};
    auto const wanted = cells_in_communes(world);
    double const cells = M_PI * radio.budget[0].radius_km * radio.budget[0].radius_km / world.grid.cell_area_km2();
    for (auto _ : state) benchmark::DoNotOptimize(footprint(world, radio, tower, wanted, 22.8));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(cells));
    state.SetLabel("cells of the circle");
}
BENCHMARK(cover)->Arg(4)->Arg(8)->Arg(12)->Unit(benchmark::kMillisecond);

void reach_people(benchmark::State& state) {
    auto world = test::mountains(360, 380, 90, 2021);
    world.villages.resize(1);
    for (std::uint32_t cell = 7; cell < world.grid.size(); cell += 31)
        world.people.push_back({cell, VillageId{0}, 2.5});
    std::vector<Transmitter> towers;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(state.range(0)); ++i)
        towers.push_back(
            {.xy = {420000 + 17000 * geo::uniform({7, 1, i, 0}), 2538000 - 16000 * geo::uniform({7, 1, i, 1})},
             .mast_height_m = 42,
             .technologies = {.bits = 0b0111}});
    for (auto _ : state) benchmark::DoNotOptimize(reach(world, test::ordinary_radio(), towers));
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetLabel("transmitters");
}
BENCHMARK(reach_people)->Arg(2)->Arg(8)->Arg(32)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace phusong
BENCHMARK_MAIN();
